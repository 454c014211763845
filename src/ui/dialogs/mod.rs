//! Dialogs, which come late.

pub mod embed;
