//! Prints what the page shows of its figures, as data: the ECharts option with its size and legend, or the numbers where nothing is
//! drawn, and the words above. It is made by the same code as the page, so that a chart can be looked at without a browser build.
//!
//! Reads from standard input one question for each line: a width in CSS pixels, and an address (`figure`, `lang`, `theme` and the
//! filters; `statistic` for the one that is shown). Without `figure` it prints every figure. Prints one line of JSON for each.
//! A size in the place of the width (`slide`, `column`, `screen:620`, `memo:850:300`) asks for pictures instead: the chart to draw, and the finished
//! document where the picture needs none, or where its drawing, as a JSON text, follows the address of one figure after a tab.
//! `scripts/draw.mjs` asks, and renders the answers.

use std::error::Error;
use std::io::{Write, stdin, stdout};

use china_trials_explorer::address::{self, Address, ThemeChoice};
use china_trials_explorer::dataset::{Facts, Library, Statistic};
use china_trials_explorer::export::{NoFile, PictureSize};
use china_trials_explorer::figures::{Canvas, Layout, LegendEntry, Theme, figures, is_in_numbers, plan};
use china_trials_explorer::locale::{Language, Look, Shown, Words};
use china_trials_explorer::query::{Cell, Figure, Table, Years, slice};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let facts = Facts::shipped()?;
    let mut out = stdout().lock();
    for line in stdin().lines() {
        let line = line?;
        let (line, drawn) = line.split_once('\t').map_or((line.as_str(), None), |(line, drawn)| (line, Some(drawn)));
        let drawn: Option<String> = drawn.map(serde_json::from_str).transpose()?;
        let (width, query) = line.split_once(' ').unwrap_or((line, ""));
        let (address, notices) = address::parse(facts, query.as_bytes());
        if let Some(notice) = notices.first() {
            return Err(format!("{query}: {notice} is not understood").into());
        }
        let asked = figures().filter(|figure| address.figure.is_none_or(|only| only.figure.id == figure.id));
        if let Some(size) = picture_size(width) {
            let request = Request { facts, query, address: &address, width_px: 0.0 };
            for figure in asked {
                let mut answer = request.picture(figure, size, drawn.as_deref())?;
                answer["size"] = width.into();
                writeln!(out, "{answer}")?;
            }
            continue;
        }
        let request = Request { facts, query, address: &address, width_px: width.parse()? };
        for figure in asked {
            writeln!(out, "{}", request.answer(figure))?;
        }
    }
    Ok(())
}

/// The size of a picture by its name; nothing for a width alone.
fn picture_size(text: &str) -> Option<PictureSize> {
    match text {
        "slide" => Some(PictureSize::Slide),
        "column" => Some(PictureSize::Column),
        _ if text.starts_with("memo:") => {
            let (width, height) = text.strip_prefix("memo:")?.split_once(':')?;
            Some(PictureSize::Memo { width_px: width.parse().ok()?, most_height_px: height.parse().ok()? })
        }
        _ => Some(PictureSize::Screen { width_px: text.strip_prefix("screen:")?.parse().ok()? }),
    }
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
        let (theme_name, theme) = self.theme();
        let selection = &self.address.selection;
        let table = slice(self.facts, figure, self.statistic(figure), selection);
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
            let drawing = plan.draw();
            answer["option"] = drawing.option.value().clone();
            let filled = table.cells().filter(|(.., cell)| !cell.is_empty());
            let value = |(row, column, cell): (usize, usize, &Cell)| {
                let is_marked = drawing.marks.of(row, column).is_some();
                json!({ "text": canvas.words.mark(&table, cell), "isMarked": is_marked })
            };
            answer["values"] = filled.map(value).collect();
        }
        answer
    }
}

impl Request<'_> {
    /// A figure as a picture; `drawn` is its chart, if that is drawn already.
    fn picture(&self, figure: &Figure, size: PictureSize, drawn: Option<&str>) -> Result<Value, Box<dyn Error>> {
        let language = self.address.language.unwrap_or_default();
        let (theme_name, theme) = self.theme();
        let (words, selection) = (Library::shipped()?.words(language), &self.address.selection);
        let table = slice(self.facts, figure, self.statistic(figure), selection);
        let link = format!("https://example.org/trials/?{}", self.query);
        let shown = Shown { figure, table: &table, link };
        let mut answer =
            json!({ "query": self.query, "figure": figure.id, "theme": theme_name, "ground": theme.paper });
        let draft = match words.picture(&shown, selection, &[], Look { size, theme }) {
            Ok(draft) => draft,
            Err(why @ NoFile::NoNumbers) => {
                answer["why"] = words.no_file(why).into();
                return Ok(answer);
            }
            Err(why) => return Err(why.into()),
        };
        if let (Some((option, (width_px, height_px))), None) = (draft.chart(), drawn) {
            answer["chart"] = json!({ "option": option.value().clone(), "widthPx": width_px, "heightPx": height_px });
            return Ok(answer);
        }
        let document = draft.laid_out.document(drawn.unwrap_or_default());
        answer["widthPx"] = document.width_px.into();
        answer["heightPx"] = document.height_px.into();
        answer["file"] = document.file_name("svg").into();
        answer["document"] = document.text.into();
        Ok(answer)
    }

    /// The statistic that is asked for: of the named figure, else of all.
    fn statistic(&self, figure: &Figure) -> Option<Statistic> {
        self.address.statistic_in(figure).or(self.address.listing.statistic)
    }

    fn theme(&self) -> (&'static str, Theme) {
        match self.address.theme {
            ThemeChoice::Dark => ("dark", Theme::DARK),
            _ => ("light", Theme::LIGHT),
        }
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
