//! The questions that readers ask, in their order, each with its figures.

use super::{diseases, geography, growth, novelty, phases, products, progress, special, world};
use crate::query::{Figure, Text};

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
    Section {
        id: "world",
        title: Text { en: "How does China stand in the world?", zh: "中国在全球的位置" },
        figures: world::FIGURES,
    },
];

/// Every figure of the page, in order.
pub fn figures() -> impl DoubleEndedIterator<Item = &'static Figure> + Clone {
    SECTIONS.iter().flat_map(|section| section.figures)
}

/// The position of a figure among all figures, in the order of the page.
pub fn position(figure: &Figure) -> Option<usize> {
    figures().position(|other| other.id == figure.id)
}

/// The figure of this name in the address.
pub fn figure(id: &str) -> Option<&'static Figure> {
    figures().find(|figure| figure.id == id)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::{figure, figures};
    use crate::dataset::{Facts, distinct};
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
        let data = Facts::shipped().expect("the shipped data are good");
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
