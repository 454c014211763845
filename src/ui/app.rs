//! The page from top to bottom.

use leptos::prelude::*;

use super::chips::Chips;
use super::explorer::Explorer;
use super::figure::FigureCard;
use super::filter_bar::FilterBar;
use super::finding::FindingSection;
use super::headline::HeadlineRow;
use super::notices::Notices;
use super::takeaways::Takeaways;
use super::top_bar::{BottomLine, TopBar};
use crate::dataset::Dataset;
use crate::figures::FIGURES;
use crate::host::{document, frames};
use crate::locale::Message;

/// The page.
#[component]
pub fn App(
    /// The figures that the page explores.
    dataset: &'static Dataset,
) -> impl IntoView {
    let explorer = Explorer::open(dataset);
    provide_context(explorer);
    document::remove_loading();
    if let Some(figure) = explorer.address.with_untracked(|address| address.figure) {
        frames::after_paint(move || document::scroll_to(figure.id));
    }
    let figures = FIGURES.iter().map(|figure| view! { <FigureCard figure/> }.into_any()).collect_view();
    view! {
        <a class="skip" href="#figures">{move || explorer.words().say(Message::SkipToFigures)}</a>
        <div class="page">
            <TopBar/>
            <main>
                <div class="filters">
                    <FilterBar/>
                    <Chips/>
                </div>
                <Notices/>
                <FindingSection/>
                <HeadlineRow/>
                <Takeaways/>
                <div class="figures" id="figures" tabindex="-1">{figures}</div>
            </main>
            <BottomLine/>
        </div>
    }
}
