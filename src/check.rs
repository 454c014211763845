//! Checks data files with the page's own code: `make data CHECK=path` (`docs/data.md`).
//!
//! A folder with all data files is read as a new state of `public/data/`; any other CSV or XLSX file, or folder of them, as own
//! figures over the data that are shipped. Names everything that is wrong, and what does not fit together; fails where a row is refused.

use std::error::Error;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use china_trials_explorer::dataset::{
    File, Files, Library, OverlayFile, ReadTable, Reconciliation, Severity, overlay, parse, reconcile,
};
use china_trials_explorer::intake::open;
use china_trials_explorer::locale::Language;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let [_, path] = std::env::args_os().collect::<Vec<_>>().try_into().map_err(|_| "usage: check FILE-OR-FOLDER")?;
    let path = PathBuf::from(path);
    let is_whole = path.is_dir() && File::ALL.iter().all(|file| path.join(file.name()).is_file());
    let is_good = if is_whole { check_whole(&path)? } else { check_own(&path)? };
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A folder in the place of `public/data/`.
fn check_whole(folder: &Path) -> Result<bool, Box<dyn Error>> {
    let read = |file: File| std::fs::read(folder.join(file.name())).map_err(|error| format!("{file}: {error}"));
    let [codes, sources, facts] = [read(File::Codes)?, read(File::Sources)?, read(File::Facts)?];
    let [world, disputes, takeaways] = [read(File::World)?, read(File::Disputes)?, read(File::Takeaways)?];
    let files = Files {
        codes: &codes,
        sources: &sources,
        facts: &facts,
        world: &world,
        disputes: &disputes,
        takeaways: &takeaways,
    };
    let mut out = stdout().lock();
    match parse(&files) {
        Err(errors) => {
            for error in &errors {
                writeln!(out, "{error}")?;
            }
            writeln!(out, "refused: {} problems", errors.len())?;
            Ok(false)
        }
        Ok((facts, texts)) => {
            let library = Library::new(&facts, &texts);
            let found = reconcile(library);
            let shipped = reconcile(Library::shipped()?);
            let words = library.words(Language::En);
            for finding in found.findings() {
                writeln!(out, "{:?}: {}", finding.severity(), words.reconciled(finding))?;
            }
            let count = |found: &Reconciliation, severity| found.count(severity);
            writeln!(
                out,
                "read: {} facts, {} sources; contradictions {} (shipped {}), warnings {} (shipped {})",
                facts.all().count(),
                library.sources().len(),
                count(&found, Severity::Error),
                count(&shipped, Severity::Error),
                count(&found, Severity::Warning),
                count(&shipped, Severity::Warning),
            )?;
            Ok(true)
        }
    }
}

/// Own figures over the shipped data.
fn check_own(path: &Path) -> Result<bool, Box<dyn Error>> {
    let mut out = stdout().lock();
    let mut files: Vec<OverlayFile> = Vec::new();
    let mut refused = 0;
    for path in tables(path)? {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        match open(&name, &bytes) {
            Ok(tables) => files.extend(tables),
            Err(refusal) => {
                refused += 1;
                writeln!(out, "{refusal}")?;
            }
        }
    }
    let reading = overlay(Library::shipped()?, &files);
    for problem in &reading.problems {
        writeln!(out, "{problem}")?;
    }
    let words = reading.library().words(Language::En);
    for doubt in &reading.doubts {
        writeln!(out, "{:?}: {}", doubt.severity(), words.reconciled(doubt))?;
    }
    for table in &reading.tables {
        writeln!(out, "{}", said(table))?;
    }
    Ok(refused == 0 && reading.is_sound())
}

/// What became of the rows of a table.
fn said(table: &ReadTable) -> String {
    let ReadTable { file, sheet, kind, new, known, disputes, repeated, unfilled, refused } = table;
    let sheet = sheet.as_ref().map(|sheet| format!(" sheet `{sheet}`")).unwrap_or_default();
    let Some(kind) = kind else { return format!("{file}{sheet}: no table of the dataset") };
    format!(
        "{file}{sheet}: rows of {kind}: {new} new, {known} known already, {disputes} that contradict a shipped fact, \
         {repeated} repeated, {unfilled} not filled, {refused} refused"
    )
}

/// The file, or the CSV and XLSX files of the folder in the order of their names.
fn tables(path: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?;
    let is_table = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        ending.is_some_and(|ending| ["csv", "xlsx"].contains(&ending.as_str()))
    };
    let mut tables: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(is_table).collect();
    tables.sort();
    if tables.is_empty() { Err(format!("{}: no CSV or XLSX file", path.display()).into()) } else { Ok(tables) }
}
