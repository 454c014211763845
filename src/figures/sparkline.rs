//! The small line of all years beside a headline number.

use crate::dataset::{Decimal, Year};
use crate::query::Cell;

/// Room for the line, between margins that a dot needs.
const WIDTH: f64 = 96.0;
const HEIGHT: f64 = 20.0;
const LEFT: f64 = 3.0;
const TOP: f64 = 4.0;

/// A line of 102 by 28: its path, and a dot for each year that has a number.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sparkline {
    /// The path, as SVG takes it; broken where a year has no number.
    pub path: String,
    /// The dots from left to right.
    pub dots: Vec<Dot>,
}

/// One dot of a sparkline, as SVG takes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dot {
    /// From the left.
    pub x: String,
    /// From the top.
    pub y: String,
    /// Its radius, larger for the chosen year.
    pub radius: &'static str,
}

impl Sparkline {
    /// The line of a series of years, with a larger dot at the chosen one; empty where fewer than two years have a number.
    pub fn new(series: &[(Year, Cell)], chosen: Year) -> Self {
        let numbers: Vec<Option<f64>> = series.iter().map(|(_, cell)| cell.number()).collect();
        let largest = numbers.iter().flatten().copied().fold(0.0, f64::max);
        if numbers.iter().flatten().count() < 2 || largest <= 0.0 {
            return Self::default();
        }
        let step = WIDTH / f64::from(u32::try_from(series.len() - 1).unwrap_or(1));
        let mut line = Self::default();
        let mut x = LEFT;
        let mut is_joined = false;
        for ((year, _), number) in series.iter().zip(numbers) {
            if let Some(number) = number {
                let radius = if *year == chosen { "3" } else { "1.4" };
                let dot = Dot { x: tenths(x), y: tenths(TOP + HEIGHT - number / largest * HEIGHT), radius };
                line.path.extend([if is_joined { "L" } else { "M" }, &dot.x, " ", &dot.y]);
                line.dots.push(dot);
            }
            is_joined = number.is_some();
            x += step;
        }
        line
    }
}

/// A coordinate with one decimal.
#[expect(clippy::cast_possible_truncation, reason = "coordinates of a drawing of 102 by 28")]
fn tenths(coordinate: f64) -> String {
    Decimal::new((coordinate * 10.0).round() as i64, 1).to_string()
}

#[cfg(test)]
mod tests {
    use super::Sparkline;
    use crate::dataset::Year;
    use crate::query::{Cell, Derived, Interval, Method, Reason};

    /// The line of these numbers from 2019 on, in which 2020 is chosen.
    fn line(numbers: &[Option<i32>]) -> Sparkline {
        let known = |number: i32| {
            let interval = Interval { low: number.into(), high: number.into(), decimals: 0 };
            Cell::Derived(Derived { interval, method: Method::Complement, facts: Vec::new() })
        };
        let cell = |number: &Option<i32>| number.map_or(Cell::Empty(Reason::NotPrinted), known);
        let series: Vec<_> = (2019..).map(Year).zip(numbers.iter().map(cell)).collect();
        Sparkline::new(&series, Year(2020))
    }

    #[test]
    fn a_path_is_broken_where_a_year_has_no_number() {
        let cases: [(&[Option<i32>], &str); 4] = [
            (&[Some(5), Some(10)], "M3.0 14.0L99.0 4.0"),
            (&[Some(0), Some(10), Some(5)], "M3.0 24.0L51.0 4.0L99.0 14.0"),
            (&[Some(10), None, Some(10)], "M3.0 4.0M99.0 4.0"),
            (&[None, Some(10), Some(10), None], "M35.0 4.0L67.0 4.0"),
        ];
        for (numbers, path) in cases {
            assert_eq!(line(numbers).path, path, "{numbers:?}");
        }
    }

    #[test]
    fn each_number_has_a_dot_and_the_chosen_year_a_large_one() {
        let dots = line(&[Some(5), Some(10), None, Some(10)]).dots;
        let dots: Vec<_> = dots.iter().map(|dot| (dot.x.as_str(), dot.y.as_str(), dot.radius)).collect();
        assert_eq!(dots, [("3.0", "14.0", "1.4"), ("35.0", "4.0", "3"), ("99.0", "4.0", "1.4")]);
    }

    #[test]
    fn one_number_or_none_makes_no_line() {
        let cases: [&[Option<i32>]; 5] = [&[], &[Some(5)], &[None, None], &[None, Some(5)], &[Some(0), Some(0)]];
        for numbers in cases {
            assert_eq!(line(numbers), Sparkline::default(), "{numbers:?}");
        }
    }
}
