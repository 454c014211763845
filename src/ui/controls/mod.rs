//! Buttons and links, each made once.

pub mod copy;
pub mod embed_button;
pub mod link;
pub mod menu;
pub mod picture_button;
pub mod select;
pub mod source;
