//! A number of a spreadsheet as text: with the digits that the reader sees, so that 46.0 stays 46.0 and 57.5 % is 57.5.

/// A number under the format of its cell. A percentage is stored as a fraction and shown times a hundred, which is what is meant.
pub(super) fn text(number: f64, format: &str) -> String {
    // Only the part for positive numbers; what stands in quotation marks is a text.
    let shown = format.split(';').next().unwrap_or_default();
    let shown: String = shown.split('"').step_by(2).collect();
    let is_percent = shown.contains('%');
    let number = if is_percent { number * 100.0 } else { number };
    let decimals = shown.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|char| *char == '0').count());
    let plain = plain(number);
    if shown.contains(['E', 'e']) {
        return plain;
    }
    let has = plain.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    if has >= decimals || decimals > 6 {
        return plain;
    }
    let point = if has == 0 { "." } else { "" };
    format!("{plain}{point}{}", "0".repeat(decimals - has))
}

/// A number with the fifteen digits that a spreadsheet knows, without the dust of binary fractions.
fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    format!("{rounded}")
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn numbers_are_what_the_reader_sees() {
        for (number, format, expected) in [
            (5215.0, "General", "5215"),
            (46.0, "0.0", "46.0"),
            (46.0, "#,##0.00", "46.00"),
            (57.5, "0", "57.5"),
            (0.575, "0.0%", "57.5"),
            (0.46, "0.0%", "46.0"),
            (0.575, "0.00\"%\"", "0.575"),
            (0.1 + 0.2, "General", "0.3"),
            (0.137 * 100.0, "General", "13.7"),
            (-4.5, "0.0;[Red]-0.0", "-4.5"),
            (1e21, "0.00E+00", "1000000000000000000000"),
            (f64::NAN, "General", "NaN"),
        ] {
            assert_eq!(text(number, format), expected, "{number} as {format}");
        }
    }
}
