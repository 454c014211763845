//! The memo of a brief with pictures: which figures have one, and how large they may be.

use super::memo::{MemoContext, Room};
use super::messages::brief::BriefMessage;
use super::pictures::Look;
use super::sheets::Shown;
use super::words::LibraryWords;
use crate::address::{Brief, Pinned};
use crate::export::{Draft, Illustration, Memo, MemoPicture, PictureSize, SvgDocument};
use crate::figures::{Theme, is_in_numbers};
use crate::query::{Figure, Selection, Table, slice};

/// A memo whose pictures are still to be painted.
#[derive(Clone, Debug)]
pub struct MemoDraft {
    /// The memo without them.
    pub memo: Memo,
    /// The pictures, in the order of the items that they belong to.
    pub pictures: Vec<PictureDraft>,
}

/// A picture of a memo that is still to be painted.
#[derive(Clone, Debug)]
pub struct PictureDraft {
    /// What is to be drawn.
    pub draft: Draft,
    /// The position of its item.
    item: usize,
    description: String,
    is_half: bool,
}

impl MemoDraft {
    /// The memo with its pictures, each as SVG and as PNG, in the order in which they were asked for.
    pub fn painted(self, pictures: Vec<(SvgDocument, Vec<u8>)>) -> Memo {
        let Self { mut memo, pictures: drafts } = self;
        for (PictureDraft { item, description, is_half, .. }, (svg, png)) in drafts.into_iter().zip(pictures) {
            if let Some(item) = memo.items.get_mut(item) {
                item.picture = Some(MemoPicture { svg, png, description, is_half });
            }
        }
        memo
    }
}

/// A figure that is pinned, and drawn as a chart.
struct Charted<'a> {
    figure: &'static Figure,
    table: Table,
    selection: &'a Selection,
}

impl LibraryWords<'_> {
    /// The memo of a brief with a picture of each figure that is drawn as a chart, as large as two pages have room for.
    pub fn illustrated_memo(&self, brief: &Brief, context: MemoContext<'_>) -> MemoDraft {
        let charted: Vec<Option<Charted<'_>>> = brief.pins().iter().map(|pin| self.charted(&pin.what)).collect();
        let plain = Room::of(brief);
        let whole = self.memo_in(plain, brief, context);
        let height_of = |item: usize, width_px: u32| {
            let size = PictureSize::Memo { width_px: width_px.into(), most_height_px: f64::INFINITY };
            Some(self.drafted(charted.get(item)?.as_ref()?, size)?.laid_out.height_px())
        };
        let illustration = Illustration::of(&whole, &height_of);
        let have_pictures: Vec<bool> = charted.iter().map(Option::is_some).collect();
        let halves = illustration.halves(&have_pictures);
        let rows = illustration.rows_beside().min(plain.rows);
        let room = Room { rows, rows_of_numbers: illustration.rows_alone().min(plain.rows), ..plain };
        let mut memo = self.memo_in(room, brief, context);
        let picture = |(item, (charted, is_half)): (usize, (&Option<Charted<'_>>, bool))| {
            let charted = charted.as_ref()?;
            let (width_px, most_height_px) =
                (Illustration::width_px(is_half).into(), illustration.most_height_px.into());
            let size = PictureSize::Memo { width_px, most_height_px };
            let draft = self.drafted(charted, size)?;
            let description = self.chart(charted.figure.question, &charted.table);
            Some(PictureDraft { draft, item, description, is_half })
        };
        let pictures: Vec<PictureDraft> = charted.iter().zip(halves).enumerate().filter_map(picture).collect();
        if rows == 0 && !pictures.is_empty() {
            memo.closing.insert(0, self.say(BriefMessage::NumbersOfPictures).to_owned());
        }
        MemoDraft { memo, pictures }
    }

    /// A figure that is pinned; nothing where no chart is drawn of it.
    fn charted<'a>(&self, what: &'a Pinned) -> Option<Charted<'a>> {
        let Pinned::Figure(figure, statistic, selection) = what else { return None };
        let table = slice(self.facts, figure, *statistic, selection);
        let has_chart = !table.is_empty() && !is_in_numbers(figure, &table);
        has_chart.then_some(Charted { figure, table, selection })
    }

    fn drafted(&self, charted: &Charted<'_>, size: PictureSize) -> Option<Draft> {
        let Charted { figure, table, selection } = charted;
        let shown = Shown { figure, table, link: String::new() };
        // The paper that it is printed on is white.
        let theme = Theme { paper: "#ffffff", ..Theme::LIGHT };
        self.picture(&shown, selection, &[], Look { size, theme }).ok()
    }
}
