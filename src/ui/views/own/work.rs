//! Reading a list: the same work in a worker and, where there is none, on the page in pieces.

use serde::{Deserialize, Serialize};
use web_sys::File;

use crate::dataset::Facts;
use crate::host::file::{bytes, size};
use crate::trials::{
    Chosen, Import, Imported, Keywords, Limits, Profile, Progress, Refusal, Sample, Workbook, import_workbook,
};

/// What is to be done with a file.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub enum Task {
    /// Its first rows, from which the meaning of the columns is suggested.
    Sample(Chosen, Option<String>),
    /// The whole list, under a profile in JSON.
    Import(String, Option<String>),
}

/// What the work replies.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, Serialize)]
pub enum Reply {
    /// How far it is.
    Progress(Progress),
    /// The first rows, and the names of the sheets of a workbook.
    Sample(Box<Sample>, Vec<String>),
    /// The list.
    Imported(Box<Imported>),
    /// Why there is none.
    Refused(Refusal),
    /// The browser could not read the file.
    NotRead,
    /// The profile, or what comes with the program, could not be read.
    Broken(String),
}

/// So much of a file is enough to find out how it is written.
const SAMPLE_BYTES: u64 = 1 << 20;
/// How an XLSX file, like every zip file, begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// Why the work ends early.
enum End {
    Reply(Reply),
    /// Nobody wants it any more.
    Cancelled,
}

impl From<Refusal> for End {
    fn from(refusal: Refusal) -> Self {
        Self::Reply(Reply::Refused(refusal))
    }
}

/// Does a task, and tells how far it is with each piece of so many bytes; `tell` answers whether to go on.
pub async fn work(file: &File, task: &Task, piece: u64, tell: &dyn Fn(Reply) -> bool) {
    match attempt(file, task, piece, tell).await {
        Ok(reply) | Err(End::Reply(reply)) => {
            tell(reply);
        }
        Err(End::Cancelled) => {}
    }
}

async fn attempt(file: &File, task: &Task, piece: u64, tell: &dyn Fn(Reply) -> bool) -> Result<Reply, End> {
    let broken = |error: &dyn std::fmt::Display| End::Reply(Reply::Broken(error.to_string()));
    let codes = Facts::shipped().map_err(|error| broken(&error))?.codes();
    let shipped = Keywords::shipped(codes).map_err(|error| broken(&error))?;
    let limits = Limits::OF_THE_PAGE;
    if size(file) > limits.bytes {
        return Err(Refusal::TooLarge { limit: limits.bytes }.into());
    }
    let is_workbook = read(file, 0, ZIP.len() as u64).await? == ZIP;
    match task {
        Task::Sample(_, sheet) if is_workbook => {
            let whole = workbook_bytes(file, limits).await?;
            let mut workbook = Workbook::open(&whole, limits)?;
            let sheets = workbook.sheets();
            let sheet = sheet.clone().or_else(|| sheets.first().cloned()).ok_or(Refusal::NoHeader)?;
            Ok(Reply::Sample(Box::new(Sample::of_workbook(&mut workbook, &sheet)?), sheets))
        }
        Task::Sample(chosen, _) => {
            let is_whole = size(file) <= SAMPLE_BYTES;
            let bytes = read(file, 0, SAMPLE_BYTES).await?;
            Ok(Reply::Sample(Box::new(Sample::of_text(&bytes, is_whole, *chosen, limits)?), Vec::new()))
        }
        Task::Import(profile, sheet) => {
            let profile = Profile::from_json(profile, codes).map_err(|error| broken(&error))?;
            let keywords = profile.words(&shipped);
            if is_workbook {
                let whole = workbook_bytes(file, limits).await?;
                let mut workbook = Workbook::open(&whole, limits)?;
                let report = |progress| {
                    tell(Reply::Progress(progress));
                };
                let list = import_workbook(&mut workbook, sheet.as_deref(), codes, keywords, &profile, report)?;
                return Ok(Reply::Imported(Box::new(list)));
            }
            let mut import = Import::new(codes, keywords, &profile, limits);
            let mut at = 0;
            while at < size(file) {
                let progress = import.feed(&read(file, at, at + piece).await?)?;
                at += piece;
                if !tell(Reply::Progress(progress)) {
                    return Err(End::Cancelled);
                }
            }
            Ok(Reply::Imported(Box::new(import.finish()?)))
        }
    }
}

async fn workbook_bytes(file: &File, limits: Limits) -> Result<Vec<u8>, End> {
    if size(file) > limits.workbook_bytes {
        return Err(Refusal::TooLarge { limit: limits.workbook_bytes }.into());
    }
    read(file, 0, size(file)).await
}

async fn read(file: &File, from: u64, to: u64) -> Result<Vec<u8>, End> {
    bytes(file, from, to).await.map_err(|_| End::Reply(Reply::NotRead))
}
