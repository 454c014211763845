//! SVG, as far as a picture needs it: a document is written once from the top, and every text is escaped.

use std::fmt::Write;

use super::text::Type;
use crate::export::xml::escaped;

/// Fonts that are where a picture is opened: the first of them that a machine has. `system-ui` is none of them, since
/// drawing programs take it for the name of a font.
pub(super) const FONTS: &str = "'Segoe UI', 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/// A number with at most two decimals and no more than it needs.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Markup in the making. Places are in units of the picture, from its top left corner.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Markup(pub String);

impl Markup {
    /// What another part has drawn, moved to a place.
    pub(super) fn group(&mut self, (x, y): (f64, f64), markup: &Self) {
        let [x, y] = [x, y].map(number);
        self.add(format_args!("<g transform=\"translate({x} {y})\">\n{}</g>", markup.0));
    }

    /// What another program has drawn, moved to a place and enlarged.
    pub(super) fn drawing(&mut self, (x, y): (f64, f64), scale: f64, markup: &str) {
        let [x, y] = [x, y].map(number);
        self.add(format_args!(r#"<g id="chart" transform="translate({x} {y}) scale({scale:.4})">{markup}</g>"#));
    }

    fn add(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.0.write_fmt(text);
        self.0.push('\n');
    }

    /// A rectangle.
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str) {
        let [x, y, width, height] = [x, y, width, height].map(number);
        self.add(format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"/>"#));
    }

    /// A path in a group moved to a place; `paint` are its attributes.
    pub(super) fn path(&mut self, (x, y): (f64, f64), path: &str, paint: &str) {
        let [x, y] = [x, y].map(number);
        self.add(format_args!(r#"<path transform="translate({x} {y})" d="{path}" {paint}/>"#));
    }

    /// A line of text on its base line.
    pub(super) fn text(&mut self, place: (f64, f64), type_: Type, fill: &str, text: &str) {
        self.texts(place, fill, &[(type_, text)]);
    }

    /// A line of several texts that follow each other without a gap.
    pub(super) fn texts(&mut self, (x, y): (f64, f64), fill: &str, texts: &[(Type, &str)]) {
        let [x, y] = [x, y].map(number);
        let span = |(type_, text): &(Type, &str)| {
            let weight = if type_.is_bold { r#" font-weight="600""# } else { "" };
            format!(r#"<tspan font-size="{}"{weight}>{}</tspan>"#, number(type_.size), escaped(text))
        };
        let spans: String = texts.iter().map(span).collect();
        self.add(format_args!(r#"<text x="{x}" y="{y}" fill="{fill}" xml:space="preserve">{spans}</text>"#));
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, number};

    #[test]
    fn nothing_breaks_out_of_a_text() {
        assert_eq!(
            escaped("<script>\u{0}alert(\"&\")\n</script>"),
            "&lt;script&gt;alert(&quot;&amp;&quot;) &lt;/script&gt;"
        );
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 0.5, 10.0, 1.239].map(number), ["1", "0.5", "10", "1.24"]);
    }
}
