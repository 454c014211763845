//! The proof of one number in words.

use super::cell::{DAGGER, STAR};
use super::messages::{LateMessage, Message};
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{CodeId, Dimension, FactId, Group, MeasureId, Origin, SourceId, Statistic, distinct};
use crate::export::{Citable, Citation, citable, citation};
use crate::query::{Cell, Printed, Proof, Table};

/// One line of a proof: what it is about, and what there is to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProofLine {
    /// What the line is about.
    pub name: &'static str,
    /// What is said, one text for each thing.
    pub texts: Vec<String>,
}

impl Words<'_> {
    /// The number with its unit; what stands in its place where there is none.
    pub fn proof_value(&self, proof: &Proof) -> String {
        match &proof.cell {
            Cell::Empty(reason) => self.short_reason(*reason),
            cell => self.quantity(proof.measure, proof.statistic, cell),
        }
    }

    /// What the number is about: "2024, New-drug trials, Biological products, Oncology", "2024年抗肿瘤生物制品新药临床试验".
    pub fn proof_title(&self, proof: &Proof) -> String {
        let year = self.span(proof.year, proof.year);
        let group = self.group_of(proof.measure, &proof.group);
        let measure = &self.facts.codes().measure_of(proof.measure);
        let is_named =
            measure.code == "trials" || measure.origin == Origin::World || group.ends_with(self.pick(&measure.label));
        let title = self.in_year(&year, &group);
        if is_named { title } else { self.with_measure(&title, self.pick(&measure.label)) }
    }

    /// A group with what is measured of it.
    pub(super) fn with_measure(&self, title: &str, measure: &str) -> String {
        match self.language {
            Language::En => format!("{title}, {measure}"),
            Language::Zh => format!("{title}（{measure}）"),
        }
    }

    /// "349 of 1,413 new-drug trials of chemical drugs"; nothing for a whole, a growth, a mean or a rate, and for a count
    /// of which the whole is not printed.
    pub fn fraction(&self, proof: &Proof) -> Option<String> {
        let is_part = matches!(proof.statistic, Statistic::Count | Statistic::Share);
        let whole_group = proof.whole_group.filter(|_| is_part)?;
        // A count stands by itself; a share has to say of what.
        if proof.statistic == Statistic::Count && proof.whole.is_empty() {
            return None;
        }
        let of = self.participants_of(proof.measure, &whole_group);
        let unit = self.unit(proof.measure, Statistic::Count);
        let number = |cell: &Cell| self.spoken(Statistic::Count, cell);
        Some(match (proof.count.is_empty(), proof.whole.is_empty(), self.language) {
            (false, false, Language::En) => {
                format!("{} of {} {}", number(&proof.count), number(&proof.whole), of.trim_start_matches("all "))
            }
            (false, false, Language::Zh) => {
                format!("{of}{}{unit}中的{}{unit}", number(&proof.whole), number(&proof.count))
            }
            (true, false, Language::En) => format!("of {} {}", number(&proof.whole), of.trim_start_matches("all ")),
            (true, false, Language::Zh) => format!("分母为{of}{}{unit}", number(&proof.whole)),
            (_, true, Language::En) => format!("of {of}; their number is not printed"),
            (_, true, Language::Zh) => format!("分母为{of}，其数量未见公布"),
        })
    }

    /// Printed; or derived, from what and within which bounds; or why there is no number.
    fn how_known(&self, proof: &Proof) -> Vec<String> {
        match &proof.cell {
            Cell::Printed(printed) if self.facts.is_own(printed.fact) => Vec::new(),
            Cell::Printed(_) => vec![self.say(LateMessage::AsPrinted).to_owned()],
            Cell::Derived(derived) => {
                let inputs = derived.facts.iter().map(|fact| self.fact_in_words(*fact));
                let value = self.number(proof.statistic, &proof.cell);
                let bounds = if derived.interval.is_point() {
                    format!("{}{}", self.say(LateMessage::OneResult), value)
                } else {
                    format!("{}{}", self.say(LateMessage::BoundsOfRounding), value)
                };
                std::iter::once(self.method(derived.method).to_owned()).chain(inputs).chain([bounds]).collect()
            }
            Cell::Empty(reason) => {
                let instead = reason.fact().map(|fact| {
                    format!("{}{}{}", self.say(LateMessage::PrintedInstead), self.colon(), self.fact_in_words(fact))
                });
                std::iter::once(self.reason(*reason).to_owned()).chain(instead).collect()
            }
        }
    }

    /// A fact in one line: "2024, New-drug trials, Chemical drugs: 55.7 %".
    pub fn fact_in_words(&self, id: FactId) -> String {
        let fact = self.facts.fact(id);
        let cell = Cell::Printed(Printed { fact: id, value: fact.value, qualifier: fact.qualifier });
        let value = self.quantity(fact.key.measure, fact.key.statistic, &cell);
        let of = fact.denominator().map(|whole| match self.language {
            Language::En => format!(" of {}", self.participants_of(fact.key.measure, &whole)),
            Language::Zh => format!("（占{}）", self.participants_of(fact.key.measure, &whole)),
        });
        let year = self.span(fact.key.year, fact.key.year);
        let title = self.in_year(&year, &self.group_of(fact.key.measure, &fact.key.group));
        format!("{title}{}{value}{}", self.colon(), of.unwrap_or_default())
    }

    /// The number as a statement that can stand alone: population, edition and `others`, what else is printed.
    fn stated(&self, proof: &Proof, others: &[String]) -> String {
        let facts = proof.facts();
        let value = self.proof_value(proof);
        let fraction = self.fraction(proof);
        let population = self.population_of(proof.measure, &proof.group);
        let (title, editions) = (self.proof_title(proof), self.inner(&self.editions(&facts)));
        let derived = if matches!(proof.cell, Cell::Derived(_)) {
            format!("{}{}", self.say(Message::ListSemicolon), self.say(Message::DerivedMark))
        } else {
            String::new()
        };
        let own = if proof.cell.is_own(self.facts) {
            format!("{}{}", self.say(Message::ListSemicolon), self.say(Message::OwnMark))
        } else {
            String::new()
        };
        let fraction = fraction.map(|text| format!("{}{text}", self.say(Message::ListComma))).unwrap_or_default();
        let other = |text: &String| format!("{}{text}", self.say(Message::ListSemicolon));
        let others: String = others.iter().map(other).collect();
        let statement = match self.language {
            Language::En => {
                let population = self.inner(population);
                format!("{title}: {value}{fraction} (population: {population}; {editions}{derived}{own}{others})")
            }
            Language::Zh => {
                format!("{title}：{value}{fraction}（口径：{population}；{editions}{derived}{own}{others}）")
            }
        };
        // Outside the page nothing explains the marks; the one of an own number is said in words.
        statement.replace([DAGGER, STAR], "")
    }

    /// Those that a group of a measure has: "new-drug trials of chemical drugs", "participations of new-drug trials".
    pub(super) fn participants_of(&self, measure: MeasureId, group: &Group) -> String {
        let measure = self.facts.codes().measure_of(measure);
        if measure.code == "trials" {
            return self.trials_of(group);
        }
        let label = self.inner(self.pick(&measure.label));
        if group.codes().next().is_none() {
            return label;
        }
        if measure.origin == Origin::World {
            let (open, close) = if self.language == Language::En { (" (", ")") } else { ("（", "）") };
            return format!("{label}{open}{}{close}", self.codes_of(group));
        }
        match self.language {
            Language::En if group.codes().all(|(dimension, _)| dimension == Dimension::Purpose) => {
                format!("{label} in {}", self.inner(self.population(group)))
            }
            Language::En => format!("{label} ({})", self.group(group)),
            Language::Zh => format!("{label}（{}）", self.group(group)),
        }
    }
}

impl LibraryWords<'_> {
    /// Everything that proves a number but its sources, in the order in which a reader asks.
    pub fn proof(&self, proof: &Proof) -> Vec<ProofLine> {
        let facts = proof.facts();
        let statistic = self.term("statistic", proof.statistic.code()).to_owned();
        let unit = self.unit(proof.measure, proof.statistic).to_owned();
        let line = |name: &'static str, texts: Vec<String>| ProofLine { name, texts };
        let one = |name, text: String| line(name, vec![text]);
        let mut lines = vec![
            one(self.say(Message::Population), self.population_of(proof.measure, &proof.group).to_owned()),
            one(self.say(Message::Unit), format!("{unit}{}{statistic}", self.say(Message::ListComma))),
            line(self.say(LateMessage::Denominator), self.fraction(proof).into_iter().collect()),
            line(
                self.say(LateMessage::HowKnown),
                self.how_known(proof).into_iter().chain(self.entered(&facts)).collect(),
            ),
        ];
        if !facts.is_empty() {
            lines.push(one(self.say(LateMessage::Edition), self.editions(&facts)));
            lines.push(line(self.say(LateMessage::Grade), self.grades_in_words(&facts)));
        }
        lines.push(line(self.say(LateMessage::OtherValues), self.disputes_on(&facts)));
        let why = self.why_other_population(proof.measure).map(str::to_owned);
        let notes = why.into_iter().chain(self.notes_on(&facts));
        lines.push(line(self.say(LateMessage::Notes), notes.collect()));
        lines.retain(|line| !line.texts.is_empty());
        lines
    }

    /// What the words of a proof mean, where the dataset says it.
    pub fn proof_definition(&self, proof: &Proof) -> Option<ProofLine> {
        let texts = self.defined(proof.measure, proof.group.codes().map(|(_, code)| code));
        (!texts.is_empty()).then(|| ProofLine { name: self.say(LateMessage::Definition), texts })
    }

    /// The number as a statement that can stand alone, population and edition included, and what credible sources print
    /// otherwise: a number that is quoted must not look undisputed.
    pub fn statement(&self, proof: &Proof) -> String {
        // Of a number that follows from others it has to be said which of them is printed otherwise.
        let is_printed = matches!(proof.cell, Cell::Printed(_));
        let others = proof.facts().into_iter().flat_map(|fact| self.other_values(fact).map(move |text| (fact, text)));
        let others = others.map(|(fact, text)| {
            if is_printed {
                text
            } else {
                format!("{}{}{text}", self.fact_in_words(fact), self.say(Message::ListComma))
            }
        });
        self.stated(proof, &others.collect::<Vec<_>>())
    }

    /// Each grade with what it means.
    fn grades_in_words(&self, facts: &[FactId]) -> Vec<String> {
        let grades = distinct(facts.iter().map(|fact| self.facts.fact(*fact).grade));
        let in_words = grades.into_iter().map(|grade| {
            let label = self.term("grade", grade.code()).to_owned();
            let meaning = self.pick(self.library.grade_definition(grade));
            format!("{}{}{label}{}{meaning}", grade.code(), self.colon(), self.colon())
        });
        in_words.collect()
    }

    /// What everything that a table is about means, where the label does not say it.
    pub fn definitions_of(&self, table: &Table) -> Vec<String> {
        let headings = table.rows.iter().chain(&table.columns).flat_map(|heading| heading.codes.iter());
        let codes = table.group.codes().chain(headings.copied()).map(|(_, code)| code);
        self.defined(table.measure, distinct(codes))
    }

    fn defined(&self, measure: MeasureId, named: impl IntoIterator<Item = CodeId>) -> Vec<String> {
        let codes = self.facts.codes();
        let of_measure = (&codes.measure_of(measure).label, self.library.measure_definition(measure));
        let of_codes = named.into_iter().map(|code| (&codes.get(code).label, self.library.code_definition(code)));
        let named = std::iter::once(of_measure).chain(of_codes);
        let defined = named.filter(|(_, definition)| !definition.is_empty());
        defined
            .map(|(label, definition)| format!("{}{}{}", self.pick(label), self.colon(), self.pick(definition)))
            .collect()
    }

    /// The citation of a number from one of its sources; from the best where none is chosen.
    /// `link` is the address of the view, `today` the day of citing.
    pub fn cite(&self, proof: &Proof, chosen: Option<SourceId>, link: &str, today: &str) -> String {
        let statement = self.statement(proof);
        citation(self.language, &self.cited(proof, chosen, &statement, link, today))
    }

    /// What the citation of a number is made of.
    pub(super) fn cited<'a>(
        &'a self,
        proof: &Proof,
        chosen: Option<SourceId>,
        statement: &'a str,
        link: &'a str,
        today: &'a str,
    ) -> Citation<'a> {
        let sources = citable(self.facts, &proof.facts());
        let is_chosen = |one: &&Citable| chosen == Some(one.source);
        let cited = sources.iter().find(is_chosen).or(sources.first());
        let source = cited.map(|cited| self.library.source(cited.source));
        let edition = cited.and_then(|cited| cited.edition);
        Citation { statement, edition, source, link, today }
    }
}
