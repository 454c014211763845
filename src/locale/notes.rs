//! What stands under a figure: its population, what is missing, notes and other values.

use super::cell::DAGGER;
use super::messages::{LateMessage, Message};
use super::number::{decimal, percent};
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{Dispute, FactId, MeasureId, Origin, Statistic, Year, distinct};
use crate::query::{Cell, Figure, Filter, Reason, Selection, Table, Unmet, Why, Widening};

/// Other values that are more than a number, as the data words them, and in Chinese; quoted as they are where this list lacks one.
fn in_chinese(text: &str) -> String {
    match text {
        "21.3 % of all" => "占全部的21.3%".to_owned(),
        "15.8 % of all" => "占全部的15.8%".to_owned(),
        "decrease of 10 % on 2021" => "较2021年下降10%".to_owned(),
        "+23 % on 2023" => "较2023年增长23%".to_owned(),
        "over 50" => "超过50项".to_owned(),
        "2847 (58.3 %)" => "2847项（58.3%）".to_owned(),
        "18 % of innovative biologic trials" => "占创新生物制品试验的18%".to_owned(),
        other => format!("“{other}”"),
    }
}

/// More names than this are not read.
const MOST_LISTED: usize = 3;

/// What credible sources print instead of a fact.
struct OtherValue<'a> {
    value: String,
    publishers: Vec<&'a str>,
    /// Why it is not the value that is kept.
    why: &'a str,
}

impl Words<'_> {
    /// What a figure counts, after its population: narrowing, unit or share, years.
    pub fn scope_of(&self, figure: &Figure, table: &Table, is_year_chosen: bool) -> Vec<String> {
        let mut scope = Vec::new();
        let subgroup = self.subgroup_of(table.measure, &table.group);
        if subgroup != self.population_of(table.measure, &table.group) && subgroup != self.population(&table.group) {
            scope.push(subgroup);
        }
        let measure = self.facts.codes().measure_of(table.measure);
        let is_named =
            measure.code == "trials" || self.population_of(table.measure, &table.group) == self.pick(&measure.label);
        if !is_named {
            scope.push(self.inner(self.pick(&measure.label)));
        }
        scope.push(self.measured_as(figure, table));
        let years =
            |heading: &[crate::query::Heading]| -> Vec<Year> { heading.iter().filter_map(|one| one.year).collect() };
        let mut timed = years(&table.rows);
        timed.extend(years(&table.columns));
        // Of a measure that has one year there is no later one.
        let is_only_year = self.facts.years_of(table.measure).is_some_and(|(first, last)| first == last);
        match (table.year, timed.first(), timed.last()) {
            (Some(year), ..) if is_year_chosen || table.is_empty() || is_only_year => scope.push(self.span(year, year)),
            (Some(year), ..) => {
                let (open, close) = if self.language == Language::En { (" (", ")") } else { ("（", "）") };
                scope.push(format!("{}{open}{}{close}", self.span(year, year), self.say(Message::LatestPrinted)));
            }
            (None, Some(first), Some(last)) => scope.push(self.span(*first, *last)),
            _ => {}
        }
        scope
    }

    /// Why the numbers of a measure are not CDE's; nothing for those of the reports.
    pub fn why_other_population(&self, measure: MeasureId) -> Option<&'static str> {
        let is_other = self.facts.codes().measure_of(measure).origin == Origin::World;
        is_other.then(|| self.say(LateMessage::OtherPopulation))
    }

    /// "trials", "share by disease area within product type", "change on the year before, percent".
    fn measured_as(&self, figure: &Figure, table: &Table) -> String {
        let name = |dimension| self.inner(self.dimension(dimension));
        match (table.statistic, self.language) {
            (Statistic::Count | Statistic::Mean, _) => self.unit(table.measure, table.statistic).to_owned(),
            (Statistic::Growth, Language::En) => "change on the year before, percent".to_owned(),
            (Statistic::Growth, Language::Zh) => "较上年变化（%）".to_owned(),
            (Statistic::Share, language) => match (figure.base.first(), language) {
                (Some(Widening::ToTotal(dimension)), language) => {
                    let mut breaks = figure.rows.dimensions().into_iter().chain(figure.columns.dimensions());
                    let within = breaks.rfind(|broken| broken != dimension);
                    match (within, language) {
                        (None, Language::En) => format!("share by {}", name(*dimension)),
                        (None, Language::Zh) => format!("按{}统计的占比（%）", name(*dimension)),
                        (Some(within), Language::En) => {
                            format!("share by {} within each {}", name(*dimension), name(within))
                        }
                        (Some(within), Language::Zh) => {
                            format!("各{}内按{}统计的占比（%）", name(within), name(*dimension))
                        }
                    }
                }
                (Some(Widening::ToCode(dimension, code)), language) => {
                    let label = self.facts.codes().find(*dimension, code).map_or(*code, |code| self.code(code));
                    match language {
                        Language::En => format!("share of {}", self.inner(label)),
                        Language::Zh => format!("占{label}的比例（%）"),
                    }
                }
                (Some(Widening::OwnToTotal), Language::En) => "share within its own breakdown".to_owned(),
                (Some(Widening::OwnToTotal), Language::Zh) => "在各自分类中的占比（%）".to_owned(),
                (None, _) => self.unit(table.measure, table.statistic).to_owned(),
            },
        }
    }

    /// What is chosen of a filter: "Oncology, Endocrine".
    pub fn chosen(&self, filter: Filter, selection: &Selection) -> String {
        let codes: Vec<&str> = selection.codes(filter).iter().map(|code| self.code(*code)).collect();
        codes.join(self.say(Message::ListComma))
    }

    /// Why a figure does not obey a filter of a selection, as a sentence: "Not narrowed to Oncology: no source …".
    pub fn unmet(&self, unmet: Unmet, selection: &Selection) -> String {
        let chosen = self.chosen(unmet.filter, selection);
        let why = self.say(match unmet.why {
            Why::NotPrinted => Message::WhyNotPrinted,
            Why::SeveralChosen => Message::WhySeveralChosen,
            Why::OtherSubject => Message::WhyOtherSubject,
            Why::OnlyCoarser => Message::WhyOnlyCoarser,
            Why::NotOfYears => Message::WhyNotOfYears,
        });
        match self.language {
            Language::En => format!("{} {chosen}: {why}.", self.say(Message::Unmet)),
            Language::Zh => format!("{}“{chosen}”（{why}）。", self.say(Message::Unmet)),
        }
    }

    /// What a table lacks, in one or two sentences: rows left out, and the years without a number.
    pub fn absences(&self, table: &Table) -> Vec<String> {
        let mut sentences = Vec::new();
        if !table.omitted.is_empty() && !table.is_empty() {
            sentences.push(self.omitted(table));
        }
        let missing: Vec<(usize, Vec<Year>)> = (0..table.columns.len())
            .map(|column| (column, self.years_without(table, column)))
            .filter(|(_, years)| !years.is_empty() && years.len() < table.rows.len())
            .collect();
        let wholly = (0..table.columns.len()).filter(|column| {
            table.rows.len() > 1
                && !table.is_empty()
                && (0..table.rows.len()).all(|row| table.cell(row, *column).is_empty())
        });
        let wholly: Vec<String> = wholly.map(|column| self.heading_text(&table.columns[column])).collect();
        if !wholly.is_empty() {
            sentences.push(self.listed(self.say(LateMessage::Omitted), &wholly.join(self.say(Message::ListComma))));
        }
        if let Some((_, first)) = missing.first() {
            let is_same =
                missing.len() + wholly.len() == table.columns.len() && missing.iter().all(|(_, years)| years == first);
            let text = if is_same {
                self.year_list(first)
            } else {
                let each = |(column, years): &(usize, Vec<Year>)| {
                    format!("{} {}", self.heading_text(&table.columns[*column]), self.year_list(years))
                };
                missing.iter().map(each).collect::<Vec<_>>().join(if self.language == Language::En {
                    "; "
                } else {
                    "；"
                })
            };
            let is_readable = is_same || missing.len() <= MOST_LISTED;
            sentences.push(if is_readable {
                self.listed(self.say(LateMessage::YearsWithout), &text)
            } else {
                self.say(LateMessage::GapsAreNotPrinted).to_owned()
            });
        }
        sentences
    }

    /// The rows left out: by name where they are few, by number where they are many.
    fn omitted(&self, table: &Table) -> String {
        let count = table.omitted.len();
        match (count <= MOST_LISTED + 1, self.language) {
            (true, _) => {
                let labels: Vec<String> = table.omitted.iter().map(|row| self.heading_text(row)).collect();
                self.listed(self.say(LateMessage::Omitted), &labels.join(self.say(Message::ListComma)))
            }
            (false, Language::En) => format!("Not printed for {count} others."),
            (false, Language::Zh) => format!("其余{count}项未见公布。"),
        }
    }

    /// What changed between two years of a table, so that their numbers are not strictly comparable.
    pub fn breaks(&self, figure: &Figure, table: &Table) -> Vec<String> {
        let years = distinct(table.rows.iter().chain(&table.columns).filter_map(|heading| heading.year));
        let crossed = figure.breaks.iter().filter(|change| {
            years.iter().any(|year| *year < change.from) && years.iter().any(|year| *year >= change.from)
        });
        crossed
            .map(|change| {
                self.listed(self.say(LateMessage::Break), self.text(change.note).trim_end_matches(['.', '。']))
            })
            .collect()
    }

    fn listed(&self, lead: &str, list: &str) -> String {
        match self.language {
            Language::En => format!("{lead} {list}."),
            Language::Zh => format!("{lead}{list}。"),
        }
    }

    fn year_list(&self, years: &[Year]) -> String {
        let joint = if self.language == Language::En { ", " } else { "、" };
        let list = years.iter().map(Year::to_string).collect::<Vec<_>>().join(joint);
        if self.language == Language::En { list } else { format!("{list}年") }
    }

    /// The years of a column that no source prints.
    #[expect(clippy::unused_self, reason = "read beside its sentence")]
    fn years_without(&self, table: &Table, column: usize) -> Vec<Year> {
        let rows = (0..table.rows.len()).filter(|row| {
            matches!(table.cell(*row, column), Cell::Empty(reason) if !matches!(reason, Reason::NotApplicable(_)))
        });
        rows.filter_map(|row| table.rows[row].year).collect()
    }

    /// Another value as a number of the page where it is one, else as the source words it.
    fn other_value(&self, statistic: Statistic, dispute: &Dispute) -> String {
        let text = match (dispute.other_value, self.language) {
            (Some(value), _) => decimal(value, self.language),
            (None, Language::En) => dispute.other_text.clone(),
            (None, Language::Zh) => in_chinese(&dispute.other_text),
        };
        match statistic {
            Statistic::Share | Statistic::Growth if dispute.other_value.is_some() => percent(&text, self.language),
            _ => text,
        }
    }

    fn given_otherwise(&self, OtherValue { value, publishers, .. }: &OtherValue<'_>) -> String {
        let (given, by) = (self.say(LateMessage::OtherValue), self.say(LateMessage::By));
        match self.language {
            Language::En => format!("{given} {value} {by} {}", publishers.join("; ")),
            Language::Zh => format!("{given}{value}（{by}{}）", publishers.join("；")),
        }
    }

    fn dispute(&self, id: FactId, other: &OtherValue<'_>) -> String {
        let fact = self.facts.fact(id);
        let cell = Cell::Printed(crate::query::Printed { fact: id, value: fact.value, qualifier: fact.qualifier });
        let value = self.number(fact.key.statistic, &cell);
        let year = self.span(fact.key.year, fact.key.year);
        let group = self.group(&fact.key.group);
        let comma = self.say(Message::ListComma);
        let statistic = self.term("statistic", fact.key.statistic.code());
        let (otherwise, why) = (self.given_otherwise(other), other.why);
        match self.language {
            Language::En => {
                format!("{year}{comma}{group}, {}: {value}, {otherwise}. {why}", self.inner(statistic))
            }
            Language::Zh => format!("{year}{group}（{statistic}）：{value}，{otherwise}。{why}"),
        }
    }
}

impl LibraryWords<'_> {
    /// The notes on some facts, each once, with the years that they are about.
    pub fn notes_on(&self, facts: &[FactId]) -> Vec<String> {
        let mut notes: Vec<(&str, Vec<Year>)> = Vec::new();
        for id in facts {
            let fact = self.facts.fact(*id);
            let note = self.pick(self.library.note(*id));
            if note.is_empty() {
                continue;
            }
            match notes.iter_mut().find(|(text, _)| *text == note) {
                Some((_, years)) if years.contains(&fact.key.year) => {}
                Some((_, years)) => years.push(fact.key.year),
                None => notes.push((note, vec![fact.key.year])),
            }
        }
        let joint = self.colon();
        notes.into_iter().map(|(note, years)| format!("{}{joint}{note}", self.year_list(&years))).collect()
    }

    /// The other values that credible sources print for some facts: "2022, New-drug trials: 1,974, also given as 2033 by …".
    pub fn disputes_on(&self, facts: &[FactId]) -> Vec<String> {
        let line = |id: &FactId| {
            let others = self.others_of(*id).into_iter();
            others.map(|other| self.dispute(*id, &other)).collect::<Vec<_>>()
        };
        facts.iter().flat_map(line).collect()
    }

    /// What credible sources print instead of a fact: "also given as 2,033 by …".
    pub(super) fn other_values(&self, fact: FactId) -> impl Iterator<Item = String> {
        self.others_of(fact).into_iter().map(|other| self.given_otherwise(&other))
    }

    /// The other values of a fact, each once.
    fn others_of(&self, fact: FactId) -> Vec<OtherValue<'_>> {
        let mut others: Vec<OtherValue<'_>> = Vec::new();
        for dispute in self.library.disputes_of(fact) {
            let publisher = self.pick(&self.library.source(dispute.source).publisher);
            let value = self.other_value(self.facts.fact(fact).key.statistic, dispute);
            match others.iter_mut().find(|other| other.value == value) {
                Some(other) => other.publishers.push(publisher),
                None => {
                    others.push(OtherValue {
                        value,
                        publishers: vec![publisher],
                        why: self.pick(&dispute.explanation),
                    });
                }
            }
        }
        others
    }

    /// The other values of everything that a table is about, in any statistic: the growth of a count is disputed with it.
    pub fn disputes_around(&self, table: &Table) -> Vec<String> {
        let groups: Vec<_> =
            table.cells().map(|(row, column, _)| (table.year_of(row, column), table.group_of(row, column))).collect();
        let is_shown = |fact: FactId| {
            let key = self.facts.fact(fact).key;
            key.measure == table.measure && groups.contains(&(Some(key.year), key.group))
        };
        let disputed =
            distinct(self.library.disputes().iter().map(|dispute| dispute.fact).filter(|fact| is_shown(*fact)));
        self.disputes_on(&disputed).into_iter().map(|line| format!("{DAGGER} {line}")).collect()
    }
}
