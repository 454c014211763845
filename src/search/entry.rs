//! Fuzzy matching: one label with its synonyms, and how well a word of a query fits it.

use super::words::{Kind, Token, is_weak, tokens};

/// How well a token fits, out of 100. An exact word before its beginning, before its middle, before a typing error.
pub(super) mod quality {
    /// The query's words are a whole label or synonym.
    pub(in super::super) const WHOLE: u8 = 100;
    /// A whole word of a label.
    pub(in super::super) const WORD: u8 = 85;
    /// The pinyin initials of a whole label.
    pub(in super::super) const INITIALS: u8 = 80;
    /// The beginning of a Chinese label.
    pub(in super::super) const CHINESE_START: u8 = 75;
    /// The beginning of a word, or several characters inside a Chinese label, where words have no borders.
    pub(in super::super) const START: u8 = 60;
    /// The first of the pinyin initials.
    pub(in super::super) const INITIALS_START: u8 = 50;
    /// Something inside a word.
    pub(in super::super) const INSIDE: u8 = 40;
    /// One typing error.
    pub(in super::super) const SLIP: u8 = 25;
}

/// The first letter of the pinyin of each Chinese character in labels and synonyms.
pub(super) struct Initials(Vec<(char, char)>);

impl Initials {
    /// Unpacks what `build.rs` wrote: each character and its letter, in the order of the characters.
    pub(super) fn new() -> Self {
        let mut chars = include_str!(concat!(env!("OUT_DIR"), "/initials.txt")).chars();
        let mut pairs = Vec::new();
        while let (Some(char), Some(letter)) = (chars.next(), chars.next()) {
            pairs.push((char, letter));
        }
        Self(pairs)
    }

    pub(super) fn of(&self, char: char) -> Option<char> {
        self.0.binary_search_by_key(&char, |pair| pair.0).ok().map(|position| self.0[position].1)
    }
}

/// One way to say what an entry means.
#[derive(Clone, Debug)]
struct Phrase {
    /// Its Latin words and numbers, those that matter first.
    words: Vec<String>,
    /// How many of the words matter.
    strong: usize,
    /// Its Chinese characters without anything between them.
    chinese: String,
    /// Pinyin initials of the Chinese characters; empty where one is not known.
    initials: String,
}

impl Phrase {
    fn new(text: &str, initials: &Initials) -> Self {
        let (mut words, mut weak, mut chinese) = (Vec::new(), Vec::new(), String::new());
        for token in tokens(text) {
            match token.kind {
                Kind::Chinese => chinese.push_str(&token.text),
                _ if is_weak(&token.text) => weak.push(token.text),
                _ => words.push(token.text),
            }
        }
        // A name that is a weak word, such as WHO, is all that matters of it.
        let strong = if words.is_empty() { weak.len() } else { words.len() };
        words.append(&mut weak);
        let initials = chinese.chars().map(|char| initials.of(char)).collect::<Option<String>>().unwrap_or_default();
        Self { words, strong, chinese, initials }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty() && self.chinese.is_empty()
    }

    fn quality(&self, token: &Token) -> u8 {
        match token.kind {
            Kind::Chinese => self.chinese_quality(&token.text),
            Kind::Word => {
                let words = self.words.iter().map(|word| word_quality(word, &token.text)).max();
                words.unwrap_or(0).max(self.initials_quality(&token.text))
            }
            Kind::Number { .. } | Kind::Year if self.words.contains(&token.text) => quality::WORD,
            Kind::Number { .. } | Kind::Year => 0,
        }
    }

    fn chinese_quality(&self, text: &str) -> u8 {
        if self.is_chinese_only(text) {
            quality::WHOLE
        } else if self.chinese.starts_with(text) {
            quality::CHINESE_START
        } else if !self.chinese.contains(text) {
            0
        } else if text.chars().nth(1).is_some() {
            quality::START
        } else {
            quality::INSIDE
        }
    }

    fn is_chinese_only(&self, text: &str) -> bool {
        self.words.is_empty() && self.chinese == text
    }

    fn initials_quality(&self, text: &str) -> u8 {
        if text.len() < 2 || !self.initials.starts_with(text) {
            0
        } else if self.initials == text {
            quality::INITIALS
        } else {
            quality::INITIALS_START
        }
    }

    /// The words that matter, where they are the whole of it.
    fn latin(&self) -> &[String] {
        if self.chinese.is_empty() { &self.words[..self.strong] } else { &[] }
    }
}

fn word_quality(word: &str, typed: &str) -> u8 {
    if word == typed {
        quality::WORD
    } else if word.starts_with(typed) {
        quality::START
    } else if typed.len() > 3 && word.contains(typed) {
        // Three letters stand inside too many words: "ich" in "which".
        quality::INSIDE
    } else {
        0
    }
}

/// A label with its synonyms, or a question: everything that a reader may call one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    phrases: Vec<Phrase>,
    /// Whether a run of Chinese characters is cut at its phrases: they are names, not sentences.
    is_name: bool,
}

impl Entry {
    /// An entry of names.
    pub(super) fn named() -> Self {
        Self { is_name: true, ..Self::default() }
    }

    /// Adds texts, separated by semicolons; what stands in brackets or after a comma is another way to say it.
    pub(super) fn add(&mut self, texts: &str, initials: &Initials) {
        // The thousands separator has no space behind it.
        let parts = texts.split([';', '(', ')', '（', '）', '，', '；']).flat_map(|part| part.split(", "));
        let phrases = parts.map(|part| Phrase::new(part, initials));
        self.phrases.extend(phrases.filter(|phrase| !phrase.is_empty()));
    }

    /// How well a token fits, without slips of the pen.
    pub(super) fn quality(&self, token: &Token) -> u8 {
        self.phrases.iter().map(|phrase| phrase.quality(token)).max().unwrap_or(0)
    }

    /// Whether a word differs from one of its words by one letter: left out, too many, wrong, or two in the wrong order.
    pub(super) fn has_nearly(&self, typed: &str) -> bool {
        let ends = |word: &str| (word.chars().next(), word.chars().next_back());
        let (first, last) = ends(typed);
        // One slip leaves at least one end as it was: most words need not be compared letter by letter.
        let is_near = |word: &String| {
            word.len().abs_diff(typed.len()) < 2
                && (ends(word).0 == first || ends(word).1 == last)
                && strsim::osa_distance(word, typed) == 1
        };
        self.phrases.iter().any(|phrase| phrase.words.iter().any(is_near))
    }

    /// Marks the tokens that, side by side, are a whole phrase.
    pub(super) fn mark_wholes(&self, tokens: &[Token], mut mark: impl FnMut(usize)) {
        for words in self.phrases.iter().map(Phrase::latin).filter(|words| !words.is_empty()) {
            for (start, window) in tokens.windows(words.len()).enumerate() {
                if window.iter().zip(words).all(|(token, word)| token.text == *word) {
                    (start..start + words.len()).for_each(&mut mark);
                }
            }
        }
    }

    /// The length in bytes of the longest Chinese name with which a text begins.
    pub(super) fn longest_start(&self, text: &str) -> usize {
        let names = self.phrases.iter().filter(|phrase| self.is_name && phrase.is_chinese_only(&phrase.chinese));
        let starts = names.map(|phrase| &phrase.chinese).filter(|name| text.starts_with(name.as_str()));
        starts.map(String::len).max().unwrap_or(0)
    }
}
