//! Sort, and sort and deduplicate.

use std::cmp::Ordering;

/// The items in their order, each once.
///
/// Lists here are short. The standard library's sort would be copied into the WebAssembly module for every type that it sorts,
/// at 1 kB (brotli) each; this costs a few dozen bytes.
pub fn distinct<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut sorted = Vec::new();
    for item in items {
        if let Err(position) = sorted.binary_search(&item) {
            sorted.insert(position, item);
        }
    }
    sorted
}

/// The items in the order of `compare`; equals stay as they stood. For the same reason as [`distinct`].
pub fn sorted_by<T>(items: impl IntoIterator<Item = T>, mut compare: impl FnMut(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let position = sorted.partition_point(|other| compare(other, &item) != Ordering::Greater);
        sorted.insert(position, item);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::{distinct, sorted_by};

    #[test]
    fn sorted_and_each_once() {
        assert_eq!(distinct([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(distinct(Vec::<u8>::new()).is_empty());
    }

    #[test]
    fn sorted_and_equals_as_they_stood() {
        let by_length = sorted_by(["ccc", "bb", "a", "dd", "eee"], |one, other| one.len().cmp(&other.len()));
        assert_eq!(by_length, ["a", "bb", "dd", "ccc", "eee"]);
    }
}
