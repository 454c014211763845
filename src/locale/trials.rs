//! What is said of a list of trials: its columns, its rules, and what is wrong with it.

use super::messages::Message;
use super::number::decimal;
use super::words::Words;
use crate::address::Language;
use crate::dataset::{Bilingual, Decimal};
use crate::query::Text;
use crate::trials::{
    Field, Flaw, FlawKind, KeywordsError, KeywordsErrorKind, Lack, Naming, ProfileError, Refusal, Rule, Unit,
};

impl Words<'_> {
    /// A whole number as readers of the language write it.
    pub fn integer(&self, number: u64) -> String {
        decimal(Decimal::whole(i64::try_from(number).unwrap_or(i64::MAX)), self.language)
    }

    /// A number of things, such as rows.
    pub fn of_things(&self, number: u64, things: &str) -> String {
        let number = self.integer(number);
        self.text(Text { en: "{n} {things}", zh: "{n}{things}" }).replace("{n}", &number).replace("{things}", things)
    }

    /// What a column of a list says.
    pub fn list_field(&self, field: Field) -> &'static str {
        let (en, zh) = match field {
            Field::RegistryNumber => ("Registry number", "登记号"),
            Field::OtherNumbers => ("Other registry numbers", "其他登记号"),
            Field::Title => ("Title", "试验题目"),
            Field::Status => ("Status", "试验状态"),
            Field::Condition => ("Condition", "适应症"),
            Field::ProductType => ("Product type", "药物类型"),
            Field::Intervention => ("Product", "试验药物"),
            Field::Phase => ("Phase", "试验分期"),
            Field::Purpose => ("New-drug or bioequivalence trial", "新药试验或BE试验"),
            Field::RegClass => ("Registration category", "注册分类"),
            Field::Sponsor => ("Sponsor", "申办者"),
            Field::SponsorOrigin => ("Sponsor's country", "申办者所在国"),
            Field::Scope => ("Domestic or multi-regional", "国内或国际多中心"),
            Field::Countries => ("Countries", "国家或地区"),
            Field::Sites => ("Sites", "试验机构"),
            Field::LeadingUnits => ("Leading unit", "组长单位"),
            Field::Date => ("Date of registration", "登记日期"),
            Field::StartDate => ("Start", "开始日期"),
            Field::FirstConsentDate => ("First informed consent", "首例知情同意日期"),
            Field::CompletionDate => ("Completion", "完成日期"),
            Field::Enrolment => ("Planned participants", "目标入组人数"),
            Field::Population => ("Ages or special groups", "年龄或特殊人群"),
            Field::MonitoringCommittee => ("Data monitoring committee", "数据监查委员会"),
        };
        self.text(Text { en, zh })
    }

    /// A rule by which a list is counted.
    pub fn rule(&self, rule: Rule) -> &'static str {
        let (en, zh) = match rule {
            Rule::SeveralCodes => (
                "A trial with several diseases, product types or regions counts under each of them, and once in totals.",
                "一项试验涉及多个适应症、药物类型或地区的，分别计入各类，合计中只计一次。",
            ),
            Rule::OneTrialPerNumber => (
                "Rows with a registry number in common are one trial, which is as its first row says.",
                "登记号相同的行视为同一试验，以首行为准。",
            ),
            Rule::OtherwiseNewDrug => (
                "A trial that is not said to be of bioequivalence is a new-drug trial.",
                "未注明为生物等效性试验的，视为新药临床试验。",
            ),
            Rule::CombinedPhasesApart => (
                "A trial in two phases counts under neither, as in the reports, and is part of the whole.",
                "跨期试验不计入任一单独分期，但计入合计，与年度报告一致。",
            ),
            Rule::CombinedPhasesInEach => {
                ("A trial in two phases counts under each of them.", "跨期试验分别计入各期。")
            }
            Rule::ScopeFromSites => (
                "Whether a trial is domestic or multi-regional follows from the countries of its sites.",
                "国内或国际多中心试验依试验机构所在国家判断。",
            ),
            Rule::SitesOncePerTrial => ("A site counts once for each trial.", "每家机构在每项试验中计一次。"),
            Rule::NotAssigned => (
                "A trial without a code of a breakdown is part of the whole, and is said to be not assigned.",
                "无法归类的试验计入合计，并单列“未归类”。",
            ),
            Rule::WithoutYear => ("Trials without a year are in no number.", "无年份的试验不计入任何数值。"),
        };
        self.text(Text { en, zh })
    }

    /// What is wrong with a row.
    pub fn flaw(&self, flaw: &Flaw) -> String {
        match flaw.kind {
            FlawKind::FieldCount { found, expected } => self
                .text(Text {
                    en: "has {found} fields where the header has {expected}: set aside",
                    zh: "有{found}个字段，表头有{expected}个，未计入",
                })
                .replace("{found}", &found.to_string())
                .replace("{expected}", &expected.to_string()),
            FlawKind::TooLong => {
                self.text(Text { en: "is longer than any row of a list: set aside", zh: "过长，未计入" }).to_owned()
            }
            FlawKind::OpenQuote => self
                .text(Text {
                    en: "opens a quotation mark that is never closed: set aside", zh: "引号未闭合，未计入"
                })
                .to_owned(),
            FlawKind::NotALetter => self
                .text(Text {
                    en: "has letters that are none in this encoding: counted",
                    zh: "含无法识别的字符，已计入",
                })
                .to_owned(),
        }
    }

    /// That a list says nothing of a filter, and its numbers are not narrowed to it.
    pub fn not_in_list(&self, chosen: &str) -> String {
        match self.language {
            Language::En => format!("Not narrowed to {chosen}: the list does not say it."),
            Language::Zh => format!("未按“{chosen}”筛选（清单无此信息）。"),
        }
    }

    /// Why saved decisions are not opened: where, what stands there, and what was expected.
    pub fn profile_error(&self, error: &ProfileError) -> String {
        match (error, self.language) {
            (_, Language::En) => format!("The decisions were not opened: {error}."),
            (ProfileError::NotAProfile { line, column, message }, Language::Zh) => {
                format!("未能打开设置：第{line}行第{column}列不符合格式（{message}）。")
            }
            (ProfileError::Version { found }, Language::Zh) => {
                format!("未能打开设置：文件版本为{found}，本页面只支持版本{}。", crate::trials::Profile::VERSION)
            }
            (ProfileError::UnknownWord { part, found, expected }, Language::Zh) => {
                format!("未能打开设置：{part}的值“{found}”无效，应为以下之一：{}。", expected.join("、"))
            }
            (ProfileError::UnknownCode { part, found }, Language::Zh) => {
                format!("未能打开设置：{part}中的“{found}”不是codes.csv中的“维度:代码”。")
            }
            (ProfileError::Keywords { part, kind }, Language::Zh) => {
                format!("未能打开设置：{part}{}。", keywords_in_chinese(kind))
            }
        }
    }

    /// Why a table of keywords is not opened: where, what stands there, and what was expected.
    pub fn keywords_error(&self, error: &KeywordsError) -> String {
        match self.language {
            Language::En => format!("The table was not opened: {error}."),
            Language::Zh => format!("未能打开关键词表：第{}行{}。", error.line, keywords_in_chinese(&error.kind)),
        }
    }

    /// What a list lacks for a figure.
    pub fn lack(&self, lack: &Lack) -> String {
        let Lack::Columns { field, dimensions } = lack else {
            return self.text(Text { en: "counts something else than trials", zh: "统计对象不是试验" }).to_owned();
        };
        let field = field.map(|field| self.list_field(field));
        let dimensions = dimensions.iter().map(|dimension| self.dimension(*dimension));
        let missing: Vec<&str> = field.into_iter().chain(dimensions).collect();
        let joined = missing.join(self.say(Message::ListComma));
        match self.language {
            Language::En => format!("no column says: {joined}"),
            Language::Zh => format!("清单未载明：{joined}"),
        }
    }

    /// Why a list is refused, and the way on.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        let Refusal::NoHeader = refusal else {
            return match (refusal, self.language) {
                (_, Language::En) => format!("The list was refused: {refusal}."),
                (Refusal::TooLarge { limit }, _) => {
                    format!("清单超过{limit}字节，未读取。请按文档示例用DuckDB汇总后，作为自有数据导入。")
                }
                (Refusal::TooManyRows { limit }, _) => {
                    format!("清单超过{limit}行，未读取。请按文档示例用DuckDB汇总后，作为自有数据导入。")
                }
                (Refusal::TooManyColumns { line, limit }, _) => {
                    format!("第{line}行超过{limit}列，未读取。请仅保留描述试验的列后重试。")
                }
                (Refusal::NotAWorkbook { detail }, _) => {
                    format!("无法识别为XLSX文件（{detail}），请重新存为XLSX或CSV。")
                }
                (Refusal::Bomb { part, limit }, _) => {
                    format!("XLSX文件中的“{part}”解压后超过{limit}字节，未读取。请将清单存为CSV后重试。")
                }
                (Refusal::HugeCell { part, limit }, _) => {
                    format!("XLSX文件中的“{part}”有超过{limit}字节的单个文本，未读取。")
                }
                (Refusal::NoHeader, _) => String::new(),
            };
        };
        self.text(Text {
            en: "The list was refused: no row names at least two columns. The first row must name the columns.",
            zh: "未找到列名行，未读取。首行须为列名（至少两列）。",
        })
        .to_owned()
    }
}

fn keywords_in_chinese(kind: &KeywordsErrorKind) -> String {
    match kind {
        KeywordsErrorKind::Header => "列应为dimension、code、language、words".to_owned(),
        KeywordsErrorKind::NotCsv(message) => format!("不符合CSV格式（{message}）"),
        KeywordsErrorKind::UnknownCode { dimension, code } => {
            format!("“{code}”不是codes.csv中“{dimension}”的代码")
        }
        KeywordsErrorKind::Language(found) => format!("语言“{found}”无效，应为en或zh"),
        KeywordsErrorKind::EmptyWord => "含有空的关键词，关键词之间应以一个分号分隔".to_owned(),
        KeywordsErrorKind::Nothing => "起没有任何关键词".to_owned(),
    }
}

/// What the numbers of a list are called, loaded on a day.
pub fn naming(file: &str, today: &str) -> Naming {
    let label = |unit: Unit| {
        let (en, zh) = match unit {
            Unit::Trials => ("trials of your list", "清单中的试验"),
            Unit::Sites => ("sites of your list", "清单中的试验机构"),
            Unit::LeadingUnits => ("leading units of your list", "清单中的组长单位"),
        };
        Bilingual { en: en.to_owned(), zh: zh.to_owned() }
    };
    let publisher = Bilingual { en: format!("Your list {file}"), zh: format!("我的清单 {file}") };
    Naming {
        measures: Unit::ALL.map(label),
        publication: crate::dataset::Publication { publisher, published: today.to_owned() },
    }
}
