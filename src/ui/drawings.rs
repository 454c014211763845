//! Starts what comes late once ECharts is there. Nothing is fetched for the drawings themselves any more.

use leptos::prelude::*;

use super::explorer::Explorer;
use super::later::{self, Coming};

/// Whether the late parts have been asked for.
pub(super) type Drawings = Coming<()>;

/// Asks for everything that comes late, once.
pub(super) fn request(explorer: Explorer) {
    if matches!(explorer.drawings.get_untracked(), Drawings::Open) {
        explorer.drawings.set(Drawings::Here(()));
        later::request(explorer);
    }
}
