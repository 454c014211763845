//! Pictures: a figure as one SVG document that says by itself what it shows and where that comes from.
//!
//! A picture is composed in three steps, since its chart has to know how much room there is:
//! [`Picture::lay_out`] gives everything but the chart its place, somebody draws a chart of [`LaidOut::chart`]'s size, and
//! [`LaidOut::document`] joins both. Lengths are in units of the picture, which are CSS pixels before it is enlarged.

mod arrange;
mod blocks;
mod chart;
mod svg;
mod text;

use super::name::name_for;
use crate::figures::{ChartOption, Theme};

pub(super) use text::Type;

/// How large a picture is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PictureSize {
    /// As on the screen: the width of the chart there, in CSS pixels, with a margin around it.
    Screen {
        /// Width of the chart.
        width_px: f64,
    },
    /// A slide of 1,600 by 900 pixels.
    Slide,
    /// A column of a report, 1,000 pixels wide and as high as it needs to be.
    Column,
    /// The chart of a memo, which says in its own text what a picture says around its chart: legend, chart, and what its marks mean.
    Memo {
        /// Its width.
        width_px: f64,
        /// What it may be high at most; a higher chart is drawn smaller.
        most_height_px: f64,
    },
}

impl PictureSize {
    /// How many pixels a unit is: a slide is read from afar, and a column is printed smaller than it is drawn.
    pub(super) const fn unit_px(self) -> f64 {
        match self {
            Self::Screen { .. } | Self::Memo { .. } => 1.0,
            Self::Slide => 2.0,
            Self::Column => 1.5,
        }
    }
}

/// What tells a colour of the legend apart beside its colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pattern {
    /// Nothing.
    Plain,
    /// Strokes that rise.
    Rising,
    /// Strokes that fall.
    Falling,
    /// Dots.
    Dots,
}

/// An entry of the legend.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Swatch {
    /// Its label.
    pub label: String,
    /// Its colour.
    pub colour: &'static str,
    /// What tells it apart without colours.
    pub pattern: Pattern,
}

/// A number in large type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LargeNumber {
    /// What it is about.
    pub label: String,
    /// The number.
    pub number: String,
    /// Its unit; empty where the number carries it.
    pub unit: String,
    /// Whether it is computed.
    pub is_derived: bool,
}

/// What a picture says, in the reader's words.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// How large it is.
    pub size: PictureSize,
    /// Its colours.
    pub theme: Theme,
    /// Its language as documents name it, such as `zh-CN`.
    pub language: &'static str,
    /// The question of the figure.
    pub title: String,
    /// The picture in a sentence, for whoever does not see it.
    pub description: String,
    /// What is counted.
    pub population: String,
    /// Unit, narrowing and years.
    pub scope: Vec<String>,
    /// What the colours of the chart mean.
    pub legend: Vec<Swatch>,
    /// The numbers in the place of a chart; none where there is one.
    pub numbers: Vec<LargeNumber>,
    /// What to know of the numbers, in order of weight.
    pub notes: Vec<String>,
    /// Stands for the last notes where there is no room for them: for one of them, for two, and so on.
    pub more_notes: Vec<String>,
    /// Who printed the numbers, and in which editions.
    pub sources: Vec<String>,
    /// The address of the view.
    pub address: String,
    /// Who made the picture, and what may be done with it.
    pub licence: Vec<String>,
}

/// Where the chart of a picture stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ChartPlace {
    /// The width at which it is to be drawn, in CSS pixels.
    pub width_px: f64,
    /// The height that it needs at this width.
    pub height_px: u32,
    /// From the left edge of the picture, in its units.
    x: f64,
    /// From its top.
    y: f64,
    /// How many units a pixel of the chart takes.
    scale: f64,
}

/// A picture in which all but the chart has its place.
#[derive(Clone, PartialEq, Debug)]
pub struct LaidOut {
    /// The chart that it needs; nothing where numbers stand in its place.
    pub chart: Option<ChartPlace>,
    /// The name of a file of it, without ending.
    title: String,
    width_px: u32,
    height_px: u32,
    /// The document up to the chart.
    before: svg::Markup,
}

/// A picture with the chart that is to be drawn for it.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// Everything around the chart.
    pub laid_out: LaidOut,
    /// What ECharts draws, at the size of [`LaidOut::chart`].
    pub option: Option<ChartOption>,
}

impl Draft {
    /// The chart to draw, with its width and height in CSS pixels; nothing where numbers stand in its place.
    pub fn chart(&self) -> Option<(&ChartOption, (f64, u32))> {
        let ChartPlace { width_px, height_px, .. } = self.laid_out.chart?;
        Some((self.option.as_ref()?, (width_px, height_px)))
    }
}

/// A finished picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SvgDocument {
    /// The document.
    pub text: String,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
    title: String,
}

impl SvgDocument {
    /// The same document so many times as large: browsers that paint a picture before they enlarge it would blur it.
    pub fn enlarged(&self, scale: u32) -> String {
        let Self { text, width_px, height_px, .. } = self;
        let size = |scale: u32| format!(r#"width="{}" height="{}""#, width_px * scale, height_px * scale);
        text.replacen(&size(1), &size(scale), 1)
    }

    /// The name of a file of it, with this ending.
    pub fn file_name(&self, ending: &str) -> String {
        name_for(&self.title, ending)
    }
}

impl LaidOut {
    /// Its height with its chart, in pixels.
    pub const fn height_px(&self) -> u32 {
        self.height_px
    }

    /// The whole document; `chart` is the SVG document of the chart, empty where the picture needs none.
    pub fn document(self, chart: &str) -> SvgDocument {
        let Self { chart: place, title, width_px, height_px, before } = self;
        let mut markup = before;
        if let Some(ChartPlace { x, y, scale, .. }) = place {
            markup.drawing((x, y), scale, &chart::content(chart));
        }
        let text = markup.0 + "</svg>\n";
        SvgDocument { text, width_px, height_px, title }
    }
}

/// The font families of a picture, also for its chart.
pub const PICTURE_FONTS: &str = svg::FONTS;
