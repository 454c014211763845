//! Templates for what the dataset lacks: every cell of an edition with its key, so that only values are typed.

use super::messages::Message;
use super::words::LibraryWords;
use crate::address::Language;
use crate::dataset::{FACT_COLUMNS, Fact, OwnTable, Year, fact_row, own_tables};
use crate::export::PlainTable;
use crate::query::{Lacking, lacking};

/// How many other years a row shows, so that a typed value can be compared at once.
const OTHERS: usize = 3;

impl LibraryWords<'_> {
    /// The template for a year: a row for each number that the reports print for another year and the dataset lacks for this one.
    /// Columns whose name begins with `#` are for people, in the reader's language; the parser leaves them out.
    pub fn template(&self, year: Year) -> PlainTable {
        let kept: Vec<usize> =
            (0..FACT_COLUMNS.len()).filter(|index| !FACT_COLUMNS[*index].starts_with("from_")).collect();
        let [number, unit, others] = match self.language {
            Language::En => ["#number", "#unit", "#other years"],
            Language::Zh => ["#内容", "#单位", "#其他年份"],
        };
        let names = kept.iter().map(|index| FACT_COLUMNS[*index]);
        let columns: Vec<String> = [number, unit, others].into_iter().chain(names).map(str::to_owned).collect();
        let row = |lacking: &Lacking| -> Vec<String> {
            let fields = fact_row(self.facts.codes(), &lacking.key, &lacking.share_of, &year.to_string());
            self.remarks(lacking).into_iter().chain(kept.iter().map(|index| fields[*index].clone())).collect()
        };
        PlainTable {
            name: "facts".to_owned(),
            typed: columns.iter().position(|name| name == "value"),
            columns,
            rows: lacking(self.facts, year).iter().map(row).collect(),
        }
    }

    /// What a number is about, its unit, and what it was in other years.
    pub fn remarks(&self, lacking: &Lacking) -> [String; 3] {
        let Lacking { key, others, .. } = lacking;
        let latest = others.first().map(|id| self.facts.fact(*id));
        let whole = latest.and_then(Fact::denominator).map(|whole| match self.language {
            Language::En => format!(" of {}", self.participants_of(key.measure, &whole)),
            Language::Zh => format!("（占{}）", self.participants_of(key.measure, &whole)),
        });
        let statistic = self.term("statistic", key.statistic.code());
        let group = self.group_of(key.measure, &key.group);
        let measure = self.facts.codes().measure_of(key.measure);
        let label = self.pick(&measure.label);
        let is_named = measure.code == "trials" || group.ends_with(label);
        let title = if is_named { group } else { self.with_measure(&group, label) };
        let (comma, joint) = (self.say(Message::ListComma), self.say(Message::ListSemicolon));
        let shown = others.iter().take(OTHERS).map(|id| {
            let year = self.facts.fact(*id).key.year;
            format!("{}{}{}", self.span(year, year), self.colon(), self.value_of(*id))
        });
        let shown: Vec<String> = shown.collect();
        [
            format!("{title}{comma}{statistic}{}", whole.unwrap_or_default()),
            self.unit(key.measure, key.statistic).to_owned(),
            shown.join(joint),
        ]
    }

    /// Everything that the reader has entered, as tables that load again.
    pub fn own_tables(&self) -> Vec<PlainTable> {
        let tables: Vec<OwnTable> = own_tables(self.library);
        tables.iter().map(PlainTable::from).collect()
    }
}
