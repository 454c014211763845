//! The rows of a list as a tree: parts stand under their whole and are ranked among themselves, never beside it, and what is
//! broken down in different ways stands in different groups.

use super::list::Line;
use crate::dataset::{CodeId, Dimension, sorted_by};
use crate::figures::canvas::Canvas;
use crate::figures::layout::indented;
use crate::query::Heading;

/// What the parts of a whole are a breakdown by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breakdown {
    /// One dimension.
    By(Dimension),
    /// A code that has no row of its own, and whose parts these are.
    Of(CodeId),
    /// Nothing: the whole itself.
    Whole,
}

/// The rows that have a number in a column of the table, as lines of a list.
pub(super) struct Tree<'a> {
    canvas: &'a Canvas<'a>,
    column: usize,
    /// The rows with a number, largest first, each with the row that it is a part of.
    rows: Vec<(usize, Option<usize>)>,
}

impl<'a> Tree<'a> {
    /// The tree of a column.
    pub(super) fn new(canvas: &'a Canvas<'a>, column: usize) -> Self {
        let number = |row: usize| canvas.table.cell(row, column).number();
        let filled = (0..canvas.table.rows.len()).filter_map(|row| Some((row, number(row)?)));
        let filled = sorted_by(filled, |(_, one), (_, other)| other.total_cmp(one));
        let rows = filled.iter().map(|(row, _)| (*row, whole_of(canvas, *row, &filled))).collect();
        Self { canvas, column, rows }
    }

    /// Whether no row has a number.
    pub(super) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The lines, moved in by so many levels.
    pub(super) fn lines(&self, depth: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        self.parts(None, depth, &mut lines);
        lines
    }

    /// The parts of a row, or the rows that are part of none.
    fn parts(&self, whole: Option<usize>, depth: usize, lines: &mut Vec<Line>) {
        let parts: Vec<usize> = self.rows.iter().filter(|(_, of)| *of == whole).map(|(row, _)| *row).collect();
        let mut groups: Vec<(Breakdown, Vec<usize>)> = Vec::new();
        for row in parts {
            let breakdown = self.breakdown(row, whole);
            match groups.iter_mut().find(|(own, _)| *own == breakdown) {
                Some((_, rows)) => rows.push(row),
                None => groups.push((breakdown, vec![row])),
            }
        }
        // In the order of the catalogue, not by whatever is largest.
        let groups = sorted_by(groups, |(_, one), (_, other)| one.iter().min().cmp(&other.iter().min()));
        let is_one = groups.len() == 1;
        for (breakdown, rows) in groups {
            let heading = match breakdown {
                Breakdown::Of(code) => Some(self.canvas.words.code(code)),
                Breakdown::By(dimension) if !is_one => Some(self.canvas.words.breakdown(dimension, whole.is_some())),
                Breakdown::By(_) | Breakdown::Whole => None,
            };
            let inner = depth + usize::from(heading.is_some());
            if let Some(label) = heading {
                let is_strong = matches!(breakdown, Breakdown::Of(_));
                lines.push(Line::Heading { label: indented(&label, depth), is_strong });
            }
            for row in rows {
                lines.push(self.line(row, whole, breakdown, inner));
                self.parts(Some(row), inner + 1, lines);
            }
        }
    }

    /// The line of a row: named by what its whole and the heading above it have not said.
    fn line(&self, row: usize, whole: Option<usize>, breakdown: Breakdown, depth: usize) -> Line {
        let heading = &self.canvas.table.rows[row];
        let mut own = self.own_codes(row, whole);
        if let Breakdown::Of(code) = breakdown {
            own.retain(|(_, other)| *other != code);
        }
        let label = if own.is_empty() {
            self.canvas.words.whole(self.canvas.table)
        } else {
            self.canvas.words.heading(&Heading { year: None, codes: own, is_marked: false })
        };
        Line::Row {
            label: indented(&label, depth),
            row,
            column: self.column,
            code: self.code(heading),
            is_marked: heading.is_marked,
        }
    }

    /// The code whose colour a row has: where years stand in the columns, only product types keep theirs.
    fn code(&self, heading: &Heading) -> Option<CodeId> {
        let column = &self.canvas.table.columns[self.column];
        if column.year.is_none() {
            return column.code();
        }
        let product = heading.codes.iter().find(|(dimension, _)| *dimension == Dimension::ProductType);
        product.map(|(_, code)| *code)
    }

    /// The codes of a row that its whole does not have.
    fn own_codes(&self, row: usize, whole: Option<usize>) -> Vec<(Dimension, CodeId)> {
        let rows = &self.canvas.table.rows;
        let of_whole = whole.map_or(&[][..], |whole| &rows[whole].codes);
        rows[row].codes.iter().filter(|code| !of_whole.contains(code)).copied().collect()
    }

    fn breakdown(&self, row: usize, whole: Option<usize>) -> Breakdown {
        match self.own_codes(row, whole).as_slice() {
            [] => Breakdown::Whole,
            [(dimension, _)] => Breakdown::By(*dimension),
            [(_, code), ..] => Breakdown::Of(*code),
        }
    }
}

/// The narrowest of some rows that a row is part of; of several the one that is named most like it.
fn whole_of(canvas: &Canvas<'_>, row: usize, rows: &[(usize, f64)]) -> Option<usize> {
    let wholes = || rows.iter().map(|(whole, _)| *whole).filter(|whole| is_part(canvas, row, *whole));
    let narrowest = wholes().filter(|whole| !wholes().any(|other| is_part(canvas, other, *whole)));
    let likeness = |whole: usize| {
        let (own, of) = (&canvas.table.rows[row].codes, &canvas.table.rows[whole].codes);
        own.iter().zip(of).take_while(|(one, other)| one == other).count()
    };
    narrowest.max_by_key(|whole| (likeness(*whole), std::cmp::Reverse(*whole)))
}

/// Whether what a row is about is part of what another is about.
pub(super) fn is_part(canvas: &Canvas<'_>, row: usize, whole: usize) -> bool {
    let (own, of) = (&canvas.table.rows[row].codes, &canvas.table.rows[whole].codes);
    let is_within = |code: CodeId, other: CodeId| {
        canvas.codes.is_within(code, other)
            || canvas.figure.is_part_of_sum(&canvas.codes.get(code).code, &canvas.codes.get(other).code)
    };
    let is_covered = |(dimension, other): &(Dimension, CodeId)| {
        own.iter().any(|(by, code)| by == dimension && is_within(*code, *other))
    };
    own != of && of.iter().all(is_covered)
}
