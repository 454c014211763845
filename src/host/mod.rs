//! Browser APIs: the only room besides `ui` that touches the browser. One small file for each ability.
//!
//! Every ability that a frame or a policy may take away answers with a value that says so; nothing here panics.

pub mod address_bar;
pub mod anchor;
pub mod background;
pub mod beside;
pub mod charts;
pub mod clipboard;
pub mod clock;
pub mod config;
pub mod crash;
pub mod document;
pub mod download;
pub mod file;
pub mod frames;
pub mod kept;
pub mod leaving;
pub mod media;
pub mod numbers;
pub mod observe;
pub mod picture;
pub mod portal;
pub mod print;
pub mod probe;
pub mod storage;
pub mod style;
pub mod tasks;
