//! What a file is, told by its first bytes and not by its name.

use super::refusal::{Limit, Refusal, RefusalKind};
use super::workbook;
use crate::dataset::OverlayFile;
use crate::trials::Encoding;

/// Largest file, in MB: the shipped facts have 0.1.
const LARGEST_MB: u32 = 16;
/// How a ZIP archive begins, and with it an XLSX workbook.
const ZIP: &[u8] = b"PK\x03\x04";
/// How a workbook of Excel before 2007 begins, and any that has a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The tables of a file: one of a CSV file, one for each sheet of a workbook that has anything in it.
///
/// # Errors
/// When it is no such file, or larger than own figures can be; nothing of it is read then.
pub fn open(name: &str, bytes: &[u8]) -> Result<Vec<OverlayFile>, Refusal> {
    let refuse = |kind| Refusal { file: name.to_owned(), kind };
    if bytes.len() > usize::try_from(LARGEST_MB).unwrap_or(usize::MAX).saturating_mul(1_000_000) {
        return Err(refuse(RefusalKind::TooLarge(Limit::File { megabytes: LARGEST_MB })));
    }
    if bytes.starts_with(COMPOUND) {
        return Err(refuse(RefusalKind::OldOrProtected));
    }
    if !bytes.starts_with(ZIP) {
        return Ok(vec![OverlayFile::csv(name, Encoding::in_utf8(bytes).into_owned())]);
    }
    let sheets = workbook::sheets(bytes).map_err(refuse)?;
    Ok(sheets.into_iter().map(|(sheet, rows)| OverlayFile::sheet(name, sheet, rows)).collect())
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::open;
    use crate::dataset::OverlayContent;
    use crate::trials::Encoding;

    #[test]
    fn text_is_read_in_the_encoding_that_it_has() {
        let text = "year,#内容\n2025,新药临床试验登记数量\n";
        let read = |bytes: &[u8]| match &open("own.csv", bytes).expect("text")[0].content {
            OverlayContent::Csv(bytes) => bytes.clone(),
            OverlayContent::Sheet(_) => Vec::new(),
        };
        for encoding in [Encoding::Utf8, Encoding::Gb18030] {
            assert_eq!(read(&encoding.encode(text).expect("letters")), text.as_bytes(), "{encoding:?}");
        }
        let utf16: Vec<u8> = "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16), text.as_bytes());
        assert_eq!(read("\u{feff}a,b".as_bytes()), b"a,b");
    }

    fn refused(bytes: &[u8]) -> String {
        open("own.xlsx", bytes).expect_err("refused").to_string()
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let csv = open("own.xlsx", b"a,b\n").expect("text");
        assert_eq!((csv.len(), csv[0].sheet.as_deref()), (1, None));
        assert_eq!(
            refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]),
            "own.xlsx: an old or protected workbook: save it as XLSX without a password, or as CSV (UTF-8)"
        );
        assert!(refused(b"PK\x03\x04 and nothing").starts_with("own.xlsx: not an XLSX workbook that can be read ("));
        assert_eq!(refused(&vec![b'x'; 16_000_001]), "own.xlsx: larger than 16 MB");
    }
}
