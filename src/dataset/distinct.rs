//! Sort and deduplicate.

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

#[cfg(test)]
mod tests {
    use super::distinct;

    #[test]
    fn sorted_and_each_once() {
        assert_eq!(distinct([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(distinct(Vec::<u8>::new()).is_empty());
    }
}
