//! What is wrong, collected: a row that cannot be read is named, and the rows after it are read all the same.

use crate::dataset::error::Error;

/// The errors met so far, in the order in which they were met.
#[derive(Default)]
pub(in crate::dataset) struct Problems(Vec<Error>);

impl Problems {
    /// Notes an error.
    pub(in crate::dataset) fn push(&mut self, error: Error) {
        self.0.push(error);
    }

    /// What was read; an error is noted.
    pub(in crate::dataset) fn keep<T>(&mut self, read: Result<T, Error>) -> Option<T> {
        read.map_err(|error| self.push(error)).ok()
    }

    /// Takes out what was noted.
    pub(in crate::dataset) fn take(&mut self) -> Vec<Error> {
        std::mem::take(&mut self.0)
    }

    /// Nothing where nothing was noted.
    ///
    /// # Errors
    /// What was noted.
    pub(in crate::dataset) fn none(&mut self) -> Result<(), Vec<Error>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.take()) }
    }
}
