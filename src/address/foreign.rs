//! What others write into our addresses on their way: parameters that count visitors, escaped ampersands, and the full stop
//! of a sentence that a mail program took for a part of the link.

use std::borrow::Cow;

use super::keys::KEYS;
use super::migrate::Pair;

/// What may stand behind a link in a sentence, in English or Chinese, and ends no value of ours.
const BEHIND_A_LINK: &[char] = &[
    '.', ',', ';', '!', '?', ')', ']', '}', '>', '"', '\'', '。', '，', '；', '：', '！', '？', '、', '）', '」', '』',
    '】', '》', '”', '’',
];

/// The keys whose values are the reader's own words, which may end with anything.
const FREE_TEXTS: [&str; 2] = ["q", "brief"];

/// The pairs of a query string as they were meant: those of others are left out, and our last value ends where it did.
pub(super) fn pairs(query: &[u8]) -> Vec<Pair<'_>> {
    let all = form_urlencoded::parse(query).map(|(key, value)| (meant(key), value));
    let mut own: Vec<Pair<'_>> = all.filter(|(key, _)| !is_foreign(key)).collect();
    if let Some((key, value)) = own.last_mut()
        && !FREE_TEXTS.contains(&key.as_ref())
    {
        let length = value.trim_end_matches(BEHIND_A_LINK).len();
        // Two full stops begin the end of a range, which somebody forgot: that is named.
        if length < value.len() && !value[length..].starts_with("..") {
            *value = Cow::Owned(value[..length].to_owned());
        }
    }
    own
}

/// Whether a query string asks anything of this page: parameters of others do not.
pub fn asks_anything(query: &[u8]) -> bool {
    let query = query.strip_prefix(b"?").unwrap_or(query);
    pairs(query).iter().any(|(key, _)| KEYS.contains(&key.as_ref()))
}

/// A key behind `&amp;`, as an address reads that was escaped for HTML and never unescaped.
fn meant(key: Cow<'_, str>) -> Cow<'_, str> {
    let own = key.trim_start_matches("amp;").len();
    if own == key.len() { key } else { Cow::Owned(key[key.len() - own..].to_owned()) }
}

/// Whether a key is none of ours, nor one of ours with a slip of the pen: that is named to the reader.
fn is_foreign(key: &str) -> bool {
    // Of a very short key every other is a slip.
    let is_meant =
        |own: &str| own.eq_ignore_ascii_case(key) || (own.len() > 2 && is_slip(own.as_bytes(), key.as_bytes()));
    !KEYS.into_iter().any(is_meant)
}

/// Whether two words differ in one letter that is wrong, missing or too many, or in two that changed places.
/// Written here because the search's edit distance weighs 5 kB in the first module.
fn is_slip(one: &[u8], other: &[u8]) -> bool {
    let begin = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[begin..], &other[begin..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    match (&one[..one.len() - end], &other[..other.len() - end]) {
        ([first, second], [third, fourth]) => first == fourth && second == third,
        (one, other) => one.len() <= 1 && other.len() <= 1,
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::asks_anything;
    use crate::address::{Notice, Problem, parse, query_string};
    use crate::dataset::Facts;

    fn read(query: &str) -> (String, Vec<Notice>) {
        let facts = Facts::shipped().expect("the shipped data are read by a test of their own");
        let (address, notices) = parse(facts, query.as_bytes());
        (query_string(facts, &address), notices)
    }

    #[test]
    fn what_others_add_is_dropped_in_silence() {
        for foreign in [
            "from=singlemessage&isappinstalled=0",
            "utm_source=newsletter&utm_medium=email&utm_campaign=x",
            "fbclid=abc",
            "gclid=abc&gbraid=1",
            "mc_cid=1&mc_eid=2",
            "web=1&wdLOR=c1",
            "spm=a2c4g.11186623",
            "ref=portal",
            "_ga=1.2",
            "nsukey=abc&scene=1&clicktime=1",
            "sid=1&token=abc",
        ] {
            let whole = format!("?{foreign}&year=2024&{foreign}&disease=oncology&{foreign}");
            assert_eq!(read(&whole), ("v=1&year=2024&disease=oncology".to_owned(), Vec::new()), "{foreign}");
            assert!(!asks_anything(foreign.as_bytes()), "{foreign}");
            assert!(asks_anything(whole.as_bytes()));
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_named() {
        for slip in ["yaer", "Year", "years", "prodcut", "desease", "figur", "langs", "populations", "catagory"] {
            let (address, notices) = read(&format!("{slip}=2024"));
            assert_eq!(address, "", "{slip}");
            assert!(matches!(notices.as_slice(), [Notice { problem: Problem::UnknownKey, .. }]), "{slip}: {notices:?}");
        }
    }

    #[test]
    fn an_escaped_ampersand_is_an_ampersand() {
        let meant = ("v=1&year=2024&product=biological".to_owned(), Vec::new());
        assert_eq!(read("?v=1&amp;year=2024&amp;product=biological"), meant);
        assert_eq!(read("year=2024&amp;amp;product=biological"), meant);
    }

    #[test]
    fn the_end_of_a_sentence_is_not_the_end_of_a_value() {
        for end in [".", "。", ")", ").", "」", "）。", ",", "%E3%80%82", "\""] {
            for whole in
                ["v=1&year=2024", "v=1&year=2024&product=biological", "v=1&cell=disease_areas:share:oncology:chemical"]
            {
                assert_eq!(read(&format!("{whole}{end}")), (whole.to_owned(), Vec::new()), "{end}");
            }
        }
        // What the reader searches for may end with anything.
        assert_eq!(read("page=data&q=what%3F").0, "v=1&page=data&q=what%3F");
    }
}
