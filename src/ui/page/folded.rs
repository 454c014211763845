//! What is folded away under a question: more figures that answer, wider ones, and those without a number.

use leptos::prelude::*;

use crate::figures::{Shelf, is_on};
use crate::locale::Words;
use crate::query::Selection;
use crate::ui::kit::live::{live, live_on, on_click};
use crate::ui::page::without::without;
use crate::ui::state::explorer::Explorer;
use crate::ui::state::shelves::Shelves;

/// Why figures are folded away.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// They answer too, but others come first.
    More,
    /// They cannot be narrowed to what is chosen.
    Wider,
    /// They have no number for it.
    Without,
}

impl Kind {
    /// All kinds, in the order of the page.
    pub const ALL: [Self; 3] = [Self::More, Self::Wider, Self::Without];

    /// The figures of a question that are of this kind.
    pub fn figures(self, of: &Shelf) -> &[usize] {
        match self {
            Self::More => &of.more,
            Self::Wider => &of.wider,
            Self::Without => &of.without,
        }
    }

    fn label(self, words: Words<'_>, of: &Shelf, selection: &Selection) -> String {
        let count = self.figures(of).len();
        match self {
            Self::More => words.more_figures(count),
            Self::Wider => words.wider_figures(count, selection, &of.unmet),
            Self::Without => words.figures_without_number(count, selection.years),
        }
    }
}

/// Whether the reader last opened or closed a group, and beside which address: a link to a figure in it opens it again.
#[derive(Clone, Copy, PartialEq)]
struct LastClick {
    is_open: bool,
    beside: Option<&'static str>,
}

/// One line that opens in place; nothing where there are no such figures. `cards` makes those that have a number.
pub fn folded(
    explorer: Explorer,
    shelves: Shelves,
    shelf: Memo<Shelf>,
    kind: Kind,
    cards: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let last_click = RwSignal::new(None::<LastClick>);
    let wanted = Memo::new(move |_| explorer.address.with(|address| address.first_figure().map(|figure| figure.id)));
    // What a link has opened stays open when the question changes and the address names no figure any more.
    let is_linked = Memo::new(move |was_linked: Option<&bool>| {
        let beside = wanted.get();
        let is_here = shelf.with(|shelf| is_on(kind.figures(shelf), beside.and_then(crate::figures::figure)));
        is_here || (was_linked == Some(&true) && beside.is_none())
    });
    let is_open = Memo::new(move |_| {
        let by_itself = is_linked.get()
            || shelves.are_all_open.get()
            || explorer.appearance.is_printing.get() && kind == Kind::More;
        let beside = wanted.get();
        last_click.get().filter(|click| click.beside == beside).map_or(by_itself, |click| click.is_open)
    });
    let toggle = move || {
        last_click.set(Some(LastClick { is_open: !is_open.get_untracked(), beside: wanted.get_untracked() }));
    };
    let label = move || {
        let selection = explorer.pace.settled.get();
        let label = shelf.with(|shelf| {
            (!kind.figures(shelf).is_empty()).then(|| (kind.label(explorer.words(), shelf, &selection), is_open.get()))
        });
        label.into_iter().collect()
    };
    let line = live_on(label, move |label: &[(String, bool)]| {
        let [(label, is_open)] = label else { return ().into_any() };
        let expanded = if *is_open { "true" } else { "false" };
        view! {
            <button type="button" class="fold" aria-expanded=expanded on:click=on_click(toggle)>{label.clone()}</button>
        }
        .into_any()
    });
    let content = live(move || match (is_open.get(), kind) {
        (false, _) => ().into_any(),
        (true, Kind::Without) => without(explorer, shelf),
        (true, Kind::More | Kind::Wider) => {
            let cards = untrack(&cards);
            view! { <div class="figures">{cards}</div> }.into_any()
        }
    });
    view! { <div class="folded">{line} {content}</div> }.into_any()
}
