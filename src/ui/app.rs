//! The page from top to bottom: makes what the components share, and builds them in stages.

use leptos::prelude::*;

use crate::address::{Address, Mode, View};
use crate::dataset::Facts;
use crate::host::{document, frames};
use crate::locale::Message;
use crate::ui::doors;
use crate::ui::kit::live::live;
use crate::ui::page::bottom::BottomLine;
use crate::ui::page::filter_bar::FilterBar;
use crate::ui::page::finding::FindingSection;
use crate::ui::page::lead::Lead;
use crate::ui::page::notices::Notices;
use crate::ui::page::other_view::OtherView;
use crate::ui::page::proof::ProofPanel;
use crate::ui::page::sections::Figures;
use crate::ui::page::top_bar::TopBar;
use crate::ui::ready;
use crate::ui::state::announcer::Announcer;
use crate::ui::state::explorer::Explorer;
use crate::ui::state::pace::STAGES;
use crate::ui::state::shelves::Shelves;
use crate::ui::state::views::has_filters;

/// The page.
#[component]
pub fn App(
    /// The facts that the page explores.
    facts: &'static Facts,
) -> impl IntoView {
    let (explorer, late, announcer) = (Explorer::open(facts), doors::late_parts(), Announcer::new());
    provide_context(explorer);
    provide_context(late);
    provide_context(announcer);
    let shelves = Shelves::new(explorer);
    provide_context(shelves);
    // Each part is built in a task of its own, unseen; then all of them take the place of the text in one step.
    document::hide_app();
    build_stages(explorer);
    ready::follow(explorer, late);
    let is_test = explorer.mode() == Mode::SelfTest;
    let is_elsewhere = move || explorer.view.get() != View::Explore || is_test;
    let has_no_filters = move || !has_filters(explorer.view.get()) || is_test;
    view! {
        {live(move || skip_link(explorer))}
        <div class="page" class:of-brief=move || explorer.view.get() == View::Brief>
            {staged(explorer, 0, || view! { <TopBar/> }.into_any())}
            <main>
                <div class="filters" hidden=has_no_filters>
                    {staged(explorer, 1, || view! { <FilterBar/> }.into_any())}
                </div>
                {view! { <Notices/> }.into_any()}
                <div id="view" tabindex="-1" hidden=move || !is_elsewhere()>{view! { <OtherView/> }.into_any()}</div>
                // Reader modes look for a class of this name, and offer themselves where an article is long enough.
                <div class="content" hidden=is_elsewhere>
                    <article class="answer" class:wordy=move || shelves.lead.get().is_none()>
                        {staged(explorer, 2, || view! { <FindingSection/> }.into_any())}
                        {staged(explorer, 3, || view! { <Lead/> }.into_any())}
                        {untrack(|| explorer.card()).is_none().then(|| late.details.when_here(move |details| (details.headline)(explorer)))}
                    </article>
                    {late.details.when_here(move |details| (details.takeaways)(details.library))}
                    {staged(explorer, LAST_STAGE, || view! { <Figures/> }.into_any())}
                </div>
            </main>
            {view! { <BottomLine/> }.into_any()}
        </div>
        {view! { <ProofPanel/> }.into_any()}
        <div class="off-screen" data-part="announcement" role="status">{announcer.said()}</div>
    }
}

/// The way past the head of the page and the filters. `src/host/boot.js` moves the focus.
fn skip_link(explorer: Explorer) -> AnyView {
    let (place, message) = match explorer.view.get() {
        View::Explore if explorer.mode() == Mode::Card => ("#figures", Message::SkipToContent),
        View::Explore if explorer.mode() != Mode::SelfTest => ("#answer", Message::SkipToAnswer),
        _ => ("#view", Message::SkipToContent),
    };
    view! { <a class="skip" href=place>{explorer.words().say(message)}</a> }.into_any()
}

/// The stage of the figures.
const LAST_STAGE: usize = STAGES - 1;

/// A part of the page that is built when its stage has come, and stays.
fn staged(explorer: Explorer, stage: usize, build: fn() -> AnyView) -> AnyView {
    // A card is nothing but its figure.
    let is_wanted = stage == LAST_STAGE || untrack(|| explorer.card()).is_none();
    live(move || if explorer.pace.built.has_come(stage) && is_wanted { untrack(build) } else { ().into_any() })
}

/// Builds the next part, and in a task of its own the one after it; at the end the page is shown.
fn build_stages(explorer: Explorer) {
    frames::next_task(move || {
        explorer.pace.built.admit(1);
        if untrack(|| explorer.pace.built.is_complete()) {
            // What the last part changed stands when its effects have run.
            frames::next_task(move || show(explorer));
        } else {
            build_stages(explorer);
        }
    });
}

/// Shows the page, and puts the figures on it.
fn show(explorer: Explorer) {
    document::show_app();
    let wanted = explorer.address.with_untracked(Address::first_figure);
    explorer.pace.mount(wanted.and_then(crate::figures::position));
    // A card stands where the page around has put it.
    explorer.destination.set(wanted.filter(|_| explorer.mode() != Mode::Card));
}
