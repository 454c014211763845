//! The shell of a figure: what stands around its chart, its numbers or its table, and which of them it shows.

use leptos::html;
use leptos::prelude::*;

use crate::address::Display;
use crate::figures::is_in_numbers;
use crate::host::address_bar;
use crate::host::observe::NearObserver;
use crate::query::{Figure, Table};
use crate::ui::figure::paragraphs::paragraphs;
use crate::ui::figure::{chart, footer, scope, switches};
use crate::ui::kit::live::live;
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::late::{Body as LateBody, Details, asked_for, use_late};
use crate::ui::state::card::Card;

/// A chart is drawn when it comes this near to the window.
const DRAWN_WITHIN_PX: i32 = 300;
/// A figure answers at once when more of it than its title is in the window.
const SEEN_WITHIN_PX: i32 = -96;

/// What stands in the middle of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Body {
    Chart,
    Numbers,
    Table,
    Nothing,
}

/// One figure.
#[component]
pub fn FigureCard(
    /// Its entry in the catalogue.
    figure: &'static Figure,
    /// Its position among all figures.
    position: usize,
) -> impl IntoView {
    card_view(Card::new(figure, position))
}

/// A figure with the state that it has already.
pub fn card_view(card: Card) -> AnyView {
    let figure = card.figure;
    let element = NodeRef::<html::Figure>::new();
    observe(card, element);
    // The chart must outlive every change of the table: only a change of kind builds the body anew.
    let kind = Memo::new(move |_| {
        leave_no_trace();
        card.table.with(|table| kind_of_body(card, table))
    });
    let body = live(move || body(card, kind.get()));
    let id = card.element_id();
    let title = format!("{id}-title");
    let labelled_by = title.clone();
    let missing = details_of(card, |card, details| (details.missing)(card));
    let sources = details_of(card, footer::details);
    view! {
        <figure node_ref=element id=id data-figure=figure.id class="figure" aria-labelledby=labelled_by>
            // One box for paper, which no page parts; on the screen it is none (style/figure.css).
            <div class="shown">
                <header>
                    <h3 id=title tabindex="-1" translate="yes">{live(move || card.words().text(figure.question).into_any())}</h3>
                    {card.live_on(switches::state, switches::switches)}
                </header>
                {card.live_on(scope::scope, scope::scope_line)}
                {card.live_on(scope::unmet, |_, lines| {
                    view! { <div class="unmet" data-part="unmet">{paragraphs(lines)}</div> }.into_any()
                })}
                {body}
            </div>
            {missing}
            {footer::footer(card, sources)}
        </figure>
    }
    .into_any()
}

/// Follows whether the figure is in the window, or near it.
fn observe(card: Card, element: NodeRef<html::Figure>) {
    let observers = StoredValue::new_local(None);
    element.on_load(move |element| {
        // A frame is not told when the page around it is printed: there everything is drawn, in its time.
        let near = (!address_bar::stands_in_frame())
            .then(|| NearObserver::new(&element, DRAWN_WITHIN_PX, move |is_near| card.is_near.set(is_near)))
            .flatten();
        let seen = NearObserver::new(&element, SEEN_WITHIN_PX, move |is_seen| card.see(is_seen));
        // A browser that cannot tell has everything near.
        card.is_near.set(near.is_none());
        card.see(seen.is_none());
        observers.set_value(Some((near, seen)));
    });
}

fn kind_of_body(card: Card, table: &Table) -> Body {
    match card.display() {
        _ if table.is_empty() => Body::Nothing,
        Display::Table => Body::Table,
        Display::Chart if is_in_numbers(card.figure, table) => Body::Numbers,
        Display::Chart if card.explorer.displays.has_lost_charts.get() => Body::Table,
        Display::Chart => Body::Chart,
    }
}

fn body(card: Card, kind: Body) -> AnyView {
    match kind {
        Body::Nothing => late_body(card, |details| details.nothing),
        Body::Numbers => late_body(card, |details| details.numbers),
        Body::Table => late_body(card, |details| details.table),
        Body::Chart => chart::chart_view(card),
    }
}

/// A body that is drawn by a late part, and follows the figure's table.
fn late_body(card: Card, body: fn(&Details) -> LateBody) -> AnyView {
    asked_for(use_late().details, move |details| card.live(body(details)))
}

/// A late part of a figure, drawn when the turn of the figure has come.
fn details_of(card: Card, draw: fn(Card, &Details) -> AnyView) -> AnyView {
    let details = use_late().details;
    live(move || {
        if card.explorer.pace.detailed.has_come(card.position) {
            details.when_here(move |details| draw(card, details))
        } else {
            ().into_any()
        }
    })
}
