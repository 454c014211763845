//! Where the parts of a picture stand.

use super::blocks::Block;
use super::svg::{FONTS, Markup, number};
use super::{ChartPlace, LaidOut, Picture, PictureSize};
use crate::export::xml::escaped;

/// Around everything.
const MARGIN: f64 = 20.0;
/// Between two parts.
const GAP: f64 = 12.0;
/// Width of a column and size of a slide, in pixels.
const COLUMN_PX: f64 = 1_000.0;
const SLIDE_PX: (f64, f64) = (1_600.0, 900.0);
/// The narrowest chart that is readable.
const NARROWEST: f64 = 280.0;
/// How much larger than its texts the chart of a slide may be.
const LARGEST: f64 = 1.5;
const SMALLEST: f64 = 0.25;
/// From here on a chart is as large as its words: more is not worth crowding them.
const ENOUGH: f64 = 1.0;
/// How often the room of a chart is halved to find its size.
const STEPS: usize = 7;
/// The words beside the chart of a slide.
const ASIDE: f64 = 250.0;
/// By how much a chart beside its words has to be larger than one under them.
const WORTH_IT: f64 = 1.15;
/// How much of a slide notes may take.
const NOTES_PART: f64 = 0.16;
/// How high notes may be in a picture that is as high as it needs to be, whatever it shows: a dozen lines. Beside a higher chart
/// they may be as high as it is.
const NOTES: f64 = 185.0;
/// How much of the picture of a memo: it has none but those without which it misleads.
const NOTES_PART_OF_MEMO: f64 = 0.35;

/// The height of a chart at a width, both in CSS pixels.
pub(super) type HeightAt<'a> = &'a dyn Fn(f64) -> u32;

/// A part at its place.
type Placed = (f64, f64, Block);

/// All parts at their places.
struct Arrangement {
    parts: Vec<Placed>,
    chart: Option<ChartPlace>,
    height: f64,
}

impl Picture {
    /// Gives everything its place. `chart` says how high the chart is at a width; nothing where numbers stand in its place.
    pub fn lay_out(&self, chart: Option<HeightAt<'_>>) -> LaidOut {
        let unit = self.size.unit_px();
        let (width, arrangement) = match self.size {
            PictureSize::Screen { width_px } => {
                let width = width_px.max(NARROWEST) + 2.0 * MARGIN;
                (width, self.flow(width, chart))
            }
            PictureSize::Column => (COLUMN_PX / unit, self.flow(COLUMN_PX / unit, chart)),
            PictureSize::Memo { width_px, most_height_px } => {
                (width_px, self.within_memo((width_px, most_height_px), chart))
            }
            PictureSize::Slide => (SLIDE_PX.0 / unit, self.slide((SLIDE_PX.0 / unit, SLIDE_PX.1 / unit), chart)),
        };
        let (width_px, height_px) = (whole(width * unit), whole(arrangement.height * unit));
        // What the rounding of pixels adds is ground too.
        let view = (f64::from(width_px) / unit, f64::from(height_px) / unit);
        LaidOut {
            chart: arrangement.chart,
            title: self.title.clone(),
            width_px,
            height_px,
            before: self.before((width_px, height_px), view, &arrangement.parts),
        }
    }

    /// One part under the other, as high as it needs to be.
    fn flow(&self, width: f64, chart: Option<HeightAt<'_>>) -> Arrangement {
        let room = width - 2.0 * MARGIN;
        let mut parts = Vec::new();
        let mut y = MARGIN;
        let put = |block: Block, parts: &mut Vec<Placed>, y: &mut f64| {
            let height = block.height_with(GAP);
            parts.push((MARGIN, *y, block));
            *y += height;
        };
        put(self.head(room), &mut parts, &mut y);
        put(self.key(room), &mut parts, &mut y);
        let chart = chart.map(|height_at| {
            let height_px = height_at(room);
            let place = ChartPlace { width_px: room, height_px, x: MARGIN, y, scale: 1.0 };
            y += f64::from(height_px) + GAP;
            place
        });
        put(self.large_numbers(room), &mut parts, &mut y);
        let most = chart.map_or(NOTES, |chart| NOTES.max(chart.height_px.into()));
        put(self.remarks(room, most), &mut parts, &mut y);
        put(self.foot(room), &mut parts, &mut y);
        Arrangement { parts, chart, height: y - GAP + MARGIN }
    }

    /// The chart between its legend and what its marks mean, from edge to edge, and no higher than it may be.
    fn within_memo(&self, (width, most): (f64, f64), chart: Option<HeightAt<'_>>) -> Arrangement {
        let (key, numbers) = (self.key(width), self.large_numbers(width));
        let remarks = self.remarks(width, most * NOTES_PART_OF_MEMO);
        let top = key.height_with(GAP);
        let space = (width, most - top - remarks.height_with(GAP));
        let chart = chart.map(|height_at| {
            let height_px = height_at(width);
            let is_low = f64::from(height_px) <= space.1;
            let whole = ChartPlace { width_px: width, height_px, x: 0.0, y: top, scale: 1.0 };
            // It stands under its legend, whatever is left below it.
            if is_low { whole } else { ChartPlace { y: top, ..fit(height_at, space, (0.0, top)) } }
        });
        let chart_height = chart.map_or(numbers.height, |chart| f64::from(chart.height_px) * chart.scale);
        let remarks_y = top + chart_height + GAP;
        let height = if remarks.height > 0.0 { remarks_y + remarks.height } else { top + chart_height };
        Arrangement { parts: vec![(0.0, 0.0, key), (0.0, top, numbers), (0.0, remarks_y, remarks)], chart, height }
    }

    /// The words above the chart, or beside it where that leaves more room for it: a long ranking is higher than a slide.
    fn slide(&self, size: (f64, f64), chart: Option<HeightAt<'_>>) -> Arrangement {
        let above = self.above(size, chart);
        let Some(height_at) = chart else { return above };
        let scale = |arrangement: &Arrangement| arrangement.chart.map_or(0.0, |chart| chart.scale.min(ENOUGH));
        let others = [self.beside(size, height_at), self.wholly_beside(size, height_at)];
        others.into_iter().flatten().fold(
            above,
            |best, other| {
                if scale(&other) > scale(&best) * WORTH_IT { other } else { best }
            },
        )
    }

    /// The words above, the chart in what is left.
    fn above(&self, (width, height): (f64, f64), chart: Option<HeightAt<'_>>) -> Arrangement {
        let room = width - 2.0 * MARGIN;
        let (head, key, foot) = (self.head(room), self.key(room), self.foot(room));
        let top = MARGIN + head.height_with(GAP) + key.height_with(GAP);
        let foot_y = height - MARGIN - foot.height;
        let key_y = MARGIN + head.height_with(GAP);
        let beside_notes = |most: f64| {
            let remarks = self.remarks(room, most);
            let space = (room, foot_y - remarks.height_with(GAP) - GAP - top);
            (remarks, space, chart.map(|height_at| fit(height_at, space, (MARGIN, top))))
        };
        let most = height * NOTES_PART;
        let (remarks, space, chart) = match beside_notes(most) {
            // What a low chart leaves free the notes may have.
            (_, space, Some(chart)) => beside_notes(most + space.1 - f64::from(chart.height_px) * chart.scale),
            without_chart => without_chart,
        };
        let remarks_y = foot_y - remarks.height_with(GAP);
        let numbers = self.large_numbers(room);
        let numbers_y = top + ((space.1 - numbers.height) / 3.0).max(0.0);
        let parts = vec![
            (MARGIN, MARGIN, head),
            (MARGIN, key_y, key),
            (MARGIN, numbers_y, numbers),
            (MARGIN, remarks_y, remarks),
            (MARGIN, foot_y, foot),
        ];
        Arrangement { parts, chart, height }
    }

    /// The words on the left, the chart on the right, the sources under both.
    fn beside(&self, (width, height): (f64, f64), height_at: HeightAt<'_>) -> Option<Arrangement> {
        let foot = self.foot(width - 2.0 * MARGIN);
        let foot_y = height - MARGIN - foot.height;
        let left = MARGIN + ASIDE + 2.0 * GAP;
        let space = (width - MARGIN - left, foot_y - GAP - MARGIN);
        let mut parts = self.aside(foot_y - GAP)?;
        parts.push((MARGIN, foot_y, foot));
        Some(Arrangement { parts, chart: Some(fit(height_at, space, (left, MARGIN))), height })
    }

    /// All words on the left, and the chart on the right from top to bottom.
    fn wholly_beside(&self, (width, height): (f64, f64), height_at: HeightAt<'_>) -> Option<Arrangement> {
        let foot = self.foot(ASIDE);
        let foot_y = height - MARGIN - foot.height;
        let left = MARGIN + ASIDE + 2.0 * GAP;
        let space = (width - MARGIN - left, height - 2.0 * MARGIN);
        let mut parts = self.aside(foot_y - GAP)?;
        parts.push((MARGIN, foot_y, foot));
        Some(Arrangement { parts, chart: Some(fit(height_at, space, (left, MARGIN))), height })
    }

    /// Title, legend and notes down the left edge; nothing where they need more than so much height.
    fn aside(&self, bottom: f64) -> Option<Vec<Placed>> {
        let (head, key) = (self.head(ASIDE), self.key(ASIDE));
        let key_y = MARGIN + head.height_with(GAP);
        let remarks_y = key_y + key.height_with(GAP);
        let remarks = self.remarks(ASIDE, bottom - remarks_y);
        (remarks_y + remarks.height <= bottom)
            .then(|| vec![(MARGIN, MARGIN, head), (MARGIN, key_y, key), (MARGIN, remarks_y, remarks)])
    }

    /// The document up to the chart: what it is in words, its ground, and all other parts.
    fn before(&self, (width_px, height_px): (u32, u32), view: (f64, f64), parts: &[Placed]) -> Markup {
        let [width, height] = [view.0, view.1].map(number);
        let (language, ground) = (self.language, self.theme.paper);
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        let start = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_px}\" height=\"{height_px}\" \
             viewBox=\"0 0 {width} {height}\" font-family=\"{FONTS}\" xml:lang=\"{language}\" role=\"img\">\n\
             <title>{title}</title>\n<desc>{description}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n"
        );
        let mut markup = Markup(start);
        for (x, y, block) in parts.iter().filter(|(.., block)| !block.markup.0.is_empty()) {
            markup.group((*x, *y), &block.markup);
        }
        markup
    }
}

/// A chart as large as there is room. It is drawn wider than its place where it is too high, and narrower where it is low.
fn fit(height_at: HeightAt<'_>, (width, height): (f64, f64), (x, y): (f64, f64)) -> ChartPlace {
    let height = height.max(1.0);
    let fits = |scale: f64| f64::from(height_at((width / scale).max(NARROWEST))) * scale <= height;
    // A wider chart breaks fewer labels and is lower: where it fits is found by halves.
    let (mut small, mut large) = (SMALLEST, LARGEST);
    for _ in 0..STEPS {
        let middle = f64::midpoint(small, large);
        if fits(middle) { small = middle } else { large = middle }
    }
    let scale = if fits(LARGEST) { LARGEST } else { small };
    let width_px = (width / scale).max(NARROWEST).floor();
    let height_px = height_at(width_px);
    let scale = scale.min(height / f64::from(height_px.max(1))).min(width / width_px);
    // A low chart does not stick to the words above it.
    let spare = (height - f64::from(height_px) * scale).max(0.0);
    ChartPlace { width_px, height_px, x, y: y + spare / 3.0, scale }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes of a picture are a few thousand pixels"
)]
fn whole(px: f64) -> u32 {
    // Not more for an error of calculation.
    (px - 0.001).ceil() as u32
}
