//! The markup of a chart as ECharts draws it, made fit to stand in a picture and to be opened by other programs.

/// The content of a chart's SVG without its root, which another takes the place of.
///
/// - Texts stand on their base line: drawing programs and office suites know no `dominant-baseline`.
/// - Names do not count how many charts the page drew before: the same view gives the same bytes.
/// - What ECharts writes for itself (`ecmeta_…`) is left out.
pub(super) fn content(markup: &str) -> String {
    let start = markup.find('>').map_or(0, |end| end + 1);
    let end = markup.rfind("</svg>").unwrap_or(markup.len());
    let inner = markup.get(start..end).unwrap_or_default();
    let inner = inner.replace(r#"dominant-baseline="central""#, r#"dy="0.35em""#);
    named(&without_notes(&inner))
}

/// Leaves out the attributes whose names begin with `ecmeta_`.
fn without_notes(markup: &str) -> String {
    let mut parts = markup.split(" ecmeta_");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // The name, the value in quotes, and then the rest of the element.
        kept.push_str(part.splitn(3, '"').nth(2).unwrap_or_default());
    }
    kept
}

/// Gives the names that ECharts counts (`zr12-c0`) the number of the only chart.
fn named(markup: &str) -> String {
    let mut parts = markup.split("zr");
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|char: char| char.is_ascii_digit());
        let is_name = rest.len() < part.len() && rest.starts_with('-') && renamed.ends_with(['"', '#']);
        renamed.push_str(if is_name { "chart" } else { "zr" });
        renamed.push_str(if is_name { rest } else { part });
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::content;

    #[test]
    fn what_is_left_is_the_drawing() {
        let drawn = concat!(
            r##"<svg width="9" height="9"><g clip-path="url(#zr12-c0)"><path d="M0 0" ecmeta_series_index="0" "##,
            r##"ecmeta_ssr_type="chart"></path></g><text dominant-baseline="central" x="1">zr12- or 5 zr</text>"##,
            r##"<defs><clipPath id="zr12-c0"></clipPath></defs></svg>"##,
        );
        let expected = concat!(
            r##"<g clip-path="url(#chart-c0)"><path d="M0 0"></path></g>"##,
            r##"<text dy="0.35em" x="1">zr12- or 5 zr</text><defs><clipPath id="chart-c0"></clipPath></defs>"##,
        );
        assert_eq!(content(drawn), expected);
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(content(""), "");
    }
}
