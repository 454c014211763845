//! KPI row: six headline numbers, each of which answers the filters or says that it cannot.

use crate::dataset::code_table;
use crate::dataset::{CodeId, Dimension, Facts, Group, Key, MeasureId, Statistic, Year};

use super::cell::{Question, answer};
use super::finding::BREAKDOWNS;
use super::number_name::NumberName;
use super::selection::{Filter, Selection, Years};
use super::slice::group_of;
use super::table::{Cell, Reason};

code_table! {
    /// One number of the headline row, before any filter.
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum HeadlineItem {
        /// All registered trials.
        Registered = "registered",
        /// New-drug trials.
        NewDrug = "new_drug",
        /// New-drug trials of category 1.
        Category1 = "category_1",
        /// Multi-regional new-drug trials.
        MultiRegional = "multi_regional",
        /// New-drug trials of cell and gene therapy.
        CellAndGeneTherapy = "cell_and_gene_therapy",
        /// New-drug trials for one disease area: the chosen one, else oncology.
        DiseaseArea = "disease_area",
    }
}

impl HeadlineItem {
    const fn fixed(self) -> &'static [(Dimension, &'static str)] {
        const NEW_DRUG: (Dimension, &str) = (Dimension::Purpose, "new_drug");
        match self {
            Self::Registered => &[],
            Self::NewDrug => &[NEW_DRUG],
            Self::Category1 => &[NEW_DRUG, (Dimension::RegClass, "1")],
            Self::MultiRegional => &[NEW_DRUG, (Dimension::Scope, "mrct")],
            Self::CellAndGeneTherapy => &[NEW_DRUG, (Dimension::Modality, "cgt")],
            Self::DiseaseArea => &[NEW_DRUG, (Dimension::Disease, "oncology")],
        }
    }

    /// The two populations that all others are parts of: shown even when no filter can narrow them.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Registered | Self::NewDrug)
    }
}

/// What the headline row says for one item.
#[derive(Clone, PartialEq, Debug)]
pub struct Headline {
    /// The item.
    pub item: HeadlineItem,
    /// The year that the numbers are about.
    pub year: Year,
    /// The group that they are about: the item's own, narrowed by the filters that are printed with it.
    pub group: Group,
    /// How many trials.
    pub count: Cell,
    /// Their share in `whole`, in percent; empty for all registered trials.
    pub share: Cell,
    /// What the share is a share of.
    pub whole: Group,
    /// Change of the count on the year before, in percent.
    pub growth: Cell,
    /// Filters that the numbers do not answer, because no source prints them that way.
    pub unmet: Vec<Filter>,
    /// Filters with several choices, which are not added up.
    pub several: Vec<Filter>,
    /// Whether the question is printed, but as a share of something else.
    pub has_other_base: bool,
    /// The counts (or else the shares) of all years, for the sparkline.
    pub series: Vec<(Year, Cell)>,
    /// Whether the series holds counts or shares.
    pub series_statistic: Statistic,
    /// Where only the parts by product type are printed and not their sum: each with its year and count.
    pub parts: Vec<(CodeId, Year, Cell)>,
    /// Whether the item answers as asked, as far as the sources go; if not, the numbers are those without any filter, or empty.
    pub is_answered: bool,
}

/// What one item says for a selection; nothing when the dataset lacks a code that the item is about.
pub fn headline(facts: &Facts, item: HeadlineItem, selection: &Selection) -> Option<Headline> {
    let measure = facts.codes().measure("trials")?;
    let own = group_of(facts, item.fixed())?;
    // The chosen disease area takes the place of oncology, whether it is printed or not.
    let own = match (item, selection.single(Filter::Disease)) {
        (HeadlineItem::DiseaseArea, Some(disease)) => own.with(Dimension::Disease, Some(disease)),
        _ => own,
    };
    let asking = Asking { facts, item, selection, measure, own };
    // The two wholes are what the other items are parts of: a disease area has an item of its own.
    let is_asked = |filter: &Filter| !item.is_whole() || *filter != Filter::Disease;
    let active: Vec<Filter> = selection.active().filter(is_asked).collect();
    let narrowing: Vec<Filter> = active.iter().copied().filter(|filter| selection.single(*filter).is_some()).collect();
    // More filters before fewer.
    let of_size =
        |size: usize| (0..1_usize << narrowing.len()).filter(move |subset| subset.count_ones() as usize == size);
    let subsets = (0..=narrowing.len()).rev().flat_map(of_size);
    let kept = |subset: usize| -> Vec<Filter> {
        let kept = narrowing.iter().enumerate().filter(|(position, _)| subset & (1 << position) != 0);
        kept.map(|(_, filter)| *filter).collect()
    };
    let found = subsets.map(|subset| asking.with(&kept(subset))).find(Headline::has_number);
    let mut headline = found.unwrap_or_else(|| {
        // No number in the chosen years: the question as asked, if any other year answers it.
        let asked = asking.with(&narrowing);
        let is_known = asked.series.iter().any(|(_, cell)| !cell.is_empty());
        if is_known { asked } else { asking.with(&[]) }
    });
    headline.several = active.iter().copied().filter(|filter| selection.codes(*filter).len() > 1).collect();
    headline.unmet = narrowing.iter().copied().filter(|filter| !asking.obeys(&headline.group, *filter)).collect();
    headline.has_other_base = asking.is_printed_otherwise(&narrowing, headline.year);
    let is_narrowed = active.iter().any(|filter| asking.obeys(&headline.group, *filter));
    let is_whole_answer = headline.unmet.is_empty() && headline.several.is_empty();
    headline.is_answered = headline.has_number() && (is_whole_answer || is_narrowed || item.is_whole());
    if !headline.has_number() {
        headline.parts = asking.parts(&headline.group);
    }
    Some(headline)
}

struct Asking<'a> {
    facts: &'a Facts,
    item: HeadlineItem,
    selection: &'a Selection,
    measure: MeasureId,
    own: Group,
}

impl Asking<'_> {
    /// The item narrowed by some of the filters.
    fn with(&self, filters: &[Filter]) -> Headline {
        let group = self.with_group(filters);
        let whole = self.whole(&group);
        let year = self.shown_year(group, whole);
        let ask = |year, statistic| self.ask(year, statistic, group, whole);
        let statistic = if self.years().any(|year| !ask(year, Statistic::Count).is_empty()) {
            Statistic::Count
        } else {
            Statistic::Share
        };
        Headline {
            item: self.item,
            year,
            group,
            count: ask(year, Statistic::Count),
            share: if group == whole { Cell::Empty(Reason::NotPrinted) } else { ask(year, Statistic::Share) },
            whole,
            growth: ask(year, Statistic::Growth),
            unmet: Vec::new(),
            several: Vec::new(),
            has_other_base: false,
            series: self.years().map(|year| (year, ask(year, statistic))).collect(),
            series_statistic: statistic,
            parts: Vec::new(),
            is_answered: false,
        }
    }

    /// Whether a share of the very group that is asked about is printed, whatever it is a share of.
    fn is_printed_otherwise(&self, filters: &[Filter], year: Year) -> bool {
        let asked = self.with_group(filters);
        let key = Key { year, measure: self.measure, statistic: Statistic::Share, group: asked };
        !self.facts.find(&key).is_empty()
    }

    /// The item's group narrowed by some of the filters.
    fn with_group(&self, filters: &[Filter]) -> Group {
        let narrow = |group: Group, filter: &Filter| group.with(filter.dimension(), self.selection.single(*filter));
        filters.iter().fold(self.own, narrow)
    }

    /// The counts by product type of the latest chosen year that has any; none when a product type is chosen.
    fn parts(&self, group: &Group) -> Vec<(CodeId, Year, Cell)> {
        if group.get(Dimension::ProductType).is_some() {
            return Vec::new();
        }
        let codes = self.facts.codes();
        let top = || codes.of(Dimension::ProductType).filter(|code| codes.get(*code).parent.is_none());
        let counts = |year: Year| -> Vec<(CodeId, Year, Cell)> {
            let count = |code| {
                let part = group.with(Dimension::ProductType, Some(code));
                (code, year, self.ask(year, Statistic::Count, part, part))
            };
            top().map(count).filter(|(_, _, cell)| !cell.is_empty()).collect()
        };
        let years = self.years().rev().filter(|year| self.selection.years.contains(*year));
        years.map(counts).find(|parts| !parts.is_empty()).unwrap_or_default()
    }

    fn obeys(&self, group: &Group, filter: Filter) -> bool {
        self.selection.single(filter).is_some_and(|code| group.get(filter.dimension()) == Some(code))
    }

    fn years(&self) -> impl DoubleEndedIterator<Item = Year> + use<> {
        self.facts
            .years()
            .into_iter()
            .flat_map(|(first, last)| first.0..=last.0)
            .map(Year)
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// What a share of the group is a share of: the breakdown that the item is about, else the chosen one, else the purpose.
    fn whole(&self, group: &Group) -> Group {
        let of_item = self.item.fixed().iter().map(|(dimension, _)| *dimension).rfind(|of| *of != Dimension::Purpose);
        let widened = of_item
            .or_else(|| BREAKDOWNS.into_iter().find(|of| group.get(*of).is_some()))
            .unwrap_or(Dimension::Purpose);
        group.with(widened, None)
    }

    /// The chosen year, else the latest chosen one that has a number.
    fn shown_year(&self, group: Group, whole: Group) -> Year {
        if let Years::One(year) = self.selection.years {
            return year;
        }
        let chosen = || self.years().rev().filter(|year| self.selection.years.contains(*year));
        let has_number = |year: &Year| {
            [Statistic::Count, Statistic::Share]
                .into_iter()
                .any(|statistic| !self.ask(*year, statistic, group, whole).is_empty())
        };
        chosen().find(has_number).or_else(|| chosen().next()).unwrap_or(Year(0))
    }

    fn ask(&self, year: Year, statistic: Statistic, group: Group, whole: Group) -> Cell {
        let denominator = Some(whole).filter(|whole| *whole != group);
        answer(self.facts, &Question { year, measure: self.measure, statistic, group, denominator })
    }
}

impl Headline {
    /// The name of one of its numbers.
    pub fn name(&self, statistic: Statistic) -> NumberName {
        NumberName::new(self.year, statistic, self.group, self.whole)
    }

    fn has_number(&self) -> bool {
        !self.count.is_empty() || !self.share.is_empty()
    }
}
