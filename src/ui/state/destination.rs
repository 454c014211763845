//! Navigation to a figure: it may stand on the page only when everything has answered, and gets the focus then.

use leptos::prelude::*;

use crate::dataset::Statistic;
use crate::host::document;
use crate::query::Figure;

/// Where the reader is on the way to.
#[derive(Clone, Copy)]
pub struct Destination {
    figure: StoredValue<Option<Goal>>,
    /// The figure and the statistic that a number led to last: it may only be put on the page after that.
    statistic: StoredValue<Option<(&'static str, Statistic)>>,
}

/// The figure that is to be reached.
#[derive(Clone, Copy)]
struct Goal {
    figure: &'static Figure,
    /// Whether the focus goes to its chart, and not to its title.
    is_chart: bool,
}

impl Destination {
    /// Nowhere.
    pub(super) fn nowhere() -> Self {
        Self { figure: StoredValue::new(None), statistic: StoredValue::new(None) }
    }

    /// Brings the reader to a figure, as soon as it stands on the page.
    pub fn set(self, figure: Option<&'static Figure>) {
        self.figure.set_value(figure.map(|figure| Goal { figure, is_chart: false }));
    }

    /// The same, with the focus on its chart in a statistic.
    pub(super) fn set_chart(self, figure: &'static Figure, statistic: Statistic) {
        self.statistic.set_value(Some((figure.id, statistic)));
        self.figure.set_value(Some(Goal { figure, is_chart: true }));
    }

    /// The statistic in which a number led to this figure.
    pub(super) fn statistic_of(self, figure: &Figure) -> Option<Statistic> {
        self.statistic.get_value().filter(|(id, _)| *id == figure.id).map(|(_, statistic)| statistic)
    }

    /// Everything answers: the reader is where he wanted to go, with the focus on the title. A proof that a link opened keeps it.
    pub fn arrive(self, is_proof_open: bool) {
        let Some(Goal { figure, is_chart }) = self.figure.get_value() else { return };
        self.figure.set_value(None);
        if !is_proof_open {
            document::focus(&format!("#{}-title", figure.id));
        }
        document::scroll_to(figure.id);
        if is_chart {
            // A few lone numbers are no chart: there the title keeps the focus.
            document::focus(&format!("#{} [data-part=chart]", figure.id));
        }
    }
}
