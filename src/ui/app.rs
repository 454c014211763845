//! The page from top to bottom.

use leptos::prelude::*;

use super::chips::Chips;
use super::explorer::Explorer;
use super::filter_bar::FilterBar;
use super::finding::FindingSection;
use super::headline::HeadlineRow;
use super::live::live;
use super::notices::Notices;
use super::pages::OtherPage;
use super::proof::ProofPanel;
use super::sections::Sections;
use super::takeaways::Takeaways;
use super::top_bar::{BottomLine, TopBar};
use crate::address::Page;
use crate::dataset::Dataset;
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
    document::remove_reading();
    if let Some(figure) = explorer.address.with_untracked(|address| address.figure) {
        frames::after_paint(move || document::scroll_to(figure.id));
    }
    let skip = live(move || {
        view! { <a class="skip" href="#figures">{explorer.words().say(Message::SkipToFigures)}</a> }.into_any()
    });
    let is_elsewhere = move || explorer.page.get() != Page::Explore;
    let has_no_filters = move || explorer.page.get() == Page::Methods;
    let announced = live(move || explorer.announced.get().into_any());
    view! {
        {skip}
        <div class="page">
            {view! { <TopBar/> }.into_any()}
            <main>
                <div class="filters" hidden=has_no_filters>
                    {view! { <FilterBar/> }.into_any()}
                    {view! { <Chips/> }.into_any()}
                </div>
                {view! { <Notices/> }.into_any()}
                {view! { <OtherPage/> }.into_any()}
                <div hidden=is_elsewhere>
                    {view! { <FindingSection/> }.into_any()}
                    {view! { <HeadlineRow/> }.into_any()}
                    {view! { <Takeaways/> }.into_any()}
                    {view! { <Sections/> }.into_any()}
                </div>
            </main>
            {view! { <BottomLine/> }.into_any()}
        </div>
        {view! { <ProofPanel/> }.into_any()}
        <div class="off-screen" data-part="announcement" role="status">{announced}</div>
    }
}
