//! Files and tables that the reader takes away: what is asked for is made as soon as its module is here, and said.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::export::{DecimalSign, FileForm, Separator};
use crate::host::{clipboard, frames, numbers};
use crate::locale::{LateMessage, Message};
use crate::ui::controls::menu::{Item, menu};
use crate::ui::controls::offer::offer;
use crate::ui::controls::outcome::{Outcome, outcome_view};
use crate::ui::kit::late::Late;
use crate::ui::kit::live::live;
use crate::ui::kit::signals::leave_no_trace;
use crate::ui::late::{FileOf, Files, use_late};
use crate::ui::state::explorer::Explorer;

/// What is asked for.
#[derive(Clone)]
enum Wanted {
    File(FileOf, FileForm),
    Table(FileOf),
}

/// One place of the page from which something is taken away.
#[derive(Clone, Copy)]
pub struct TakeAway {
    explorer: Explorer,
    files: Late<Files>,
    wanted: RwSignal<Option<Wanted>>,
    /// What became of the last that was asked for.
    pub outcome: RwSignal<Outcome>,
}

impl TakeAway {
    /// Nothing is asked for yet.
    pub fn new(explorer: Explorer, files: Late<Files>) -> Self {
        let this = Self { explorer, files, wanted: RwSignal::new(None), outcome: RwSignal::new(Outcome::Nothing) };
        Effect::new(move || {
            leave_no_trace();
            let (wanted, files) = (this.wanted.get(), this.files.get());
            match (wanted, files) {
                (Some(wanted), Some(files)) => {
                    this.wanted.set(None);
                    // That it is being made is seen before it is.
                    frames::after_paint(move || this.make(wanted, files));
                }
                (Some(_), None) if this.files.has_failed() => {
                    this.wanted.set(None);
                    this.outcome.set(Outcome::Failed(explorer.words().say(Message::PartFailed).to_owned()));
                }
                _ => {}
            }
        });
        this
    }

    /// A line of a menu that gives a file.
    pub fn file(self, of: impl Fn() -> FileOf + 'static, form: FileForm) -> Item {
        let name = self.explorer.words().text(form.known().name);
        self.item(name, move || Wanted::File(of(), form))
    }

    /// A line of a menu that copies a table.
    pub fn table(self, of: impl Fn() -> FileOf + 'static) -> Item {
        self.item(self.explorer.words().say(LateMessage::CopyTable), move || Wanted::Table(of()))
    }

    /// Gives a file.
    pub fn give(self, of: FileOf, form: FileForm) {
        self.ask(Wanted::File(of, form));
    }

    fn ask(self, wanted: Wanted) {
        self.outcome.set(Outcome::Busy);
        self.files.request();
        self.wanted.set(Some(wanted));
    }

    fn item(self, label: &'static str, wanted: impl Fn() -> Wanted + 'static) -> Item {
        Item::new(label, move || self.ask(untrack(&wanted)))
    }

    fn make(self, wanted: Wanted, Files { library, make, table_text, .. }: Files) {
        match wanted {
            Wanted::File(of, form) => {
                spawn_local(async move {
                    let made = make(self.explorer, library, of, form).await;
                    let words = untrack(|| self.explorer.words());
                    self.tell(made.map_or_else(Outcome::Failed, |made| offer(words, made)));
                });
            }
            Wanted::Table(of) => {
                let sign = if numbers::has_decimal_comma() { DecimalSign::Comma } else { DecimalSign::Point };
                match untrack(|| table_text(self.explorer, library, &of, sign)) {
                    Err(why) => self.tell(Outcome::Failed(why)),
                    Ok(table) => spawn_local(async move {
                        let is_copied = clipboard::copy_table(&table.plain, &table.html).await;
                        self.tell(if is_copied {
                            Outcome::Done(LateMessage::TableCopied)
                        } else {
                            Outcome::ByHand(LateMessage::CopyFailed, table.plain)
                        });
                    }),
                }
            }
        }
    }

    /// The place may be gone by now.
    fn tell(self, outcome: Outcome) {
        let _ = self.outcome.try_set(outcome);
    }
}

/// A menu that gives all that a view shows, or all data, and under it what became of it; `name` is that of its list in the page.
pub fn take_away_menu(explorer: Explorer, name: &'static str, label: LateMessage, of: fn() -> FileOf) -> AnyView {
    // A view may be here before the details.
    use_late().details.when_here(move |details| {
        let take_away = TakeAway::new(explorer, details.files);
        let menu = live(move || {
            let forms = move || match of() {
                FileOf::Figure(..) => FileForm::of_figure().collect(),
                FileOf::Selection | FileOf::AllData => FileForm::of_several().collect(),
                FileOf::Tables(..) => vec![FileForm::Xlsx, FileForm::Rows(Separator::Comma)],
                FileOf::Brief => FileForm::of_brief().collect::<Vec<_>>(),
            };
            let items = move || forms().into_iter().map(|form| take_away.file(of, form)).collect();
            menu(name.to_owned(), explorer.words().say(label).to_owned(), items)
        });
        view! { <div class="take-away download-menu">{menu} {outcome_view(explorer, take_away.outcome)}</div> }
            .into_any()
    })
}
