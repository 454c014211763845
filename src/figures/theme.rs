//! Colours of the charts: the same names and values as `style/tokens.css`, which a test compares.

use crate::dataset::{CodeId, Codes, Dimension};

/// The colours that charts use, one value for each token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// The ground of the page.
    pub paper: &'static str,
    /// The ground of raised parts.
    pub sheet: &'static str,
    /// Text and axes.
    pub ink: &'static str,
    /// Secondary text.
    pub ink_2: &'static str,
    /// Lines that stand for what is not there.
    pub ink_3: &'static str,
    /// Thin rules.
    pub rule: &'static str,
    /// Chemical drugs.
    pub chemical: &'static str,
    /// Biological products.
    pub biological: &'static str,
    /// Preventive biological products, beside the therapeutic ones.
    pub biological_preventive: &'static str,
    /// Traditional Chinese medicine.
    pub tcm: &'static str,
    /// New-drug trials, and whatever has no colour of its own.
    pub new_drug: &'static str,
    /// Bioequivalence trials.
    pub be: &'static str,
    /// Steps of one hue for ordered codes, strongest first.
    pub steps: [&'static str; 4],
    /// Codes that have no colour of their own, in their order.
    pub series: [&'static str; 5],
}

impl Theme {
    /// Dark ink on light paper.
    pub const LIGHT: Self = Self {
        paper: "#fcfbf8",
        sheet: "#ffffff",
        ink: "#1c2024",
        ink_2: "#565d66",
        ink_3: "#858b93",
        rule: "#dedad2",
        chemical: "#2f5d9b",
        biological: "#2c7a5a",
        biological_preventive: "#5c8f2b",
        tcm: "#9f6416",
        new_drug: "#33465c",
        be: "#8f8b81",
        steps: ["#33465c", "#56718f", "#7f9ab8", "#a9bccf"],
        series: ["#1f7a8c", "#8a3f6b", "#5b6770", "#a34a3a", "#5f7a1e"],
    };

    /// Light ink on dark paper.
    pub const DARK: Self = Self {
        paper: "#15181b",
        sheet: "#1b1f23",
        ink: "#eceae5",
        ink_2: "#a9adb3",
        ink_3: "#767c84",
        rule: "#353a40",
        chemical: "#7ba7e0",
        biological: "#6cc09a",
        biological_preventive: "#a9cf6e",
        tcm: "#dba45c",
        new_drug: "#b7c7da",
        be: "#838990",
        steps: ["#b7c7da", "#8fa8c4", "#6b88a8", "#4d6784"],
        series: ["#62b6c9", "#c98bb0", "#a3aeb8", "#e0907e", "#b3c261"],
    };

    /// Token names of `style/tokens.css` with their values.
    pub fn tokens(&self) -> Vec<(&'static str, &'static str)> {
        let Self {
            paper,
            sheet,
            ink,
            ink_2,
            ink_3,
            rule,
            chemical,
            biological,
            biological_preventive,
            tcm,
            new_drug,
            be,
            steps,
            series,
        } = *self;
        vec![
            ("paper", paper),
            ("sheet", sheet),
            ("ink", ink),
            ("ink-2", ink_2),
            ("ink-3", ink_3),
            ("rule", rule),
            ("chemical", chemical),
            ("biological", biological),
            ("biological-preventive", biological_preventive),
            ("tcm", tcm),
            ("new-drug", new_drug),
            ("be", be),
            ("step-1", steps[0]),
            ("step-2", steps[1]),
            ("step-3", steps[2]),
            ("step-4", steps[3]),
            (SERIES[0], series[0]),
            (SERIES[1], series[1]),
            (SERIES[2], series[2]),
            (SERIES[3], series[3]),
            (SERIES[4], series[4]),
        ]
    }
}

impl Theme {
    /// The value of a token; ink for a name that is none.
    pub fn value(&self, token: &str) -> &'static str {
        let tokens = self.tokens();
        tokens.into_iter().find(|(name, _)| *name == token).map_or(self.ink, |(_, value)| value)
    }

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
        (Dimension::Region, "domestic_sites" | "beijing") => SERIES[0],
        (Dimension::Region, "foreign_sites" | "shanghai") => SERIES[1],
        (Dimension::Region, "guangdong") => SERIES[2],
        (Dimension::Region, "jiangsu") => SERIES[3],
        (Dimension::Region, _) => SERIES[4],
        (Dimension::Phase, _) => match code.order {
            0 | 1 => "step-1",
            2 => "step-2",
            3 => "step-3",
            _ => "step-4",
        },
        _ => "new-drug",
    }
}

#[cfg(test)]
#[expect(clippy::panic, reason = "a test may fail")]
mod tests {
    use super::{Theme, channels, mix};

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

    /// The declarations of one block of the style sheet.
    fn block<'a>(css: &'a str, start: &str) -> &'a str {
        let from = css.find(start).unwrap_or_else(|| panic!("tokens.css has no `{start}`"));
        let rest = &css[from..];
        &rest[..rest.find('}').unwrap_or(rest.len())]
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
    fn the_style_sheet_has_the_same_colours() {
        let css = include_str!("../../style/tokens.css");
        for (theme, start) in [(Theme::LIGHT, ":root {"), (Theme::DARK, ":root[data-theme=\"dark\"] {")] {
            let block = block(css, start);
            for (token, value) in theme.tokens() {
                assert!(block.contains(&format!("--{token}: {value};")), "{start} lacks --{token}: {value}");
            }
        }
    }
}
