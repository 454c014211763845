//! Queries: from the reader's question to the answer, by selection, slice, derivation, coverage, headline and finding.
//!
//! Everything here is pure and language-neutral.
//! A slice never invents a number: a [`Cell`] is printed, derived from facts with its interval, or empty with a reason.

mod answered;
mod cell;
mod cell_name;
mod compare;
mod coverage;
mod coverage_matrix;
mod derive;
mod figure;
mod finding;
mod headline;
mod lacking;
mod listing;
mod location;
mod number_name;
mod proof;
mod selection;
mod slice;
mod standing;
mod table;

pub use answered::is_answer;
pub use cell::{Question, answer};
pub use cell_name::CellName;
pub use compare::{Against, Comparison, Difference, Pair, compare, comparisons, sides};
pub use coverage::{OptionCoverage, code_options, facts_behind, nearest, year_options};
pub use coverage_matrix::{CoverageRow, coverage_matrix, figure_for};
pub use figure::{Axis, Base, Break, ChartKind, Codes, Figure, Members, ShareAxis, Sum, Text, Widening};
pub use finding::{BREAKDOWNS, Finding, PartOfWhole, finding};
pub use headline::{Headline, HeadlineItem, headline};
pub use lacking::{Lacking, lacking};
pub use listing::{Listing, Sort, SortColumn, list};
pub use location::{Location, questions, shows};
pub use number_name::NumberName;
pub use proof::Proof;
pub use selection::{Filter, Selection, Years};
pub use slice::{asked, has_numbers, slice};
pub use standing::{Standing, nearest_answered, standing};
pub use table::{Cell, Derived, Heading, Interval, Method, NotApplicable, Printed, Reason, Table, Unmet, Why};
