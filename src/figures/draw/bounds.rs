//! Bounds: where a source says only that a number is larger or smaller than another, its mark has an open end, a triangle that
//! points to where the number lies, and a dashed link to zero instead of a bar that would end there.

use charming::element::{LineStyle, LineStyleType, Symbol};
use charming::series::Line;
use serde_json::{Value, json};

use crate::dataset::CodeId;
use crate::figures::canvas::{Bound, Canvas};
use crate::figures::point::Point;
use crate::figures::sketch::{Frame, Sketch};

/// How large the triangles are.
const TRIANGLE_PX: f64 = 10.0;

/// Which way the numbers of a chart grow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Along {
    /// To the right: the rows stand below each other.
    Right,
    /// Upwards: the rows stand side by side.
    Up,
}

impl Along {
    /// A place in a frame: a number, and the position of its row.
    pub(super) fn place(self, number: f64, position: usize) -> Value {
        match self {
            Self::Right => json!([number, position]),
            Self::Up => json!([position, number]),
        }
    }

    /// How far a triangle that points upwards must be turned to the left.
    const fn turned(self, bound: Bound) -> i16 {
        match (self, bound) {
            (Self::Right, Bound::Above) => -90,
            (Self::Right, Bound::Below) => 90,
            (Self::Up, Bound::Above) => 0,
            (Self::Up, Bound::Below) => 180,
        }
    }
}

/// A bound and the position of its row.
pub(super) type At = (usize, Point);

/// The open end of a cell that is a bound, as it stands in a row at a position; nothing for any other cell.
pub(super) fn open_end(
    canvas: &Canvas<'_>,
    (row, column): (usize, usize),
    code: Option<CodeId>,
    (along, position): (Along, usize),
) -> Option<At> {
    let bound = canvas.bound(row, column)?;
    let number = canvas.table.cell(row, column).number()?;
    let mut point = canvas.open_end(row, column, code, along.place(number, position));
    point.symbol_rotate = Some(along.turned(bound));
    Some((position, point))
}

/// Adds bounds to a frame, all in one series: links and triangles.
pub(super) fn add(sketch: &mut Sketch<'_>, frame: Frame, id: &str, along: Along, ink: &str, bounds: Vec<At>) {
    if bounds.is_empty() {
        return;
    }
    let linked = |(position, end): At| {
        let mut start = Point::at(along.place(0.0, position));
        start.symbol = Some("none");
        [start, end, Point::at(json!(["-", "-"]))]
    };
    let points: Vec<Point> = bounds.into_iter().flat_map(linked).collect();
    let style = LineStyle::new().width(1.5).color(ink).type_(LineStyleType::Dashed);
    let line =
        Line::new().id(id).symbol(Symbol::Triangle).symbol_size(TRIANGLE_PX).connect_nulls(false).line_style(style);
    let series = sketch.add(frame, &line, &points);
    series["showAllSymbol"] = true.into();
    series["clip"] = false.into();
}
