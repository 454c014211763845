//! A table for the clipboard: tab-separated text and HTML, so that a spreadsheet gets numbers and a word processor gets a table.
//!
//! Spreadsheets read `43.1%` as a number, and take `1974` for one in every locale; `1,974` is 1.974 in many.
//! Which sign stands before decimals depends on the reader's system, which the page has to ask.

use super::delimited::{DecimalSign, harmless};
use super::embed::escaped;
use super::grid::{Grid, Plain, once_each};
use super::record::Holds;
use super::sheet::{Labels, Sheet};

impl Sheet {
    /// The table as tab-separated text, without its title: it begins where the reader pastes it. Sources and address stand under it.
    pub fn tab_separated(&self, labels: &Labels, sign: DecimalSign) -> String {
        let grid = Grid::of(self, labels);
        let head: Vec<String> = grid.head.iter().map(|(label, _)| in_one_field(label)).collect();
        let rows = grid.rows.iter().map(|row| row.iter().map(|field| self.text(field, sign)).collect::<Vec<_>>());
        let table = std::iter::once(head).chain(rows).map(|fields| fields.join("\t"));
        let under = self.under(labels).into_iter().map(|line| in_one_field(&line));
        let lines: Vec<String> = table.chain([String::new()]).chain(under).collect();
        lines.join("\r\n") + "\r\n"
    }

    /// The table as HTML, with its title, and its population, sources and address under it.
    pub fn html(&self, labels: &Labels, sign: DecimalSign) -> String {
        let grid = Grid::of(self, labels);
        let heading = |(label, _): &(String, Holds)| format!("<th scope=\"col\">{}</th>", escaped(&harmless(label)));
        let head = grid.head.iter().map(heading).collect::<Vec<_>>().concat();
        let rows: String = grid.rows.iter().map(|row| self.html_row(row, sign)).collect();
        let paragraph = |line: &String| format!("<p>{}</p>", escaped(&harmless(line)));
        // Its title stands above it already.
        let under = self.under(labels).iter().skip(1).map(paragraph).collect::<Vec<_>>().concat();
        format!(
            "<table><caption>{}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{under}",
            escaped(&harmless(&self.title)),
        )
    }

    fn html_row(&self, row: &[Plain], sign: DecimalSign) -> String {
        let fields = row.iter().enumerate().map(|(position, field)| {
            let text = escaped(&self.text(field, sign));
            match (position, field) {
                (0, _) => format!("<th scope=\"row\">{text}</th>"),
                (_, Plain::Number(_)) => format!("<td style=\"text-align:right\">{text}</td>"),
                (_, Plain::Text(_) | Plain::Nothing) => format!("<td>{text}</td>"),
            }
        });
        format!("<tr>{}</tr>", fields.collect::<String>())
    }

    /// A field as a spreadsheet reads it.
    fn text(&self, field: &Plain, sign: DecimalSign) -> String {
        match field {
            Plain::Nothing => String::new(),
            Plain::Text(text) => in_one_field(text),
            Plain::Number(number) => {
                let percent = if self.is_percent { "%" } else { "" };
                sign.applied(&number.to_string()) + percent
            }
        }
    }

    /// What a table must not be without, wherever it goes: title, population, unit, sources, address.
    fn under(&self, labels: &Labels) -> Vec<String> {
        let said = |name: &str, text: &str| format!("{name}{}{text}", labels.colon);
        let mut lines = vec![
            self.title.clone(),
            said(labels.population, &self.population),
            said(labels.unit, &self.unit),
            said(labels.sources, &format!("{} · {}", self.edition, self.sources)),
            said(labels.address, &self.link),
        ];
        let others = (0..self.rows.len()).flat_map(|row| self.row(row)).map(|entry| entry.record.other_values.as_str());
        lines.extend(once_each(others).into_iter().map(|others| said(labels.other_values, others)));
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// A text that stays in one field and is no formula.
fn in_one_field(text: &str) -> String {
    harmless(&text.replace(['\t', '\r', '\n'], " ")).into_owned()
}
