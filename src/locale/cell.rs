//! One number in words: beside a mark, in a table, in a sentence, in a tooltip.

use super::messages::{LateMessage, Message};
use super::number;
use super::words::Words;
use crate::address::Language;
use crate::dataset::{CodeId, Dimension, FactId, MeasureId, Origin, Statistic, Year, distinct};
use crate::figures::{Wording, escape};
use crate::query::{Cell, Heading, Method, NotApplicable, Printed, Reason, Table, Text};

/// Stands behind a number for which another value is printed too.
pub(super) const DAGGER: char = '†';

/// Stands behind a number that the reader has entered, or that follows from one.
pub(super) const STAR: char = '*';

/// Longest line of a tooltip, in halves of a Chinese character.
const TOOLTIP_LINE: usize = 46;

impl Words<'_> {
    /// A number as tables and marks show it: `>70 %`, `1,413–1,415`; empty for an empty cell.
    pub fn number(&self, statistic: Statistic, cell: &Cell) -> String {
        let text = match cell {
            Cell::Printed(printed) => {
                format!(
                    "{}{}",
                    number::sign(printed.qualifier, self.language),
                    number::decimal(printed.value, self.language)
                )
            }
            Cell::Derived(derived) => number::interval(derived.interval, self.language, number::joint(self.language)),
            Cell::Empty(_) => return String::new(),
        };
        let plus = if statistic == Statistic::Growth && has_grown(cell) { "+" } else { "" };
        format!("{plus}{}{}{}", self.with_percent(statistic, &text), self.dagger(cell), self.star(cell))
    }

    /// The mark of a number for which another value is printed too.
    fn dagger(&self, cell: &Cell) -> &'static str {
        if matches!(cell, Cell::Printed(printed) if self.facts.is_disputed(printed.fact)) { "†" } else { "" }
    }

    /// The mark of a number that the reader has entered.
    fn star(&self, cell: &Cell) -> &'static str {
        if cell.is_own(self.facts) { "*" } else { "" }
    }

    /// A number as a sentence says it: `more than 70 %`, `1,413 to 1,415`; empty for an empty cell.
    pub(super) fn spoken(&self, statistic: Statistic, cell: &Cell) -> String {
        let text = match cell {
            Cell::Printed(printed) => {
                let words = number::qualifier_words(printed.qualifier, self.language);
                format!("{words}{}", number::decimal(printed.value, self.language))
            }
            Cell::Derived(derived) => number::interval(derived.interval, self.language, self.say(Message::To)),
            Cell::Empty(_) => return String::new(),
        };
        let own = if cell.is_own(self.facts) { self.bracketed(self.say(Message::OwnMark)) } else { String::new() };
        self.with_percent(statistic, &text) + self.dagger(cell) + &own
    }

    /// A remark behind a word.
    pub fn bracketed(&self, remark: &str) -> String {
        match self.language {
            Language::En => format!(" ({remark})"),
            Language::Zh => format!("（{remark}）"),
        }
    }

    fn with_percent(&self, statistic: Statistic, text: &str) -> String {
        match statistic {
            Statistic::Share | Statistic::Growth => number::percent(text, self.language),
            Statistic::Count | Statistic::Mean => text.to_owned(),
        }
    }

    /// A number with its unit: `444 trials`, `43.1 %`.
    pub fn number_with_unit(&self, table: &Table, cell: &Cell) -> String {
        self.quantity(table.measure, table.statistic, cell)
    }

    /// The number of a fact, without its unit.
    pub fn value_of(&self, id: FactId) -> String {
        let fact = self.facts.fact(id);
        let cell = Cell::Printed(Printed { fact: id, value: fact.value, qualifier: fact.qualifier });
        self.number(fact.key.statistic, &cell)
    }

    /// A number of a measure with its unit.
    pub(super) fn quantity(&self, measure: MeasureId, statistic: Statistic, cell: &Cell) -> String {
        let text = self.number(statistic, cell);
        match (statistic, self.language) {
            (Statistic::Share | Statistic::Growth, _) => text,
            (_, Language::En) => format!("{text} {}", self.unit_of(&text, measure, statistic)),
            (_, Language::Zh) => format!("{text}{}", self.unit(measure, statistic)),
        }
    }

    /// The unit that stands beside a number set apart; nothing where the number carries its percent sign.
    pub fn unit_beside(&self, table: &Table, cell: &Cell) -> String {
        match table.statistic {
            Statistic::Share | Statistic::Growth => String::new(),
            Statistic::Count | Statistic::Mean => {
                let number = self.number(table.statistic, cell);
                self.unit_of(&number, table.measure, table.statistic).to_owned()
            }
        }
    }

    /// The unit behind a number: English units lose their plural behind 1.
    fn unit_of(&self, number: &str, measure: MeasureId, statistic: Statistic) -> &str {
        let unit = self.unit(measure, statistic);
        match (number, self.language) {
            ("1", Language::En) => unit.strip_suffix('s').unwrap_or(unit),
            _ => unit,
        }
    }

    /// The label of a cell: its year, and the row and column as far as they say more.
    pub fn cell_label(&self, table: &Table, row: usize, column: usize) -> String {
        let year = table.year_of(row, column).map(|year| self.span(year, year));
        let said = |heading: &Heading, all: &[Heading]| {
            let is_said = heading.year.is_none() && (!heading.codes.is_empty() || all.len() > 1);
            is_said.then(|| self.heading_text(heading))
        };
        let row = said(&table.rows[row], &table.rows);
        let column = said(&table.columns[column], &table.columns);
        year.into_iter().chain(row).chain(column).collect::<Vec<_>>().join(self.say(Message::ListComma))
    }

    /// Why a cell is empty, in a full phrase.
    pub fn reason(&self, reason: Reason) -> &'static str {
        self.say(match reason {
            Reason::OtherBase(_) => return self.say(Message::ReasonOtherBase),
            Reason::NotPrinted if self.facts.is_counted() => return self.say(Message::NotInList),
            Reason::NotPrinted => LateMessage::ReasonNotPrinted,
            Reason::BoundOnly(_) => LateMessage::ReasonBoundOnly,
            Reason::NotApplicable(NotApplicable::NoEarlierYear) => LateMessage::ReasonNoEarlierYear,
            Reason::NotApplicable(NotApplicable::VaccinesAreBiological) => LateMessage::ReasonVaccinesAreBiological,
        })
    }

    /// Why a cell is empty, in a word or two.
    pub fn short_reason(&self, reason: Reason) -> String {
        self.unbroken(self.short_message(reason))
    }

    /// The message of it, with a space where it may break.
    const fn short_message(&self, reason: Reason) -> Message {
        match reason {
            Reason::NotPrinted if self.facts.is_counted() => Message::NotInList,
            Reason::NotPrinted => Message::NotPrinted,
            Reason::BoundOnly(_) => Message::BoundOnly,
            Reason::OtherBase(_) => Message::OtherBase,
            Reason::NotApplicable(_) => Message::NotApplicable,
        }
    }

    /// A message whose space marks where it may break: in Chinese the space is no part of the text.
    pub fn unbroken(&self, message: Message) -> String {
        match self.language {
            Language::En => self.say(message).to_owned(),
            Language::Zh => self.say(message).replace(' ', ""),
        }
    }

    /// How a derived number follows from printed ones.
    pub fn method(&self, method: Method) -> &'static str {
        self.say(match method {
            Method::ShareOfCount => LateMessage::MethodShareOfCount,
            Method::RatioOfCounts => LateMessage::MethodRatioOfCounts,
            Method::Complement => LateMessage::MethodComplement,
            Method::GrowthOfCounts => LateMessage::MethodGrowthOfCounts,
        })
    }

    /// The editions of the report that state some facts: "Edition 2024", "Editions 2021–2024".
    pub fn editions(&self, facts: &[FactId]) -> String {
        let reports = || facts.iter().filter_map(|fact| self.facts.fact(*fact).report);
        let (Some(first), Some(last)) = (reports().min(), reports().max()) else {
            let is_other = |fact: &FactId| self.facts.origin_of(self.facts.fact(*fact)) == Origin::World;
            let is_others = facts.iter().any(is_other);
            return self.say(if is_others { Message::NotOfReports } else { Message::NoEdition }).to_owned();
        };
        let years: Vec<Year> = distinct(reports());
        let is_gapless = usize::from(last.0 - first.0) + 1 == years.len();
        let listed = if is_gapless && years.len() > 2 {
            match self.language {
                Language::En => format!("{first}–{last}"),
                Language::Zh => format!("{first}—{last}"),
            }
        } else {
            years.iter().map(Year::to_string).collect::<Vec<_>>().join(if self.language == Language::En {
                ", "
            } else {
                "、"
            })
        };
        match (self.language, years.len()) {
            (Language::En, 1) => format!("Edition {listed}"),
            (Language::En, _) => format!("Editions {listed}"),
            (Language::Zh, _) => format!("{listed}年度报告"),
        }
    }

    /// The grades of some facts: "grade A", "grades A–C".
    pub fn grades(&self, facts: &[FactId]) -> String {
        let grades = || facts.iter().map(|fact| self.facts.fact(*fact).grade);
        let (Some(best), Some(worst)) = (grades().min(), grades().max()) else { return String::new() };
        let listed = if best == worst { best.code().to_owned() } else { format!("{}–{}", best.code(), worst.code()) };
        match (self.language, best == worst) {
            (Language::En, true) => format!("grade {listed}"),
            (Language::En, false) => format!("grades {listed}"),
            (Language::Zh, _) => format!("证据等级{listed}"),
        }
    }

    /// Value, unit, group, edition and grade of a cell, as rich text of ECharts: the first line in the style `value`,
    /// quiet ones in `quiet`.
    pub fn tooltip(&self, table: &Table, row: usize, column: usize) -> String {
        let cell = table.cell(row, column);
        let group = self.group(&table.group_of(row, column));
        let year = table.year_of(row, column).map(|year| self.span(year, year));
        let what = year.map_or_else(|| group.clone(), |year| self.in_year(&year, &group));
        let origin = match cell {
            Cell::Printed(_) if cell.is_own(self.facts) => self.say(Message::OwnMark),
            Cell::Derived(derived) => self.method(derived.method),
            Cell::Printed(_) | Cell::Empty(_) => self.say(LateMessage::AsPrinted),
        };
        let editions = format!("{} · {}", self.editions(cell.facts()), self.grades(cell.facts()));
        let quiet =
            |text: &str| wrap(text).into_iter().map(|line| format!("{{quiet|{line}}}")).collect::<Vec<_>>().join("\n");
        let value = escape(&self.number_with_unit(table, cell));
        let what = wrap(&escape(&what)).join("\n");
        format!("{{value|{value}}}\n{what}\n{}\n{}", quiet(&escape(origin)), quiet(&escape(&editions)))
    }
}

/// Whether a growth is above zero by its sign alone: one that is printed as "more than" says so in its qualifier.
fn has_grown(cell: &Cell) -> bool {
    match cell {
        Cell::Printed(printed) => printed.qualifier.is_none() && printed.value.to_f64() > 0.0,
        Cell::Derived(derived) => derived.interval.low > 0.0,
        Cell::Empty(_) => false,
    }
}

impl Wording for Words<'_> {
    fn heading(&self, heading: &Heading) -> String {
        self.heading_text(heading)
    }

    fn code(&self, code: CodeId) -> String {
        self.code(code).to_owned()
    }

    fn text(&self, text: Text) -> &'static str {
        self.text(text)
    }

    fn whole(&self, table: &Table) -> String {
        let subgroup = self.subgroup(&table.group);
        if subgroup == self.population(&table.group) {
            self.population_of(table.measure, &table.group).to_owned()
        } else {
            subgroup
        }
    }

    fn breakdown(&self, dimension: Dimension, has_whole: bool) -> String {
        let name = self.dimension(dimension);
        match (self.language, has_whole) {
            (Language::En, true) => format!("Of these, by {}", self.inner(name)),
            (Language::En, false) => format!("By {}", self.inner(name)),
            (Language::Zh, true) => format!("其中，按{name}"),
            (Language::Zh, false) => format!("按{name}"),
        }
    }

    fn remainder(&self, missing: &[String]) -> String {
        if missing.is_empty() {
            return self.say(Message::NotBrokenDown).to_owned();
        }
        let names = missing.join(self.say(Message::ListComma));
        format!("{names}{}{}", self.colon(), self.short_reason(Reason::NotPrinted))
    }

    fn remainder_key(&self) -> &'static str {
        self.say(Message::RemainderKey)
    }

    fn percents(&self) -> &'static str {
        match self.language {
            Language::En => "{value}\u{a0}%",
            Language::Zh => "{value}%",
        }
    }

    fn new_basis(&self) -> &'static str {
        self.say(Message::NewBasis)
    }

    fn earlier_basis(&self) -> &'static str {
        self.say(Message::EarlierBasis)
    }

    fn mark(&self, table: &Table, cell: &Cell) -> String {
        self.number(table.statistic, cell)
    }

    fn is_own(&self, cell: &Cell) -> bool {
        cell.is_own(self.facts)
    }

    fn absence(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty(reason) => self.short_reason(*reason),
            Cell::Printed(_) | Cell::Derived(_) => String::new(),
        }
    }

    fn absence_in_two_lines(&self, cell: &Cell) -> String {
        match cell {
            Cell::Empty(reason) => self.say(self.short_message(*reason)).replacen(' ', "\n", 1),
            Cell::Printed(_) | Cell::Derived(_) => String::new(),
        }
    }
}

/// Breaks a text into lines that fit a tooltip: between words, or anywhere in Chinese.
fn wrap(text: &str) -> Vec<String> {
    let width = |char: char| if u32::from(char) >= 0x2E80 { 2 } else { 1 };
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_inclusive(|char: char| char == ' ' || u32::from(char) >= 0x2E80) {
        let length: usize = word.chars().map(width).sum();
        if used > 0 && used + length > TOOLTIP_LINE {
            lines.push(String::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
        used += length;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn long_lines_break_between_words() {
        let lines = wrap("New-drug trials, Biological products, Dermatology, ENT and ophthalmology");
        assert_eq!(lines, ["New-drug trials, Biological products, ", "Dermatology, ENT and ophthalmology"]);
        assert_eq!(wrap("新药临床试验，生物制品，皮肤及五官科，国际多中心临床试验").len(), 2);
    }
}
