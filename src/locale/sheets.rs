//! Figures as the sheets of a file, and everything that leaves the page with them.

use super::messages::file::FileMessage;
use super::messages::{LateMessage, Message, Phrase};
use super::methods::KINDS;
use super::number;
use super::words::{LibraryWords, Words};
use crate::address::Language;
use crate::dataset::{FactId, Grade, Origin, Qualifier, SourceId, Statistic, distinct};
use crate::export::{
    Entry, Export, FactRow, Labels, NativeChart, NoFile, Notes, Number, Record, Row, Sheet, SourceRow,
};
use crate::query::{Cell, Figure, Selection, Table, Years};

/// A figure as the page shows it.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// Its table for the selection, in the statistic that is shown.
    pub table: &'a Table,
    /// The address of the view that shows it.
    pub link: String,
}

impl LibraryWords<'_> {
    /// Some figures for a selection, with everything that bears their numbers. Those without a number are left out.
    /// `link` is the address of the whole view.
    ///
    /// # Errors
    /// When there is no figure, or none has a number.
    pub fn export(&self, shown: &[Shown<'_>], selection: &Selection, link: &str) -> Result<Export, NoFile> {
        if shown.is_empty() {
            return Err(NoFile::NoFigure);
        }
        let filled: Vec<&Shown<'_>> = shown.iter().filter(|shown| !shown.table.is_empty()).collect();
        let facts = distinct(filled.iter().flat_map(|shown| shown.table.facts()));
        let sheets: Vec<Sheet> = filled.iter().map(|shown| self.sheet(shown, selection)).collect();
        let notes = self.notes_of_sheets(&sheets, filled.iter().map(|shown| shown.table));
        let title = match sheets.as_slice() {
            [] => return Err(NoFile::NoNumbers),
            [only] => only.title.clone(),
            _ => self.say(Message::AppTitle).to_owned(),
        };
        let selection = if selection.is_default() { String::new() } else { self.selection(selection) };
        Ok(Export { selection, sheets, ..self.behind(title, &facts, notes, link) })
    }

    /// What is to be known of some figures, and what their codes mean.
    pub(super) fn notes_of_sheets<'t>(&self, sheets: &[Sheet], tables: impl Iterator<Item = &'t Table>) -> Vec<Notes> {
        let of_figures = sheets.iter().map(|sheet| Notes { heading: sheet.title.clone(), lines: sheet.notes.clone() });
        let mut definitions: Vec<String> = Vec::new();
        for line in tables.flat_map(|table| self.definitions_of(table)) {
            if !definitions.contains(&line) {
                definitions.push(line);
            }
        }
        let definitions = Notes { heading: self.say(LateMessage::Definition).to_owned(), lines: definitions };
        of_figures.chain([definitions]).collect()
    }

    /// Every fact of the dataset, with its sources and notes.
    ///
    /// # Errors
    /// When the dataset has no fact.
    pub fn export_all(&self, link: &str) -> Result<Export, NoFile> {
        let facts: Vec<FactId> = self.facts.all().map(|(id, _)| id).collect();
        if facts.is_empty() {
            return Err(NoFile::NoNumbers);
        }
        let others = Notes { heading: self.say(LateMessage::OtherValues).to_owned(), lines: self.disputes_on(&facts) };
        Ok(self.behind(self.say(FileMessage::AllData).to_owned(), &facts, vec![others], link))
    }

    /// Facts with their sources and what is to be known of them, without any figure.
    pub(super) fn behind(&self, title: String, facts: &[FactId], mut notes: Vec<Notes>, link: &str) -> Export {
        let sources: Vec<SourceId> =
            distinct(facts.iter().flat_map(|fact| self.facts.fact(*fact).sources.iter().copied()));
        notes.extend(self.about_all(facts));
        notes.retain(|notes| !notes.lines.is_empty());
        Export {
            title,
            selection: String::new(),
            sheets: Vec::new(),
            singles: Vec::new(),
            memo: None,
            facts: facts.iter().map(|fact| self.fact_row(*fact)).collect(),
            sources: sources.iter().map(|source| self.source_row(*source)).collect(),
            notes,
            link: link.to_owned(),
            labels: self.labels(),
        }
    }

    /// A figure as a sheet.
    pub(super) fn sheet(&self, shown: &Shown<'_>, selection: &Selection) -> Sheet {
        let Shown { figure, table, link } = shown;
        let facts = table.facts();
        let entry = |(row, column, cell): (usize, usize, &Cell)| Entry {
            number: Number::of(cell),
            shown: self.number(table.statistic, cell),
            is_disputed: matches!(cell, Cell::Printed(printed) if self.facts.is_disputed(printed.fact)),
            is_own: cell.is_own(self.facts),
            record: self.record(figure, table, row, column).unwrap_or_default(),
        };
        Sheet {
            figure: figure.id.to_owned(),
            title: self.title_alone(figure),
            population: self.populations(figure, table),
            scope: self.scope_of(figure, table, matches!(selection.years, Years::One(_))),
            unit: self.unit(table.measure, table.statistic).to_owned(),
            is_percent: matches!(table.statistic, Statistic::Share | Statistic::Growth),
            corner: self.corner(table).to_owned(),
            columns: (0..table.columns.len()).map(|column| self.column_label(table, column)).collect(),
            rows: (0..table.rows.len()).map(|row| self.row_label(table, row)).collect(),
            entries: table.cells().map(entry).collect(),
            chart: NativeChart::of(self.facts, figure, table),
            sources: self.publishers(&facts),
            edition: self.editions(&facts),
            notes: self.notes_of(figure, table, selection),
            link: link.clone(),
        }
    }

    /// What to know of a figure: the filters that it does not obey, whose numbers it has, breaks, gaps, notes and other values.
    fn notes_of(&self, figure: &Figure, table: &Table, selection: &Selection) -> Vec<String> {
        let unmet = table.unmet.iter().map(|unmet| self.unmet(*unmet, selection));
        let other = self.why_other_population(table.measure).map(str::to_owned);
        let own = figure.note.map(|note| self.text(note).to_owned());
        let gaps = self.breaks(figure, table).into_iter().chain(self.absences(table)).chain(own);
        let facts = self.notes_on(&table.facts()).into_iter().chain(self.disputes_around(table));
        let facts = self.own_key(&table.facts()).into_iter().chain(facts);
        unmet.chain(other).chain(gaps).chain(facts).collect()
    }

    /// What is to be known of every file.
    fn about_all(&self, facts: &[FactId]) -> Vec<Notes> {
        let grade = |grade: &Grade| {
            let label = self.term("grade", grade.code());
            let meaning = self.pick(self.library.grade_definition(*grade));
            format!("{}{}{label}{}{meaning}", grade.code(), self.colon(), self.colon())
        };
        let notes = |heading: &str, lines| Notes { heading: heading.to_owned(), lines };
        let own =
            Notes { heading: self.say(Message::OwnMark).to_owned(), lines: self.own_key(facts).into_iter().collect() };
        vec![
            own,
            notes(self.say(LateMessage::KindsOfNumber), KINDS.iter().map(|kind| self.text(*kind).to_owned()).collect()),
            notes(self.say(LateMessage::Grades), Grade::ALL.iter().map(grade).collect()),
            notes(
                self.say(FileMessage::Licence),
                self.about_data(facts).into_iter().map(str::to_owned).chain([self.made_by()]).collect(),
            ),
        ]
    }
}

impl Words<'_> {
    /// Why a view gives no file.
    pub fn no_file(&self, why: NoFile) -> &'static str {
        self.say(match why {
            NoFile::NoFigure => FileMessage::NoFileNoFigure,
            _ => FileMessage::NoFileNoNumbers,
        })
    }

    /// Where some facts come from and under which licence they are: CDE's reports, others, or both.
    pub(super) fn about_data(&self, facts: &[FactId]) -> Vec<&'static str> {
        let has = |origin| facts.iter().any(|fact| self.facts.origin_of(self.facts.fact(*fact)) == origin);
        let reports = has(Origin::Reports).then(|| self.say(LateMessage::AboutData));
        let world = has(Origin::World).then(|| self.say(LateMessage::OtherPopulation));
        let always = [self.say(LateMessage::NotOfficial), self.say(FileMessage::LicenceText)];
        reports.into_iter().chain(world).chain(always).collect()
    }

    /// "Made by China Trials Explorer, version 0.1.0".
    pub(super) fn made_by(&self) -> String {
        format!("{}{}", self.say(FileMessage::MadeBy), env!("CARGO_PKG_VERSION"))
    }

    /// The question of a figure where nothing stands above it: some go on from the one before.
    pub(super) fn title_alone(&self, figure: &Figure) -> String {
        let question = self.text(figure.question);
        if question.starts_with('…') { self.question_in_section(figure) } else { question.to_owned() }
    }

    /// The words of a file in the reader's language.
    fn labels(&self) -> Labels {
        let fields = |fields: &[crate::export::Field]| fields.iter().map(|field| self.field(field.name)).collect();
        Labels {
            program: self.say(Message::AppTitle),
            population: self.say(Message::Population),
            unit: self.say(Message::Unit),
            address: self.say(LateMessage::PrintedFrom),
            sources: self.say(Message::Sources),
            colon: self.colon(),
            data_sheet: self.say(Message::Data),
            contents_sheet: self.say(FileMessage::ContentsSheet),
            cells_sheet: self.say(FileMessage::CellsSheet),
            facts_sheet: self.say(FileMessage::FactsSheet),
            sources_sheet: self.say(Message::Sources),
            notes_sheet: self.say(LateMessage::Notes),
            key: self.say(FileMessage::Key).to_owned(),
            low: self.say(FileMessage::LowerBound),
            high: self.say(FileMessage::UpperBound),
            other_values: self.say(LateMessage::OtherValues),
            how_known: self.say(LateMessage::HowKnown),
            kinds: [FileMessage::KindPrinted, FileMessage::KindDerived, FileMessage::KindEmpty]
                .map(|kind| kind.text(self.language)),
            own: self.say(Message::OwnMark),
            comma: self.say(Message::ListComma),
            of_cells: fields(Record::FIELDS),
            of_facts: fields(FactRow::FIELDS),
            of_sources: fields(SourceRow::FIELDS),
            about: number::sign(Some(Qualifier::About), self.language),
            are_thousands_apart: self.language == Language::En,
        }
    }

    /// What a field of a file is called.
    fn field(&self, name: &'static str) -> &'static str {
        let of_file = |message: FileMessage| self.say(message);
        match name {
            "figure" => of_file(FileMessage::FieldFigure),
            "row" => of_file(FileMessage::FieldRow),
            "column" => of_file(FileMessage::FieldColumn),
            "year" => self.say(LateMessage::YearHeading),
            "measure" => of_file(FileMessage::FieldMeasure),
            "statistic" => of_file(FileMessage::FieldStatistic),
            "group" => self.say(LateMessage::GroupHeading),
            "share_of" => of_file(FileMessage::FieldShareOf),
            "value" => self.say(LateMessage::ValueHeading),
            "low" => of_file(FileMessage::LowerBound),
            "high" => of_file(FileMessage::UpperBound),
            "unit" => self.say(Message::Unit),
            "qualifier" => of_file(FileMessage::FieldQualifier),
            "kind" => self.say(LateMessage::HowKnown),
            "explanation" => of_file(FileMessage::FieldExplanation),
            "edition" => self.say(LateMessage::Edition),
            "grade" => self.say(LateMessage::Grade),
            "facts" => of_file(FileMessage::FieldFacts),
            "fact" => of_file(FileMessage::FieldFact),
            "sources" => self.say(Message::Sources),
            "addresses" => of_file(FileMessage::FieldAddresses),
            "own" => self.say(Message::OwnMark),
            "address" => of_file(FileMessage::FieldAddress),
            "other_values" => self.say(LateMessage::OtherValues),
            "note" => of_file(FileMessage::FieldNote),
            "source" => of_file(FileMessage::FieldSource),
            "title" => of_file(FileMessage::FieldTitle),
            "publisher" => of_file(FileMessage::FieldPublisher),
            "published" => of_file(FileMessage::FieldPublished),
            "language" => self.say(LateMessage::EmbedLanguage),
            "source_kind" => of_file(FileMessage::FieldKind),
            "about_report" => of_file(FileMessage::FieldAboutReport),
            other => other,
        }
    }
}
