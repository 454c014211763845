//! Where the cells of a table stand in its chart, and back.

/// The position of a mark in a chart, as ECharts counts: from zero, in the order of the option.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Mark {
    /// The series.
    pub series: usize,
    /// The position in the series.
    pub index: usize,
}

/// Row and column of a cell.
type TableCell = (usize, usize);

/// The marks of a chart that show a cell of the table; the others only label, join or leave room.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// For each series and each position in it the cell that is shown there.
    cells: Vec<Vec<Option<TableCell>>>,
}

impl Marks {
    /// Adds the cells that the next series shows, position by position.
    pub(super) fn push(&mut self, series: impl IntoIterator<Item = Option<TableCell>>) {
        self.cells.push(series.into_iter().collect());
    }

    /// The mark of a cell; nothing where the chart does not show it.
    pub fn of(&self, row: usize, column: usize) -> Option<Mark> {
        let index_in = |series: &Vec<_>| series.iter().position(|cell| *cell == Some((row, column)));
        let mut marks = self.cells.iter().enumerate();
        marks.find_map(|(series, cells)| Some(Mark { series, index: index_in(cells)? }))
    }

    /// Row and column of the cell that a mark shows; nothing for a mark that shows none.
    pub fn cell(&self, mark: Mark) -> Option<(usize, usize)> {
        *self.cells.get(mark.series)?.get(mark.index)?
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Marks};

    #[test]
    fn marks_and_cells_find_each_other() {
        let mut marks = Marks::default();
        marks.push([None, Some((1, 0))]);
        marks.push([None, None]);
        marks.push([Some((0, 1)), Some((1, 1))]);
        let cases = [((1, 0), (0, 1)), ((0, 1), (2, 0)), ((1, 1), (2, 1))];
        for ((row, column), (series, index)) in cases {
            let mark = Mark { series, index };
            assert_eq!((marks.of(row, column), marks.cell(mark)), (Some(mark), Some((row, column))));
        }
        assert_eq!(marks.of(0, 0), None, "an empty cell has no mark");
        assert_eq!(marks.cell(Mark { series: 1, index: 0 }), None, "a mark that only leaves room");
        assert_eq!(marks.cell(Mark { series: 3, index: 0 }), None, "no such series");
        assert_eq!(marks.cell(Mark { series: 0, index: 2 }), None, "no such position");
    }
}
