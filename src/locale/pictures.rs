//! Figures as pictures: their words, and the chart that they need.

use super::cell::DAGGER;
use super::messages::file::FileMessage;
use super::messages::picture::PictureMessage;
use super::messages::{LateMessage, Message};
use super::sheets::Shown;
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{Qualifier, distinct};
use crate::export::{Draft, LargeNumber, NoFile, PICTURE_FONTS, Pattern, Picture, PictureSize, Swatch};
use crate::figures::{Canvas, Layout, LegendEntry, Theme, is_in_numbers, plan};
use crate::query::{Cell, Printed, Selection, Table, Years};

/// How many publishers a slide names.
const NAMED_ON_A_SLIDE: usize = 3;

/// How a picture looks.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Look {
    /// How large it is.
    pub size: PictureSize,
    /// Its colours.
    pub theme: Theme,
}

impl LibraryWords<'_> {
    /// A figure as a picture, but for the drawing of its chart; `hidden` are the columns that the reader switched off.
    ///
    /// # Errors
    /// When the figure has no number for the selection.
    pub fn picture(
        &self,
        shown: &Shown<'_>,
        selection: &Selection,
        hidden: &[usize],
        look: Look,
    ) -> Result<Draft, NoFile> {
        let Shown { figure, table, .. } = shown;
        if table.is_empty() {
            return Err(NoFile::NoNumbers);
        }
        let mut picture = self.words_of_picture(shown, selection, hidden, look);
        if is_in_numbers(figure, table) {
            picture.numbers = self.large_numbers(table);
            return Ok(Draft { laid_out: picture.lay_out(None), option: None });
        }
        let (words, codes, theme) = (self.facts.words(self.language), self.facts.codes(), &look.theme);
        let canvas =
            |width_px| Canvas { codes, figure, table, words: &words, theme, layout: Layout { width_px }, hidden };
        let (on, off): (Vec<_>, Vec<_>) =
            plan(&canvas(WIDTH_FOR_LEGEND_PX)).legend().into_iter().partition(|entry| entry.is_shown);
        picture.legend = on.into_iter().map(|entry| swatch(entry, theme)).collect();
        picture.notes = self.switched_off(&off).into_iter().chain(picture.notes).collect();
        let laid_out = picture.lay_out(Some(&|width_px| plan(&canvas(width_px)).height_px));
        let option = laid_out.chart.map(|place| plan(&canvas(place.width_px)).draw().option.in_fonts(PICTURE_FONTS));
        Ok(Draft { laid_out, option })
    }

    /// All that stands around the chart, without its legend.
    fn words_of_picture(&self, shown: &Shown<'_>, selection: &Selection, hidden: &[usize], look: Look) -> Picture {
        let Shown { figure, table, link } = shown;
        let notes = match look.size {
            PictureSize::Memo { .. } => self.remarks_of_chart(shown, selection),
            _ => self.remarks_of_picture(shown, selection, hidden),
        };
        let title = self.title_alone(figure);
        let colon = self.colon();
        Picture {
            size: look.size,
            theme: look.theme,
            language: match self.language {
                Language::En => "en",
                Language::Zh => "zh-CN",
            },
            description: self.chart(figure.question, table),
            title,
            population: self.populations(figure, table),
            scope: self.scope_of(figure, table, matches!(selection.years, Years::One(_))),
            legend: Vec::new(),
            numbers: Vec::new(),
            more_notes: (1..=notes.len()).map(|count| self.more_notes(count, look.size)).collect(),
            notes,
            sources: vec![self.sources_of_picture(table, look.size)],
            address: format!("{}{colon}{link}", self.say(LateMessage::PrintedFrom)),
            licence: self.licence_of_picture(),
        }
    }

    /// What to know of the numbers that the picture shows, in order of weight: the filters that it does not obey, what the marks
    /// mean and the daggers, what is missing, and what is noted of single numbers.
    fn remarks_of_picture(&self, shown: &Shown<'_>, selection: &Selection, hidden: &[usize]) -> Vec<String> {
        let Shown { figure, table, .. } = shown;
        let own = figure.note.map(|note| self.text(note).to_owned());
        let visible = table.cells().filter(|(_, column, _)| !hidden.contains(column));
        let printed =
            visible.filter_map(|(.., cell)| if let Cell::Printed(printed) = cell { Some(printed.fact) } else { None });
        let facts = distinct(printed);
        let disputes = self.disputes_on(&facts).into_iter().map(|line| format!("{DAGGER} {line}"));
        let gaps = self.breaks(figure, table).into_iter().chain(self.absences(table)).chain(own);
        let of_chart = self.remarks_of_chart(shown, selection).into_iter();
        of_chart.chain(disputes).chain(gaps).chain(self.notes_on(&facts)).collect()
    }

    /// Without which the chart would mislead: the filters that it does not obey, whose numbers it has, and what its marks mean.
    fn remarks_of_chart(&self, shown: &Shown<'_>, selection: &Selection) -> Vec<String> {
        let Shown { figure, table, .. } = shown;
        let unmet = table.unmet.iter().map(|unmet| self.unmet(*unmet, selection));
        let other = self.why_other_population(table.measure).map(str::to_owned);
        let keys = if is_in_numbers(figure, table) { Vec::new() } else { self.keys_of_marks(table) };
        unmet.chain(other).chain(keys).chain(self.own_key(&table.facts())).collect()
    }

    /// "Sources: China Medical News (2025-06-28); …. Editions 2019–2025".
    fn sources_of_picture(&self, table: &Table, size: PictureSize) -> String {
        let facts = table.facts();
        let publishers = self.publisher_list(&facts);
        let is_english = self.language == Language::En;
        let semicolon = if is_english { "; " } else { "；" };
        let more = publishers.len().saturating_sub(NAMED_ON_A_SLIDE);
        let list = if size == PictureSize::Slide && more > 1 {
            let named = publishers[..NAMED_ON_A_SLIDE].join(semicolon);
            if is_english { format!("{named}; and {more} more") } else { format!("{named}等{}家", publishers.len()) }
        } else {
            publishers.join(semicolon)
        };
        format!("{}{}{list} · {}", self.say(Message::Sources), self.colon(), self.editions(&facts))
    }

    /// Who made the picture, and what may be done with it.
    fn licence_of_picture(&self) -> Vec<String> {
        let space = if self.language == Language::En { " " } else { "" };
        let (official, licence) = (self.say(LateMessage::NotOfficial), self.say(FileMessage::LicenceText));
        vec![format!("{} · {official}{space}{licence}", self.made_by())]
    }
}

/// The width at which a plan is asked for its legend, which is the same at any.
const WIDTH_FOR_LEGEND_PX: f64 = 600.0;

fn swatch(entry: LegendEntry, theme: &Theme) -> Swatch {
    let pattern = match entry.token {
        "biological" => Pattern::Rising,
        "biological-preventive" => Pattern::Falling,
        "tcm" => Pattern::Dots,
        _ => Pattern::Plain,
    };
    Swatch { label: entry.label, colour: theme.value(entry.token), pattern }
}

impl Words<'_> {
    /// What paler marks and open ends mean, where a chart has any.
    pub fn keys_of_marks(&self, table: &Table) -> Vec<String> {
        let any = |test: fn(&Cell) -> bool| table.cells().any(|(_, _, cell)| test(cell));
        let has_derived = any(|cell| matches!(cell, Cell::Derived(_)));
        let has_bound = any(|cell| {
            matches!(cell, Cell::Printed(Printed { qualifier: Some(Qualifier::MoreThan | Qualifier::LessThan), .. }))
        });
        let keys = [(has_derived, LateMessage::KeyDerived), (has_bound, LateMessage::KeyBound)];
        keys.into_iter().filter(|(has, _)| *has).map(|(_, key)| self.say(key).to_owned()).collect()
    }

    /// The numbers of a table in large type, the latest year first.
    fn large_numbers(&self, table: &Table) -> Vec<LargeNumber> {
        let mut filled: Vec<_> = table.cells().filter(|(.., cell)| !cell.is_empty()).collect();
        filled.sort_by_key(|(row, column, _)| std::cmp::Reverse(table.year_of(*row, *column)));
        let number = |(row, column, cell): (usize, usize, &Cell)| {
            let (label, is_derived) = (self.cell_label(table, row, column), matches!(cell, Cell::Derived(_)));
            let derived = if is_derived { self.say(Message::DerivedMark) } else { "" };
            LargeNumber {
                label: if derived.is_empty() { label } else { format!("{label} · {derived}") },
                number: self.number(table.statistic, cell),
                unit: self.unit_beside(table, cell),
                is_derived,
            }
        };
        filled.into_iter().map(number).collect()
    }

    /// What stands for so many notes that have no room.
    fn more_notes(&self, count: usize, size: PictureSize) -> String {
        // The address that leads to them stands under a picture, but not under one of a memo.
        let (en, zh) = match size {
            PictureSize::Memo { .. } => ("in the footnote", "脚注所列网址"),
            _ => ("below", "下列网址"),
        };
        match (self.language, count) {
            (Language::En, 1) => format!("… and 1 more note with the table, at the address {en}."),
            (Language::En, _) => format!("… and {count} more notes with the table, at the address {en}."),
            (Language::Zh, _) => format!("……另有{count}条注释，见{zh}的数据表。"),
        }
    }

    /// The columns that the reader switched off: without this a picture would look as if there were none.
    fn switched_off(&self, entries: &[LegendEntry]) -> Option<String> {
        let labels: Vec<&str> = entries.iter().map(|entry| entry.label.as_str()).collect();
        let (lead, list) = (self.say(PictureMessage::SwitchedOff), labels.join(self.say(Message::ListComma)));
        match self.language {
            _ if labels.is_empty() => None,
            Language::En => Some(format!("{lead} {list}.")),
            Language::Zh => Some(format!("{lead}{list}。")),
        }
    }
}
