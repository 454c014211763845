//! From a row of text to a trial: columns to fields, and values to codes.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::column::{Column, ColumnReport, Meaning};
use super::field::{Field, ORDERED};
use super::keywords::Keywords;
use super::profile::Profile;
use super::values::{is_some_number, is_yes, mark, registry_numbers, year_of};
use crate::dataset::{CodeId, Codes, Dimension, Year};
use crate::trials::list::{Known, Rule, Trial};
use crate::trials::read::Fields;

/// Reads the rows of a list as trials.
pub struct Mapping<'a> {
    codes: &'a Codes,
    keywords: &'a Keywords,
    columns: Vec<Column>,
    /// The names of the columns, those that are not looked at too.
    header: Vec<String>,
    named: Named,
    combined_phases_in_each: bool,
    /// Whether any row mentions that a trial was suspended or ended by order.
    has_order: bool,
}

/// The codes that are assigned by rules and not by keywords; nothing where the dataset lacks them or the rule does not hold.
struct Named {
    phases: [Option<CodeId>; 4],
    new_drug: Option<CodeId>,
    bioequivalence: Option<CodeId>,
    chemical: Option<CodeId>,
    scopes: Option<Scopes>,
    enrolment_target: Option<CodeId>,
    consent_signed: Option<CodeId>,
    completed: Option<CodeId>,
    with_dmc: Option<CodeId>,
    ordered: Option<CodeId>,
    has_completion_date: bool,
    has_status: bool,
}

/// The scopes, and the regions from which they follow.
#[derive(Clone, Copy)]
struct Scopes {
    domestic: CodeId,
    multi_regional: CodeId,
    other: CodeId,
    at_home: CodeId,
}

impl<'a> Mapping<'a> {
    /// A mapping of the columns of a header, as a profile says.
    pub fn new(codes: &'a Codes, keywords: &'a Keywords, profile: &Profile, header: &Fields) -> Self {
        let mut columns = Vec::new();
        let mut matchers = FxHashMap::default();
        for (position, name) in header.iter().enumerate() {
            let field = profile.columns.iter().find(|(own, _)| own.trim() == name.trim()).and_then(|(_, field)| *field);
            let Some(field) = field else { continue };
            let new = || Rc::new(keywords.matcher(|code| field.seeks(codes, code)));
            let matcher = Rc::clone(matchers.entry(field).or_insert_with(new));
            columns.push(Column::new(position, name, field, matcher, profile));
        }
        let looked_at = columns.len();
        for column in &mut columns {
            Column::share_room(column, looked_at);
        }
        let has = |field: Field| columns.iter().any(|column| column.field == field);
        let find = |dimension, code, is_meant: bool| if is_meant { codes.find(dimension, code) } else { None };
        let status = |code, field| find(Dimension::Status, code, has(field));
        let scopes = || {
            Some(Scopes {
                domestic: codes.find(Dimension::Scope, "domestic")?,
                multi_regional: codes.find(Dimension::Scope, "mrct")?,
                other: codes.find(Dimension::Scope, "other")?,
                at_home: codes.find(Dimension::Region, "domestic_sites")?,
            })
        };
        let from_sites = !has(Field::Scope) && (has(Field::Sites) || has(Field::Countries));
        let named = Named {
            phases: ["I", "II", "III", "IV"].map(|phase| codes.find(Dimension::Phase, phase)),
            new_drug: find(Dimension::Purpose, "new_drug", profile.otherwise_new_drug),
            bioequivalence: codes.find(Dimension::Purpose, "be"),
            chemical: codes.find(Dimension::ProductType, "chemical"),
            scopes: if from_sites { scopes() } else { None },
            enrolment_target: status("enrolment_target_registered", Field::Enrolment),
            consent_signed: status("consent_signed", Field::FirstConsentDate),
            completed: codes.find(Dimension::Status, "completed_same_year"),
            with_dmc: status("with_dmc", Field::MonitoringCommittee),
            ordered: codes.find(Dimension::Status, ORDERED),
            has_completion_date: has(Field::CompletionDate),
            has_status: has(Field::Status),
        };
        Self {
            codes,
            keywords,
            columns,
            header: header.iter().map(str::to_owned).collect(),
            named,
            combined_phases_in_each: profile.combined_phases_in_each,
            has_order: false,
        }
    }

    /// What a list with these columns can be asked, by the rows that were read.
    pub fn known(&self) -> Known {
        let mut known = Known::default();
        let named = &self.named;
        for column in &self.columns {
            for code in self.keywords.codes().filter(|code| column.field.tells(self.codes, *code)) {
                known.add(self.codes, code);
            }
            let by_form: &[(Dimension, &str)] = match column.field {
                Field::Phase => &[
                    (Dimension::Phase, "I"),
                    (Dimension::Phase, "II"),
                    (Dimension::Phase, "III"),
                    (Dimension::Phase, "IV"),
                ],
                Field::RegClass => {
                    &[(Dimension::RegClass, "1"), (Dimension::RegClass, "2"), (Dimension::RegClass, "old_6")]
                }
                Field::Population => &[(Dimension::Population, "paediatric_only")],
                _ => &[],
            };
            for code in by_form.iter().filter_map(|(dimension, code)| self.codes.find(*dimension, code)) {
                known.add(self.codes, code);
            }
            known.sites |= column.field == Field::Sites;
            known.leading_units |= column.field == Field::LeadingUnits;
        }
        let scopes = named.scopes.map(|scopes| [scopes.domestic, scopes.multi_regional, scopes.other]);
        let ordered = named.ordered.filter(|_| self.has_order);
        let by_rule = [named.new_drug, named.enrolment_target, named.consent_signed, named.with_dmc, ordered];
        for code in by_rule.into_iter().flatten().chain(scopes.into_iter().flatten()) {
            known.add(self.codes, code);
        }
        let is_of_products = |column: &Column| matches!(column.field, Field::Intervention | Field::ProductType);
        if !self.columns.iter().any(is_of_products) {
            // A title may name a target or a cell therapy; that it names none says nothing of the product.
            self.codes.of(Dimension::Modality).for_each(|code| known.remove(code));
        }
        if !named.has_completion_date {
            // Without the date nobody knows in which year a trial was completed.
            named.completed.iter().for_each(|code| known.remove(*code));
        } else if let Some(completed) = named.completed {
            known.add(self.codes, completed);
        }
        known
    }

    /// The rules by which the list is counted.
    pub fn rules(&self) -> Vec<Rule> {
        let has = |field: Field| self.columns.iter().any(|column| column.field == field);
        let mut rules = vec![Rule::SeveralCodes, Rule::OneTrialPerNumber, Rule::NotAssigned, Rule::WithoutYear];
        if self.named.new_drug.is_some() {
            rules.push(Rule::OtherwiseNewDrug);
        }
        if has(Field::Phase) {
            let in_each = self.combined_phases_in_each;
            rules.push(if in_each { Rule::CombinedPhasesInEach } else { Rule::CombinedPhasesApart });
        }
        if self.named.scopes.is_some() {
            rules.push(Rule::ScopeFromSites);
        }
        if has(Field::Sites) || has(Field::LeadingUnits) {
            rules.push(Rule::SitesOncePerTrial);
        }
        rules
    }

    /// Reads a row as a trial. What cannot be read is not assigned, and counted so in the column's report.
    pub fn trial(&mut self, fields: &Fields) -> Trial {
        let mut reading = Reading::default();
        for column in &mut self.columns {
            let text = fields.get(column.position).unwrap_or_default();
            let field = column.field;
            column.read(self.codes, text, |meaning| reading.read(self.codes, field, text, meaning));
        }
        let trial = reading.trial(self.codes, &self.named, self.combined_phases_in_each);
        self.has_order |= self.named.ordered.is_some_and(|ordered| trial.codes.contains(&ordered));
        trial
    }

    /// What the values of the columns were taken for, in the order of the file, with the commonest values of each.
    pub fn reports(&self, most_values: usize) -> Vec<ColumnReport> {
        let report = |(position, name): (usize, &String)| {
            let own = self.columns.iter().find(|column| column.position == position);
            own.map_or_else(
                || ColumnReport {
                    column: name.clone(),
                    field: None,
                    empty: 0,
                    matched: 0,
                    unmatched: 0,
                    values: Vec::new(),
                    has_more_values: false,
                },
                |column| column.report(self.codes, most_values),
            )
        };
        self.header.iter().enumerate().map(report).collect()
    }

    /// The names of all columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }
}

/// What a row says, before the rules.
#[derive(Default)]
struct Reading {
    trial: Trial,
    /// Codes that count only where nothing better says anything of their dimension.
    supplement: Vec<CodeId>,
    start: Option<Year>,
    completion: Option<Year>,
    phases: u8,
    countries: Vec<CodeId>,
    has_target: bool,
    has_consent: bool,
    has_dmc: bool,
}

impl Reading {
    fn read(&mut self, codes: &Codes, field: Field, text: &str, meaning: &Meaning) {
        match field {
            Field::RegistryNumber | Field::OtherNumbers => {
                self.trial.numbers.extend(registry_numbers(text).iter().map(|number| mark(number)));
            }
            Field::Date => self.trial.year = self.trial.year.or_else(|| year_of(text)),
            Field::StartDate => self.start = self.start.or_else(|| year_of(text)),
            Field::CompletionDate => self.completion = self.completion.or_else(|| year_of(text)),
            Field::FirstConsentDate => self.has_consent |= year_of(text).is_some(),
            Field::Enrolment => self.has_target |= is_some_number(text),
            Field::MonitoringCommittee => self.has_dmc |= is_yes(text),
            Field::Phase => {
                self.phases |= meaning.phases;
                self.trial.codes.extend(&meaning.codes);
            }
            Field::Sites => {
                self.trial.sites.extend(&meaning.regions);
                self.countries.extend(meaning.regions.iter().flatten());
            }
            Field::LeadingUnits => self.trial.leading_units.extend(&meaning.regions),
            Field::Countries => self.countries.extend(&meaning.codes),
            Field::Title | Field::Intervention => {
                let adds = |code: &&CodeId| {
                    matches!(
                        codes.get(**code).dimension,
                        Dimension::Modality | Dimension::Population | Dimension::Status
                    )
                };
                self.trial.codes.extend(meaning.codes.iter().filter(adds));
                self.supplement.extend(meaning.codes.iter().filter(|code| !adds(code)));
            }
            _ => self.trial.codes.extend(&meaning.codes),
        }
    }

    fn trial(mut self, codes: &Codes, named: &Named, combined_phases_in_each: bool) -> Trial {
        let dimension = |code: &CodeId| codes.get(*code).dimension;
        let said: Vec<Dimension> = self.trial.codes.iter().map(dimension).collect();
        self.supplement.retain(|code| !said.contains(&dimension(code)));
        let is_other_type = |code: &CodeId| dimension(code) == Dimension::ProductType && Some(*code) != named.chemical;
        if self.supplement.iter().any(is_other_type) {
            // "Drug" and "capsule" are said of everything: a word for another type of product is the better one.
            self.supplement.retain(|code| Some(*code) != named.chemical);
        }
        let Self { mut trial, supplement, .. } = self;
        trial.codes.extend(supplement);
        trial.year = trial.year.or(self.start);
        let phases = named.phases.iter().enumerate().filter(|(bit, _)| self.phases & (1 << bit) != 0);
        trial.is_in_combined_phases = self.phases.count_ones() > 1 && !combined_phases_in_each;
        if !trial.is_in_combined_phases {
            trial.codes.extend(phases.filter_map(|(_, phase)| *phase));
        }
        let has = |trial: &Trial, wanted: Option<CodeId>| wanted.is_some_and(|wanted| trial.codes.contains(&wanted));
        if has(&trial, named.bioequivalence) {
            trial.codes.retain(|code| dimension(code) != Dimension::Purpose || Some(*code) == named.bioequivalence);
        } else if !trial.codes.iter().any(|code| dimension(code) == Dimension::Purpose) {
            trial.codes.extend(named.new_drug);
        }
        let is_completed = !named.has_status || has(&trial, named.completed);
        trial.codes.retain(|code| Some(*code) != named.completed);
        if is_completed && self.completion.is_some() && self.completion == trial.year {
            trial.codes.extend(named.completed);
        }
        trial.codes.extend(named.enrolment_target.filter(|_| self.has_target));
        trial.codes.extend(named.consent_signed.filter(|_| self.has_consent));
        trial.codes.extend(named.with_dmc.filter(|_| self.has_dmc));
        if let Some(scopes) = named.scopes {
            let is_at_home = |region: &CodeId| codes.is_within(*region, scopes.at_home);
            let (home, abroad) = (self.countries.iter().any(is_at_home), !self.countries.iter().all(is_at_home));
            trial.codes.retain(|code| dimension(code) != Dimension::Scope);
            trial.codes.extend(match (home, abroad) {
                (true, false) => Some(scopes.domestic),
                (true, true) => Some(scopes.multi_regional),
                (false, true) => Some(scopes.other),
                (false, false) => None,
            });
        }
        trial
    }
}
