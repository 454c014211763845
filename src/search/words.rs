//! Tokeniser: cuts labels and queries into Latin words, runs of Chinese characters, numbers and years.

/// What a piece of text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A word of Latin (or any other spaced) letters, in lower case and singular.
    Word,
    /// A run of Chinese characters.
    Chinese,
    /// A number without thousands separators and without zeros at its end: `4900`, `46`, `43.1`.
    Number {
        /// Whether a percent sign follows.
        is_percent: bool,
    },
    /// A year with four digits.
    Year,
}

/// A piece of a label or of a query.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// What follows is not read: no label is as long, and nobody types as much on purpose.
const LONGEST: usize = 200;

/// Words that say nothing about which figure is meant, between spaces; singular, as [`singular`] leaves them.
const WEAK: &str = "\
    a about after all among an and are at by china chinese clinical data did do doe drug each figure find for from give \
    has have how in is it many medicine much number of on or overall s show study the their there to total trial was \
    were what when where which who with year \
    年 年度 的 试验 临床 临床试验 临床研究 研究 药 药物 药品 数 数量 数据 总数 总量 总 共 共有 多少 几 有 有多少 项 个 种 家 \
    是 是多少 在 中 与 和 及 或 了 为 其 各 类 中国 全国 情况 哪些 什么 如何 怎么 怎么样 怎样 请问 吗 呢 针对 关于 全部 所有 \
    公布 报告 统计";

/// Whether a token says nothing about which figure is meant.
pub(super) fn is_weak(text: &str) -> bool {
    WEAK.split(' ').any(|weak| weak == text)
}

pub(super) const fn is_chinese(char: char) -> bool {
    matches!(char, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The pieces of a text in their order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars = plain(text);
    let mut tokens = Vec::new();
    let mut rest = chars.as_slice();
    while let Some(char) = rest.first() {
        if char.is_ascii_digit() {
            tokens.push(number(&mut rest));
        } else if is_chinese(*char) {
            tokens.push(Token { kind: Kind::Chinese, text: take(&mut rest, is_chinese) });
        } else if is_letter(*char) {
            tokens.push(Token { kind: Kind::Word, text: singular(take(&mut rest, is_letter)) });
        } else {
            rest = &rest[1..];
        }
    }
    tokens
}

/// Whether a word goes on with it: letters, and the digits inside `her2`.
fn is_letter(char: char) -> bool {
    char.is_alphanumeric() && !is_chinese(char)
}

/// Lower case, with the wide and the Roman characters of Chinese keyboards in their usual form.
fn plain(text: &str) -> Vec<char> {
    let mut chars = Vec::new();
    for char in text.chars().take(LONGEST).flat_map(char::to_lowercase) {
        match char {
            'ⅰ' => chars.push('i'),
            'ⅱ' => chars.extend(['i'; 2]),
            'ⅲ' => chars.extend(['i'; 3]),
            'ⅳ' => chars.extend(['i', 'v']),
            // The block of wide characters repeats ASCII from `!` on.
            '\u{FF01}'..='\u{FF5E}' => chars.extend(char::from_u32(u32::from(char) - 0xFEE0)),
            _ => chars.push(char),
        }
    }
    chars
}

/// Takes the characters at the front for which the test holds.
fn take(rest: &mut &[char], test: fn(char) -> bool) -> String {
    let end = rest.iter().position(|char| !test(*char)).unwrap_or(rest.len());
    let (front, back) = rest.split_at(end);
    *rest = back;
    front.iter().collect()
}

/// Takes a number: `4900`, `4,900`, `43.1 %`, `24年`.
fn number(rest: &mut &[char]) -> Token {
    let is_digit = |char: char| char.is_ascii_digit();
    let mut text = take(rest, is_digit);
    while let [',' | '\u{A0}' | '\u{2009}' | '\u{202F}', behind @ ..] = *rest
        && behind.iter().take_while(|char| char.is_ascii_digit()).count() == 3
    {
        *rest = behind;
        text.push_str(&take(rest, is_digit));
    }
    if let ['年', behind @ ..] = *rest
        && matches!(text.len(), 2 | 4)
    {
        *rest = behind;
        return Token { kind: Kind::Year, text: if text.len() == 2 { format!("20{text}") } else { text } };
    }
    if let ['.', behind @ ..] = *rest
        && behind.first().is_some_and(char::is_ascii_digit)
    {
        *rest = behind;
        text = format!("{text}.{}", take(rest, is_digit));
    }
    let is_percent = match *rest {
        ['%', behind @ ..] | [' ', '%', behind @ ..] => {
            *rest = behind;
            true
        }
        _ => false,
    };
    Token { kind: Kind::Number { is_percent }, text: without_end_zeros(&text).to_owned() }
}

/// `46` for `46.0`: whoever types one means the other too.
pub(super) fn without_end_zeros(number: &str) -> &str {
    if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number }
}

/// The word without the `s` of the plural. Wrong for some words, but the same for labels and queries.
fn singular(mut word: String) -> String {
    if word.len() > 3 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end)) {
        word.pop();
    }
    word
}
