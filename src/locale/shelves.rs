//! How many figures answer, are wider, or have no number, in words.

use super::messages::Message;
use super::words::Words;
use crate::address::Language;
use crate::query::{Filter, Selection, Years};

impl Words<'_> {
    /// "7 figures answer this"; "58 figures" where nothing is asked.
    pub fn figures_that_answer(&self, count: usize, selection: &Selection) -> String {
        match (self.language, selection.is_default(), count) {
            (Language::En, true, _) => format!("{count} figures"),
            (Language::En, false, 1) => "1 figure answers this".to_owned(),
            (Language::En, false, _) => format!("{count} figures answer this"),
            (Language::Zh, true, _) => format!("共{count}幅图表"),
            (Language::Zh, false, _) => format!("{count}幅图表符合当前条件"),
        }
    }

    /// The label of a choice with how many facts it leads to: "Oncology (15 facts)".
    pub fn with_facts(&self, label: &str, facts: usize) -> String {
        match (self.language, facts) {
            (Language::En, 1) => format!("{label} (1 fact)"),
            (Language::En, _) => format!("{label} ({facts} facts)"),
            (Language::Zh, _) => format!("{label}（{facts}条数据）"),
        }
    }

    /// "5 more on this question".
    pub fn more_figures(&self, count: usize) -> String {
        match self.language {
            Language::En => format!("{count} more on this question"),
            Language::Zh => format!("本题其他图表（{count}幅）"),
        }
    }

    /// "3 wider figures have numbers for 2024, but no source narrows them to oncology or biological products".
    pub fn wider_figures(&self, count: usize, selection: &Selection, unmet: &[Filter]) -> String {
        let label = |code: &_| self.inner(self.code(*code));
        let labels: Vec<String> = unmet.iter().flat_map(|filter| selection.codes(*filter)).map(label).collect();
        match self.language {
            Language::En => {
                let (figures, them) =
                    if count == 1 { ("1 wider figure has", "it") } else { ("wider figures have", "them") };
                let figures = if count == 1 { figures.to_owned() } else { format!("{count} {figures}") };
                let of_years = self.of_years(selection.years, " for ");
                format!("{figures} numbers{of_years}, but no source narrows {them} to {}", labels.join(" or "))
            }
            Language::Zh => {
                let of_years = self.of_years(selection.years, "有");
                let years = if of_years.is_empty() { "有数据".to_owned() } else { format!("{of_years}数据") };
                format!("另有{count}幅范围更宽的图表{years}，但来源未细分至{}", labels.join("、"))
            }
        }
    }

    /// "2 without a number for 2024".
    pub fn figures_without_number(&self, count: usize, years: Years) -> String {
        match self.language {
            Language::En => format!("{count} without a number{}", self.of_years(years, " for ")),
            Language::Zh => match self.of_years(years, "") {
                none if none.is_empty() => format!("{count}幅图表未见公布数据"),
                years => format!("{count}幅图表未见公布{years}数据"),
            },
        }
    }

    /// The nearest selection that a figure answers, with what it gives up: "2021, any product type".
    pub fn nearest_answer(&self, asked: &Selection, nearest: &Selection) -> String {
        let given_up = asked.active().filter(|filter| nearest.codes(*filter).is_empty()).map(|filter| {
            let dimension = self.inner(self.dimension(filter.dimension()));
            match self.language {
                Language::En => format!("any {dimension}"),
                Language::Zh => format!("不限{dimension}"),
            }
        });
        let is_said = !nearest.is_default() || nearest.years != asked.years;
        let kept = is_said.then(|| self.selection(nearest));
        kept.into_iter().chain(given_up).collect::<Vec<_>>().join(self.say(Message::ListComma))
    }

    fn of_years(&self, years: Years, before: &str) -> String {
        if years == Years::All { String::new() } else { format!("{before}{}", self.years(years)) }
    }

    /// What *More filters* says: its own choices, where there are any; and its whole name, for who does not see where it stands.
    pub fn more_filters(&self, chosen: &[String]) -> (String, String) {
        let name = self.say(Message::MoreFilters);
        if chosen.is_empty() {
            return (name.to_owned(), name.to_owned());
        }
        let chosen = chosen.join(self.say(Message::ListComma));
        let whole = format!("{name}{}{chosen}", self.colon());
        (chosen, whole)
    }
}
