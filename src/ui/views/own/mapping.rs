//! Which column of a list says what: suggested, and corrected by the reader before anything is counted.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{ListDesk, ListStatus};
use super::keywords;
use crate::dataset::Facts;
use crate::export::name_for;
use crate::host::{download, file};
use crate::locale::{LibraryWords, OwnMessage};
use crate::trials::{Encoding, Field, Keywords, Profile, SEPARATORS, Sample, preview};
use crate::ui::kit::live::{live, on_click};
use crate::ui::kit::signals::leave_no_trace;

/// Longest file of decisions, in bytes.
const LONGEST_PROFILE: u32 = 1 << 20;
/// How much of an example is shown, in characters.
const LONGEST_SAMPLE: usize = 48;

/// The columns with what they say, how the list is written, and the button that counts it.
pub fn mapping(desk: ListDesk, words: LibraryWords<'static>, sample: &Sample) -> AnyView {
    let rows: Vec<AnyView> =
        sample.header.iter().enumerate().map(|(position, name)| column(desk, words, sample, position, name)).collect();
    let count = on_click(move || desk.count());
    view! {
        <h3>{words.say(OwnMessage::Mapping)}</h3>
        <p>{words.say(OwnMessage::MappingLead)}</p>
        {written(desk, words, sample)}
        <div class="table" role="region" tabindex="0" aria-label=words.say(OwnMessage::Mapping)>
            <table data-part="mapping">
                <thead>
                    <tr>
                        <th scope="col">{words.say(OwnMessage::Column)}</th>
                        <th scope="col">{words.say(OwnMessage::Says)}</th>
                        <th scope="col">{words.say(OwnMessage::Recognised)}</th>
                        <th scope="col">{words.say(OwnMessage::Samples)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {rules(desk, words)}
        {keywords::keywords(desk, words)}
        <p class="buttons">
            <button type="button" class="main" data-part="count" on:click=count>{words.say(OwnMessage::Count)}</button>
            {profile(desk, words)}
        </p>
    }
    .into_any()
}

/// A column: its name, what it says, how much of the sample that explains, and examples.
fn column(desk: ListDesk, words: LibraryWords<'static>, sample: &Sample, position: usize, name: &str) -> AnyView {
    let key = name.to_owned();
    let chosen = {
        let key = key.clone();
        Memo::new(move |_| {
            leave_no_trace();
            desk.profile.with(|profile| profile.columns.get(&key).copied().flatten())
        })
    };
    let select: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let field = Field::from_code(&event_target_value(&event));
        desk.profile.update(|profile| {
            profile.columns.insert(key.clone(), field);
        });
    });
    let options: Vec<AnyView> = Field::ALL
        .map(|field| {
            let is_chosen = move || chosen.get() == Some(field);
            view! { <option value=field.code() selected=is_chosen>{words.list_field(field)}</option> }.into_any()
        })
        .into();
    let recognised = {
        let one = single(sample, position);
        live(move || recognised(desk, words, &one).into_any())
    };
    let samples: Vec<String> = examples(sample, position);
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            <td>
                <select aria-label=format!("{}{}{name}", words.say(OwnMessage::Says), words.colon()) data-column=name.to_owned() on:change=select>
                    <option value="" selected=move || chosen.get().is_none()>{words.say(OwnMessage::NotLookedAt)}</option>
                    {options}
                </select>
            </td>
            <td class="number">{recognised}</td>
            <td class="small">{samples.join(" · ")}</td>
        </tr>
    }
    .into_any()
}

/// The first different values of a column.
fn examples(sample: &Sample, position: usize) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for value in sample.rows.iter().filter_map(|row| row.get(position)).map(str::trim).filter(|value| !value.is_empty())
    {
        let mut short: String = value.chars().take(LONGEST_SAMPLE).collect();
        if value.chars().nth(LONGEST_SAMPLE).is_some() {
            short.push('…');
        }
        if !seen.contains(&short) {
            seen.push(short);
        }
        if seen.len() == 3 {
            break;
        }
    }
    seen
}

/// The sample with one column.
fn single(sample: &Sample, position: usize) -> Sample {
    let one = |fields: &crate::trials::Fields| crate::trials::Fields::of([fields.get(position).unwrap_or_default()]);
    Sample { header: one(&sample.header), rows: sample.rows.iter().map(one).collect(), dialect: sample.dialect }
}

/// How many rows of the sample are taken for something in this column; nothing for one that is not looked at.
fn recognised(desk: ListDesk, words: LibraryWords<'static>, one: &Sample) -> String {
    let Ok(facts) = Facts::shipped() else { return String::new() };
    let Ok(keywords) = Keywords::shipped(facts.codes()) else { return String::new() };
    let counts = desk.profile.with(|profile| {
        let mapping = preview(facts.codes(), profile.words(&keywords), profile, &one.header, &one.rows);
        let report = mapping.reports(0).into_iter().next();
        report.filter(|report| report.field.is_some()).map(|report| (report.matched, report.matched + report.unmatched))
    });
    counts.map_or_else(String::new, |(matched, all)| {
        format!("{} / {}", words.integer(matched.into()), words.integer(all.into()))
    })
}

/// Encoding and separator of a text, sheet of a workbook.
fn written(desk: ListDesk, words: LibraryWords<'static>, sample: &Sample) -> AnyView {
    let chosen = desk.profile.with_untracked(|profile| profile.chosen);
    let Some(dialect) = sample.dialect else { return sheet(desk, words) };
    let found = |name: &str| format!("{} ({name})", words.say(OwnMessage::Found));
    let encoding: Box<dyn FnMut(Event)> = Box::new(move |event| {
        desk.write_as(crate::trials::Chosen { encoding: Encoding::from_code(&event_target_value(&event)), ..chosen });
    });
    let separator: Box<dyn FnMut(Event)> = Box::new(move |event| {
        desk.write_as(crate::trials::Chosen { separator: event_target_value(&event).parse().ok(), ..chosen });
    });
    let encodings: Vec<AnyView> = Encoding::ALL
        .map(|one| view! { <option value=one.code() selected=chosen.encoding == Some(one)>{one.code().to_uppercase()}</option> }.into_any())
        .into();
    let separators: Vec<AnyView> = SEPARATORS
        .iter()
        .map(|one| view! { <option value=one.to_string() selected=chosen.separator == Some(*one)>{separator_name(words, *one)}</option> }.into_any())
        .collect();
    let found_encoding = found(&dialect.encoding.unwrap_or(Encoding::Utf8).code().to_uppercase());
    view! {
        <p class="dropdowns">
            <label>{words.say(OwnMessage::EncodingLabel)} " " <select name="encoding" on:change=encoding><option value="">{found_encoding}</option>{encodings}</select></label> " "
            <label>{words.say(OwnMessage::SeparatorLabel)} " " <select name="separator" on:change=separator><option value="">{found(separator_name(words, dialect.separator))}</option>{separators}</select></label>
        </p>
    }
    .into_any()
}

fn separator_name(words: LibraryWords<'static>, separator: u8) -> &'static str {
    words.say(match separator {
        b',' => OwnMessage::Comma,
        b';' => OwnMessage::Semicolon,
        _ => OwnMessage::Tab,
    })
}

fn sheet(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    let (names, chosen) = desk.sheets.get_untracked();
    if names.len() < 2 {
        return ().into_any();
    }
    let choose: Box<dyn FnMut(Event)> = Box::new(move |event| {
        desk.sheets.update(|(_, chosen)| *chosen = Some(event_target_value(&event)));
        desk.profile.update(|profile| profile.columns.clear());
        desk.look();
    });
    let options: Vec<AnyView> = names
        .into_iter()
        .map(|name| {
            let is_chosen = chosen.as_ref() == Some(&name);
            view! { <option value=name.clone() selected=is_chosen>{name.clone()}</option> }.into_any()
        })
        .collect();
    view! { <p class="dropdowns"><label>{words.say(OwnMessage::Sheet)} " " <select name="sheet" on:change=choose>{options}</select></label></p> }
        .into_any()
}

/// The two rules that the reader decides.
fn rules(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    let rule = |label: OwnMessage, name: &'static str, part: fn(&mut Profile) -> &mut bool| {
        let is_on = desk.profile.with_untracked(|profile| *part(&mut profile.clone()));
        let change: Box<dyn FnMut(Event)> =
            Box::new(move |event| desk.profile.update(|profile| *part(profile) = event_target_checked(&event)));
        view! { <p><label><input type="checkbox" name=name checked=is_on on:change=change/> " " {words.say(label)}</label></p> }.into_any()
    };
    vec![
        rule(OwnMessage::PhasesInEach, "phases-in-each", |profile| &mut profile.combined_phases_in_each),
        rule(OwnMessage::OtherwiseNewDrug, "otherwise-new-drug", |profile| &mut profile.otherwise_new_drug),
    ]
    .into_any()
}

/// The decisions as a file, and from one.
fn profile(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    let save = on_click(move || {
        let Ok(facts) = Facts::shipped() else { return };
        match desk.profile.with_untracked(|profile| profile.to_json(facts.codes())) {
            Ok(json) => {
                let name =
                    name_for(&format!("{} {}", words.say(OwnMessage::List), words.say(OwnMessage::Mapping)), "json");
                let offered = download::offer(&name, "application/json", &json);
                desk.note_saved();
                // A frame that drops files drops this one too: then the text is shown.
                desk.status.set(ListStatus::Words(if offered == download::Offered::Refused { json } else { name }));
            }
            Err(error) => desk.status.set(ListStatus::Words(error.to_string())),
        }
    });
    let open: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let Some(chosen) = file::chosen(&event) else { return };
        spawn_local(async move {
            let Ok(text) = file::text(&chosen, LONGEST_PROFILE).await else {
                return desk.status.set(ListStatus::Fixed(OwnMessage::NotRead));
            };
            let Ok(facts) = Facts::shipped() else { return };
            match Profile::from_json(&text, facts.codes()) {
                Ok(profile) => {
                    desk.profile.set(profile);
                    desk.note_saved();
                    desk.status.set(ListStatus::Fixed(OwnMessage::ProfileOpened));
                }
                Err(error) => desk.status.set(ListStatus::NotOpened(error)),
            }
        });
    });
    let forget = on_click(move || desk.forget());
    view! {
        <button type="button" class="link" data-part="save-profile" on:click=save>{words.say(OwnMessage::SaveProfile)}</button> " "
        <label class="file">{words.say(OwnMessage::OpenProfile)} " " <input type="file" name="profile" accept=".json,application/json" on:change=open/></label> " "
        <button type="button" class="link" data-part="forget" on:click=forget>{words.say(OwnMessage::Forget)}</button>
    }
    .into_any()
}
