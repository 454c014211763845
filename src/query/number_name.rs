//! Number reference: the name of one number that stands in no figure, so that an address can ask for its proof.

use crate::dataset::{CodeId, Dimension, Facts, Group, MeasureId, Statistic, Year};

use super::cell::{Question, answer};
use super::table::Cell;

/// The group that is not broken down.
const ALL: &str = "all";

/// A number of a sentence, of the headline numbers, or of a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NumberName {
    /// The year that it is about.
    pub year: Year,
    /// How it is expressed.
    pub statistic: Statistic,
    /// Of which group.
    pub group: Group,
    /// The breakdown in which the group is a part, of its total or of a code; nothing for a whole.
    pub of: Option<(Dimension, Option<CodeId>)>,
    /// What is counted or measured; nothing for trials.
    pub measure: Option<MeasureId>,
}

impl NumberName {
    /// The name of a number of trials of a group that is a part of `whole`, which differs from it in one breakdown or in none.
    pub fn new(year: Year, statistic: Statistic, group: Group, whole: Group) -> Self {
        let differs = |dimension: &Dimension| group.get(*dimension) != whole.get(*dimension);
        let of = Dimension::ALL.into_iter().find(differs).map(|dimension| (dimension, whole.get(dimension)));
        Self { year, statistic, group, of, measure: None }
    }

    /// The name of what a question asks, whose group differs from its denominator in one breakdown or in none.
    pub fn of(facts: &Facts, question: &Question) -> Self {
        let Question { year, measure, statistic, group, denominator } = *question;
        let measure = Some(measure).filter(|measure| trials(facts) != Some(*measure));
        Self { measure, ..Self::new(year, statistic, group, denominator.unwrap_or(group)) }
    }

    /// What the group is a part of; itself for a whole.
    pub fn whole(&self) -> Group {
        self.of.map_or(self.group, |(dimension, code)| self.group.with(dimension, code))
    }

    /// The name of how much the number grew on the year before.
    #[must_use]
    pub const fn grown(self) -> Self {
        Self { statistic: Statistic::Growth, of: None, ..self }
    }

    /// What it counts or measures; nothing when the dataset has no trials at all.
    pub fn measure(&self, facts: &Facts) -> Option<MeasureId> {
        self.measure.or_else(|| trials(facts))
    }

    /// The number, or why there is none; nothing when the dataset has no trials at all.
    pub fn cell(&self, facts: &Facts) -> Option<Cell> {
        let measure = self.measure(facts)?;
        // A measure that is a rate itself has no denominator.
        let denominator = Some(self.whole()).filter(|whole| self.statistic == Statistic::Share && *whole != self.group);
        let Self { year, statistic, group, .. } = *self;
        Some(answer(facts, &Question { year, measure, statistic, group, denominator }))
    }

    /// Reads `2024:share:purpose.new_drug,disease.oncology:disease`, `2024:count:all::approved_new_drugs`, or
    /// `2019:share:area.china:area.world:world_trials`; nothing for anything else.
    ///
    /// ```
    /// use china_trials_explorer::dataset::Facts;
    /// use china_trials_explorer::query::NumberName;
    ///
    /// let facts = Facts::shipped()?;
    /// for text in ["2024:share:purpose.new_drug,disease.oncology:disease", "2024:growth:all", "2024:count:all::approved_new_drugs",
    ///     "2019:share:area.china:area.world:world_trials"] {
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
            Some("") | None => None,
            Some(of) => Some(part_of(facts, of).filter(|(dimension, _)| group.get(*dimension).is_some())?),
        };
        let measure = match pieces.next() {
            Some(measure) => Some(facts.codes().measure(measure)?),
            None => None,
        };
        pieces.next().is_none().then_some(Self { year, statistic, group, of, measure })
    }

    /// The name as addresses write it.
    pub fn text(&self, facts: &Facts) -> String {
        let named = |dimension: Dimension, code| format!("{}.{}", dimension.code(), facts.codes().get(code).code);
        let codes: Vec<String> = self.group.codes().map(|(dimension, code)| named(dimension, code)).collect();
        let group = codes.join(",");
        let group = if group.is_empty() { ALL } else { &group };
        let name = format!("{}:{}:{group}", self.year, self.statistic.code());
        let of = self
            .of
            .map(|(dimension, code)| code.map_or_else(|| dimension.code().to_owned(), |code| named(dimension, code)));
        match (of, self.measure) {
            (None, None) => name,
            (Some(of), None) => format!("{name}:{of}"),
            (of, Some(measure)) => {
                format!("{name}:{}:{}", of.unwrap_or_default(), facts.codes().measure_of(measure).code)
            }
        }
    }
}

fn trials(facts: &Facts) -> Option<MeasureId> {
    facts.codes().measure("trials")
}

fn group(facts: &Facts, text: &str) -> Option<Group> {
    if text == ALL {
        return Some(Group::TOTAL);
    }
    text.split(',').try_fold(Group::TOTAL, |group, named| {
        let (dimension, code) = code_of(facts, named)?;
        Some(group.with(dimension, Some(code)))
    })
}

/// Reads `area.world`.
fn code_of(facts: &Facts, text: &str) -> Option<(Dimension, CodeId)> {
    let (dimension, code) = text.split_once('.')?;
    let dimension = Dimension::from_code(dimension)?;
    Some((dimension, facts.codes().find(dimension, code)?))
}

/// Reads `disease`, of whose total something is a part, or `area.world`.
fn part_of(facts: &Facts, text: &str) -> Option<(Dimension, Option<CodeId>)> {
    if text.contains('.') {
        return code_of(facts, text).map(|(dimension, code)| (dimension, Some(code)));
    }
    Dimension::from_code(text).map(|dimension| (dimension, None))
}
