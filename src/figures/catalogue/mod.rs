//! All figures of the page, under the questions that readers ask, in their order. A new figure is one entry in one of these files.

mod diseases;
mod geography;
mod growth;
mod novelty;
mod phases;
mod products;
mod progress;
mod special;

use crate::dataset::Dimension::{ProductType, Purpose};
use crate::dataset::{Dimension, Statistic, Year};
use crate::query::{Axis, Break, Figure, Members, Text};

/// A question that readers ask, with the figures that answer it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Section {
    /// Name in the markup.
    pub id: &'static str,
    /// The question in a few words.
    pub title: Text,
    /// The figures, the one that answers best first.
    pub figures: &'static [Figure],
}

/// The questions, in the order in which they are asked.
pub const SECTIONS: &[Section] = &[
    Section { id: "growth", title: Text { en: "How many", zh: "登记数量" }, figures: growth::FIGURES },
    Section {
        id: "products",
        title: Text { en: "What kind of product", zh: "药物类型与品种" },
        figures: products::FIGURES,
    },
    Section {
        id: "diseases", title: Text { en: "Against which diseases", zh: "适应症" }, figures: diseases::FIGURES
    },
    Section { id: "novelty", title: Text { en: "How new", zh: "创新程度" }, figures: novelty::FIGURES },
    Section { id: "in_phases", title: Text { en: "In which phase", zh: "试验分期" }, figures: phases::FIGURES },
    Section {
        id: "geography",
        title: Text { en: "Where and by whom", zh: "试验范围、申办者与地区" },
        figures: geography::FIGURES,
    },
    Section {
        id: "progress",
        title: Text { en: "How fast, how far, and what came of it", zh: "启动、完成与获批" },
        figures: progress::FIGURES,
    },
    Section {
        id: "special",
        title: Text {
            en: "Cell and gene therapy, children, rare diseases", zh: "细胞和基因治疗、儿童与罕见病"
        },
        figures: special::FIGURES,
    },
];

/// Every figure of the page, in order.
pub fn figures() -> impl DoubleEndedIterator<Item = &'static Figure> + Clone {
    SECTIONS.iter().flat_map(|section| section.figures)
}

/// The figure of this name in the address.
pub fn figure(id: &str) -> Option<&'static Figure> {
    figures().find(|figure| figure.id == id)
}

/// The position of a figure among all figures, in the order of the page.
pub fn position(figure: &Figure) -> Option<usize> {
    figures().position(|other| other.id == figure.id)
}

const NEW_DRUG: (Dimension, &str) = (Purpose, "new_drug");
const PRODUCT_TYPES: Axis = Axis::Codes(ProductType, Members::Top);
/// Biological products split into the two kinds that the registration categories know.
const FOUR_PRODUCT_TYPES: Members =
    Members::Listed(&["chemical", "biological_therapeutic", "biological_preventive", "tcm"]);
const COUNT_FIRST: &[Statistic] = &[Statistic::Count, Statistic::Share];
const SHARE_FIRST: &[Statistic] = &[Statistic::Share, Statistic::Count];

/// Said of groups that one trial can belong to together.
const OVERLAP: Text = Text {
    en: "Only what the reports name; the groups overlap and are never added up.",
    zh: "仅为报告列出者；各组互有重叠，不得相加。",
};

/// The 2020 edition counts more trials as new-drug trials than the later ones.
const NEW_DRUG_BREAK: Break = Break {
    from: Year(2021),
    adds: &[],
    note: Text {
        en: "Until 2020 every trial other than a bioequivalence trial counts as a new-drug trial; from 2021, trials registered with an acceptance number.",
        zh: "2020年报告将非生物等效性试验均计为新药临床试验；2021年起以受理号登记的试验计。",
    },
};

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{figure, figures};
    use crate::dataset::{Dataset, distinct};
    use crate::query::{Axis, Members};

    #[test]
    fn names_are_unique_and_both_languages_are_written() {
        assert_eq!(distinct(figures().map(|figure| figure.id)).len(), figures().count());
        for one in figures() {
            assert!(figure(one.id).is_some());
            let texts =
                std::iter::once(one.question).chain(one.note).chain(one.breaks.iter().map(|change| change.note));
            for text in texts {
                assert!(!text.en.is_empty() && !text.zh.is_empty(), "{}", one.id);
                assert!(text.en.chars().all(|char| u32::from(char) < 0x4E00), "{}: {}", one.id, text.en);
                assert!(text.zh.chars().any(|char| u32::from(char) >= 0x4E00), "{}: {}", one.id, text.zh);
            }
        }
    }

    /// A code that is misspelt here would silently leave a figure empty.
    #[test]
    fn every_code_of_the_catalogue_is_in_the_data() {
        let data = Dataset::shipped().expect("the shipped data are good");
        for figure in figures() {
            assert!(data.codes().measure(figure.measure).is_some(), "{}: {}", figure.id, figure.measure);
            let in_axis = |axis: Axis| match axis {
                Axis::Groups(groups) => groups.concat(),
                Axis::Codes(dimension, Members::Listed(codes)) => codes.iter().map(|code| (dimension, *code)).collect(),
                Axis::Codes(dimension, Members::Under(code)) => vec![(dimension, code)],
                _ => Vec::new(),
            };
            let breaks = figure.breaks.iter().flat_map(|change| change.adds.to_vec());
            let named =
                figure.fixed.iter().copied().chain(in_axis(figure.rows)).chain(in_axis(figure.columns)).chain(breaks);
            for (dimension, code) in named {
                assert!(data.codes().find(dimension, code).is_some(), "{}: {code}", figure.id);
            }
        }
    }
}
