//! Whose numbers a fact is one of.

use serde::{Deserialize, Serialize};

use super::code_table::code_table;

code_table! {
    /// Whose numbers a measure has: those of CDE's reports, or those of others. The two count other things in other ways,
    /// so that each measure belongs to one of them, and no table, sum or sentence has numbers of both.
    /// The code is the measure's list in `codes.csv`.
    #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize, Serialize)]
    pub enum Origin {
        /// Printed in CDE's annual reports: `facts.csv`.
        Reports = "measure",
        /// Of other populations: WHO's registries, databases of innovative drugs, shares of countries: `world.csv`.
        World = "world_measure",
    }
}
