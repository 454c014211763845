//! Dialogs, which come late.

pub mod embed;
mod framed;
