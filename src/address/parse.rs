//! URL parser: from a query string to an [`Address`], forgiving by design.

use crate::dataset::{CodeId, Facts, Grade, Statistic, Year};
use crate::figures;
use crate::query::{Against, CellName, Filter, NumberName, Sort, Years};

use super::display::Display;
use super::foreign;
use super::frame::{HideablePart, Lock, Mode};
use super::keys::{KEYS, VERSION, key};
use super::language::Language;
use super::migrate::{lacks_figure, migrate};
use super::named_figure::NamedFigure;
use super::notice::{Notice, Problem};
use super::theme::ThemeChoice;
use super::url::Address;
use super::view::View;

/// Longest text that can be searched for, in characters.
const LONGEST_SEARCH: usize = 80;

/// Reads a query string, with or without its question mark. What others added on the way is left out; what is meant for this page
/// and not understood is left out and named.
///
/// ```
/// use china_trials_explorer::address::{parse, query_string};
/// use china_trials_explorer::dataset::{Facts, Year};
/// use china_trials_explorer::query::Years;
///
/// let facts = Facts::shipped()?;
/// let (address, notices) = parse(facts, b"?year=2024&disease=oncology,onclogy");
/// assert_eq!(address.selection.years, Years::One(Year(2024)));
/// assert_eq!(notices[0].to_string(), "disease=onclogy");
/// assert_eq!(query_string(facts, &address), "v=1&year=2024&disease=oncology");
/// # Ok::<(), &postcard::Error>(())
/// ```
pub fn parse(facts: &Facts, query: &[u8]) -> (Address, Vec<Notice>) {
    let query = query.strip_prefix(b"?").unwrap_or(query);
    let mut pairs = foreign::pairs(query);
    migrate(&mut pairs);
    let names_figure = pairs.iter().any(|(key, value)| key == "figure" && NamedFigure::parse(value).is_some());
    let mut reader = Reader { facts, names_figure, address: Address::default(), notices: Vec::new() };
    let mut seen: Vec<&'static str> = Vec::new();
    for (name, value) in pairs {
        let Some(known) = KEYS.into_iter().find(|key| *key == name) else {
            reader.notice(&name, &value, Problem::UnknownKey);
            continue;
        };
        if seen.contains(&known) {
            reader.notice(&name, &value, Problem::Repeated);
            continue;
        }
        seen.push(known);
        reader.read(known, &value);
    }
    if reader.address.frame.mode == Mode::Card && reader.address.figure.is_none() {
        reader.address.frame.mode = Mode::Embed;
        reader.notice("mode", Mode::Card.code(), Problem::WithoutFigure);
    }
    (reader.address, reader.notices)
}

struct Reader<'a> {
    facts: &'a Facts,
    /// Whether a figure stands beside whatever else is asked.
    names_figure: bool,
    address: Address,
    notices: Vec<Notice>,
}

impl Reader<'_> {
    fn notice(&mut self, key: &str, value: &str, problem: Problem) {
        self.notices.push(Notice { key: key.to_owned(), value: value.to_owned(), problem });
    }

    /// An empty value is a default that somebody wrote out.
    fn read(&mut self, key: &'static str, value: &str) {
        if value.is_empty() {
            return;
        }
        let filter = Filter::ALL.into_iter().find(|filter| self::key(*filter) == key);
        let is_known = match (key, filter) {
            (_, Some(filter)) => {
                self.codes(filter, value);
                true
            }
            ("v", _) => return self.version(value),
            ("year", _) => self.years(value),
            ("lang", _) => set(&mut self.address.language, Language::from_code(value).map(Some)),
            ("theme", _) => set(&mut self.address.theme, ThemeChoice::from_code(value)),
            ("page", _) => set(&mut self.address.view, View::from_code(value)),
            ("fact", _) => set(&mut self.address.fact, fact_name(value).map(Some)),
            ("number", _) => set(&mut self.address.number, NumberName::parse(self.facts, value).map(Some)),
            ("against", _) => set(&mut self.address.against, Against::parse(self.facts, value).map(Some)),
            ("q", _) => {
                self.address.listing.text = value.chars().take(LONGEST_SEARCH).collect();
                true
            }
            ("sort", _) => set(&mut self.address.listing.sort, Sort::parse(value)),
            ("statistic", _) => set(&mut self.address.listing.statistic, Statistic::from_code(value).map(Some)),
            ("grade", _) => set(&mut self.address.listing.grade, Grade::from_code(value).map(Some)),
            // Beside a figure that is known, the cell itself is at fault.
            ("cell", _) if lacks_figure(value) && !self.names_figure => {
                return self.notice("cell", value, Problem::WithoutFigure);
            }
            ("cell", _) => set(&mut self.address.cell, CellName::parse(value, figures::figure).map(Some)),
            ("mode", _) => set(&mut self.address.frame.mode, Mode::from_code(value)),
            ("hide", _) => return self.hide(value),
            ("lock", _) => return self.lock(value),
            ("brief", _) => {
                value.clone_into(&mut self.address.brief);
                true
            }
            ("view", _) => set(&mut self.address.display, Display::from_code(value)),
            _ => self.figure(value),
        };
        if !is_known {
            self.notice(key, value, Problem::UnknownValue);
        }
    }

    /// A figure stays one where its statistic is not understood.
    fn figure(&mut self, value: &str) -> bool {
        let Some((named, is_understood)) = NamedFigure::parse(value) else { return false };
        self.address.figure = Some(named);
        is_understood
    }

    fn hide(&mut self, value: &str) {
        self.address.frame.hide = self.listed("hide", value, HideablePart::from_code);
    }

    fn lock(&mut self, value: &str) {
        self.address.frame.lock =
            self.listed("lock", value, |code| Lock::ALL.into_iter().find(|lock| lock.code() == code));
    }

    /// A list of codes, each once; what is not known is named.
    fn listed<T: PartialEq>(&mut self, key: &str, value: &str, find: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut known = Vec::new();
        for code in value.split(',') {
            match find(code) {
                Some(found) if known.contains(&found) => {}
                Some(found) => known.push(found),
                None => self.notice(key, code, Problem::UnknownValue),
            }
        }
        known
    }

    fn version(&mut self, value: &str) {
        match value.parse::<u32>() {
            Ok(version) if (1..=VERSION).contains(&version) => {}
            Ok(version) if version > VERSION => self.notice("v", value, Problem::NewerVersion),
            _ => self.notice("v", value, Problem::UnknownValue),
        }
    }

    fn years(&mut self, value: &str) -> bool {
        set(&mut self.address.selection.years, years(self.facts, value))
    }

    fn codes(&mut self, filter: Filter, value: &str) {
        let codes = self.facts.codes();
        let known: Vec<CodeId> = self.listed(key(filter), value, |code| codes.find(filter.dimension(), code));
        self.address.selection = self.address.selection.with_codes(filter, known);
    }
}

/// The years of `2024` or `2020..2024`, where the dataset has them.
pub(super) fn years(facts: &Facts, value: &str) -> Option<Years> {
    let (first, last) = facts.years()?;
    let year = |text: &str| {
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = Year(is_year.then(|| text.parse().ok()).flatten()?);
        (first..=last).contains(&year).then_some(year)
    };
    // By characters: searching for a text would bring 2 kB of code that nothing else here needs.
    let ends = value.split_once('.').and_then(|(from, to)| Some((from, to.strip_prefix('.')?)));
    match ends {
        Some((from, to)) => year(from).zip(year(to)).map(|(from, to)| Years::between(from, to)),
        None => year(value).map(Years::One),
    }
}

/// The name of a fact as `facts.csv` writes names; whether there is one is seen when it is looked up.
pub(super) fn fact_name(text: &str) -> Option<String> {
    let is_name =
        text.len() <= 160 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    is_name.then(|| text.to_owned())
}

/// Sets a field when there is something to set; says whether there was.
fn set<T>(field: &mut T, value: Option<T>) -> bool {
    value.map(|value| *field = value).is_some()
}
