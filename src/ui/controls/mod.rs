//! Buttons and links, each made once.

pub mod copy;
pub mod embed_button;
pub mod link;
pub mod menu;
pub mod number_button;
pub mod offer;
pub mod outcome;
pub mod pin;
pub mod select;
pub mod source;
pub mod take_away;
