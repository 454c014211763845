//! URL state: all that an address says, and the rules by which it changes.

use super::asked::Asked;
use super::display::Display;
use super::frame::{Frame, Mode};
use super::language::Language;
use super::named_figure::NamedFigure;
use super::theme::ThemeChoice;
use super::view::View;
use crate::dataset::Statistic;
use crate::query::{Against, CellName, Figure, Listing, NumberName, Selection};

/// All that an address says.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Address {
    /// The reader's question.
    pub selection: Selection,
    /// The language, when the address names one.
    pub language: Option<Language>,
    /// The theme.
    pub theme: ThemeChoice,
    /// The figure to scroll to, and the one that `view` is said of; in a statistic where it is switched to one.
    pub figure: Option<NamedFigure>,
    /// The number whose proof is asked for, where it is a cell of a figure.
    pub cell: Option<CellName>,
    /// The name of the fact whose proof is asked for, outside any figure.
    pub fact: Option<String>,
    /// The number whose proof is asked for, where it stands in no figure.
    pub number: Option<NumberName>,
    /// What the page shows.
    pub view: View,
    /// How all facts are listed.
    pub listing: Listing,
    /// What the selection is compared with.
    pub against: Option<Against>,
    /// How figures open.
    pub display: Display,
    /// How the page stands inside another.
    pub frame: Frame,
    /// What the reader has pinned, as the address writes it; a late part reads it as a [`super::Brief`].
    pub brief: String,
}

impl Address {
    /// The number whose proof is asked for.
    pub fn asked(&self) -> Option<Asked> {
        let fact = self.fact.clone().map(Asked::Fact);
        fact.or_else(|| self.cell.clone().map(Asked::Cell)).or(self.number.map(Asked::Number))
    }

    /// Asks for the proof of a number, and of no other; nothing closes the proof.
    pub fn ask_proof(&mut self, asked: Option<Asked>) {
        (self.cell, self.fact, self.number) = (None, None, None);
        match asked {
            Some(Asked::Cell(cell)) => self.cell = Some(cell),
            Some(Asked::Fact(name)) => self.fact = Some(name),
            Some(Asked::Number(number)) => self.number = Some(number),
            None => {}
        }
    }

    /// The figure that a page with this address begins at: the one to scroll to, else the one whose number is proved.
    pub fn first_figure(&self) -> Option<&'static Figure> {
        self.figure.map(|named| named.figure).or(self.cell.as_ref().map(|cell| cell.figure))
    }

    /// The statistic that this figure is switched to: by the number that is proved, else as the figure is named.
    pub fn statistic_in(&self, figure: &Figure) -> Option<Statistic> {
        let asked = self.asked().and_then(|asked| asked.statistic_in(figure));
        asked.or(self.figure.filter(|named| named.figure.id == figure.id).and_then(|named| named.statistic))
    }

    /// How figures open, and the name of the one that this is said of, where it is said of one.
    pub fn opened(&self) -> (Display, Option<&'static str>) {
        (self.display, self.figure.filter(|_| self.display != Display::default()).map(|named| named.figure.id))
    }

    /// Changes the address as far as a reader can: the frame stays, with what it has fixed, a card stays a card of its figure,
    /// and what is pinned stays pinned.
    pub fn change_within_frame(&mut self, change: impl FnOnce(&mut Self)) {
        let (frame, figure, fixed) = (self.frame.clone(), self.figure, self.selection.clone());
        let brief = std::mem::take(&mut self.brief);
        change(self);
        self.brief = brief;
        self.selection = frame.keep(&fixed, std::mem::take(&mut self.selection));
        if frame.mode == Mode::Card {
            self.figure = figure;
        }
        self.frame = frame;
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::address::{parse, query_string};
    use crate::dataset::Facts;

    fn facts() -> &'static Facts {
        Facts::shipped().expect("the shipped data are read by a test of their own")
    }

    fn read(query: &str) -> Address {
        let (address, notices) = parse(facts(), query.as_bytes());
        assert_eq!(notices, [], "{query}");
        address
    }

    fn written(address: &Address) -> String {
        query_string(facts(), address)
    }

    #[test]
    fn a_proof_leaves_everything_else_as_it_is() {
        let before = read("year=2024&figure=phases&view=table");
        let asked = read("cell=registered:count:2021:be").asked();
        let mut address = before.clone();
        address.ask_proof(asked.clone());
        assert_eq!(written(&address), "v=1&year=2024&figure=phases&cell=registered:count:2021:be&view=table");
        assert_eq!(address.opened(), before.opened());
        assert_eq!(address.asked(), asked);
        address.ask_proof(Some(Asked::Fact("2024-all-trials-count".to_owned())));
        assert_eq!(written(&address), "v=1&year=2024&figure=phases&fact=2024-all-trials-count&view=table");
        address.ask_proof(None);
        assert_eq!(address, before);
    }

    #[test]
    fn a_page_begins_at_its_figure_or_at_that_of_its_number() {
        let first = |query: &str| read(query).first_figure().map(|figure| figure.id);
        assert_eq!(first("year=2024"), None);
        assert_eq!(first("cell=registered:count:2021:be"), Some("registered"));
        assert_eq!(first("figure=phases&cell=registered:count:2021:be"), Some("phases"));
    }

    #[test]
    fn a_display_is_said_of_all_figures_or_of_one() {
        assert_eq!(read("figure=phases").opened(), (Display::Chart, None));
        assert_eq!(read("view=table").opened(), (Display::Table, None));
        assert_eq!(read("figure=phases&view=table").opened(), (Display::Table, Some("phases")));
        assert_eq!(read("cell=phases:share:2021:I&view=table").opened(), (Display::Table, None));
    }

    #[test]
    fn a_reader_changes_nothing_that_the_frame_has_fixed() {
        let other = read("year=2023&product=tcm&figure=registered");
        for (query, after) in [
            ("year=2024&figure=phases", "v=1&year=2023&product=tcm&figure=registered"),
            (
                "year=2024&figure=phases&mode=card&lock=year",
                "v=1&year=2024&product=tcm&figure=phases&mode=card&lock=year",
            ),
            ("year=2024&mode=embed&lock=product,year", "v=1&year=2024&figure=registered&mode=embed&lock=product,year"),
        ] {
            let mut address = read(query);
            address.change_within_frame(|address| *address = other.clone());
            assert_eq!(written(&address), after, "{query}");
        }
    }
}
