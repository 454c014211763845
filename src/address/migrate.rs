//! Migration of old addresses: what they wrote in another way is rewritten before it is read.

use std::borrow::Cow;

use crate::dataset::Statistic;
use crate::figures;
use crate::query::CellName;

use super::frame::Mode;
use super::named_figure::NamedFigure;

/// A key and its value.
pub(super) type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Rewrites the pairs of a query string as they are written now.
///
/// `cell=` used to leave its figure to `figure=`, which was named for the sake of the number only:
/// `figure=phases&cell=share:2024:I&view=table` becomes `cell=phases:share:2024:I&view=table`. A card keeps its figure.
/// A figure that is none is named to the reader once, without the cell.
pub(super) fn migrate(pairs: &mut Vec<Pair<'_>>) {
    let value_of = |wanted: &str| pairs.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.to_string());
    let (Some(named), Some(cell)) = (value_of("figure"), value_of("cell")) else { return };
    let figure = NamedFigure::id(&named);
    if !lacks_figure(&cell) {
        return;
    }
    let is_card = value_of("mode").as_deref() == Some(Mode::Card.code());
    let is_figure = figures::figure(figure).is_some();
    let whole = format!("{figure}:{cell}");
    if is_figure && CellName::parse(&whole, figures::figure).is_none() {
        // No cell of any figure: the reader is told of what stands there.
        return;
    }
    pairs.retain(|(key, _)| if is_figure { key != "figure" || is_card } else { key != "cell" });
    if let Some((_, value)) = pairs.iter_mut().find(|(key, _)| key == "cell") {
        *value = Cow::Owned(whole);
    }
}

/// Whether a cell is written the old way, without its figure: it begins with a statistic, and no figure has such a name.
pub(super) fn lacks_figure(cell: &str) -> bool {
    cell.split(':').next().and_then(Statistic::from_code).is_some()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{lacks_figure, migrate};
    use crate::address::{Display, Notice, Problem, parse, query_string};
    use crate::dataset::Facts;
    use crate::figures::figures;

    fn facts() -> &'static Facts {
        Facts::shipped().expect("the shipped data are read by a test of their own")
    }

    #[test]
    fn no_figure_is_named_like_a_statistic() {
        assert_eq!(figures().find(|figure| lacks_figure(figure.id)), None);
    }

    #[test]
    fn an_old_address_opens_the_same_number() {
        for (old, new) in [
            (
                "v=1&year=2024&figure=disease_areas&cell=share:oncology:chemical",
                "v=1&year=2024&cell=disease_areas:share:oncology:chemical",
            ),
            // The figure of a card is no mere addition to its number.
            (
                "v=1&figure=disease_areas&cell=share:oncology:chemical&mode=card",
                "v=1&figure=disease_areas&cell=disease_areas:share:oncology:chemical&mode=card",
            ),
            // A figure that is named as it is now, with the number of one that was not.
            (
                "v=1&figure=phases:share&cell=count:2024:I&mode=card",
                "v=1&figure=phases:share&cell=phases:count:2024:I&mode=card",
            ),
            // The order of the keys says nothing.
            ("cell=growth:2019:all&figure=registered&view=table", "v=1&cell=registered:growth:2019:all&view=table"),
            // A cell of another figure than the one that was open carried its figure already.
            (
                "v=1&figure=phases&cell=registered:count:2021:be&view=table",
                "v=1&figure=phases&cell=registered:count:2021:be&view=table",
            ),
        ] {
            let (address, notices) = parse(facts(), old.as_bytes());
            assert_eq!((query_string(facts(), &address).as_str(), notices), (new, Vec::new()), "{old}");
        }
    }

    #[test]
    fn an_old_proof_leaves_all_figures_open_as_they_were() {
        let (address, _) = parse(facts(), b"figure=phases&cell=share:2024:I&view=table");
        assert_eq!(address.opened(), (Display::Table, None));
        assert_eq!(address.first_figure().map(|figure| figure.id), Some("phases"));
    }

    #[test]
    fn what_never_was_an_address_is_named() {
        let notice = |key: &str, value: &str, problem| Notice { key: key.into(), value: value.into(), problem };
        for (old, expected) in [
            ("cell=count:2024:be", notice("cell", "count:2024:be", Problem::WithoutFigure)),
            ("figure=nonsense&cell=count:2024:be", notice("figure", "nonsense", Problem::UnknownValue)),
            ("figure=phases&cell=count:::", notice("cell", "count:::", Problem::UnknownValue)),
            ("cell=count:::&figure=phases", notice("cell", "count:::", Problem::UnknownValue)),
        ] {
            let (address, notices) = parse(facts(), old.as_bytes());
            assert_eq!((address.cell, notices), (None, vec![expected]), "{old}");
        }
    }

    #[test]
    fn an_address_of_now_stays_as_it_is() {
        let mut pairs = vec![("figure".into(), "phases".into()), ("cell".into(), "registered:count:2021:be".into())];
        let before = pairs.clone();
        migrate(&mut pairs);
        assert_eq!(pairs, before);
    }
}
