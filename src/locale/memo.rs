//! The memo of a brief in words.

use super::messages::brief::BriefMessage;
use super::messages::{LateMessage, Message};
use super::sentence::memo_text;
use super::sheets::Shown;
use super::words::LibraryWords;
use crate::address::{Address, Brief, Language, NamedFigure, Pin, Pinned, View};
use crate::dataset::{FactId, Origin, Takeaway};
use crate::export::{MOST_COLUMNS, Memo, MemoCell, MemoItem, MemoRow, MemoTable, Sheet, rows_for_each};
use crate::figures::is_in_numbers;
use crate::query::{Cell, Figure, Proof, Selection, Table, finding, slice};

/// How many publishers a footnote names, beside few pins and beside many.
const PUBLISHERS: [usize; 2] = [3, 1];
/// How many pins are many.
const MANY: usize = 7;

/// Where a memo is written: how an address becomes a link, and the day.
#[derive(Clone, Copy)]
pub struct MemoContext<'a> {
    /// The full link of an address.
    pub link: &'a dyn Fn(&Address) -> String,
    /// The day, as `2026-11-23`.
    pub today: &'a str,
}

/// How much room each pin has.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Rows of the table of a figure that has a chart; none for no table.
    pub(super) rows: usize,
    /// Rows of the table of a figure whose numbers stand in large type in the place of a chart.
    pub(super) rows_of_numbers: usize,
    /// Publishers in a footnote.
    pub(super) publishers: usize,
}

impl Room {
    /// For a brief; each table has as many rows as there is room beside the others.
    pub(super) fn of(brief: &Brief) -> Self {
        let figures = brief.pins().iter().filter(|pin| matches!(pin.what, Pinned::Figure(..))).count();
        let rows = rows_for_each(figures);
        Self { rows, rows_of_numbers: rows, publishers: PUBLISHERS[usize::from(brief.pins().len() >= MANY)] }
    }
}

/// What a pin says, before its footnote has a number.
struct MemoEntry {
    item: MemoItem,
    footnote: Option<String>,
}

impl MemoEntry {
    /// That there is nothing to be said any more.
    fn missing(heading: String, why: String) -> Self {
        let item = MemoItem { heading, statement: why, is_missing: true, ..MemoItem::default() };
        Self { item, footnote: None }
    }
}

impl LibraryWords<'_> {
    /// The memo of a brief, without pictures.
    pub fn memo(&self, brief: &Brief, context: MemoContext<'_>) -> Memo {
        self.memo_in(Room::of(brief), brief, context)
    }

    /// The memo of a brief in so much room.
    pub(super) fn memo_in(&self, room: Room, brief: &Brief, context: MemoContext<'_>) -> Memo {
        let mut footnotes: Vec<String> = Vec::new();
        let mut item = |pin: &Pin| {
            let MemoEntry { mut item, footnote } = self.pin(pin, room, context);
            item.footnote = footnote.map(|text| numbered(&mut footnotes, text));
            pin.note().trim().clone_into(&mut item.note);
            item
        };
        let items = brief.pins().iter().map(&mut item).collect();
        let program = self.say(Message::AppTitle);
        let closing = [self.say(BriefMessage::Key).to_owned(), self.say(LateMessage::NotOfficial).to_owned()];
        Memo {
            language: self.language,
            title: self.say(BriefMessage::MemoTitle).to_owned(),
            date: format!("{} · {program}", context.today),
            today: context.today.to_owned(),
            items,
            footnotes_heading: self.say(BriefMessage::Footnotes),
            footnotes,
            closing: closing.into_iter().chain([self.made_by()]).collect(),
        }
    }

    /// What is pinned, in a line: for lists, and for what is announced.
    pub fn pinned(&self, what: &Pinned) -> String {
        let under = |name: String| match what.selection() {
            asked if asked.is_default() => name,
            asked => format!("{name} ({})", self.selection(&asked)),
        };
        match what {
            Pinned::Figure(figure, ..) => under(self.title_alone(figure)),
            Pinned::Finding(asked) => self.selection(asked),
            Pinned::Takeaway(order) => {
                self.takeaway(*order).map_or_else(|| self.unknown(what), |found| self.pick(&found.title).to_owned())
            }
            Pinned::Cell(..) | Pinned::Number(_) | Pinned::Fact(_) => match self.proof_of(what) {
                Some(proof) => format!("{}{}{}", self.proof_title(&proof), self.colon(), self.proof_value(&proof)),
                None => self.unknown(what),
            },
        }
    }

    fn pin(&self, pin: &Pin, room: Room, context: MemoContext<'_>) -> MemoEntry {
        let MemoContext { today, .. } = context;
        let link = (context.link)(&self.address_of(&pin.what));
        let gone = || MemoEntry::missing(self.unknown(&pin.what), self.say(BriefMessage::Gone).to_owned());
        match &pin.what {
            Pinned::Figure(figure, statistic, asked) => {
                let table = slice(self.facts, figure, *statistic, asked);
                self.figure_said(figure, &table, asked, room, (&link, today))
            }
            Pinned::Finding(asked) => self.finding_said(asked, room, &link, today),
            Pinned::Takeaway(order) => {
                let takeaway = self.takeaway(*order);
                takeaway.map_or_else(gone, |takeaway| self.takeaway_said(takeaway, room, &link, today))
            }
            what @ (Pinned::Cell(..) | Pinned::Number(_) | Pinned::Fact(_)) => {
                self.proof_of(what).map_or_else(gone, |proof| self.number_said(&proof, &link, today))
            }
        }
    }

    /// The address of the view that shows what is pinned.
    pub(super) fn address_of(&self, what: &Pinned) -> Address {
        let mut address = Address { selection: what.selection(), language: Some(self.language), ..Address::default() };
        match what {
            Pinned::Figure(figure, statistic, asked) => {
                let table = slice(self.facts, figure, *statistic, asked);
                let named = NamedFigure::shown(self.facts, figure, &table, asked);
                (address.view, address.figure) = (View::Figure, Some(named));
            }
            Pinned::Cell(..) | Pinned::Number(_) | Pinned::Fact(_) => address.ask_proof(what.asked()),
            Pinned::Finding(_) | Pinned::Takeaway(_) => {}
        }
        address
    }

    pub(super) fn proof_of(&self, what: &Pinned) -> Option<Proof> {
        what.asked()?.proof(self.library, &what.selection())
    }

    pub(super) fn takeaway(&self, order: u16) -> Option<&Takeaway> {
        self.library.takeaways().iter().find(|takeaway| takeaway.order == order)
    }

    /// The name of what is not there: as addresses write it, after its figure where it has one.
    fn unknown(&self, what: &Pinned) -> String {
        match what {
            Pinned::Cell(cell, _) => format!("{} ({cell})", self.title_alone(cell.figure)),
            Pinned::Number(number) => number.text(self.facts),
            Pinned::Fact(name) => name.clone(),
            Pinned::Takeaway(order) => format!("takeaway:{order}"),
            Pinned::Figure(..) | Pinned::Finding(_) => String::new(),
        }
    }

    fn number_said(&self, proof: &Proof, link: &str, today: &str) -> MemoEntry {
        let facts = proof.facts();
        let (comma, colon) = (self.say(Message::ListComma), self.colon());
        let is_derived = matches!(proof.cell, Cell::Derived(_));
        let mark = is_derived.then(|| self.say(Message::DerivedMark).to_owned());
        let statement = std::iter::once(self.proof_value(proof)).chain(self.fraction(proof)).chain(mark);
        let unit = self.unit(proof.measure, proof.statistic);
        let mut about = vec![
            format!("{}{colon}{}", self.say(Message::Population), self.population_of(proof.measure, &proof.group)),
            format!("{}{colon}{unit}", self.say(Message::Unit)),
        ];
        if !facts.is_empty() {
            about.extend([self.editions(&facts), self.grades(&facts)]);
        }
        let item = MemoItem {
            heading: self.proof_title(proof),
            statement: statement.collect::<Vec<_>>().join(comma),
            is_derived,
            about: about.join(" · "),
            ..MemoItem::default()
        };
        let footnote = (!proof.cell.is_empty()).then(|| self.cite(proof, None, link, today));
        MemoEntry { item, footnote }
    }

    fn finding_said(&self, asked: &Selection, room: Room, link: &str, today: &str) -> MemoEntry {
        let heading = self.selection(asked);
        let Some(found) = finding(self.facts, asked) else {
            return MemoEntry::missing(heading, self.say(BriefMessage::NoNumbers).to_owned());
        };
        let statement = memo_text(&self.sentence(&found), self.say(Message::DerivedMark));
        let item = MemoItem { heading, statement, about: self.provenance(&found), ..MemoItem::default() };
        MemoEntry { item, footnote: self.footnote(&found.facts(), room, link, today) }
    }

    fn takeaway_said(&self, takeaway: &Takeaway, room: Room, link: &str, today: &str) -> MemoEntry {
        let item = MemoItem {
            heading: self.pick(&takeaway.title).to_owned(),
            statement: self.pick(&takeaway.text).to_owned(),
            about: self.editions(&takeaway.facts),
            ..MemoItem::default()
        };
        MemoEntry { item, footnote: self.footnote(&takeaway.facts, room, link, today) }
    }

    fn figure_said(
        &self,
        figure: &'static Figure,
        table: &Table,
        asked: &Selection,
        room: Room,
        (link, today): (&str, &str),
    ) -> MemoEntry {
        if table.is_empty() {
            return MemoEntry::missing(self.title_alone(figure), self.say(BriefMessage::NoNumbers).to_owned());
        }
        let sheet = self.sheet(&Shown { figure, table, link: String::new() }, asked);
        let rows = if is_in_numbers(figure, table) { room.rows_of_numbers } else { room.rows };
        let (shown, left_out) = if rows == 0 {
            (None, Vec::new())
        } else {
            let (shown, left_out) = self.memo_table(table, &sheet, rows);
            (Some(shown), left_out)
        };
        let about = std::iter::once(sheet.population.clone()).chain(sheet.scope.iter().cloned()).chain(left_out);
        let item = MemoItem {
            heading: sheet.title.clone(),
            about: about.collect::<Vec<_>>().join(" · "),
            table: shown,
            ..MemoItem::default()
        };
        MemoEntry { item, footnote: self.footnote(&table.facts(), room, link, today) }
    }

    /// The table of a figure, cut to what has a number and room: of years the latest stay, of all else the
    /// first. With it what was left out.
    fn memo_table(&self, table: &Table, sheet: &Sheet, most_rows: usize) -> (MemoTable, Vec<String>) {
        // A row without any number says nothing here; that it was left out is said.
        let filled: Vec<usize> =
            (0..sheet.rows.len()).filter(|row| sheet.row(*row).iter().any(|entry| !entry.shown.is_empty())).collect();
        let rows = &filled[kept(filled.len(), most_rows, table.rows.iter().all(|heading| heading.year.is_some()))];
        let columns =
            kept(sheet.columns.len(), MOST_COLUMNS, table.columns.iter().all(|heading| heading.year.is_some()));
        let cell = |entry: &crate::export::Entry| MemoCell {
            text: if entry.shown.is_empty() { "–".to_owned() } else { entry.shown.clone() },
            is_derived: entry.record.kind == "derived",
        };
        let left_out =
            |message, all: usize, kept: usize| (all > kept).then(|| format!("{}{}", self.say(message), all - kept));
        let cut = [
            left_out(BriefMessage::RowsLeftOut, sheet.rows.len(), rows.len()),
            left_out(BriefMessage::ColumnsLeftOut, sheet.columns.len(), columns.len()),
        ];
        let row = |row: &usize| MemoRow {
            label: sheet.rows[*row].clone(),
            cells: sheet.row(*row)[columns.clone()].iter().map(cell).collect(),
        };
        let shown = MemoTable {
            corner: sheet.corner.clone(),
            columns: sheet.columns[columns.clone()].to_vec(),
            rows: rows.iter().map(row).collect(),
        };
        (shown, cut.into_iter().flatten().collect())
    }

    /// Where some numbers together come from; nothing where there are none.
    fn footnote(&self, facts: &[FactId], room: Room, link: &str, today: &str) -> Option<String> {
        if facts.is_empty() {
            return None;
        }
        let publishers = self.publisher_list(facts);
        let separator = self.say(Message::ListSemicolon);
        let named = publishers.iter().take(room.publishers).cloned().collect::<Vec<_>>().join(separator);
        let others = if publishers.len() > room.publishers { self.say(BriefMessage::Others) } else { "" };
        let is_of_reports = facts.iter().any(|fact| self.facts.origin_of(self.facts.fact(*fact)) == Origin::Reports);
        let editions = self.inner(&self.editions(facts));
        Some(match (self.language, is_of_reports) {
            (Language::En, true) => format!(
                "Center for Drug Evaluation (NMPA, China), Annual Report on Clinical Trials for New Drug Registration, {editions}. As reported by {named}{others}. China Trials Explorer, accessed {today}, {link}"
            ),
            (Language::En, false) => format!("{named}{others}. China Trials Explorer, accessed {today}, {link}"),
            (Language::Zh, true) => format!(
                "国家药监局药审中心. 中国新药注册临床试验年度报告（{editions}）[R]. 转引自: {named}{others}. 数据视图: 中国临床试验数据[DB/OL]. [{today}]. {link}."
            ),
            (Language::Zh, false) => format!("{named}{others}. 数据视图: 中国临床试验数据[DB/OL]. [{today}]. {link}."),
        })
    }
}

/// The number of a footnote, counted from 1; one that stands there already keeps its number.
fn numbered(footnotes: &mut Vec<String>, text: String) -> usize {
    let known = footnotes.iter().position(|known| *known == text);
    known.map_or_else(
        || {
            footnotes.push(text);
            footnotes.len()
        },
        |at| at + 1,
    )
}

/// Which of `all` stay where at most `most` do.
const fn kept(all: usize, most: usize, are_years: bool) -> std::ops::Range<usize> {
    if all <= most {
        0..all
    } else if are_years {
        all - most..all
    } else {
        0..most
    }
}
