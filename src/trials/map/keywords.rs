//! Keywords: which words stand for which codes, from `keywords.csv` or a table of the reader's, and finding them in a text.

use aho_corasick::AhoCorasick;

use crate::dataset::{CodeId, Codes, Dimension};
use crate::trials::read::Encoding;

/// Which words stand for which codes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Keywords {
    words: Vec<Word>,
}

/// A word that stands for a code.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Word {
    code: CodeId,
    language: &'static str,
    text: String,
    /// Whether it may begin, or end, within a longer word.
    may_begin_within: bool,
    may_end_within: bool,
}

/// What is wrong with a table of keywords.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {kind}")]
pub struct KeywordsError {
    /// The line on which the row begins, counted from 1.
    pub line: u64,
    /// What is wrong there.
    pub kind: KeywordsErrorKind,
}

/// What can be wrong with a row of keywords.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeywordsErrorKind {
    /// The header is another.
    #[error("the columns must be dimension, code, language, words")]
    Header,
    /// The row cannot be read.
    #[error("{0}")]
    NotCsv(String),
    /// The code is none of the dimension's.
    #[error("`{code}` is no code of `{dimension}` in codes.csv")]
    UnknownCode {
        /// The dimension as written.
        dimension: String,
        /// The code as written.
        code: String,
    },
    /// The language is neither English nor Chinese.
    #[error("the language `{0}` must be en or zh")]
    Language(String),
    /// There is a word of nothing, or of stars alone.
    #[error("an empty word: words are separated by one semicolon each")]
    EmptyWord,
    /// There is no word at all.
    #[error("no row has a word")]
    Nothing,
}

/// Some words of a code as a table has them in one row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeywordRow {
    /// What they stand for.
    pub code: CodeId,
    /// `en` or `zh`.
    pub language: &'static str,
    /// The words, with a star where any letters may stand.
    pub words: Vec<String>,
}

/// The columns of a table of keywords.
const COLUMNS: [&str; 4] = ["dimension", "code", "language", "words"];
/// The languages of words.
const LANGUAGES: [&str; 2] = ["en", "zh"];

/// The bytes of the table that the page ships.
const SHIPPED: &[u8] = include_bytes!("../../../public/data/keywords.csv");

impl Keywords {
    /// The words that the page ships.
    ///
    /// # Errors
    /// Never for a program that was built: a test reads them.
    pub fn shipped(codes: &Codes) -> Result<Self, KeywordsError> {
        Self::parse(SHIPPED, codes)
    }

    /// Reads a table of keywords: a dimension, a code of it, a language, and words that are separated by semicolons.
    /// A star at an end of a word stands for any letters there. It may be written as a spreadsheet program writes it:
    /// with semicolons or tabs between columns, in GBK or UTF-16.
    ///
    /// # Errors
    /// The first row that cannot be read, or that names a code which does not exist; or that there is no word.
    pub fn parse(bytes: &[u8], codes: &Codes) -> Result<Self, KeywordsError> {
        let text = Encoding::in_utf8(bytes);
        let separator = text.get(COLUMNS[0].len()).copied().filter(|byte| matches!(byte, b';' | b'\t')).unwrap_or(b',');
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_ref());
        let mut read = Self::default();
        for (row, record) in reader.records().enumerate() {
            let record = record.map_err(|error| KeywordsError {
                line: error.position().map_or(0, csv::Position::line),
                kind: KeywordsErrorKind::NotCsv(error.to_string()),
            })?;
            let line = record.position().map_or(0, csv::Position::line);
            let fields: Vec<&str> = record.iter().collect();
            let added = match fields.as_slice() {
                columns if row == 0 && columns == COLUMNS => continue,
                [dimension, code, language, words] if row > 0 => {
                    find(codes, dimension, code).and_then(|code| read.add(code, language, words.split(';')))
                }
                _ => Err(KeywordsErrorKind::Header),
            };
            added.map_err(|kind| KeywordsError { line, kind })?;
        }
        if read.words.is_empty() {
            return Err(KeywordsError { line: 1, kind: KeywordsErrorKind::Nothing });
        }
        Ok(read)
    }

    /// Adds words that stand for a code.
    ///
    /// # Errors
    /// When one is empty, or the language is none; then none is added.
    pub fn add<'w>(
        &mut self,
        code: CodeId,
        language: &str,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Result<(), KeywordsErrorKind> {
        let Some(language) = LANGUAGES.into_iter().find(|known| *known == language) else {
            return Err(KeywordsErrorKind::Language(language.to_owned()));
        };
        let word = |written: &str| {
            let written = written.trim();
            let text = written.trim_matches('*').to_owned();
            let is_word = !text.trim().is_empty();
            let (may_begin_within, may_end_within) = (written.starts_with('*'), written.ends_with('*'));
            let word = Word { code, language, text, may_begin_within, may_end_within };
            is_word.then_some(word).ok_or(KeywordsErrorKind::EmptyWord)
        };
        let words: Vec<Word> = words.into_iter().map(word).collect::<Result<_, _>>()?;
        for word in words {
            if !self.words.contains(&word) {
                self.words.push(word);
            }
        }
        Ok(())
    }

    /// Adds words that the reader types with semicolons between them, each in the language that its letters say.
    ///
    /// # Errors
    /// At the first that is empty; those before it are added.
    pub fn add_words(&mut self, code: CodeId, words: &str) -> Result<(), KeywordsErrorKind> {
        let language = |word: &str| if word.is_ascii() { "en" } else { "zh" };
        words.split([';', '；']).try_for_each(|word| self.add(code, language(word), [word]))
    }

    /// Takes a word away again.
    pub fn remove(&mut self, code: CodeId, written: &str) {
        self.words.retain(|word| word.code != code || word.written() != written);
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.words.len()
    }

    /// The words that another table does not have, in their order, with what they stand for.
    pub fn beyond<'k>(&'k self, other: &'k Self) -> impl Iterator<Item = (CodeId, String)> + 'k {
        let is_new = |word: &&Word| !other.words.contains(word);
        self.words.iter().filter(is_new).map(|word| (word.code, word.written()))
    }

    /// The words in rows: those that follow each other and stand for the same in the same language together.
    pub fn rows(&self) -> Vec<KeywordRow> {
        let mut rows: Vec<KeywordRow> = Vec::new();
        for word in &self.words {
            match rows.last_mut().filter(|row| (row.code, row.language) == (word.code, word.language)) {
                Some(row) => row.words.push(word.written()),
                None => rows.push(KeywordRow { code: word.code, language: word.language, words: vec![word.written()] }),
            }
        }
        rows
    }

    /// The table as it is read, with the mark by which spreadsheet programs know UTF-8.
    pub fn to_csv(&self, codes: &Codes) -> String {
        let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
        let mut write = |row: [&str; 4]| table.write_record(row);
        // Writing to memory does not fail.
        let _ = write(COLUMNS);
        for row in self.rows() {
            let code = codes.get(row.code);
            let _ = write([code.dimension.code(), &code.code, row.language, &row.words.join("; ")]);
        }
        let bytes = table.into_inner().unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The codes for which words stand, each as often as it has words.
    pub fn codes(&self) -> impl Iterator<Item = CodeId> + '_ {
        self.words.iter().map(|word| word.code)
    }

    /// Finds the words of some codes.
    pub(super) fn matcher(&self, is_sought: impl Fn(CodeId) -> bool) -> Matcher {
        let words: Vec<Word> = self.words.iter().filter(|word| is_sought(word.code)).cloned().collect();
        let texts = words.iter().map(|word| word.text.as_str());
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(texts).ok();
        Matcher { automaton, words }
    }
}

impl Word {
    /// As a table has it.
    fn written(&self) -> String {
        let star = |is_there| if is_there { "*" } else { "" };
        format!("{}{}{}", star(self.may_begin_within), self.text, star(self.may_end_within))
    }
}

fn find(codes: &Codes, dimension: &str, code: &str) -> Result<CodeId, KeywordsErrorKind> {
    let unknown = || KeywordsErrorKind::UnknownCode { dimension: dimension.to_owned(), code: code.to_owned() };
    Dimension::from_code(dimension).and_then(|found| codes.find(found, code)).ok_or_else(unknown)
}

/// A keyword where it stands in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) code: CodeId,
}

/// Finds all keywords of some dimensions in one pass over a text.
pub(super) struct Matcher {
    /// Nothing only where the words are more than the library takes, which no table of keywords is.
    automaton: Option<AhoCorasick>,
    words: Vec<Word>,
}

impl Matcher {
    /// The keywords in a text, in their order; one within a longer one is none: a hepatitis B is no hepatitis of another kind.
    pub(super) fn find(&self, text: &str, found: &mut Vec<Found>) {
        found.clear();
        let Some(automaton) = &self.automaton else { return };
        for hit in automaton.find_overlapping_iter(text) {
            let Some(word) = self.words.get(hit.pattern().as_usize()) else { continue };
            if stands_free(text.as_bytes(), hit.start(), hit.end(), word) {
                found.push(Found { start: hit.start(), end: hit.end(), code: word.code });
            }
        }
        found.sort_by_key(|one| (one.start, std::cmp::Reverse(one.end)));
        let (mut covered, mut longest) = (0, (0, 0));
        found.retain(|one| {
            let is_within = one.end <= covered && (one.start, one.end) != longest;
            if one.end > covered {
                (covered, longest) = (one.end, (one.start, one.end));
            }
            !is_within
        });
    }
}

/// Whether a word that ends in a letter is followed by none, and the same at its beginning. Chinese has no spaces: there it is free anywhere.
fn stands_free(text: &[u8], start: usize, end: usize, word: &Word) -> bool {
    let is_letter = |position: usize| text.get(position).is_some_and(u8::is_ascii_alphanumeric);
    let goes_on = |inner: usize, outer: Option<usize>| is_letter(inner) && outer.is_some_and(is_letter);
    let begins_within = !word.may_begin_within && goes_on(start, start.checked_sub(1));
    let ends_within = !word.may_end_within && goes_on(end.saturating_sub(1), Some(end));
    !begins_within && !ends_within
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{Keywords, KeywordsErrorKind};
    use crate::dataset::{Dimension, Facts, distinct};
    use crate::trials::read::Encoding;

    fn found(dimension: Dimension, text: &str) -> Vec<String> {
        let codes = Facts::shipped().expect("the shipped data unpack").codes();
        let matcher =
            Keywords::shipped(codes).expect("every code exists").matcher(|code| codes.get(code).dimension == dimension);
        let mut found = Vec::new();
        matcher.find(text, &mut found);
        distinct(found.iter().map(|one| one.code)).into_iter().map(|code| codes.get(code).code.clone()).collect()
    }

    #[test]
    fn conditions_lead_to_disease_areas() {
        for (text, areas) in [
            ("Non-small Cell Lung Cancer", vec!["oncology"]),
            ("非小细胞肺癌", vec!["oncology"]),
            ("Hepatitis B, Chronic", vec!["anti_infective"]),
            ("慢性乙型肝炎", vec!["anti_infective"]),
            ("Non-alcoholic steatohepatitis (NASH)", vec!["digestive"]),
            ("Type 2 Diabetes Mellitus|Hypertension", vec!["endocrine", "cardiovascular"]),
            ("Major Depressive Disorder", vec!["psychiatry_neurology"]),
            ("阿尔茨海默病", vec!["neurology", "psychiatry_neurology"]),
            ("Healthy Volunteers", vec![]),
            ("Cardsharps", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(found(Dimension::Disease, text), areas, "{text}");
        }
    }

    #[test]
    fn words_end_where_they_end_unless_a_star_says_otherwise() {
        assert_eq!(found(Dimension::ProductType, "Pembrolizumab"), ["biological_therapeutic"]);
        assert_eq!(found(Dimension::ProductType, "mabel"), Vec::<String>::new());
        assert_eq!(found(Dimension::Disease, "skinny"), Vec::<String>::new());
        assert_eq!(found(Dimension::Disease, "SKIN,"), ["dermatology_ent_ophthalmology"]);
    }

    #[test]
    fn a_broken_table_is_refused_with_its_line() {
        let codes = Facts::shipped().expect("the shipped data unpack").codes();
        let header = "dimension,code,language,words\n";
        let unknown = KeywordsErrorKind::UnknownCode { dimension: "disease".to_owned(), code: "onclogy".to_owned() };
        for (rows, kind) in [
            ("disease,onclogy,en,cancer\n", unknown),
            ("disease,oncology,fr,cancer\n", KeywordsErrorKind::Language("fr".to_owned())),
            ("disease,oncology,en,cancer;;tumour\n", KeywordsErrorKind::EmptyWord),
            ("disease,oncology,en\n", KeywordsErrorKind::Header),
        ] {
            let error = Keywords::parse(format!("{header}{rows}").as_bytes(), codes).expect_err("a broken row");
            assert_eq!((error.line, error.kind), (2, kind));
        }
        assert!(Keywords::parse(b"a,b,c,d\n", codes).is_err());
        let empty = Keywords::parse(header.as_bytes(), codes).expect_err("no word");
        assert_eq!(empty.kind, KeywordsErrorKind::Nothing);
    }

    #[test]
    fn a_table_is_read_as_it_was_written_also_by_a_spreadsheet_program() {
        let codes = Facts::shipped().expect("the shipped data unpack").codes();
        let shipped = Keywords::shipped(codes).expect("every code exists");
        let table = shipped.to_csv(codes);
        assert_eq!(Keywords::parse(table.as_bytes(), codes), Ok(shipped));
        let german = "dimension;code;language;words\r\ndisease;oncology;en;\"basalioma; *oma\"\r\n";
        let gbk = Encoding::Gb18030.encode("dimension\tcode\tlanguage\twords\ndisease\toncology\tzh\t占位; 肿块\n");
        let words = |bytes: &[u8]| {
            Keywords::parse(bytes, codes)
                .expect("a table")
                .rows()
                .into_iter()
                .flat_map(|row| row.words)
                .collect::<Vec<_>>()
        };
        assert_eq!(words(german.as_bytes()), ["basalioma", "*oma"]);
        assert_eq!(words(&gbk.expect("letters of GBK")), ["占位", "肿块"]);
    }

    #[test]
    fn words_are_added_and_taken_away() {
        let codes = Facts::shipped().expect("the shipped data unpack").codes();
        let shipped = Keywords::shipped(codes).expect("every code exists");
        let oncology = codes.find(Dimension::Disease, "oncology").expect("a code");
        let mut own = shipped.clone();
        assert_eq!(own.add_words(oncology, " solid mass; 占位* "), Ok(()));
        assert_eq!(own.add_words(oncology, "solid mass"), Ok(()), "a word is there once");
        assert_eq!(own.add_words(oncology, " ** "), Err(KeywordsErrorKind::EmptyWord));
        let new: Vec<_> = own.beyond(&shipped).collect();
        assert_eq!(new, [(oncology, "solid mass".to_owned()), (oncology, "占位*".to_owned())]);
        for (code, word) in new {
            own.remove(code, &word);
        }
        assert_eq!(own, shipped);
    }

    #[test]
    fn every_filter_but_phases_has_words() {
        let codes = Facts::shipped().expect("the shipped data unpack").codes();
        let keywords = Keywords::shipped(codes).expect("every code exists");
        for dimension in [Dimension::ProductType, Dimension::Disease, Dimension::Region, Dimension::Sponsor] {
            assert!(keywords.codes().any(|code| codes.get(code).dimension == dimension), "{dimension:?}");
        }
    }
}
