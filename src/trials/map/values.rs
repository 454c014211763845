//! Values that are read by their form: years of dates, phases, registry numbers, registration categories, ages.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::dataset::Year;

/// Years in which a trial can have been registered.
const YEARS: std::ops::RangeInclusive<u32> = 1950..=2100;

/// The days of Excel's calendar that lie in years of trials, 1982 to 2064.
const EXCEL_DAYS: std::ops::RangeInclusive<u32> = 30_000..=60_000;

/// The year of a date in any of the usual forms: `2024-03-05`, `5 Mar 2024`, `03/05/2024`, `2024年3月`, `20240305`, or Excel's number of days.
pub(super) fn year_of(text: &str) -> Option<Year> {
    let year = |digits: &str| digits.parse().ok().filter(|year| YEARS.contains(year));
    let runs = || text.split(|char: char| !char.is_ascii_digit()).filter(|run| !run.is_empty());
    let of_run = |run: &str| match run.len() {
        4 => year(run),
        8 => year(&run[..4]).or_else(|| year(&run[4..])),
        _ => None,
    };
    let found = runs().find_map(of_run).or_else(|| {
        let days: u32 = text.trim().split(['.', ',']).next()?.parse().ok().filter(|days| EXCEL_DAYS.contains(days))?;
        // Day 60 is the 29 February 1900 that never was, so that the count begins on 30 December 1899.
        Some(year_of_days(days))
    });
    found.and_then(|year| u16::try_from(year).ok()).map(Year)
}

/// The year of a day counted from 30 December 1899.
fn year_of_days(days: u32) -> u32 {
    let is_leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    // The first of January 1900 is day 2.
    let (mut year, mut left) = (1900, days.saturating_sub(2));
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if left < length {
            return year;
        }
        left -= length;
        year += 1;
    }
}

/// The phases that a text names, I to IV as the bits 0 to 3: `PHASE1|PHASE2`, `II/III 期`, `Ⅰb期`, `Phase 2a`.
pub(super) fn phases_of(text: &str) -> u8 {
    let upper = text.to_uppercase();
    if upper.contains("): YES") {
        // The form of the European register lists all phases, each with yes or no.
        let before = upper.rsplit_once("): YES").map_or("", |(before, _)| before);
        let named = before.split("): YES").map(|part| part.rsplit_once('(').map_or(0, |(_, last)| phases_of(last)));
        return named.fold(0, |all, one| all | one);
    }
    let mut phases = 0;
    for word in upper.split(|char: char| !char.is_alphanumeric()) {
        for part in parts(word) {
            phases |= phase_of(part);
        }
    }
    phases
}

/// The parts of a word without what stands around the phase: `PHASE1`, `Ⅱ期`, `2期临床`.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let word = word.strip_prefix("EARLY").unwrap_or(word);
    let word = word.strip_prefix("PHASE").or_else(|| word.strip_prefix("PH")).unwrap_or(word);
    word.split(['期', '至', '和', '及', '临', '床'])
}

fn phase_of(part: &str) -> u8 {
    // A small letter after it says which half: IIa, 1b.
    let bare = part.strip_suffix(['A', 'B', 'C']).unwrap_or(part);
    match bare {
        "I" | "1" | "Ⅰ" | "一" => 1,
        "II" | "2" | "Ⅱ" | "二" | "ⅠⅠ" => 2,
        "III" | "3" | "Ⅲ" | "三" | "ⅠⅠⅠ" => 4,
        "IV" | "4" | "Ⅳ" | "四" => 8,
        _ => 0,
    }
}

/// The beginnings of registry numbers, without signs.
const REGISTRIES: [&str; 18] = [
    "NCT", "CTR", "CHICTR", "EUCTR", "ISRCTN", "JPRN", "JRCT", "ACTRN", "DRKS", "KCT", "PACTR", "IRCT", "TCTR",
    "SLCTR", "RBR", "NTR", "UMIN", "CTIS",
];

/// The registry numbers in a text, in capitals and without signs. Where none has the form of a known registry, the whole text
/// is one, if it has a digit.
pub(super) fn registry_numbers(text: &str) -> Vec<String> {
    let words = text
        .split(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '-' | '/')))
        .filter(|word| !word.is_empty());
    let plain = |word: &str| -> String {
        word.chars().filter(char::is_ascii_alphanumeric).map(|char| char.to_ascii_uppercase()).collect()
    };
    let is_known = |word: &String| {
        let of = |registry: &&&str| {
            word.starts_with(**registry)
                && word[registry.len()..].starts_with(|char: char| char.is_ascii_digit() || registry.len() > 3)
        };
        word.len() >= 8
            && word.bytes().any(|byte| byte.is_ascii_digit())
            && REGISTRIES.iter().any(|registry| of(&registry))
    };
    let known: Vec<String> = words.map(plain).filter(is_known).collect();
    if !known.is_empty() {
        return known;
    }
    let whole: String = text.chars().filter(|char| char.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    if whole.len() >= 4 && whole.chars().any(|char| char.is_ascii_digit()) { vec![whole] } else { Vec::new() }
}

/// The mark by which a registry number is compared.
pub(super) fn mark(number: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    number.hash(&mut hasher);
    hasher.finish()
}

/// The registration category that a text names, as the code of `codes.csv`: `化学药品1类`, `治疗用生物制品2.2类`, `原6.1类`, `1.1`.
pub(super) fn category_of(text: &str) -> Option<&'static str> {
    let start = text.find(|char: char| char.is_ascii_digit())?;
    let digits: String = text[start..].chars().take_while(char::is_ascii_digit).collect();
    match digits.as_str() {
        "1" => Some("1"),
        "2" => Some("2"),
        "6" if text.contains('原') || text.contains("中药") => Some("old_6"),
        _ => None,
    }
}

/// Who takes part by age, as codes of special groups: `CHILD, ADULT, OLDER_ADULT` of ClinicalTrials.gov, or words.
pub(super) fn ages_of(text: &str) -> Option<&'static str> {
    let upper = text.to_uppercase();
    let has = |words: &[&str]| words.iter().any(|word| upper.contains(word));
    let has_older = has(&["OLDER", "ELDERLY", "老年"]);
    let without_older = upper.replace("OLDER_ADULT", "").replace("OLDER ADULT", "");
    let has_adult = without_older.contains("ADULT") || upper.contains("成人");
    match (has(&["CHILD", "PAEDIATRIC", "PEDIATRIC", "儿童"]), has_adult, has_older) {
        (true, false, false) => Some("paediatric_only"),
        (true, ..) => Some("paediatric_included"),
        (false, false, true) => Some("elderly_only"),
        _ => None,
    }
}

/// Whether a text is a number that is not zero, whatever its separators.
pub(super) fn is_some_number(text: &str) -> bool {
    text.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}

/// Whether a text says yes.
pub(super) fn is_yes(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "yes" | "y" | "true" | "1" | "有" | "是" | "已建立")
}

#[cfg(test)]
mod tests {
    use super::{ages_of, category_of, phases_of, registry_numbers, year_of};

    #[test]
    fn years_are_read_from_dates_of_every_form() {
        for (text, year) in [
            ("2024-03-05", Some(2024)),
            ("2024", Some(2024)),
            ("March 5, 2024", Some(2024)),
            ("05/03/2024", Some(2024)),
            ("2024年3月5日", Some(2024)),
            ("20240305", Some(2024)),
            ("05032024", Some(2024)),
            ("45356", Some(2024)),
            ("45292", Some(2024)),
            ("45291", Some(2023)),
            ("45356.5", Some(2024)),
            ("2024-03-05T00:00:00", Some(2024)),
            ("03/05/24", None),
            ("1234", None),
            ("NCT04567890", None),
            ("", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(year_of(text).map(|year| year.0), year, "{text}");
        }
    }

    #[test]
    fn phases_are_read_in_every_form() {
        for (text, phases) in [
            ("PHASE1", 1),
            ("PHASE1|PHASE2", 3),
            ("EARLY_PHASE1", 1),
            ("Phase 2/Phase 3", 6),
            ("Phase IIb", 2),
            ("II/III 期", 6),
            ("Ⅰ期", 1),
            ("Ⅱ/Ⅲ期", 6),
            ("III期", 4),
            ("2a", 2),
            ("四期临床", 8),
            ("I期和II期", 3),
            ("NA", 0),
            ("其它", 0),
            ("Phase 0", 0),
            ("", 0),
            (
                "Human pharmacology (Phase I): no Therapeutic exploratory (Phase II): yes Therapeutic confirmatory - (Phase III): no",
                2,
            ),
        ] {
            assert_eq!(phases_of(text), phases, "{text}");
        }
    }

    #[test]
    fn registry_numbers_are_found_and_put_into_one_form() {
        for (text, numbers) in [
            ("NCT01234567", vec!["NCT01234567"]),
            (" nct01234567 ", vec!["NCT01234567"]),
            ("CTR20240001|NCT01234567", vec!["CTR20240001", "NCT01234567"]),
            ("ChiCTR-TRC-08000001", vec!["CHICTRTRC08000001"]),
            ("ChiCTR2000029308", vec!["CHICTR2000029308"]),
            ("=HYPERLINK(\"https://example.org/NCT01234567\",\"NCT01234567\")", vec!["HTTPSEXAMPLEORGNCT01234567"]),
            ("Study 17", vec!["STUDY17"]),
            ("n/a", vec![]),
            ("", vec![]),
        ] {
            let found = registry_numbers(text);
            if text.starts_with('=') {
                assert!(found.contains(&"NCT01234567".to_owned()), "{found:?}");
            } else {
                assert_eq!(found, numbers, "{text}");
            }
        }
    }

    #[test]
    fn categories_and_ages_are_read() {
        for (text, code) in [
            ("化学药品1类", Some("1")),
            ("治疗用生物制品2.2类", Some("2")),
            ("1.1", Some("1")),
            ("原6.1类", Some("old_6")),
            ("6类", None),
            ("4类", None),
            ("15类", None),
            ("", None),
        ] {
            assert_eq!(category_of(text), code, "{text}");
        }
        for (text, code) in [
            ("CHILD", Some("paediatric_only")),
            ("CHILD, ADULT, OLDER_ADULT", Some("paediatric_included")),
            ("OLDER_ADULT", Some("elderly_only")),
            ("ADULT, OLDER_ADULT", None),
            ("儿童", Some("paediatric_only")),
            ("成人", None),
        ] {
            assert_eq!(ages_of(text), code, "{text}");
        }
    }
}
