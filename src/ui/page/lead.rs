//! The figure that answers the selection best, at the top of the page.

use leptos::prelude::*;

use crate::figures::figures;
use crate::ui::figure::shell::FigureCard;
use crate::ui::kit::live::live;
use crate::ui::state::explorer::use_explorer;
use crate::ui::state::shelves::use_shelves;

/// The figure; it stays the same element for as long as it leads.
#[component]
pub fn Lead() -> impl IntoView {
    let (explorer, shelves) = (use_explorer(), use_shelves());
    live(move || {
        let lead = shelves.lead.get();
        explorer.pace.set_lead(lead);
        match lead.and_then(|position| Some((position, figures().nth(position)?))) {
            Some((position, figure)) => {
                untrack(|| view! { <div class="lead" data-part="lead"><FigureCard figure position/></div> }.into_any())
            }
            None => ().into_any(),
        }
    })
}
