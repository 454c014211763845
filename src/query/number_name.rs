//! Number reference: the name of one number of trials that stands in no figure, so that an address can ask for its proof.

use crate::dataset::{Dimension, Facts, Group, Statistic, Year};

use super::cell::{Question, answer};
use super::table::Cell;

/// The group that is not broken down.
const ALL: &str = "all";

/// A number of trials: of a sentence, or of the headline numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberName {
    /// The year that it is about.
    pub year: Year,
    /// How it is expressed.
    pub statistic: Statistic,
    /// Of which group.
    pub group: Group,
    /// The breakdown whose total the group is a part of; nothing for a whole.
    pub of: Option<Dimension>,
}

impl NumberName {
    /// The name of a number of a group that is a part of `whole`, which differs from it in one breakdown or in none.
    pub fn new(year: Year, statistic: Statistic, group: Group, whole: Group) -> Self {
        let of = Dimension::ALL.into_iter().find(|dimension| group.get(*dimension) != whole.get(*dimension));
        Self { year, statistic, group, of }
    }

    /// What the group is a part of; itself for a whole.
    pub fn whole(&self) -> Group {
        self.of.map_or(self.group, |of| self.group.with(of, None))
    }

    /// The number, or why there is none; nothing when the dataset has no trials at all.
    pub fn cell(&self, facts: &Facts) -> Option<Cell> {
        let measure = facts.codes().measure("trials")?;
        let denominator = (self.statistic == Statistic::Share).then(|| self.whole());
        let Self { year, statistic, group, .. } = *self;
        Some(answer(facts, &Question { year, measure, statistic, group, denominator }))
    }

    /// Reads `2024:share:purpose.new_drug,disease.oncology:disease`; nothing for anything else.
    ///
    /// ```
    /// use china_trials_explorer::dataset::Facts;
    /// use china_trials_explorer::query::NumberName;
    ///
    /// let facts = Facts::shipped()?;
    /// for text in ["2024:share:purpose.new_drug,disease.oncology:disease", "2024:growth:all"] {
    ///     assert_eq!(NumberName::parse(facts, text).map(|name| name.text(facts)).as_deref(), Some(text));
    /// }
    /// assert_eq!(NumberName::parse(facts, "2024:share:disease.onclogy"), None);
    /// # Ok::<(), &postcard::Error>(())
    /// ```
    pub fn parse(facts: &Facts, text: &str) -> Option<Self> {
        let mut pieces = text.split(':');
        let year = Year(pieces.next()?.parse().ok()?);
        let statistic = Statistic::from_code(pieces.next()?)?;
        let group = group(facts, pieces.next()?)?;
        let of = match pieces.next() {
            Some(of) => Some(Dimension::from_code(of).filter(|of| group.get(*of).is_some())?),
            None => None,
        };
        pieces.next().is_none().then_some(Self { year, statistic, group, of })
    }

    /// The name as addresses write it.
    pub fn text(&self, facts: &Facts) -> String {
        let codes = self.group.codes();
        let codes = codes.map(|(of, code)| format!("{}.{}", of.code(), facts.codes().get(code).code));
        let group = codes.collect::<Vec<_>>().join(",");
        let group = if group.is_empty() { ALL } else { &group };
        let of = self.of.map(|of| format!(":{}", of.code())).unwrap_or_default();
        format!("{}:{}:{group}{of}", self.year, self.statistic.code())
    }
}

fn group(facts: &Facts, text: &str) -> Option<Group> {
    if text == ALL {
        return Some(Group::TOTAL);
    }
    text.split(',').try_fold(Group::TOTAL, |group, named| {
        let (dimension, code) = named.split_once('.')?;
        let dimension = Dimension::from_code(dimension)?;
        Some(group.with(dimension, Some(facts.codes().find(dimension, code)?)))
    })
}
