//! Walking a chart by keyboard, cell by cell in the order of its table.

/// The cells that a walk visits: every row of a table, and the columns that are shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Walk {
    rows: usize,
    columns: Vec<usize>,
}

impl Walk {
    /// The walk through so many rows and columns, without those that the reader switched off; nothing where no cell is left.
    pub fn through(rows: usize, columns: usize, hidden: &[usize]) -> Option<Self> {
        let columns: Vec<usize> = (0..columns).filter(|column| !hidden.contains(column)).collect();
        (rows > 0 && !columns.is_empty()).then_some(Self { rows, columns })
    }

    /// The row and column to which a key leads from those of now; nothing for a key that leads nowhere.
    pub fn step(&self, key: &str, now: Option<(usize, usize)>) -> Option<(usize, usize)> {
        let (width, last) = (self.columns.len(), self.rows * self.columns.len() - 1);
        let step = match (key, now.map(|cell| self.position(cell))) {
            ("End", _) => last,
            ("Home", _) | ("ArrowRight" | "ArrowDown" | "ArrowLeft" | "ArrowUp", None) => 0,
            ("ArrowRight", Some(now)) => (now + 1).min(last),
            ("ArrowLeft", Some(now)) => now.saturating_sub(1),
            ("ArrowDown", Some(now)) => Some(now + width).filter(|below| *below <= last).unwrap_or(now),
            ("ArrowUp", Some(now)) => now.checked_sub(width).unwrap_or(now),
            _ => return None,
        };
        Some((step / width, self.columns[step % width]))
    }

    /// How many cells come before this one. Where its column is switched off, the next one counts.
    fn position(&self, (row, column): (usize, usize)) -> usize {
        let last = self.columns.len() - 1;
        row * self.columns.len() + self.columns.iter().position(|shown| *shown >= column).unwrap_or(last)
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::Walk;

    #[test]
    fn keys_lead_through_the_shown_cells() {
        let walk = Walk::through(3, 4, &[1]).expect("nine cells");
        let cases = [
            // (key, from, to)
            ("ArrowRight", None, Some((0, 0))),
            ("ArrowUp", None, Some((0, 0))),
            ("Home", None, Some((0, 0))),
            ("End", None, Some((2, 3))),
            ("Home", Some((1, 2)), Some((0, 0))),
            ("End", Some((1, 2)), Some((2, 3))),
            ("ArrowRight", Some((0, 0)), Some((0, 2))),
            ("ArrowRight", Some((0, 3)), Some((1, 0))),
            ("ArrowRight", Some((2, 3)), Some((2, 3))),
            ("ArrowLeft", Some((1, 0)), Some((0, 3))),
            ("ArrowLeft", Some((0, 0)), Some((0, 0))),
            ("ArrowDown", Some((0, 2)), Some((1, 2))),
            ("ArrowDown", Some((2, 2)), Some((2, 2))),
            ("ArrowUp", Some((2, 3)), Some((1, 3))),
            ("ArrowUp", Some((0, 3)), Some((0, 3))),
            // Switched off since the last step.
            ("ArrowRight", Some((0, 1)), Some((0, 3))),
            ("Tab", Some((0, 0)), None),
            ("Enter", Some((0, 0)), None),
            ("a", None, None),
        ];
        for (key, from, to) in cases {
            assert_eq!(walk.step(key, from), to, "{key} from {from:?}");
        }
    }

    #[test]
    fn where_the_last_column_is_switched_off_the_one_before_counts() {
        let walk = Walk::through(2, 3, &[2]).expect("four cells");
        assert_eq!(walk.step("ArrowDown", Some((0, 2))), Some((1, 1)));
    }

    #[test]
    fn without_a_cell_there_is_no_walk() {
        let cases = [(0, 3, &[][..]), (3, 0, &[]), (3, 2, &[0, 1])];
        assert!(cases.iter().all(|(rows, columns, hidden)| Walk::through(*rows, *columns, hidden).is_none()));
    }

    /// A walk to the right from the first cell visits every shown cell once.
    #[test]
    fn every_shown_cell_is_reached() {
        let walk = Walk::through(4, 3, &[0]).expect("eight cells");
        let mut visited = vec![walk.step("Home", None)];
        while visited.len() < 8 {
            visited.push(walk.step("ArrowRight", visited[visited.len() - 1]));
        }
        let all: Vec<_> = (0..4).flat_map(|row| [1, 2].map(|column| Some((row, column)))).collect();
        assert_eq!(visited, all);
    }
}
