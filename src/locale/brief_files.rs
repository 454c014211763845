//! A brief as files have it: what is pinned, in one model with the files of every other view.

use super::memo::MemoContext;
use super::messages::{LateMessage, Message};
use super::sheets::Shown;
use super::words::LibraryWords;
use crate::address::{Address, Brief, Pinned, View};
use crate::dataset::{FactId, distinct};
use crate::export::{Export, Memo, MemoItem, NoFile, Notes, Record, Sheet};
use crate::query::{Figure, Selection, Table, finding, slice};

/// A figure with all that says how it is shown: each of a brief has a question of its own.
#[derive(Clone, Debug)]
pub struct FigureView {
    /// The figure.
    pub figure: &'static Figure,
    /// Its table.
    pub table: Table,
    /// The question that it answers.
    pub selection: Selection,
    /// The address of the view that shows it.
    pub link: String,
}

impl FigureView {
    /// The figure as the page shows it.
    pub fn shown(&self) -> Shown<'_> {
        Shown { figure: self.figure, table: &self.table, link: self.link.clone() }
    }
}

impl LibraryWords<'_> {
    /// The figures of a brief that have numbers, in its order.
    pub fn pinned_figures(&self, brief: &Brief, context: MemoContext<'_>) -> Vec<FigureView> {
        let figure = |what: &Pinned| {
            let Pinned::Figure(figure, statistic, selection) = what else { return None };
            let table = slice(self.facts, figure, *statistic, selection);
            let link = (context.link)(&self.address_of(what));
            (!table.is_empty()).then(|| FigureView { figure, table, selection: selection.clone(), link })
        };
        brief.pins().iter().filter_map(|pin| figure(&pin.what)).collect()
    }

    /// A brief with everything that bears its numbers: its figures as sheets, its single numbers as cells, the facts behind its
    /// sentences, and what it says as notes. `memo` is what it says, with or without pictures.
    ///
    /// # Errors
    /// When nothing is pinned, or nothing that is pinned has a number.
    pub fn export_brief(&self, brief: &Brief, memo: Memo, context: MemoContext<'_>) -> Result<Export, NoFile> {
        if brief.pins().is_empty() {
            return Err(NoFile::NoFigure);
        }
        let pinned = self.pinned_figures(brief, context);
        let facts = distinct(brief.pins().iter().flat_map(|pin| self.facts_behind(&pin.what)));
        if facts.is_empty() {
            return Err(NoFile::NoNumbers);
        }
        let sheets: Vec<Sheet> = pinned.iter().map(|one| self.sheet(&one.shown(), &one.selection)).collect();
        let said = memo.items.iter().zip(1..).map(|(item, number)| self.said(item, number));
        let said = Notes { heading: memo.title.clone(), lines: said.collect() };
        // What is to be known of figures stands with their sheets.
        let alone = brief.pins().iter().filter(|pin| !matches!(pin.what, Pinned::Figure(..)));
        let alone = distinct(alone.flat_map(|pin| self.facts_behind(&pin.what)));
        let notes_on = Notes { heading: self.say(LateMessage::Notes).to_owned(), lines: self.notes_on(&alone) };
        let others = Notes { heading: self.say(LateMessage::OtherValues).to_owned(), lines: self.disputes_on(&alone) };
        let of_sheets = self.notes_of_sheets(&sheets, pinned.iter().map(|one| &one.table));
        let notes = std::iter::once(said).chain(of_sheets).chain([notes_on, others]).collect();
        let singles = brief.pins().iter().filter_map(|pin| self.single(&pin.what)).collect();
        let link = (context.link)(&Address { view: View::Brief, language: Some(self.language), ..Address::default() });
        Ok(Export {
            selection: memo.today.clone(),
            sheets,
            singles,
            memo: Some(memo),
            ..self.behind(self.say(Message::Brief).to_owned(), &facts, notes, &link)
        })
    }

    /// The facts that bear what is pinned.
    fn facts_behind(&self, what: &Pinned) -> Vec<FactId> {
        match what {
            Pinned::Figure(figure, statistic, selection) => slice(self.facts, figure, *statistic, selection).facts(),
            Pinned::Finding(asked) => finding(self.facts, asked).map(|found| found.facts()).unwrap_or_default(),
            Pinned::Takeaway(order) => self.takeaway(*order).map(|found| found.facts.clone()).unwrap_or_default(),
            Pinned::Cell(..) | Pinned::Number(_) | Pinned::Fact(_) => {
                self.proof_of(what).map(|proof| proof.facts()).unwrap_or_default()
            }
        }
    }

    /// A number that is pinned by itself; nothing for what is none, or is not there any more.
    fn single(&self, what: &Pinned) -> Option<Record> {
        let proof = self.proof_of(what)?;
        let figure = match what {
            Pinned::Cell(cell, _) => cell.figure.id.to_owned(),
            _ => String::new(),
        };
        Some(Record { figure, row: self.proof_title(&proof), ..self.record_of(&proof) })
    }

    /// What a pin says, in a line.
    fn said(&self, item: &MemoItem, number: usize) -> String {
        let MemoItem { heading, statement, note, .. } = item;
        let colon = self.colon();
        let statement = if statement.is_empty() { String::new() } else { format!("{colon}{statement}") };
        let note = if note.is_empty() { String::new() } else { format!(" — {note}") };
        format!("{number}. {heading}{statement}{note}")
    }
}
