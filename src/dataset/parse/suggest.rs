//! Did-you-mean suggestions: the nearest candidate, if it is near enough to be a typing error.

/// The candidate that the fewest edits lead to, the first of equals; nothing when all are far away.
pub(in crate::dataset) fn nearest<'c>(text: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    // A third of the letters wrong is a slip; more is another word.
    let limit = (text.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (edits(text, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= limit && *distance < candidate.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// How many letters to insert, remove, replace or swap with their neighbour to get from one text to the other.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    // Distances to every beginning of `to`: from one letter less of `from` than the last row, and from the last row's.
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for letter in from.chars() {
        let mut next: Vec<usize> = row.first().map(|removed| removed + 1).into_iter().collect();
        for (position, other) in to.iter().enumerate() {
            let at = |row: &[usize], position: usize| row.get(position).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&row, position) + usize::from(letter != *other);
            let mut least = replaced.min(at(&row, position + 1) + 1).min(at(&next, position) + 1);
            let swaps = |left: usize| to.get(left) == Some(&letter) && previous == Some(*other);
            if let Some(left) = position.checked_sub(1).filter(|left| swaps(*left)) {
                least = least.min(at(&before, left) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
        previous = Some(letter);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};

    #[test]
    fn edits_are_counted() {
        for (from, to, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("中药", "中药品", 1),
            ("same", "same", 0),
            ("tmc", "tcm", 1),
            ("2042", "2024", 1),
            ("ab", "ba", 1),
            ("ca", "abc", 3),
        ] {
            assert_eq!(edits(from, to), distance, "{from} -> {to}");
        }
    }

    #[test]
    fn only_a_slip_is_put_right() {
        let codes = ["oncology", "endocrine", "I", "II"];
        assert_eq!(nearest("onclogy", codes).as_deref(), Some("oncology"));
        assert_eq!(nearest("noc", ["con", "cno", "onc"]).as_deref(), Some("onc"));
        assert_eq!(nearest("endocrinology", codes), None);
        assert_eq!(nearest("III", codes).as_deref(), Some("II"));
        assert_eq!(nearest("", codes), None);
        assert_eq!(nearest("x", codes), None);
    }
}
