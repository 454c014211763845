//! What the columns of a list probably say, by their names and by what stands in them.

use super::field::Field;
use super::keywords::Keywords;
use super::mapping::Mapping;
use super::profile::Profile;
use super::values::{phases_of, registry_numbers, year_of};
use crate::dataset::{Codes, Dimension};
use crate::trials::read::Fields;

/// By what a field was suggested.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Evidence {
    /// The column has a name under which registries export the field.
    Name,
    /// Most of its values look like those of the field.
    Contents,
}

/// What a column probably says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The column's name.
    pub column: String,
    /// What it says; nothing where neither its name nor its values tell.
    pub field: Option<Field>,
    /// By what that was found.
    pub evidence: Option<Evidence>,
    /// Some of its values.
    pub samples: Vec<String>,
}

/// How many values of a column are shown.
const SAMPLES: usize = 5;

/// The fields that values alone suggest, with the part of them (in percent) that must look so.
const BY_CONTENTS: [(Field, usize); 7] = [
    (Field::RegistryNumber, 70),
    (Field::Date, 80),
    (Field::Phase, 60),
    (Field::ProductType, 80),
    (Field::Condition, 60),
    (Field::Sites, 60),
    (Field::Sponsor, 70),
];

/// Suggests what each column says, from the header and some rows.
pub fn suggest(codes: &Codes, keywords: &Keywords, header: &Fields, rows: &[Fields]) -> Vec<Suggestion> {
    let mut suggestions: Vec<Suggestion> = Vec::new();
    for (position, name) in header.iter().enumerate() {
        let field = Field::of_name(name);
        let values = rows.iter().filter_map(|row| row.get(position)).map(str::trim).filter(|value| !value.is_empty());
        let mut samples: Vec<String> = Vec::new();
        for value in values {
            if samples.len() < SAMPLES && !samples.iter().any(|seen| seen == value) {
                samples.push(value.chars().take(200).collect());
            }
        }
        suggestions.push(Suggestion {
            column: name.to_owned(),
            field,
            evidence: field.map(|_| Evidence::Name),
            samples,
        });
    }
    for (field, percent) in BY_CONTENTS {
        if suggestions.iter().any(|suggestion| suggestion.field == Some(field)) {
            continue;
        }
        let matcher = keywords.matcher(|code| field.dimensions().contains(&codes.get(code).dimension));
        let looks_so = |value: &str| match field {
            Field::RegistryNumber => registry_numbers(value)
                .iter()
                .any(|number| number.len() >= 8 && number.starts_with(|char: char| char.is_ascii_uppercase())),
            Field::Date => year_of(value).is_some() && value.contains(['-', '/', '年', '.']),
            Field::Phase => phases_of(value) != 0 && value.chars().count() <= 20,
            _ => {
                let mut found = Vec::new();
                matcher.find(value, &mut found);
                found.iter().any(|one| codes.get(one.code).dimension != Dimension::Modality)
            }
        };
        let share = |position: usize| {
            let values = rows.iter().filter_map(|row| row.get(position)).filter(|value| !value.trim().is_empty());
            let (count, fitting) =
                values.fold((0, 0), |(count, fitting), value| (count + 1, fitting + usize::from(looks_so(value))));
            (fitting * 100).checked_div(count).unwrap_or_default()
        };
        let open = (0..suggestions.len()).filter(|position| suggestions[*position].field.is_none());
        let best = open
            .map(|position| (share(position), position))
            .max_by_key(|(share, position)| (*share, std::cmp::Reverse(*position)));
        if let Some((_, position)) = best.filter(|(share, _)| *share >= percent) {
            (suggestions[position].field, suggestions[position].evidence) = (Some(field), Some(Evidence::Contents));
        }
    }
    suggestions
}

impl Profile {
    /// The profile that suggestions make.
    pub fn of_suggestions(suggestions: &[Suggestion]) -> Self {
        let columns = suggestions.iter().map(|suggestion| (suggestion.column.clone(), suggestion.field));
        Self { columns: columns.collect(), ..Self::default() }
    }
}

/// What a profile makes of some rows: what their values are taken for, before the whole list is read.
pub fn preview<'a>(
    codes: &'a Codes,
    keywords: &'a Keywords,
    profile: &Profile,
    header: &Fields,
    rows: &[Fields],
) -> Mapping<'a> {
    let mut mapping = Mapping::new(codes, keywords, profile, header);
    for row in rows {
        mapping.trial(row);
    }
    mapping
}
