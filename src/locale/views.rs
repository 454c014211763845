//! The words of the views beside the figures: the list of facts, coverage, comparison, methods.

use super::messages::{LateMessage, Message};
use super::number;
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{Bilingual, Check, Dimension, Discrepancy, FactId, Group, Origin, Source, Statistic};
use crate::figures::{SECTIONS, Section};
use crate::query::{
    Against, Cell, CoverageRow, Difference, Figure, Filter, Printed, Selection, SortColumn, Table, Text,
};

impl Words<'_> {
    /// "455 facts, 107 of them of the selection".
    pub fn facts_listed(&self, all: usize, chosen: usize) -> String {
        match self.language {
            Language::En => format!("{all} facts, {chosen} of them of the selection, which come first"),
            Language::Zh => format!("共{all}条数据，其中{chosen}条属于当前选择，排列在前"),
        }
    }

    /// The head of a column of the list of facts.
    pub fn column(&self, column: SortColumn) -> String {
        match column {
            SortColumn::Year => self.term("dimension", "year").to_owned(),
            SortColumn::Measure => self.term("dimension", "measure").to_owned(),
            SortColumn::Statistic => self.term("dimension", "statistic").to_owned(),
            SortColumn::Group => self.say(LateMessage::GroupHeading).to_owned(),
            SortColumn::Value => self.say(LateMessage::ValueHeading).to_owned(),
            SortColumn::Grade => self.say(LateMessage::Grade).to_owned(),
            SortColumn::Edition => self.say(LateMessage::Edition).to_owned(),
        }
    }

    /// Measure, group, statistic and value of a fact.
    pub fn fact_cells(&self, id: FactId) -> [String; 4] {
        let fact = self.facts.fact(id);
        let cell = Cell::Printed(Printed { fact: id, value: fact.value, qualifier: fact.qualifier });
        let group = self.group_of(fact.key.measure, &fact.key.group);
        let group = match (fact.denominator(), self.language) {
            (Some(whole), Language::En) => format!("{group} (of {})", self.participants_of(fact.key.measure, &whole)),
            (Some(whole), Language::Zh) => format!("{group}（占{}）", self.participants_of(fact.key.measure, &whole)),
            (None, _) => group,
        };
        [
            self.pick(&self.facts.codes().measure_of(fact.key.measure).label).to_owned(),
            group,
            self.term("statistic", fact.key.statistic.code()).to_owned(),
            self.quantity(fact.key.measure, fact.key.statistic, &cell),
        ]
    }

    /// A figure's question under the question of its section: some begin with what the one before asked.
    pub fn question_in_section(&self, figure: &Figure) -> String {
        let is_in = |section: &&Section| section.figures.iter().any(|other| other.id == figure.id);
        let section = SECTIONS.iter().find(is_in).map(|section| self.text(section.title)).unwrap_or_default();
        let section = section.trim_end_matches('?');
        format!("{section}{}{}", self.colon(), self.text(figure.question))
    }

    /// The name of what no number answers, for a list of answers: "About quality control:".
    pub fn about(&self, topic: Text) -> String {
        match self.language {
            Language::En => format!("About {}:", self.text(topic)),
            Language::Zh => format!("关于{}：", self.text(topic)),
        }
    }

    /// What a fact is about, for a list of answers: "2024, New-drug trials, Oncology · share".
    pub fn fact_title(&self, id: FactId, group: &str) -> String {
        let key = self.facts.fact(id).key;
        let measure = self.facts.codes().measure_of(key.measure);
        let year = self.span(key.year, key.year);
        let title = self.in_year(&year, group);
        let label = self.pick(&measure.label);
        let is_named = measure.code == "trials"
            || group.starts_with(label)
            || (self.language == Language::Zh && group.contains(label));
        let title = if is_named { title } else { self.with_measure(&title, label) };
        format!("{title} · {}", self.term("statistic", key.statistic.code()))
    }

    /// A breakdown: "Registered trials by product type and disease area".
    pub fn breakdown(&self, row: &CoverageRow) -> String {
        let measure = self.pick(&self.facts.codes().measure_of(row.measure).label).to_owned();
        let names: Vec<String> =
            row.dimensions.iter().map(|dimension| self.inner(self.dimension(*dimension))).collect();
        match (names.is_empty(), self.language) {
            (true, Language::En) => format!("{measure}: total"),
            (true, Language::Zh) => format!("{measure}：合计"),
            (false, Language::En) => format!("{measure} by {}", names.join(", ")),
            (false, Language::Zh) => format!("{measure}，按{}", names.join("、")),
        }
    }

    /// What both numbers of a comparison are about; the year differs and is said above.
    pub fn pair_name(&self, table: &Table, row: usize, column: usize, against: Against) -> String {
        let group = table.columns[column].narrow(table.rows[row].narrow(Group::TOTAL));
        let is_compared = |dimension| matches!(against, Against::ProductType(_)) && dimension == Dimension::ProductType;
        let is_said = |dimension: Dimension| {
            !is_compared(dimension) && (dimension != Dimension::Purpose || group.codes().count() == 1)
        };
        let labels: Vec<&str> =
            group.codes().filter(|(dimension, _)| is_said(*dimension)).map(|(_, code)| self.code(code)).collect();
        let whole = table.group_of(row, column).with(Dimension::ProductType, None);
        if labels.is_empty() {
            self.subgroup_of(table.measure, &whole)
        } else {
            labels.join(self.say(Message::ListComma))
        }
    }

    /// What is compared: what both sides share, and what they differ in.
    pub fn compared(&self, selection: &Selection, against: Against) -> String {
        let [first, second] = self.side_names(selection, against);
        let shared = match against {
            Against::Year(_) => self.choices(selection),
            Against::ProductType(_) => self.selection(&selection.with_codes(Filter::ProductType, [])),
        };
        match (self.language, shared.is_empty()) {
            (Language::En, true) => format!("{first} compared with {second}"),
            (Language::En, false) => format!("{shared}: {first} compared with {second}"),
            (Language::Zh, true) => format!("{first}与{second}对比"),
            (Language::Zh, false) => format!("{shared}：{first}与{second}对比"),
        }
    }

    /// What the sides of a comparison differ in: two years, or two product types.
    pub fn side_names(&self, selection: &Selection, against: Against) -> [String; 2] {
        match against {
            Against::Year(other) => [self.years(selection.years), self.span(other, other)],
            Against::ProductType(other) => {
                let own = selection.single(Filter::ProductType).map(|code| self.code(code)).unwrap_or_default();
                [own.to_owned(), self.code(other).to_owned()]
            }
        }
    }

    /// "+2.4 points", "−3.1 %", "+13.9 %" as printed; a dash where none can be given.
    pub fn difference(&self, difference: Difference) -> String {
        let signed = |interval| {
            let text = number::interval(interval, self.language, self.say(Message::To));
            if interval.low > 0.0 { format!("+{text}") } else { text }
        };
        match (difference, self.language) {
            (Difference::Points(interval), Language::En) => format!("{} points", signed(interval)),
            (Difference::Points(interval), Language::Zh) => format!("{}个百分点", signed(interval)),
            (Difference::Percent(interval), _) => number::percent(&signed(interval), self.language),
            (Difference::Printed(printed), _) => self.number(Statistic::Growth, &Cell::Printed(printed)),
            (Difference::Unknown, _) => "–".to_owned(),
        }
    }

    /// A grade, its meaning and how many facts have it.
    pub fn grade_line(&self, code: &str, meaning: &str, count: usize) -> String {
        let label = self.term("grade", code).to_owned();
        match self.language {
            Language::En => format!("{code}: {label} ({count} facts). {meaning}"),
            Language::Zh => format!("{code}：{label}（{count}条）。{meaning}"),
        }
    }

    /// How many comparisons of a kind were made.
    pub fn checked(&self, check: Check, count: usize) -> String {
        let name = self.say(match check {
            Check::SharesOfCounts => LateMessage::CheckShares,
            Check::WholeNumbers => LateMessage::CheckWholeNumbers,
            Check::PartialSums => LateMessage::CheckPartialSums,
            Check::FullSums => LateMessage::CheckFullSums,
            Check::Growth => LateMessage::CheckGrowth,
            Check::Denominators => LateMessage::CheckDenominators,
            Check::Addresses => LateMessage::CheckAddresses,
        });
        format!("{name}{}{count}", self.colon())
    }

    /// How the reconciliation went.
    pub fn reconciliation_lead(&self, errors: usize, warnings: usize) -> String {
        match self.language {
            Language::En => format!(
                "All facts are held against each other each time this page opens: {errors} contradictions, {warnings} to know."
            ),
            Language::Zh => format!("每次打开本页时，所有公布数值相互核对：{errors}处矛盾，{warnings}处需说明。"),
        }
    }

    /// A label in the language that the reader does not read here.
    pub fn other_half<'b>(&self, label: &'b Bilingual) -> &'b str {
        self.facts.words(self.language.other()).pick(label)
    }

    /// "and 78 numbers of other populations": what is never counted with the facts of the reports.
    pub fn and_other_populations(&self) -> String {
        let count = self.facts.of(Origin::World).count();
        match self.language {
            Language::En => format!("and {count} numbers of other populations"),
            Language::Zh => format!("另有其他口径的数据{count}条"),
        }
    }

    /// The versions of program and data.
    pub fn versions(&self, program: &str, facts: usize) -> String {
        let others = self.and_other_populations();
        let years = self.facts.years().map(|(first, last)| self.span(first, last)).unwrap_or_default();
        match self.language {
            Language::En => format!(
                "China Trials Explorer {program}; data: {facts} facts, {years}, editions 2020–2025 of the report, {others}."
            ),
            Language::Zh => {
                format!("China Trials Explorer {program}；数据：{facts}条，{years}，录自2020—2025年度报告；{others}。")
            }
        }
    }
}

impl LibraryWords<'_> {
    /// A finding of the reconciliation in one line.
    pub fn reconciled(&self, finding: &Discrepancy) -> String {
        let about = |facts: &[FactId]| {
            let facts: Vec<String> = facts.iter().map(|fact| self.fact_in_words(*fact)).collect();
            facts.join(self.say(Message::ListSemicolon))
        };
        let decimal = |value| number::decimal(value, self.language);
        let what = match finding {
            Discrepancy::ShareOfCounts { computed, .. } | Discrepancy::Growth { computed, .. } => {
                format!("{} {}", self.say(LateMessage::CountsGive), number::percent(&decimal(*computed), self.language))
            }
            Discrepancy::NoWholeNumber { from, to, .. } => self.no_whole_number(&decimal(*from), &decimal(*to)),
            Discrepancy::NoCommonWholeNumber { .. } => self.say(LateMessage::NoCommonWholeNumber).to_owned(),
            Discrepancy::Sum { sum, .. } => format!("{} {}", self.say(LateMessage::PartsGive), decimal(*sum)),
            Discrepancy::GrowthWithoutCounts { .. } => self.say(LateMessage::GrowthUnchecked).to_owned(),
            Discrepancy::Denominators { .. } => self.say(LateMessage::SeveralDenominators).to_owned(),
            Discrepancy::SourceWithoutAddress { source } => {
                let source = self.library.source(*source);
                return format!("{}{}{}", self.say(LateMessage::NoAddress), self.colon(), source.title);
            }
        };
        format!("{what}{}{}", self.colon(), about(&finding.facts()))
    }

    /// Between which numbers that are not whole a part would have to lie.
    fn no_whole_number(&self, from: &str, to: &str) -> String {
        let lead = self.say(LateMessage::NoWholeNumber);
        match self.language {
            Language::En => format!("{lead} {from}–{to}"),
            Language::Zh => format!("{lead}{from}—{to}，无对应整数"),
        }
    }

    /// Publisher, date, language and kind of a source.
    pub fn source_details(&self, source: &Source) -> String {
        let kind =
            self.library.kind(&source.kind).map_or(source.kind.as_str(), |kind| self.pick(&kind.label)).to_owned();
        let language = self.language_name(&source.language);
        let details = [self.pick(&source.publisher), source.published.as_str(), language.as_str(), kind.as_str()];
        details.into_iter().filter(|detail| !detail.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}
