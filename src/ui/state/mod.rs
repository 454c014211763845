//! What the components share: the address and what follows from it, who answers when, and the state of one figure.

pub mod announcer;
pub mod appearance;
pub mod brief;
pub mod card;
pub mod destination;
pub mod displays;
pub mod edition;
pub mod explorer;
pub mod pace;
pub mod preferences;
pub mod shelves;
pub mod views;
