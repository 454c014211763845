//! The memo of a brief, as plain content: the page shows and prints it, and [`super::docx`] writes it, so that they agree.

use super::picture::SvgDocument;
use crate::address::Language;

/// A memo in the reader's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Memo {
    /// The language that it is written in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The day and the program, in a line.
    pub date: String,
    /// The day alone, as `2026-11-23`.
    pub today: String,
    /// What is pinned, in order.
    pub items: Vec<MemoItem>,
    /// What stands over the footnotes.
    pub footnotes_heading: &'static str,
    /// The footnotes; the first has the number 1.
    pub footnotes: Vec<String>,
    /// What the marks mean, and what the numbers are.
    pub closing: Vec<String>,
}

/// What one pin says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MemoItem {
    /// What it is about.
    pub heading: String,
    /// The number or the sentence; empty where the table says it all.
    pub statement: String,
    /// Whether the number is derived.
    pub is_derived: bool,
    /// The footnote with the citation, counted from 1; nothing where nothing is cited.
    pub footnote: Option<usize>,
    /// Population, unit and edition; of a table also what of it had no room.
    pub about: String,
    /// The chart of a figure, where the memo has pictures: the page shows none.
    pub picture: Option<MemoPicture>,
    /// The numbers of a figure; nothing where they have no room beside its picture.
    pub table: Option<MemoTable>,
    /// The reader's own line; empty for none.
    pub note: String,
    /// Whether there is nothing to be said any more.
    pub is_missing: bool,
}

/// The chart of a figure, painted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemoPicture {
    /// The document.
    pub svg: SvgDocument,
    /// The same as PNG, for programs that do not read it.
    pub png: Vec<u8>,
    /// What it shows, for whoever does not see it.
    pub description: String,
    /// Whether it takes half the width of the memo, so that two stand beside each other.
    pub is_half: bool,
}

/// The numbers of a figure, as many as have room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemoTable {
    /// The heading of the rows.
    pub corner: String,
    /// The labels of the columns.
    pub columns: Vec<String>,
    /// The rows with their labels.
    pub rows: Vec<MemoRow>,
}

/// A row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemoRow {
    /// Its label.
    pub label: String,
    /// Its numbers, in the order of the columns.
    pub cells: Vec<MemoCell>,
}

/// A number of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemoCell {
    /// The number as the page shows it, or a dash.
    pub text: String,
    /// Whether it is derived.
    pub is_derived: bool,
}

/// Rows for all tables of a memo together, headings included, so that it stays within two pages.
const LINES_FOR_TABLES: usize = 60;
/// What a figure takes beside the rows of its table: heading, about, the reader's line, and a line of space.
const LINES_AROUND_A_TABLE: usize = 3;
/// Most rows of one table, even where it is alone.
const MOST_ROWS: usize = 20;
/// Most columns of one table: what a page is wide enough for.
pub const MOST_COLUMNS: usize = 8;

/// How many rows a table may have beside this many others.
pub fn rows_for_each(tables: usize) -> usize {
    (LINES_FOR_TABLES / tables.max(1)).saturating_sub(LINES_AROUND_A_TABLE).clamp(2, MOST_ROWS)
}

impl Memo {
    /// The memo as plain text.
    pub fn text(&self) -> String {
        let Self { title, date, items, footnotes_heading, footnotes, closing, .. } = self;
        let items = items.iter().map(MemoItem::text).collect::<Vec<_>>().join("\n");
        let notes = footnotes.iter().enumerate().map(|(at, note)| format!("[{}] {note}", at + 1));
        let notes = notes.collect::<Vec<_>>().join("\n");
        format!("{title}\n{date}\n\n{items}\n{footnotes_heading}\n{notes}\n\n{}\n", closing.join("\n"))
    }
}

impl MemoItem {
    /// Whether it takes half the width of the memo.
    pub fn is_half(&self) -> bool {
        self.picture.as_ref().is_some_and(|picture| picture.is_half)
    }

    fn text(&self) -> String {
        let Self { heading, statement, is_derived, footnote, about, picture, table, note, is_missing } = self;
        let mark = footnote.map(|at| format!("[{at}]")).unwrap_or_default();
        let kind = match (is_missing, is_derived) {
            (true, _) => "(missing) ",
            (false, true) => "(derived) ",
            (false, false) => "",
        };
        let rows = table.iter().flat_map(|table| {
            let head = std::iter::once(&table.corner).chain(&table.columns).cloned().collect::<Vec<_>>();
            let rows = table.rows.iter().map(|row| {
                let cell =
                    |cell: &MemoCell| if cell.is_derived { format!("_{}_", cell.text) } else { cell.text.clone() };
                std::iter::once(row.label.clone()).chain(row.cells.iter().map(cell)).collect::<Vec<_>>()
            });
            let lines = std::iter::once(head).chain(rows).map(|row| format!("  {}", row.join(" | ")));
            lines.collect::<Vec<_>>()
        });
        let picture = picture.as_ref().map(|picture| format!("[{}]", picture.description)).unwrap_or_default();
        let lines = [format!("# {heading}{mark}"), format!("{kind}{statement}"), about.clone(), picture];
        let note = if note.is_empty() { String::new() } else { format!("> {note}") };
        let lines = lines.into_iter().chain(rows).chain([note]).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROWS, rows_for_each};

    #[test]
    fn the_more_tables_the_fewer_rows() {
        assert_eq!(rows_for_each(1), MOST_ROWS);
        for tables in 1..=12 {
            let rows = rows_for_each(tables);
            assert!(rows >= 2 && rows_for_each(tables + 1) <= rows, "{tables}");
        }
    }
}
