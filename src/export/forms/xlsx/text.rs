//! Texts of a spreadsheet within the limits of its format.

use rust_xlsxwriter::{ColNum, Format, RowNum, Url, Worksheet, XlsxError};

/// Most characters of a cell, of an address and of the name of a sheet that Excel takes.
const LONGEST_TEXT: usize = 32_767;
const LONGEST_ADDRESS: usize = 2_000;
const LONGEST_NAME: usize = 31;

/// Writes a text as text, whatever it begins with: nothing of it is ever a formula.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let fits: String = text.chars().take(LONGEST_TEXT).collect();
    sheet.write_string_with_format(row, column, fits, format)?;
    Ok(())
}

/// Writes an address as a link where it is one that a spreadsheet may follow, else as text.
pub(super) fn write_address(
    sheet: &mut Worksheet,
    row: RowNum,
    column: ColNum,
    address: &str,
) -> Result<(), XlsxError> {
    let is_link =
        (address.starts_with("https://") || address.starts_with("http://")) && address.len() <= LONGEST_ADDRESS;
    if is_link {
        sheet.write_url(row, column, Url::new(address))?;
        Ok(())
    } else {
        write(sheet, row, column, address, &Format::new())
    }
}

/// About how many digits wide a text is: a Chinese character takes two.
pub(super) fn width(text: &str) -> f64 {
    let width: u32 = text.chars().map(|char| if u32::from(char) >= 0x2E80 { 2 } else { 1 }).sum();
    f64::from(width)
}

/// The names of sheets that are taken.
pub(super) struct SheetNames(Vec<String>);

impl SheetNames {
    /// These are taken.
    pub(super) fn keeping<const N: usize>(names: [&str; N]) -> Self {
        Self(names.iter().map(|name| name.to_lowercase()).collect())
    }

    /// A name that no other sheet has, made of the figure's own, which is plain ASCII.
    pub(super) fn next(&mut self, figure: &str) -> String {
        let short = |ending: &str| {
            let fits = LONGEST_NAME - ending.len();
            figure.chars().take(fits).chain(ending.chars()).collect::<String>()
        };
        let others = (2_u32..).map(|count| short(&format!("_{count}")));
        let is_free = |name: &String| !self.0.contains(&name.to_lowercase());
        let name = std::iter::once(short("")).chain(others).find(is_free).unwrap_or_default();
        self.0.push(name.to_lowercase());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::SheetNames;

    #[test]
    fn every_sheet_has_a_name_of_its_own_that_fits() {
        let mut names = SheetNames::keeping(["Facts"]);
        assert_eq!(names.next("phases"), "phases");
        assert_eq!(names.next("phases"), "phases_2");
        assert_eq!(names.next("facts"), "facts_2");
        assert_eq!(names.next("registered_in_the_year_of_approval"), "registered_in_the_year_of_appro");
        assert_eq!(names.next("registered_in_the_year_of_approval"), "registered_in_the_year_of_app_2");
    }
}
