//! One row of a list: its fields as text, and where it stands in the file.

use serde::{Deserialize, Serialize};

/// Where a row stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Deserialize, Serialize)]
pub struct RowSpan {
    /// Bytes of the file before it; the row of the sheet, counted from 0, in a workbook.
    pub offset: u64,
    /// Its bytes with the end of its line; none in a workbook.
    pub length: u32,
    /// The line on which it begins, counted from 1; in a workbook the row as the spreadsheet program counts.
    pub line: u32,
}

/// The fields of a row, one after the other in one piece of text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize, Serialize)]
pub struct Fields {
    text: String,
    ends: Vec<usize>,
}

impl Fields {
    /// Fields with these texts.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut fields = Self::default();
        texts.into_iter().for_each(|text| fields.push(text));
        fields
    }

    /// Adds a field at the end.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    /// Takes all fields away, and keeps the room for others.
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Takes empty fields at the end away, down to a number of fields.
    pub(super) fn trim_to(&mut self, length: usize) {
        while self.ends.len() > length && self.get(self.ends.len() - 1).is_some_and(str::is_empty) {
            self.ends.pop();
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// One of them, counted from 0.
    pub fn get(&self, position: usize) -> Option<&str> {
        let start = position.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.text.get(start..*self.ends.get(position)?)
    }

    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> + '_ {
        (0..self.len()).filter_map(|position| self.get(position))
    }

    /// How many are not empty.
    pub fn filled(&self) -> usize {
        self.iter().filter(|field| !field.trim().is_empty()).count()
    }
}

/// A row as it was read.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// Where it stands.
    pub span: RowSpan,
    /// What it says.
    pub fields: &'a Fields,
}

#[cfg(test)]
mod tests {
    use super::Fields;

    #[test]
    fn fields_are_those_that_were_put_in() {
        let mut fields = Fields::of(["a", "", "中文", "", ""]);
        assert_eq!(fields.iter().collect::<Vec<_>>(), ["a", "", "中文", "", ""]);
        assert_eq!((fields.get(2), fields.get(5), fields.filled()), (Some("中文"), None, 2));
        fields.trim_to(1);
        assert_eq!(fields.len(), 3, "only empty fields are taken away");
    }
}
