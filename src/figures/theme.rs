//! Colours of the charts: those of the style sheet, from the same table (`style/colours.csv`).

use crate::dataset::{CodeId, Codes, Dimension};

// Written by build.rs: the type with its two themes.
include!(concat!(env!("OUT_DIR"), "/theme.rs"));

impl Theme {
    /// The text colour that is easier to read on a fill: near-black or white.
    pub fn readable_on(fill: &str) -> &'static str {
        const BLACK: &str = "#15181b";
        const WHITE: &str = "#ffffff";
        let against = |text| {
            let (one, other) = (brightness(fill) + 0.05, brightness(text) + 0.05);
            one.max(other) / one.min(other)
        };
        if against(WHITE) >= against(BLACK) { WHITE } else { BLACK }
    }
}

/// Red, green and blue of `#rrggbb`; black for anything else.
fn channels(colour: &str) -> [u8; 3] {
    let digits = colour
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)
        .and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let [_, red, green, blue] = digits.unwrap_or(0).to_be_bytes();
    [red, green, blue]
}

/// A colour between two: `part` of the first in hundredths.
pub(super) fn mix(one: &str, other: &str, part: u16) -> String {
    let blend = |one: u8, other: u8| (u16::from(one) * part + u16::from(other) * (100 - part)) / 100;
    let ([r1, g1, b1], [r2, g2, b2]) = (channels(one), channels(other));
    format!("#{:02x}{:02x}{:02x}", blend(r1, r2), blend(g1, g2), blend(b1, b2))
}

/// About how bright a colour is, from 0 to 1: a square instead of the exact curve, whose power function alone would add 2 kB.
fn brightness(colour: &str) -> f64 {
    let [red, green, blue] = channels(colour).map(|channel| (f64::from(channel) / 255.0).powi(2));
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Tokens for codes that are neither product types nor steps of an order.
const SERIES: [&str; 5] = ["series-1", "series-2", "series-3", "series-4", "series-5"];

/// The token of the colour that a code keeps everywhere on the page.
///
/// Product types and purposes have their own; codes of an ordered list (phases) take steps of one hue.
pub(super) fn series_colour(codes: &Codes, code: Option<CodeId>) -> &'static str {
    let Some(id) = code else { return "new-drug" };
    let code = codes.get(id);
    match (code.dimension, code.code.as_str()) {
        (Dimension::ProductType, "chemical") => "chemical",
        (Dimension::ProductType, "biological" | "biological_therapeutic") => "biological",
        (Dimension::ProductType, "biological_preventive") => "biological-preventive",
        (Dimension::ProductType, "tcm") => "tcm",
        (Dimension::Purpose, "be") => "be",
        (Dimension::Scope | Dimension::Sponsor | Dimension::Population, _) => {
            SERIES[usize::from(code.order.clamp(1, 5)) - 1]
        }
        (Dimension::Registry, _) => SERIES[usize::from(code.order.clamp(1, 5)) - 1],
        (Dimension::Region, "domestic_sites" | "beijing") => SERIES[0],
        (Dimension::Region, "foreign_sites" | "shanghai") => SERIES[1],
        (Dimension::Region, "guangdong") => SERIES[2],
        (Dimension::Region, "jiangsu") => SERIES[3],
        (Dimension::Region, _) | (Dimension::Area, "world") => SERIES[4],
        (Dimension::Phase, _) => match code.order {
            0 | 1 => "step-1",
            2 => "step-2",
            3 => "step-3",
            _ => "step-4",
        },
        _ => "new-drug",
    }
}

/// The colour that a code keeps everywhere, on paper: for charts that others draw.
pub fn colour_on_paper(codes: &Codes, code: Option<CodeId>) -> &'static str {
    Theme::LIGHT.value(series_colour(codes, code))
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{Theme, channels, mix, series_colour};
    use crate::dataset::{Dimension, Facts};

    /// Contrast ratio of two colours as WCAG 2.2 defines it: 1 to 21.
    fn contrast(one: &str, other: &str) -> f64 {
        let luminance = |colour| {
            let linear = channels(colour).map(|channel| {
                let part = f64::from(channel) / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn fills_stand_out_from_the_ground_and_text_from_everything() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            for token in ["chemical", "biological", "biological-preventive", "tcm", "new-drug", "be"]
                .into_iter()
                .chain(super::SERIES)
            {
                let fill = theme.value(token);
                let ratio = contrast(fill, theme.paper);
                assert!(ratio >= 3.0, "{token} {fill} on {}: {ratio:.2}", theme.paper);
                let ratio = contrast(fill, Theme::readable_on(fill));
                assert!(ratio >= 4.5, "text on {token} {fill}: {ratio:.2}");
            }
            for (token, least) in [("ink", 7.0), ("ink-2", 4.5), ("ink-3", 3.0)] {
                let ratio = contrast(theme.value(token), theme.paper);
                assert!(ratio >= least, "{token} on paper: {ratio:.2}");
            }
        }
    }

    #[test]
    fn a_mix_lies_between() {
        assert_eq!(mix("#000000", "#ffffff", 50), "#7f7f7f");
        assert_eq!(mix("#2f5d9b", "#fcfbf8", 100), "#2f5d9b");
    }

    #[test]
    fn every_code_has_a_colour_of_the_table() {
        let dataset = Facts::shipped().expect("the shipped data are read by a test of their own");
        let codes = dataset.codes();
        for id in Dimension::ALL.into_iter().flat_map(|dimension| codes.of(dimension)) {
            let token = series_colour(codes, Some(id));
            let line = format!("\n{token},");
            assert!(include_str!("../../style/colours.csv").contains(&line), "{token} is no token");
        }
    }
}
