//! The files of the brief: what is pinned when they are made.

use crate::address::{Address, brief_file};
use crate::dataset::Library;
use crate::export::{Export, Memo, NoFile, PackFile, SvgDocument};
use crate::host::charts::DrawError;
use crate::host::clock;
use crate::host::picture::{NoPng, drawn, png_bytes};
use crate::locale::{BriefMessage, FigureView, LibraryWords, MemoContext, MemoDraft, PackTexts};
use crate::ui::state::brief::{brief_now, link_to_brief};
use crate::ui::state::explorer::Explorer;

/// How many pixels a picture has for each of its own where a program reads no SVG: enough to be printed.
const SHARPNESS: u32 = 2;

/// Why a picture of a memo is not there.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
enum NotPainted {
    /// Its chart cannot be drawn.
    #[error(transparent)]
    Chart(#[from] DrawError),
    /// It cannot be painted.
    #[error(transparent)]
    Png(#[from] NoPng),
}

/// Calls with where a memo is written: here, today.
fn in_context<T>(explorer: Explorer, write: impl FnOnce(MemoContext<'_>) -> T) -> T {
    let link = |address: &Address| explorer.link(address);
    write(MemoContext { link: &link, today: &clock::today() })
}

/// The figures that are pinned and have numbers.
pub(super) fn figures(explorer: Explorer, words: LibraryWords<'static>) -> Vec<FigureView> {
    in_context(explorer, |context| words.pinned_figures(&brief_now(explorer).brief, context))
}

/// What is pinned, with its memo in words and tables.
pub(super) fn export(explorer: Explorer, words: LibraryWords<'static>) -> Result<Export, NoFile> {
    let read = brief_now(explorer);
    let export =
        in_context(explorer, |context| words.export_brief(&read.brief, words.memo(&read.brief, context), context))?;
    // A link that only names the brief leads nobody to it: then its file does, and the link to the view.
    Ok(if read.is_long { export } else { Export { link: link_to_brief(explorer), ..export } })
}

/// Gives the memo of an export its pictures; says what it lacks where they cannot be painted.
pub(super) async fn illustrate(
    explorer: Explorer,
    words: LibraryWords<'static>,
    export: &mut Export,
) -> Option<&'static str> {
    let draft = in_context(explorer, |context| words.illustrated_memo(&brief_now(explorer).brief, context));
    match painted(draft).await {
        Ok(memo) => {
            export.memo = Some(memo);
            None
        }
        Err(why) => Some(words.say(match why {
            NotPainted::Chart(_) => BriefMessage::ChartsNotDrawn,
            NotPainted::Png(NoPng::TooLarge) => BriefMessage::NoRoomToPaint,
            NotPainted::Png(NoPng::Blocked) => BriefMessage::MayNotPaint,
        })),
    }
}

async fn painted(draft: MemoDraft) -> Result<Memo, NotPainted> {
    let mut pictures: Vec<(SvgDocument, Vec<u8>)> = Vec::new();
    for picture in &draft.pictures {
        let svg = drawn(picture.draft.clone())?;
        let png = png_bytes(&svg, SHARPNESS).await?;
        pictures.push((svg, png));
    }
    Ok(draft.painted(pictures))
}

/// The brief itself, as the page opens it.
pub(super) fn file(explorer: Explorer) -> PackFile {
    PackFile::text("brief.json", brief_file(explorer.facts, &brief_now(explorer).brief))
}

/// The texts of its evidence pack.
pub(super) fn texts(explorer: Explorer, words: LibraryWords<'static>, export: &Export) -> PackTexts {
    in_context(explorer, |context| words.pack_texts_of_brief(export, Library::DATA_SUMS, context))
}
