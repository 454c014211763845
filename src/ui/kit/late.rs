//! Lazy loading: a part of the program that is fetched when it is asked for (`docs/decisions/0006-a-second-module.md`).
//!
//! Not Leptos' own `#[lazy]`: there a module that does not arrive is a panic, and here a message with the rest of the page alive.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::kit::live::live;

/// Why a part of the page is not there.
#[derive(Debug)]
pub struct NotLoaded(String);

impl NotLoaded {
    /// With the words of what went wrong.
    pub fn because(error: &impl ToString) -> Self {
        Self(error.to_string())
    }
}

/// A part on its way.
pub type Loading<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// How far a part has come.
#[derive(Clone, Copy)]
enum State<T> {
    NotAsked,
    Awaited,
    Here(T),
    /// Asking again tries again.
    Failed,
}

/// A part of the page that comes late: what it is once it is there, and what fetches it.
pub struct Late<T: 'static> {
    state: RwSignal<State<T>>,
    load: fn() -> Loading<T>,
}

impl<T> Clone for Late<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Late<T> {}

impl<T: Copy + Send + Sync + 'static> Late<T> {
    /// A part that nobody has asked for yet.
    pub fn new(load: fn() -> Loading<T>) -> Self {
        Self { state: RwSignal::new(State::NotAsked), load }
    }

    /// The part, once it is there. What is there stays there: then nothing has to be followed, and whoever asks leaves no
    /// trace in a signal that never changes again.
    pub fn get(self) -> Option<T> {
        self.get_untracked().or_else(|| self.state.with(State::here))
    }

    /// The part, if it is there now.
    pub fn get_untracked(self) -> Option<T> {
        self.state.with_untracked(State::here)
    }

    /// Whether the part has been asked for and is neither there nor lost.
    pub fn is_awaited(self) -> bool {
        self.state.with(|state| matches!(state, State::Awaited))
    }

    /// Whether the part could not be loaded.
    pub fn has_failed(self) -> bool {
        self.state.with(|state| matches!(state, State::Failed))
    }

    /// Whether nobody has asked for the part yet.
    pub fn is_unasked(self) -> bool {
        self.state.with(|state| matches!(state, State::NotAsked))
    }

    /// Asks for the part, unless it is there or on its way. Of a page that is gone nothing is asked for, and nothing arrives.
    pub fn request(self) {
        if self.state.try_with_untracked(|state| matches!(state, State::Here(_) | State::Awaited)) != Some(false) {
            return;
        }
        self.state.set(State::Awaited);
        spawn_local(async move {
            let state = match (self.load)().await {
                Ok(part) => State::Here(part),
                Err(NotLoaded(reason)) => {
                    leptos::logging::error!("a part of the page: {reason}");
                    State::Failed
                }
            };
            // Handed back where nobody waits any more.
            let _ = self.state.try_set(state);
        });
    }

    /// Draws with the part as soon as it is there; nothing before.
    pub fn when_here(self, draw: impl Fn(&T) -> AnyView + Send + 'static) -> AnyView {
        live(move || self.get().map_or_else(|| ().into_any(), |part| draw(&part)))
    }
}

impl<T: Copy> State<T> {
    const fn here(&self) -> Option<T> {
        match self {
            Self::Here(part) => Some(*part),
            Self::NotAsked | Self::Awaited | Self::Failed => None,
        }
    }
}
