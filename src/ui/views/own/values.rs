//! What the values of a list mean: as they were taken, and as the reader corrects them.

use leptos::ev::Event;
use leptos::prelude::*;

use super::desk::ListDesk;
use crate::dataset::{CodeId, Dimension, Facts};
use crate::locale::{LibraryWords, Message, OwnMessage};
use crate::trials::{ColumnReport, Field, Imported, ValueCount};
use crate::ui::kit::live::on_click;

/// How many values of a column can be corrected one by one: those that mean nothing first, then the commonest.
const SHOWN: usize = 50;

/// The values of each column with what they mean, behind a fold, and the button that counts anew.
pub fn values(desk: ListDesk, words: LibraryWords<'static>, imported: &Imported) -> AnyView {
    let Ok(facts) = Facts::shipped() else { return ().into_any() };
    let columns = imported.columns.iter().filter_map(|report| Some((report, report.field?)));
    let tables: Vec<AnyView> =
        columns.filter_map(|(report, field)| column(desk, words, facts, report, field)).collect();
    if tables.is_empty() {
        return ().into_any();
    }
    view! {
        <details data-part="values">
            <summary>{words.say(OwnMessage::Values)}</summary>
            <p class="small">{words.say(OwnMessage::ValuesLead)}</p>
            {tables}
            {recount(desk, words)}
        </details>
    }
    .into_any()
}

/// The button that counts the list anew, once anything is decided otherwise.
pub fn recount(desk: ListDesk, words: LibraryWords<'static>) -> AnyView {
    let counted_with = desk.profile.get_untracked();
    let is_same = move || desk.profile.with(|profile| *profile == counted_with);
    let count = on_click(move || desk.count());
    view! {
        <p class="buttons">
            <button type="button" class="main" data-part="recount" disabled=is_same on:click=count>{words.say(OwnMessage::Recount)}</button>
        </p>
    }
    .into_any()
}

/// The values of a column that can be assigned; nothing for one of dates or numbers, or of titles, of which each is another.
fn column(
    desk: ListDesk,
    words: LibraryWords<'static>,
    facts: &'static Facts,
    report: &ColumnReport,
    field: Field,
) -> Option<AnyView> {
    let dimensions: Vec<Dimension> = field.assignable().collect();
    if dimensions.is_empty() || report.values.is_empty() || field == Field::Title {
        return None;
    }
    let mut shown: Vec<&ValueCount> = report.values.iter().collect();
    shown.sort_by_key(|value| !value.codes.is_empty());
    let rows: Vec<AnyView> =
        shown.iter().take(SHOWN).map(|value| row(desk, words, facts, &dimensions, field, value)).collect();
    let caption = format!("{}{}{}", report.column, words.colon(), words.list_field(field));
    let label = caption.clone();
    let table = view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table data-values=report.column.clone()>
                <caption>{caption}</caption>
                <thead><tr>
                    <th scope="col">{words.say(OwnMessage::AValue)}</th>
                    <th scope="col">{words.say(OwnMessage::Rows)}</th>
                    <th scope="col">{words.say(OwnMessage::Means)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    Some(table.into_any())
}

/// A value, in how many rows it stands, and what it means.
fn row(
    desk: ListDesk,
    words: LibraryWords<'static>,
    facts: &'static Facts,
    dimensions: &[Dimension],
    field: Field,
    value: &ValueCount,
) -> AnyView {
    let (name, taken) = (value.value.clone(), value.codes.clone());
    let key = name.clone();
    let several: Option<Vec<CodeId>> = (taken.len() > 1).then(|| taken.clone());
    let choose: Box<dyn FnMut(Event)> = Box::new(move |event| {
        let chosen = event_target_value(&event);
        let codes = match (chosen.as_str(), &several) {
            (SEVERAL, Some(several)) => several.clone(),
            _ => named(facts, &chosen).into_iter().collect(),
        };
        desk.profile.update(|profile| profile.correct(field, &key, codes));
    });
    let label = format!("{}{}{name}", words.say(OwnMessage::Means), words.colon());
    let all = taken.iter().map(|code| words.code(*code)).collect::<Vec<_>>().join(words.say(Message::ListComma));
    let both = (taken.len() > 1).then(|| view! { <option value=SEVERAL selected=true>{all}</option> });
    let groups = code_options(words, facts, dimensions, &taken);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="number">{words.integer(value.rows.into())}</td>
            <td>
                <select aria-label=label on:change=choose>
                    {both}
                    <option value="" selected=taken.is_empty()>{words.say(OwnMessage::NotAssigned)}</option>
                    {groups}
                </select>
            </td>
        </tr>
    }
    .into_any()
}

/// The codes of some dimensions as options, each in the group of its dimension.
pub fn code_options(
    words: LibraryWords<'static>,
    facts: &'static Facts,
    dimensions: &[Dimension],
    taken: &[CodeId],
) -> Vec<AnyView> {
    let option = |code: CodeId| {
        view! { <option value=written(facts, code) selected=taken == [code]>{words.code(code)}</option> }.into_any()
    };
    let group = |dimension: &Dimension| {
        let options: Vec<AnyView> = facts.codes().of(*dimension).map(option).collect();
        view! { <optgroup label=words.dimension(*dimension)>{options}</optgroup> }.into_any()
    };
    dimensions.iter().map(group).collect()
}

/// What the option says that keeps several codes.
const SEVERAL: &str = "several";

/// A code as an option's value has it.
fn written(facts: &Facts, id: CodeId) -> String {
    let code = facts.codes().get(id);
    format!("{}:{}", code.dimension.code(), code.code)
}

/// The code that an option's value says.
pub fn named(facts: &Facts, written: &str) -> Option<CodeId> {
    let (dimension, code) = written.split_once(':')?;
    facts.codes().find(Dimension::from_code(dimension)?, code)
}
