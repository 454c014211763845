//! Prints what the page shows of its figures, as data: the ECharts option with its size and legend, or the numbers where nothing is
//! drawn, and the words above. It is made by the same code as the page, so that a chart can be looked at without a browser build.
//!
//! Reads from standard input one question for each line: a width in CSS pixels, and an address (`figure`, `lang`, `theme` and the
//! filters; `statistic` for the one that is shown). Without `figure` it prints every figure. Prints one line of JSON for each.
//! `scripts/draw.mjs` asks, and renders the answers.

use std::error::Error;
use std::io::{Write, stdin, stdout};

use china_trials_explorer::address::{self, Address, ThemeChoice};
use china_trials_explorer::dataset::Facts;
use china_trials_explorer::figures::{Canvas, Layout, LegendEntry, Theme, figures, is_in_numbers, plan};
use china_trials_explorer::locale::{Language, Words};
use china_trials_explorer::query::{Cell, Figure, Table, Years, slice};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let facts = Facts::shipped()?;
    let mut out = stdout().lock();
    for line in stdin().lines() {
        let line = line?;
        let (width, query) = line.split_once(' ').unwrap_or((&line, ""));
        let (address, notices) = address::parse(facts, query.as_bytes());
        if let Some(notice) = notices.first() {
            return Err(format!("{query}: {notice} is not understood").into());
        }
        let request = Request { facts, query, address: &address, width_px: width.parse()? };
        for figure in figures().filter(|figure| address.figure.is_none_or(|only| only.id == figure.id)) {
            writeln!(out, "{}", request.answer(figure))?;
        }
    }
    Ok(())
}

/// One line of the input.
struct Request<'a> {
    facts: &'static Facts,
    query: &'a str,
    address: &'a Address,
    width_px: f64,
}

impl Request<'_> {
    /// What the page shows of a figure.
    fn answer(&self, figure: &Figure) -> Value {
        let words = self.facts.words(self.address.language.unwrap_or_default());
        let (theme_name, theme) = match self.address.theme {
            ThemeChoice::Dark => ("dark", Theme::DARK),
            _ => ("light", Theme::LIGHT),
        };
        let selection = &self.address.selection;
        let table = slice(self.facts, figure, self.address.listing.statistic, selection);
        let is_year_chosen = matches!(selection.years, Years::One(_));
        let population = words.populations(figure, &table);
        let scope = words.scope_of(figure, &table, is_year_chosen);
        let mut answer = json!({
            "query": self.query,
            "figure": figure.id,
            "language": if words.language == Language::Zh { "zh" } else { "en" },
            "theme": theme_name,
            "ground": theme.paper,
            "ink": theme.ink,
            "quiet": theme.ink_2,
            "statistic": table.statistic.code(),
            "question": words.text(figure.question),
            "scope": std::iter::once(population).chain(scope).collect::<Vec<_>>(),
            "widthPx": self.width_px,
        });
        if !table.is_empty() && is_in_numbers(figure, &table) {
            answer["numbers"] = numbers(words, &table);
        } else if !table.is_empty() {
            let layout = Layout { width_px: self.width_px };
            let (codes, theme) = (self.facts.codes(), &theme);
            let canvas = Canvas { codes, figure, table: &table, words: &words, theme, layout, hidden: &[] };
            let plan = plan(&canvas);
            let entry = |entry: LegendEntry| json!({ "label": entry.label, "colour": theme.value(entry.token) });
            answer["heightPx"] = plan.height_px.into();
            answer["legend"] = plan.legend().into_iter().map(entry).collect();
            answer["option"] = plan.draw().option.value().clone();
        }
        answer
    }
}

/// The numbers of a figure that is not drawn, the latest year first.
fn numbers(words: Words<'_>, table: &Table) -> Value {
    let mut filled: Vec<_> = table.cells().filter(|(.., cell)| !cell.is_empty()).collect();
    filled.sort_by_key(|(row, column, _)| std::cmp::Reverse(table.year_of(*row, *column)));
    let number = |(row, column, cell): (usize, usize, &Cell)| {
        json!({
            "label": words.cell_label(table, row, column),
            "value": words.number_with_unit(table, cell),
            "isDerived": matches!(cell, Cell::Derived(_)),
        })
    };
    filled.into_iter().map(number).collect()
}
