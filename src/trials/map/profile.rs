//! A profile: what the reader has decided about a list, as JSON that can be kept and loaded again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::keywords::{KeywordRow, Keywords, KeywordsErrorKind};
use crate::dataset::{CodeId, Codes, Dimension};
use crate::trials::read::{Chosen, Encoding};

/// What the reader has decided about a list: which column says what, which value means what, and how is counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Profile {
    /// How the list is written, as far as it is not to be found.
    pub chosen: Chosen,
    /// What each column says of a trial; nothing for one that is not looked at.
    pub columns: BTreeMap<String, Option<Field>>,
    /// The codes of values that the keywords read otherwise; none for a value that is not to be assigned.
    pub values: BTreeMap<(Field, String), Vec<CodeId>>,
    /// The words by which values are read, where they are not those that the page ships.
    pub keywords: Option<Keywords>,
    /// Whether a trial in several phases counts under each of them, instead of under none as in the reports.
    pub combined_phases_in_each: bool,
    /// Whether a trial that is not said to be of bioequivalence is a new-drug trial.
    pub otherwise_new_drug: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            chosen: Chosen::default(),
            columns: BTreeMap::new(),
            values: BTreeMap::new(),
            keywords: None,
            combined_phases_in_each: false,
            otherwise_new_drug: true,
        }
    }
}

/// Why a text is no profile.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProfileError {
    /// It is no JSON, or has a part that no profile has, or lacks one.
    #[error("line {line}, column {column}: {message}")]
    NotAProfile {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
        /// What the library says: it names the part.
        message: String,
    },
    /// It was written by another version of the page.
    #[error("`version` is {found}: this page reads version {}", Profile::VERSION)]
    Version {
        /// The version.
        found: u32,
    },
    /// A word is none of those that may stand there.
    #[error("`{part}` is `{found}`: expected one of {}", expected.join(", "))]
    UnknownWord {
        /// Where it stands.
        part: String,
        /// The word.
        found: String,
        /// What may stand there.
        expected: Vec<&'static str>,
    },
    /// A code is none of the dataset's.
    #[error("`{part}` names `{found}`, which is no `dimension:code` of codes.csv")]
    UnknownCode {
        /// Where it stands.
        part: String,
        /// The code as written.
        found: String,
    },
    /// A row of keywords cannot be read.
    #[error("`{part}`: {kind}")]
    Keywords {
        /// Where it stands.
        part: String,
        /// What is wrong.
        kind: KeywordsErrorKind,
    },
}

/// The form of the file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    encoding: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    separator: Option<String>,
    columns: BTreeMap<String, Option<String>>,
    #[serde(default)]
    values: Vec<WrittenValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keywords: Option<Vec<WrittenKeywords>>,
    #[serde(default)]
    combined_phases_in_each: bool,
    #[serde(default = "yes")]
    otherwise_new_drug: bool,
}

const fn yes() -> bool {
    true
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WrittenValue {
    field: String,
    value: String,
    codes: Vec<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct WrittenKeywords {
    code: String,
    language: String,
    words: Vec<String>,
}

impl Profile {
    /// The version of the form.
    pub const VERSION: u32 = 1;

    /// The profile as JSON.
    ///
    /// # Errors
    /// None is known: every part has such a form.
    pub fn to_json(&self, codes: &Codes) -> serde_json::Result<String> {
        let code = |id: &CodeId| format!("{}:{}", codes.get(*id).dimension.code(), codes.get(*id).code);
        let value = |((field, value), of_value): (&(Field, String), &Vec<CodeId>)| WrittenValue {
            field: field.code().to_owned(),
            value: value.clone(),
            codes: of_value.iter().map(code).collect(),
        };
        let column =
            |(name, field): (&String, &Option<Field>)| (name.clone(), field.map(|field| field.code().to_owned()));
        serde_json::to_string_pretty(&Written {
            version: Self::VERSION,
            encoding: self.chosen.encoding.map(|encoding| encoding.code().to_owned()),
            separator: self.chosen.separator.map(|separator| char::from(separator).to_string()),
            columns: self.columns.iter().map(column).collect(),
            values: self.values.iter().map(value).collect(),
            keywords: self.keywords.as_ref().map(|keywords| {
                let row = |row: KeywordRow| WrittenKeywords {
                    code: code(&row.code),
                    language: row.language.to_owned(),
                    words: row.words,
                };
                keywords.rows().into_iter().map(row).collect()
            }),
            combined_phases_in_each: self.combined_phases_in_each,
            otherwise_new_drug: self.otherwise_new_drug,
        })
    }

    /// Reads what [`Profile::to_json`] wrote, or what somebody wrote by hand.
    ///
    /// # Errors
    /// The first part that is unknown, missing or wrong, with its name.
    pub fn from_json(text: &str, codes: &Codes) -> Result<Self, ProfileError> {
        let written: Written = serde_json::from_str(text).map_err(|error| ProfileError::NotAProfile {
            line: error.line(),
            column: error.column(),
            message: error.to_string(),
        })?;
        if written.version != Self::VERSION {
            return Err(ProfileError::Version { found: written.version });
        }
        let encoding = written
            .encoding
            .map(|word| known("encoding", &word, Encoding::from_code(&word), &Encoding::ALL.map(Encoding::code)));
        let separator = written.separator.map(|word| {
            let byte = <[u8; 1]>::try_from(word.as_bytes()).ok().map(|[byte]| byte).filter(u8::is_ascii);
            known("separator", &word, byte, &[",", ";", "\\t", "|"])
        });
        let field = |part: &str, word: &str| known(part, word, Field::from_code(word), &Field::ALL.map(Field::code));
        let mut columns = BTreeMap::new();
        for (name, word) in written.columns {
            let read = word.map(|word| field(&format!("columns.{name}"), &word)).transpose()?;
            columns.insert(name, read);
        }
        let mut values = BTreeMap::new();
        for (WrittenValue { field: word, value, codes: of_value }, position) in written.values.into_iter().zip(0..) {
            let field = field(&format!("values[{position}].field"), &word)?;
            let part = format!("values[{position}].codes");
            let read = of_value.iter().map(|written| code(codes, &part, written)).collect::<Result<_, _>>()?;
            values.insert((field, normal(&value)), read);
        }
        Ok(Self {
            chosen: Chosen { encoding: encoding.transpose()?, separator: separator.transpose()? },
            columns,
            values,
            keywords: written.keywords.map(|rows| keywords(codes, rows)).transpose()?,
            combined_phases_in_each: written.combined_phases_in_each,
            otherwise_new_drug: written.otherwise_new_drug,
        })
    }

    /// Decides what a value of a field means; no code says that it is not to be assigned.
    pub fn correct(&mut self, field: Field, value: &str, codes: Vec<CodeId>) {
        self.values.insert((field, normal(value)), codes);
    }

    /// The words by which values are read; `shipped` where the reader has none of his own.
    pub fn words<'k>(&'k self, shipped: &'k Keywords) -> &'k Keywords {
        self.keywords.as_ref().unwrap_or(shipped)
    }

    /// Reads values by these words from now on.
    pub fn read_by(&mut self, keywords: Keywords, shipped: &Keywords) {
        self.keywords = (keywords != *shipped).then_some(keywords);
    }

    /// The columns that the profile speaks of and a list does not have.
    pub fn missing<'p>(&'p self, header: &[String]) -> impl Iterator<Item = &'p str> {
        let has = |name: &String| header.iter().any(|own| own.trim() == name.trim());
        let names: Vec<&str> = self
            .columns
            .iter()
            .filter(|(name, field)| field.is_some() && !has(name))
            .map(|(name, _)| name.as_str())
            .collect();
        names.into_iter()
    }
}

/// A value as it is compared: without spaces around it, in small letters.
pub(super) fn normal(value: &str) -> String {
    value.trim().to_lowercase()
}

fn known<T>(part: &str, found: &str, read: Option<T>, expected: &[&'static str]) -> Result<T, ProfileError> {
    read.ok_or_else(|| ProfileError::UnknownWord {
        part: part.to_owned(),
        found: found.to_owned(),
        expected: expected.to_vec(),
    })
}

fn keywords(codes: &Codes, rows: Vec<WrittenKeywords>) -> Result<Keywords, ProfileError> {
    let mut read = Keywords::default();
    for (WrittenKeywords { code: written, language, words }, position) in rows.into_iter().zip(0..) {
        let code = code(codes, &format!("keywords[{position}].code"), &written)?;
        let added = read.add(code, &language, words.iter().map(String::as_str));
        added.map_err(|kind| ProfileError::Keywords { part: format!("keywords[{position}]"), kind })?;
    }
    Ok(read)
}

fn code(codes: &Codes, part: &str, written: &str) -> Result<CodeId, ProfileError> {
    let found =
        written.split_once(':').and_then(|(dimension, code)| codes.find(Dimension::from_code(dimension)?, code));
    found.ok_or_else(|| ProfileError::UnknownCode { part: part.to_owned(), found: written.to_owned() })
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{Field, Keywords, Profile};
    use crate::dataset::{Codes, Dimension, Facts};
    use crate::trials::read::Encoding;

    fn codes() -> &'static Codes {
        Facts::shipped().expect("the shipped data unpack").codes()
    }

    #[test]
    fn a_profile_loads_again() {
        let mut profile = Profile { combined_phases_in_each: true, ..Profile::default() };
        profile.chosen.encoding = Some(Encoding::Gb18030);
        profile.chosen.separator = Some(b'\t');
        profile.columns.insert("登记号".to_owned(), Some(Field::RegistryNumber));
        profile.columns.insert("备注".to_owned(), None);
        let oncology = codes().find(Dimension::Disease, "oncology").expect("a code");
        profile.correct(Field::Condition, " Solid Mass ", vec![oncology]);
        profile.correct(Field::Condition, "其他", Vec::new());
        let shipped = Keywords::shipped(codes()).expect("every code exists");
        let mut keywords = shipped.clone();
        keywords.add_words(oncology, "*mass").expect("a word");
        profile.read_by(keywords, &shipped);
        let json = profile.to_json(codes()).expect("every part has a form");
        assert_eq!(Profile::from_json(&json, codes()), Ok(profile.clone()));
        assert_eq!(profile.missing(&["备注".to_owned()]).collect::<Vec<_>>(), ["登记号"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (json, message) in [
            ("{", "line 1"),
            (r#"{"version":1}"#, "columns"),
            (r#"{"version":1,"columns":{},"colour":"red"}"#, "colour"),
            (r#"{"version":2,"columns":{}}"#, "`version` is 2: this page reads version 1"),
            (r#"{"version":1,"columns":{"A":"phse"}}"#, "`columns.A` is `phse`: expected one of registry_number"),
            (r#"{"version":1,"columns":{},"encoding":"latin"}"#, "`encoding` is `latin`"),
            (r#"{"version":1,"columns":{},"separator":",,"}"#, "`separator` is `,,`"),
            (
                r#"{"version":1,"columns":{},"values":[{"field":"condition","value":"x","codes":["disease:onclogy"]}]}"#,
                "`values[0].codes` names `disease:onclogy`",
            ),
            (
                r#"{"version":1,"columns":{},"keywords":[{"code":"disease:onclogy","language":"en","words":["x"]}]}"#,
                "`keywords[0].code` names `disease:onclogy`",
            ),
            (
                r#"{"version":1,"columns":{},"keywords":[{"code":"disease:oncology","language":"en","words":["*"]}]}"#,
                "`keywords[0]`: an empty word",
            ),
        ] {
            let error = Profile::from_json(json, codes()).expect_err("it is wrong").to_string();
            assert!(error.contains(message), "{json}: {error}");
        }
    }
}
