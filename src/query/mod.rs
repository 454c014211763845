//! From the reader's question to the answer: selection, slice, derivation, coverage, headline and finding.
//!
//! Everything here is pure and language-neutral.
//! A slice never invents a number: a [`Cell`] is printed, derived from printed figures with its interval, or empty with a reason.

mod cell;
mod compare;
mod coverage;
mod derive;
mod figure;
mod finding;
mod headline;
mod holdings;
mod listing;
mod place;
mod proof;
mod selection;
mod slice;
mod table;

pub use cell::{Question, answer};
pub use compare::{Against, Difference, Pair, compare, sides};
pub use coverage::{OptionCoverage, code_options, facts_behind, nearest, year_options};
pub use figure::{Axis, Base, Break, ChartKind, Codes, Figure, Members, Text, Widening};
pub use finding::{BREAKDOWNS, Finding, Part, finding};
pub use headline::{Headline, HeadlineItem, headline};
pub use holdings::{Holding, figure_for, holdings};
pub use listing::{Listing, Sort, SortColumn, list};
pub use place::Place;
pub use proof::Proof;
pub use selection::{Filter, Selection, Years};
pub use slice::{Unmet, Why, has_numbers, slice};
pub use table::{Cell, Derived, Heading, Interval, Method, NotApplicable, Printed, Reason, Table};
