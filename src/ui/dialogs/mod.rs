//! Dialogs, which come late.

mod choose;
pub mod embed;
mod framed;
pub mod picture;
mod shell;
