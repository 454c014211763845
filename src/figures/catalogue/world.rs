//! How China stands in the world: numbers of other populations than CDE's, each figure in the unit of its own source.

use super::common::COUNT_FIRST;
use crate::dataset::Dimension::{Area, Registry, Status};
use crate::dataset::Statistic;
use crate::query::{Axis, Base, ChartKind, Figure, Members, Text, Widening};

/// Shares are shares of the world.
const OF_THE_WORLD: Base = &[Widening::ToCode(Area, "world")];

/// The countries that Table 4 of the source lists; groups of countries overlap with them.
const COUNTRIES: &[&str] = &[
    "united_states",
    "japan",
    "germany",
    "china",
    "united_kingdom",
    "france",
    "canada",
    "netherlands",
    "australia",
    "spain",
];

pub(super) const FIGURES: &[Figure] = &[
    Figure {
        id: "studies_of_the_world",
        question: Text {
            en: "How many of the world's studies are China's?", zh: "全球研究中有多少来自中国？"
        },
        measure: "registry_studies",
        columns: Axis::Codes(Area, Members::Listed(&["china", "world"])),
        base: OF_THE_WORLD,
        statistics: COUNT_FIRST,
        ..Figure::PLAIN
    },
    Figure {
        id: "shares_of_the_world",
        question: Text {
            en: "Whose share of the world's trials grows?", zh: "全球试验中各地占比如何变化？"
        },
        measure: "world_trials",
        rows: Axis::Codes(Area, Members::Listed(&["china", "north_america", "western_europe", "eastern_europe"])),
        columns: Axis::TwoYears,
        base: OF_THE_WORLD,
        statistics: &[Statistic::Share],
        chart: ChartKind::Dumbbell,
        ..Figure::PLAIN
    },
    Figure {
        id: "china_and_united_states",
        question: Text {
            en: "How many trials do China and the United States register?",
            zh: "中国与美国各登记了多少试验？",
        },
        measure: "ictrp_trials",
        rows: Axis::Codes(Area, Members::Listed(&["china", "united_states"])),
        columns: Axis::CodesAndTotal(Status, Members::Listed(&["randomised"])),
        base: &[Widening::ToTotal(Status)],
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
    Figure {
        id: "innovative_trials",
        question: Text {
            en: "How many trials of innovative drugs start, and where?",
            zh: "全球与中国启动了多少创新药临床试验？",
        },
        measure: "innovative_trials",
        rows: Axis::Codes(Area, Members::Listed(&["world", "china"])),
        columns: Axis::PrintedYears,
        base: OF_THE_WORLD,
        statistics: COUNT_FIRST,
        chart: ChartKind::GroupedRanking,
        sums: &[("world", &["china"])],
        ..Figure::PLAIN
    },
    Figure {
        id: "innovative_trials_by_chinese_companies",
        question: Text {
            en: "… and by Chinese companies?", zh: "中国企业开展了多少创新药临床试验？"
        },
        measure: "innovative_trials_by_chinese_companies",
        fixed: &[(Area, "china")],
        rows: Axis::PrintedYears,
        chart: ChartKind::Numbers,
        ..Figure::PLAIN
    },
    Figure {
        id: "innovative_multi_regional_share",
        question: Text {
            en: "… and how many of them are multi-regional?", zh: "创新药临床试验中国际多中心占多少？"
        },
        measure: "innovative_multi_regional_share",
        rows: Axis::Codes(Area, Members::Listed(&["china", "united_states", "europe"])),
        columns: Axis::PrintedYears,
        statistics: &[Statistic::Share],
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
    Figure {
        id: "registries_of_china",
        question: Text {
            en: "Where does China register its studies?", zh: "中国的研究登记在哪些注册库？"
        },
        measure: "registry_studies",
        fixed: &[(Area, "china")],
        columns: Axis::CodesAndTotal(Registry, Members::All),
        base: &[Widening::ToTotal(Registry)],
        statistics: COUNT_FIRST,
        ..Figure::PLAIN
    },
    Figure {
        id: "countries_of_recruitment",
        question: Text {
            en: "In which countries do most studies recruit?", zh: "哪些国家招募的研究最多？"
        },
        measure: "recruiting_studies_to_2018",
        rows: Axis::Codes(Area, Members::Listed(COUNTRIES)),
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
    Figure {
        id: "countries_of_multi_regional_recruitment",
        question: Text {
            en: "… and multi-regional ones?", zh: "哪些国家招募的国际多中心研究最多？"
        },
        measure: "multi_regional_recruiting_to_2018",
        rows: Axis::Codes(Area, Members::Listed(&["united_states", "germany", "united_kingdom", "china"])),
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
    Figure {
        id: "registered_over_twenty_years",
        question: Text { en: "Who registered most over twenty years?", zh: "二十年间哪些国家登记最多？" },
        measure: "trials_registered_1999_2019",
        rows: Axis::Codes(Area, Members::Listed(&["united_states", "china", "japan"])),
        chart: ChartKind::GroupedRanking,
        ..Figure::PLAIN
    },
];
