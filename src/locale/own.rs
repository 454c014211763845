//! Own figures in words: which numbers the reader has entered, and from where.

use super::cell::STAR;
use super::messages::Message;
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{FactId, FilePosition};

impl Words<'_> {
    /// Where a row of the reader's stands: "own.csv, line 12", "own.xlsx, sheet facts, row 12".
    pub fn file_position(&self, position: &FilePosition) -> String {
        let FilePosition { file, sheet, line } = position;
        match (sheet, self.language) {
            _ if position.is_by_hand() => self.typed_in().to_owned(),
            (None, Language::En) => format!("{file}, line {line}"),
            (None, Language::Zh) => format!("{file}第{line}行"),
            (Some(sheet), Language::En) => format!("{file}, sheet {sheet}, row {line}"),
            (Some(sheet), Language::Zh) => format!("{file}工作表“{sheet}”第{line}行"),
        }
    }

    /// How many rows became what: "12 new", "新增12行".
    pub fn rows(&self, count: u64, what: &str) -> String {
        let count = self.integer(count);
        match self.language {
            Language::En => format!("{count} {what}"),
            Language::Zh => format!("{what}{count}行"),
        }
    }

    const fn typed_in(&self) -> &'static str {
        match self.language {
            Language::En => "the form",
            Language::Zh => "表单",
        }
    }
}

impl LibraryWords<'_> {
    /// Where each own fact among these comes from: "Entered by you, from own.csv, line 12"; nothing for what is printed.
    pub fn entered(&self, facts: &[FactId]) -> Vec<String> {
        let rows = facts.iter().filter_map(|fact| self.library.own().row_of(*fact));
        let entered = rows.map(|row| match (row.position.is_of_portal(), self.language) {
            (false, Language::En) => format!("Entered by you, from {}", self.file_position(&row.position)),
            (false, Language::Zh) => format!("本人录入，来自{}", self.file_position(&row.position)),
            (true, Language::En) => format!("Added by this portal, from {}", self.file_position(&row.position)),
            (true, Language::Zh) => format!("本门户提供，来自{}", self.file_position(&row.position)),
        });
        let mut each_once: Vec<String> = Vec::new();
        for line in entered {
            if !each_once.contains(&line) {
                each_once.push(line);
            }
        }
        each_once
    }

    /// What the star beside a number means, where any of these facts is the reader's own:
    /// "* own entry: entered here, from own.csv".
    pub fn own_key(&self, facts: &[FactId]) -> Option<String> {
        let mut files: Vec<&str> = Vec::new();
        for row in facts.iter().filter_map(|fact| self.library.own().row_of(*fact)) {
            let file = if row.position.is_by_hand() { self.typed_in() } else { row.position.file.as_str() };
            if !files.contains(&file) {
                files.push(file);
            }
        }
        let (mark, list) = (self.say(Message::OwnMark), files.join(self.say(Message::ListComma)));
        match self.language {
            _ if files.is_empty() => None,
            Language::En => Some(format!("{STAR} {mark}: entered here, from {list}; not a published number.")),
            Language::Zh => Some(format!("{STAR} {mark}：来自{list}，并非已公布数据。")),
        }
    }
}
