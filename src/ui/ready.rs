//! What happens by itself: charts are drawn when ECharts is there, the details are attached when they are there, and
//! `data-ready` says when everything answers.

use leptos::prelude::*;

use crate::address::View;
use crate::host::{charts, document, frames};
use crate::ui::late::LateParts;
use crate::ui::state::explorer::Explorer;

/// Starts all of it, for as long as the page lives.
pub fn follow(explorer: Explorer, late: LateParts) {
    // The other views need the details, and no chart.
    if untrack(|| explorer.view.get()) != View::Explore {
        late.details.request();
    }
    draw_when_ready(explorer, late);
    attach_details(explorer, late);
    keep_sign(explorer, late);
}

/// The details wait no longer than this for the first chart.
const LONGEST_WAIT_MS: u32 = 2000;

/// Lets the figures draw, one in each task, as soon as ECharts is there. When the first is drawn it asks for the details
/// (`ui/figure/chart.rs`), which a library that does not come holds up only for a while: then the figures are tables, until it
/// comes after all.
fn draw_when_ready(explorer: Explorer, late: LateParts) {
    frames::after_ms(LONGEST_WAIT_MS, move || late.details.request());
    let draw = move || {
        if let Some(is_here) = charts::is_loaded() {
            explorer.displays.has_lost_charts.set(!is_here);
            if !is_here {
                frames::next_task(move || late.details.request());
            }
            explorer.pace.drawn.run(1);
        }
    };
    StoredValue::new_local(charts::on_loaded(draw));
    // That may have been known before.
    draw();
}

/// When the details are there, the page listens to the portal and to the printer, and figures show what bears their numbers.
fn attach_details(explorer: Explorer, late: LateParts) {
    // What listens belongs to the page, not to the effect, which would let go of it when it runs again.
    let page = Owner::current().unwrap_or_default();
    Effect::new(move |was_attached: Option<bool>| {
        let details = late.details.get();
        if let (Some(details), false) = (details, was_attached.unwrap_or_default()) {
            page.with(|| untrack(|| (details.attach)(explorer)));
            frames::next_task(move || explorer.pace.show_details());
        }
        was_attached.unwrap_or_default() || details.is_some()
    });
}

/// Keeps up the sign that everything answers; where no chart has asked for the details (`ui/figure/chart.rs`), they come now.
fn keep_sign(explorer: Explorer, late: LateParts) {
    Effect::new(move || {
        explorer.address.track();
        let is_waiting = late.details.is_awaited();
        let is_idle = late.details.is_unasked();
        if has_answered(explorer, late) {
            frames::after_paint(move || {
                if is_idle {
                    return late.details.request();
                }
                // The reader may have gone on meanwhile.
                let is_ready = !is_waiting && untrack(|| has_answered(explorer, late));
                if is_ready {
                    explorer.destination.arrive(explorer.asked.with_untracked(Option::is_some));
                }
                document::set_ready(is_ready);
            });
        }
    });
}

fn has_answered(explorer: Explorer, late: LateParts) -> bool {
    explorer.pace.has_answered(explorer.selection)
        && (late.details.get().is_none() || explorer.pace.detailed.is_complete())
}
