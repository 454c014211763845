//! The page from top to bottom.

use leptos::prelude::*;

use super::chips::Chips;
use super::explorer::{Explorer, STAGES};
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
use crate::address::{Address, Mode, View};
use crate::dataset::Facts;
use crate::host::{document, frames};
use crate::locale::Message;

/// The page.
#[component]
pub fn App(
    /// The figures that the page explores.
    dataset: &'static Facts,
) -> impl IntoView {
    let explorer = Explorer::open(dataset);
    provide_context(explorer);
    // Each part is built in a task of its own, unseen; then all of them take the place of the text in one step.
    document::hide_app();
    next_stage(explorer, 0);
    let skip = live(move || {
        view! { <a class="skip" href="#figures">{explorer.words().say(Message::SkipToFigures)}</a> }.into_any()
    });
    let is_test = explorer.frame.mode == Mode::SelfTest;
    let is_elsewhere = move || explorer.page.get() != View::Explore || is_test;
    let has_no_filters = move || explorer.page.get() == View::Methods || is_test;
    let announced = live(move || explorer.announced.get().into_any());
    view! {
        {skip}
        <div class="page">
            {staged(explorer, 0, || view! { <TopBar/> }.into_any())}
            <main>
                <div class="filters" hidden=has_no_filters>
                    {staged(explorer, 1, || view! { <FilterBar/> }.into_any())}
                    {staged(explorer, 1, || view! { <Chips/> }.into_any())}
                </div>
                {view! { <Notices/> }.into_any()}
                {view! { <OtherPage/> }.into_any()}
                <div hidden=is_elsewhere>
                    {staged(explorer, 2, || view! { <FindingSection/> }.into_any())}
                    {staged(explorer, 3, || view! { <HeadlineRow/> }.into_any())}
                    {staged(explorer, 4, || view! { <Takeaways/> }.into_any())}
                    {staged(explorer, 5, || view! { <Sections/> }.into_any())}
                </div>
            </main>
            {view! { <BottomLine/> }.into_any()}
        </div>
        {view! { <ProofPanel/> }.into_any()}
        <div class="off-screen" data-part="announcement" role="status">{announced}</div>
    }
}

/// A part of the page that is built when its stage has come, and stays.
fn staged(explorer: Explorer, stage: usize, build: fn() -> AnyView) -> AnyView {
    // A card is nothing but its figure.
    let is_wanted = stage == STAGES - 1 || untrack(|| explorer.card()).is_none();
    live(move || if explorer.stages[stage].get() && is_wanted { untrack(build) } else { ().into_any() })
}

/// Builds the next part, and in a task of its own the one after it; at the end the page is shown.
fn next_stage(explorer: Explorer, stage: usize) {
    frames::next_task(move || {
        explorer.stages[stage].set(true);
        if stage + 1 < STAGES {
            return next_stage(explorer, stage + 1);
        }
        // What the last part changed stands when its effects have run.
        frames::next_task(move || {
            document::show_app();
            explorer.place();
            if let Some(figure) = explorer.address.with_untracked(Address::first_figure) {
                frames::after_paint(move || document::scroll_to(figure.id));
            }
        });
    });
}
