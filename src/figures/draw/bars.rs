//! The patterns by which bars and columns of product types are told apart.

use crate::dataset::CodeId;
use crate::figures::canvas::Canvas;
use crate::figures::option::put;
use crate::figures::point::Point;
use crate::figures::theme::series_colour;

/// Product types are told apart by pattern as well as by colour: chemical drugs are plain, biological products have
/// strokes, those that prevent have strokes the other way, traditional Chinese medicine has dots.
pub(super) fn hatched(canvas: &Canvas<'_>, mut point: Point, code: Option<CodeId>) -> Point {
    let (symbol, rotation, dash) = match series_colour(canvas.codes, code) {
        "biological" => ("rect", -0.785, [1.0, 0.0]),
        "biological-preventive" => ("rect", 0.785, [1.0, 0.0]),
        "tcm" => ("circle", 0.785, [2.0, 5.0]),
        _ => return point,
    };
    if let Some(style) = &mut point.item_style {
        put(style, "decal.symbol", symbol.into());
        put(style, "decal.rotation", rotation.into());
        put(style, "decal.dashArrayX", dash.to_vec().into());
        put(style, "decal.dashArrayY", vec![1.5, 6.0].into());
        put(style, "decal.symbolSize", 0.9.into());
        put(style, "decal.color", format!("{}55", canvas.theme.paper).into());
    }
    point
}
