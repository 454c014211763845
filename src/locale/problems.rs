//! What is wrong with a file of the reader's, in the reader's language: where, what was expected, and what was probably meant.
//!
//! In English the errors say themselves what they say at build time, too.

use super::words::Words;
use crate::address::Language;
use crate::dataset::{ErrorKind, Problem};
use crate::intake::{Limit, Refusal, RefusalKind};

impl Words<'_> {
    /// A problem in one line: "own.csv, line 3, column value: `5,215` is not a decimal number like -37.5; did you mean `5215`?"
    pub fn problem(&self, problem: &Problem) -> String {
        let Problem { position, column, cell, kind } = problem;
        let position = self.file_position(position);
        let what = match self.language {
            Language::En => kind.to_string(),
            Language::Zh => in_chinese(kind),
        };
        let column = match (column, cell, self.language) {
            (Some(column), Some(cell), Language::En) => format!(", column {column} ({cell})"),
            (Some(column), None, Language::En) => format!(", column {column}"),
            (Some(column), Some(cell), Language::Zh) => format!("{column}列（{cell}）"),
            (Some(column), None, Language::Zh) => format!("{column}列"),
            (None, ..) => String::new(),
        };
        format!("{position}{column}{}{what}", self.colon())
    }

    /// Why a file is not opened: "own.xlsx: larger than 16 MB".
    pub fn not_opened(&self, refusal: &Refusal) -> String {
        let Refusal { file, kind } = refusal;
        match self.language {
            Language::En => refusal.to_string(),
            Language::Zh => format!("{file}：{}", refused_in_chinese(kind)),
        }
    }
}

fn refused_in_chinese(kind: &RefusalKind) -> String {
    const SAVE: &str = "请另存为XLSX或CSV（UTF-8）格式";
    match kind {
        RefusalKind::TooLarge(limit) => match limit {
            Limit::File { megabytes } => format!("文件超过{megabytes} MB"),
            Limit::Unpacked { megabytes } => format!("解压后超过{megabytes} MB"),
            Limit::Piece { part, bytes } => format!("内部文件“{part}”含有超过{bytes}字节的连续文本"),
            Limit::Rows { sheet, rows } => format!("工作表“{sheet}”超过{rows}行"),
            Limit::Columns { sheet, columns } => format!("工作表“{sheet}”超过{columns}列"),
            Limit::Cell { sheet, row, bytes } => format!("工作表“{sheet}”第{row}行有单元格超过{bytes}字节"),
        },
        RefusalKind::OldOrProtected => format!("旧版或加密的工作簿，{SAVE}，并取消密码"),
        RefusalKind::NotAWorkbook { reason } => format!("不是可读取的XLSX工作簿（{reason}），{SAVE}"),
        RefusalKind::UnreadableSheet { sheet, reason } => format!("无法读取工作表“{sheet}”（{reason}），{SAVE}"),
    }
}

/// Ends a sentence about something unknown.
fn meant(suggestion: Option<&str>) -> String {
    suggestion.map(|suggestion| format!("，是否应为“{suggestion}”？")).unwrap_or_default()
}

fn in_chinese(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::FieldCount { expected, found } => format!("本行有{found}个字段，表头为{expected}个"),
        ErrorKind::UnknownColumn { column, suggestion } | ErrorKind::UnknownShareOfColumn { column, suggestion } => {
            format!("没有“{column}”列{}", meant(suggestion.as_deref()))
        }
        ErrorKind::UnknownList { list, suggestion } => format!("没有代码表“{list}”{}", meant(suggestion.as_deref())),
        ErrorKind::UnknownCode { code, suggestion } => format!("没有代码“{code}”{}", meant(suggestion.as_deref())),
        ErrorKind::UnknownFact { fact, suggestion } => format!("没有数据“{fact}”{}", meant(suggestion.as_deref())),
        ErrorKind::UnknownSource { source_name, suggestion } => {
            format!("没有来源“{source_name}”{}", meant(suggestion.as_deref()))
        }
        ErrorKind::MissingColumn { column } => format!("表头缺少“{column}”列"),
        ErrorKind::DuplicateColumn { column } => format!("表头中“{column}”列重复"),
        ErrorKind::Unreadable { .. }
        | ErrorKind::NotUtf8
        | ErrorKind::UnclosedQuote
        | ErrorKind::EmptyFile
        | ErrorKind::NoRows
        | ErrorKind::TooManyRows { .. }
        | ErrorKind::NotATable => file_in_chinese(kind),
        ErrorKind::DuplicateCode { .. }
        | ErrorKind::UnlabelledCode { .. }
        | ErrorKind::ParentCycle { .. }
        | ErrorKind::DuplicateName { .. }
        | ErrorKind::NameTaken { .. }
        | ErrorKind::DuplicateKey { .. }
        | ErrorKind::NameOfAnother { .. }
        | ErrorKind::NameWithSemicolon { .. }
        | ErrorKind::EnteredTwice { .. }
        | ErrorKind::ClosedList { .. }
        | ErrorKind::NoParent
        | ErrorKind::CodeTaken { .. }
        | ErrorKind::DuplicateOrder { .. } => names_in_chinese(kind),
        _ => field_in_chinese(kind),
    }
}

/// What is wrong with a file as a whole.
fn file_in_chinese(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::Unreadable { reason } => format!("无法读取：{reason}"),
        ErrorKind::NotUtf8 => "不是UTF-8文本，请另存为“CSV UTF-8”或XLSX格式".to_owned(),
        ErrorKind::UnclosedQuote => "引号未闭合".to_owned(),
        ErrorKind::EmptyFile => "文件为空".to_owned(),
        ErrorKind::NoRows => "文件只有表头，没有数据行".to_owned(),
        ErrorKind::TooManyRows { limit } => format!("超过{limit}行"),
        _ => "首行不含facts.csv（year、measure、statistic、value等）、codes.csv或sources.csv的列名".to_owned(),
    }
}

/// What is wrong with names and codes.
fn names_in_chinese(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::DuplicateCode { code, first_line } => format!("代码“{code}”已见于第{first_line}行"),
        ErrorKind::UnlabelledCode { list, code } => format!("代码表“{list}”缺少代码“{code}”"),
        ErrorKind::ParentCycle { code } => format!("“{code}”将成为自身的上级"),
        ErrorKind::DuplicateName { name, first_line } => format!("“{name}”已见于第{first_line}行"),
        ErrorKind::NameTaken { name } => format!("facts.csv中已有名为“{name}”的数据"),
        ErrorKind::DuplicateKey { first, first_line } => {
            format!("与第{first_line}行“{first}”的年份、指标、统计量、分组及分母相同")
        }
        ErrorKind::NameOfAnother { name } => format!("名称“{name}”已被其他行使用"),
        ErrorKind::NameWithSemicolon { name } => format!("名称“{name}”含有分号，分号用于分隔多个名称"),
        ErrorKind::EnteredTwice { first } => format!("同一数据的另一数值已见于{first}"),
        ErrorKind::ClosedList { list } => {
            format!("不能向“{list}”添加代码，只能添加facts.csv各列（如disease）的代码")
        }
        ErrorKind::NoParent => "新代码须填写上级代码（同一代码表中其所属的代码）".to_owned(),
        ErrorKind::CodeTaken { code } => format!("代码“{code}”已存在，但名称或上级不同"),
        ErrorKind::DuplicateOrder { order, first_line } => format!("顺序{order}已见于第{first_line}行"),
        other => other.to_string(),
    }
}

/// What is wrong with a field.
fn field_in_chinese(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::Empty => "不能为空".to_owned(),
        ErrorKind::EmptyItem => "分号之间有空项".to_owned(),
        ErrorKind::RepeatedItem { item } => format!("“{item}”在列表中重复"),
        ErrorKind::MustBeEmpty => "应为空：仅分类代码可有上级".to_owned(),
        ErrorKind::OneLanguageOnly => "另一语言已填写，此处不能为空".to_owned(),
        ErrorKind::NotAnOrder { text } => format!("“{text}”不是0至{}的整数", u16::MAX),
        ErrorKind::NotAYear { text } => format!("“{text}”不是1900至2999的年份"),
        ErrorKind::NotADate { text } => format!("“{text}”不是日期，应如2025、2025-07或2025-07-21"),
        ErrorKind::NotAnAddress { text } => format!("“{text}”不是以http://或https://开头的网址"),
        ErrorKind::NotADecimal { text, suggestion } => {
            format!("“{text}”不是数字，应如-37.5{}", meant(suggestion.as_deref()))
        }
        ErrorKind::NotACount { text } => format!("“{text}”不是计数，应为不小于0的整数"),
        ErrorKind::NotAShare { text } => format!("“{text}”不是占比，应为0至100的百分数"),
        ErrorKind::UnexpectedShareOf => "仅占比可有分母".to_owned(),
        ErrorKind::MissingShareOf => "占比须注明分母，指标本身为比率者除外".to_owned(),
        ErrorKind::ShareOfUnsetColumn { column } => format!("“{column}”列为空，不能作为分母"),
        ErrorKind::ShareOfStranger { denominator, code } => {
            format!("“{denominator}”不是“{code}”的上级，不能作为分母")
        }
        ErrorKind::YearOutOfReach { year, first, last, reach } => {
            format!("{year}年与现有数据年份（{first}—{last}年）相差超过{reach}年")
        }
        ErrorKind::NotACode { text } => format!("“{text}”不是代码，代码仅含英文字母、数字、_和-"),
        other => other.to_string(),
    }
}
