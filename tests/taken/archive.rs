//! Packs, and what is in them.

use std::io::{Cursor, Read};

use china_trials_explorer::dataset::Library;
use china_trials_explorer::export::{Export, PackFile, PackParts, evidence_pack};
use china_trials_explorer::locale::Language;
use sha2::{Digest, Sha256};

use super::{library, views_of};

/// The pack of some figures, with a picture made elsewhere.
pub(crate) fn pack(language: Language) -> Vec<u8> {
    let export = views_of("year=2024&product=biological", &["product_types", "disease_areas", "phases"], language);
    let export = export.expect("it has numbers");
    let texts = library().words(language).pack_texts(&export, Library::DATA_SUMS, "2026-11-25");
    let picture = PackFile { name: "pictures/phases.svg".to_owned(), bytes: b"<svg/>".to_vec() };
    let parts = PackParts { readme: texts.readme, citations: texts.citations, others: vec![picture] };
    evidence_pack(&export, parts).expect("it can be written")
}

/// The files of a zip file, in its order.
pub(crate) fn unpacked(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let positions = 0..archive.len();
    let read = |position| {
        let mut file = archive.by_index(position).expect("a file");
        let (mut bytes, name) = (Vec::new(), file.name().expect("UTF-8").into_owned());
        file.read_to_end(&mut bytes).expect("its bytes");
        assert_eq!(file.last_modified().map(|day| day.year()), Some(1980));
        (name, bytes)
    };
    positions.map(read).collect()
}

pub(crate) fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// An export in which every word is somebody's attempt at a formula.
pub(crate) fn hostile() -> Export {
    const FORMULA: &str = "=HYPERLINK(\"https://evil.example\";\"x\")";
    let mut export = views_of("year=2024", &["product_types"], Language::En).expect("it has numbers");
    let sheet = &mut export.sheets[0];
    let texts = [&mut sheet.title, &mut sheet.population, &mut sheet.unit, &mut sheet.corner, &mut sheet.sources];
    for text in texts.into_iter().chain(&mut sheet.rows).chain(&mut sheet.columns).chain(&mut sheet.notes) {
        FORMULA.clone_into(text);
    }
    for entry in &mut sheet.entries {
        for text in [&mut entry.record.group, &mut entry.record.explanation, &mut entry.record.row] {
            "@SUM(1+1)*cmd|' /C calc'!A0".clone_into(text);
        }
    }
    for row in &mut export.facts {
        "+1+1".clone_into(&mut row.note);
        "\t=1".clone_into(&mut row.group);
    }
    for row in &mut export.sources {
        "-1+1".clone_into(&mut row.title);
    }
    export
}
