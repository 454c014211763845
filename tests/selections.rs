//! Properties of every figure under every selection: a slice never invents a number.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

use china_trials_explorer::dataset::{CodeId, Dimension, Fact, Facts, Key, Qualifier, Statistic, Year};
use china_trials_explorer::figures::{Canvas, Drawing, Layout, Mark, Plan, Theme, figures, plan};
use china_trials_explorer::locale::{Language, plain_text};
use china_trials_explorer::query::{
    Cell, ChartKind, Figure, Filter, Finding, HeadlineItem, PartOfWhole, Selection, Table, Widening, Years,
    code_options, finding, headline, slice, year_options,
};
use proptest::prelude::*;

fn facts() -> &'static Facts {
    Facts::shipped().expect("the shipped data unpack")
}

fn options(filter: Filter) -> Vec<Option<CodeId>> {
    std::iter::once(None).chain(facts().codes().of(filter.dimension()).map(Some)).collect()
}

/// Every choice of one year (or all), with one product type (or all) and one disease area (or all),
/// and with one phase, registration category or special group beside no other choice and beside each product type.
fn single_choices() -> impl Iterator<Item = Selection> {
    let years = std::iter::once(Years::All).chain((2019..=2025).map(|year| Years::One(Year(year))));
    years.map(|years| Selection::default().with_years(years)).flat_map(|selection| {
        let products = options(Filter::ProductType).into_iter();
        let of_products =
            products.map(|product| selection.with_codes(Filter::ProductType, product)).collect::<Vec<_>>();
        let others = [Filter::Phase, Filter::RegClass, Filter::Population];
        let narrowed = |filter: Filter| {
            let codes = options(filter).into_iter().flatten();
            codes
                .flat_map(|code| of_products.iter().map(move |selection| selection.with_codes(filter, Some(code))))
                .collect::<Vec<_>>()
        };
        let narrowed: Vec<Selection> = others.into_iter().flat_map(narrowed).collect();
        let of_diseases = of_products.iter().flat_map(|selection| {
            options(Filter::Disease).into_iter().map(|disease| selection.with_codes(Filter::Disease, disease))
        });
        of_diseases.collect::<Vec<_>>().into_iter().chain(narrowed)
    })
}

/// The tables of a figure in all its statistics.
fn tables(figure: &'static Figure, selection: &Selection) -> Vec<Table> {
    let first = slice(facts(), figure, None, selection);
    let others = first.statistics.iter().skip(1).map(|statistic| slice(facts(), figure, Some(*statistic), selection));
    let others: Vec<Table> = others.collect();
    std::iter::once(first).chain(others).collect()
}

/// Whether a number lies where a fact says that it lies, given how the fact is rounded.
fn agrees(fact: &Fact, low: f64, high: f64) -> bool {
    let printed = fact.value.to_f64();
    let half = 0.5 / 10_f64.powi(i32::from(fact.value.decimals())) + 1e-9;
    match fact.qualifier {
        None => low <= printed + half && high >= printed - half,
        Some(Qualifier::MoreThan) => high >= printed,
        Some(Qualifier::LessThan) => low <= printed,
        Some(Qualifier::About) => true,
    }
}

fn check_cell(figure: &Figure, table: &Table, row: usize, column: usize) {
    let (group, year) = (table.group_of(row, column), table.year_of(row, column).expect("every cell has a year"));
    let key = Key { year, measure: table.measure, statistic: table.statistic, group };
    // The same question: for shares, of the same denominator.
    let own = table.rows[row].codes.last().map(|(own, _)| *own).or(figure.fixed.last().map(|(own, _)| *own));
    let denominator = figure.base.iter().fold(group, |group, widening| match *widening {
        Widening::OwnToTotal => group.with(own.expect("a breakdown"), None),
        Widening::ToTotal(dimension) => group.with(dimension, None),
        Widening::ToCode(dimension, code) => group.with(dimension, facts().codes().find(dimension, code)),
    });
    let denominator = (!figure.base.is_empty()).then_some(denominator);
    let is_same = |fact: &&Fact| table.statistic != Statistic::Share || fact.denominator() == denominator;
    let place = || format!("{} {year} {:?} {group:?}", figure.id, table.statistic);
    match table.cell(row, column) {
        Cell::Printed(printed) => {
            let fact = facts().fact(printed.fact);
            assert_eq!(fact.key, key, "{}: shows another fact", place());
            assert_eq!((fact.value, fact.qualifier), (printed.value, printed.qualifier), "{}", place());
        }
        Cell::Derived(derived) => {
            assert!(!derived.facts.is_empty(), "{}: derived from nothing", place());
            assert!(derived.interval.low <= derived.interval.high, "{}: {:?}", place(), derived.interval);
            for fact in &derived.facts {
                let fact = facts().fact(*fact);
                assert_eq!(fact.qualifier, None, "{}: derived from a bound", place());
                assert!(fact.key.year == year || fact.key.year == year.previous(), "{}: other year", place());
            }
            // What is printed for the very same question is never replaced by a derivation.
            let printed = facts().find(&key).iter().map(|id| facts().fact(*id)).find(is_same);
            assert_eq!(printed, None, "{}: derived although printed", place());
        }
        Cell::Empty(_) => {
            let printed = facts().find(&key).iter().map(|id| facts().fact(*id)).find(is_same);
            assert_eq!(printed, None, "{}: empty although printed", place());
        }
    }
}

/// Plans the chart of a table in this room, without these columns.
fn check_chart(figure: &'static Figure, table: &Table, width_px: f64, hidden: &[usize]) {
    let words = facts().words(Language::En);
    let (codes, theme, layout) = (facts().codes(), &Theme::LIGHT, Layout { width_px });
    check_plan(&Canvas { codes, figure, table, words: &words, theme, layout, hidden });
}

fn check_plan(canvas: &Canvas<'_>) {
    let plan = plan(canvas);
    check_legend(canvas, &plan);
    let height_px = plan.height_px;
    let drawing = plan.draw();
    check_height(canvas, height_px, &drawing);
    check_marks(canvas, &drawing);
}

/// A legend names columns of the table, each once, and says which of them are switched off.
fn check_legend(canvas: &Canvas<'_>, plan: &Plan<'_>) {
    let legend = plan.legend();
    let columns: Vec<usize> = legend.iter().map(|entry| entry.column).collect();
    assert!(columns.is_sorted_by(|one, other| one < other), "{}: {columns:?}", canvas.figure.id);
    for entry in &legend {
        let heading = &canvas.table.columns[entry.column];
        assert_eq!(entry.label, canvas.words.heading(heading), "{}", canvas.figure.id);
        assert_eq!(entry.is_shown, !canvas.hidden.contains(&entry.column), "{}", canvas.figure.id);
        // A name without a colour of its own would have that of ink.
        let is_known = Theme::LIGHT.value(entry.token) != Theme::LIGHT.ink;
        assert!(is_known, "{}: no token {}", canvas.figure.id, entry.token);
    }
}

/// A chart whose rows stand below each other is as high as its rows, at least so high that their labels do not overlap;
/// one whose rows stand side by side has the height of its kind.
fn check_height(canvas: &Canvas<'_>, height_px: u32, drawing: &Drawing) {
    const UPRIGHT_PX: u32 = 260;
    const LEAST_STEP_PX: usize = 26;
    const MARGINS_PX: usize = 8;
    let names = |axis: &str| drawing.option.value()[axis][0]["data"].as_array().map(Vec::len);
    match (names("xAxis"), names("yAxis")) {
        (Some(_), None) => assert_eq!(height_px, UPRIGHT_PX, "{}", canvas.figure.id),
        (None, Some(rows)) => {
            let rows = rows.max(1);
            let room = usize::try_from(height_px).expect("a small number") - MARGINS_PX;
            assert_eq!(room % rows, 0, "{}: {height_px} px for {rows} rows", canvas.figure.id);
            assert!(room / rows >= LEAST_STEP_PX, "{}: {height_px} px for {rows} rows", canvas.figure.id);
        }
        axes => unreachable!("{}: rows stand on one axis, not {axes:?}", canvas.figure.id),
    }
}

/// Every mark that shows a cell carries its number and is the only one to do so; every number that is shown has its mark.
fn check_marks(canvas: &Canvas<'_>, drawing: &Drawing) {
    let (figure, table) = (canvas.figure, canvas.table);
    assert!(!drawing.option.value().to_string().contains("null"), "{}: a field that was never set", figure.id);
    let series = drawing.option.value()["series"].as_array().expect("a chart has series");
    let mut drawn = Vec::new();
    for (series, points) in series.iter().map(|one| one["data"].as_array().expect("a series has data")).enumerate() {
        for (index, point) in points.iter().enumerate() {
            let mark = Mark { series, index };
            let Some((row, column)) = drawing.marks.cell(mark) else { continue };
            let value = point["value"].as_f64().or_else(|| point["value"][0].as_f64()).expect("a mark has a number");
            let number = table.cell(row, column).number().expect("a mark stands for a number");
            assert!((value - number).abs() < 1e-9, "{}: drawn {value}, table {number}", figure.id);
            assert_eq!(drawing.marks.of(row, column), Some(mark), "{}: {row}/{column} is drawn twice", figure.id);
            drawn.push((row, column));
        }
        assert_eq!(drawing.marks.cell(Mark { series, index: points.len() }), None, "{}", figure.id);
    }
    for (row, column, cell) in table.cells() {
        let is_drawn = drawn.contains(&(row, column));
        assert_eq!(drawing.marks.of(row, column).is_some(), is_drawn, "{}: {row}/{column}", figure.id);
        if !cell.is_empty() && is_to_be_drawn(canvas, row, column) {
            assert!(is_drawn, "{}: {row}/{column} is not drawn", figure.id);
        }
    }
}

/// Whether the number of a cell must have its mark. The total may stand as a label beside its parts, a comparison of two years
/// leaves sums of others to the table and has no columns to switch off, and what is switched off is not drawn.
fn is_to_be_drawn(canvas: &Canvas<'_>, row: usize, column: usize) -> bool {
    let (figure, table) = (canvas.figure, canvas.table);
    let heading = &table.columns[column];
    let is_total = table.columns.len() > 1 && heading.year.is_none() && heading.codes.is_empty();
    let code = table.rows[row].code().map(|code| facts().codes().get(code).code.as_str());
    let is_comparison = figure.chart == ChartKind::Dumbbell;
    let is_sum_in_comparison = is_comparison && code.is_some_and(|code| figure.sums.contains(&code));
    let is_hidden = !is_comparison && canvas.hidden.contains(&column);
    !is_total && !is_sum_in_comparison && !is_hidden
}

fn check(selection: &Selection) {
    for figure in figures() {
        for table in tables(figure, selection) {
            for (row, column, _) in table.cells() {
                check_cell(figure, &table, row, column);
            }
            if !table.is_empty() {
                check_chart(figure, &table, 560.0, &[]);
            }
            for unmet in &table.unmet {
                assert!(!selection.codes(unmet.filter).is_empty(), "{}: an unmet filter that is not set", figure.id);
            }
        }
    }
}

#[test]
fn no_figure_contradicts_a_fact_under_any_single_choice() {
    single_choices().for_each(|selection| check(&selection));
}

/// On a narrow page, and with a column switched off, every chart still shows what it must, under every year and product type.
#[test]
fn charts_are_whole_where_there_is_little_room_and_a_column_is_hidden() {
    let is_plain = |selection: &Selection| Filter::ALL[1..].iter().all(|filter| selection.codes(*filter).is_empty());
    for selection in single_choices().filter(is_plain) {
        for figure in figures() {
            for table in tables(figure, &selection).iter().filter(|table| !table.is_empty()) {
                check_chart(figure, table, 320.0, &[]);
                for column in (0..table.columns.len()).filter(|_| table.columns.len() > 1) {
                    check_chart(figure, table, 320.0, &[column]);
                }
            }
        }
    }
}

fn check_sentences(selection: &Selection) {
    let finding = finding(facts(), selection).expect("the dataset has trials and years");
    if let Finding::Missing { asked, .. } = &finding {
        assert!(asked.iter().all(PartOfWhole::is_empty), "{selection:?}: called missing although something is known");
    }
    for language in Language::ALL {
        let words = facts().words(language);
        let sentence = plain_text(&words.sentence(&finding));
        assert!(sentence.ends_with(if language == Language::En { "." } else { "。" }), "{sentence}");
        for flaw in
            ["  ", " .", " ,", "()", "（）", "NaN", "，，", "项项", "，。", ": .", "：。", "trials new-drug trials"]
        {
            assert!(!sentence.contains(flaw), "{flaw:?} in: {sentence}");
        }
    }
}

#[test]
fn every_single_choice_says_something_in_both_languages() {
    single_choices().for_each(|selection| check_sentences(&selection));
}

/// A figure calls itself empty only when none of its statistics has a number.
#[test]
fn an_empty_table_has_no_statistic_to_switch_to() {
    for selection in single_choices() {
        for figure in figures() {
            let table = slice(facts(), figure, None, &selection);
            assert_eq!(table.is_empty(), table.statistics.is_empty(), "{} {selection:?}", figure.id);
        }
    }
}

#[test]
fn every_headline_number_is_printed_or_derived_for_its_own_year() {
    for selection in single_choices() {
        for item in HeadlineItem::ALL {
            let said = headline(facts(), item, &selection).expect("every item has its codes");
            for cell in [&said.count, &said.share] {
                for fact in cell.facts() {
                    assert_eq!(facts().fact(*fact).key.year, said.year, "{item:?} {selection:?}");
                }
            }
            assert!(!said.is_answered || !said.count.is_empty() || !said.share.is_empty(), "{item:?} {selection:?}");
        }
    }
}

/// Where both a share and the counts are printed, the derivations meet the print.
#[test]
fn derivations_agree_with_what_is_printed() {
    let mut checked = 0;
    for (_, fact) in facts().all().filter(|(_, fact)| fact.key.statistic == Statistic::Share) {
        let Some(denominator) = fact.denominator() else { continue };
        let count = |group| {
            let key = Key { statistic: Statistic::Count, group, ..fact.key };
            facts().find(&key).first().map(|id| facts().fact(*id)).filter(|fact| fact.qualifier.is_none())
        };
        let (Some(part), Some(whole)) = (count(fact.key.group), count(denominator)) else { continue };
        let share = 100.0 * part.value.to_f64() / whole.value.to_f64();
        // The sources' own last digit may be off by one: 54.4 for 25 of 46.
        assert!(agrees(fact, share - 0.06, share + 0.06), "{share}: {fact:?}");
        checked += 1;
    }
    assert_eq!(checked, 85, "84 of the reports, and one of another population");
}

#[test]
fn an_option_is_empty_only_when_nothing_is_printed() {
    for selection in single_choices().filter(|selection| selection.years != Years::All) {
        for filter in Filter::ALL {
            for option in code_options(facts(), &selection, filter) {
                let Some(code) = option.option else { continue };
                let Years::One(year) = selection.years else { continue };
                let is_printed = facts().all().any(|(_, fact)| {
                    let own = |filter: Filter| fact.key.group.get(filter.dimension());
                    let codes = facts().codes();
                    let related =
                        |own: CodeId, chosen: CodeId| codes.is_within(own, chosen) || codes.is_within(chosen, own);
                    let mut others = Filter::ALL.into_iter().filter(|other| *other != filter);
                    fact.key.year == year
                        && own(filter).is_some_and(|own| codes.is_within(own, code))
                        && others.all(|other| {
                            own(other)
                                .is_none_or(|own| selection.single(other).is_none_or(|chosen| related(own, chosen)))
                        })
                });
                assert_eq!(option.facts > 0, is_printed, "{selection:?} {:?}", codes_text(code));
            }
        }
    }
}

fn codes_text(code: CodeId) -> &'static str {
    &facts().codes().get(code).code
}

/// The year before can be chosen even where the very combination was not printed, as long as part of it was.
#[test]
fn a_year_leads_on_when_part_of_the_question_is_printed() {
    let codes = facts().codes();
    let selection = Selection::default()
        .with_years(Years::One(Year(2024)))
        .with_codes(Filter::ProductType, codes.find(Dimension::ProductType, "biological"))
        .with_codes(Filter::Disease, codes.find(Dimension::Disease, "oncology"));
    let facts = |year| {
        let options = year_options(facts(), &selection);
        options.iter().find(|option| option.option == Some(Year(year))).map(|option| option.facts)
    };
    assert!(facts(2022).is_some_and(|facts| facts > 0), "2022: the number of biological trials is printed");
    assert_eq!(facts(2025), Some(0), "2025: no product type and no disease area is printed");
}

#[test]
fn all_facts_stand_behind_the_open_question() {
    let options = year_options(facts(), &Selection::default());
    assert_eq!(options[0].facts, 455);
    assert_eq!(options.iter().skip(1).map(|option| option.facts).sum::<usize>(), 455);
}

prop_compose! {
    fn any_selection()(
        from in 2019_u16..=2025, to in 2019_u16..=2025, is_all in any::<bool>(),
        products in proptest::sample::subsequence(options(Filter::ProductType), 0..=3),
        diseases in proptest::sample::subsequence(options(Filter::Disease), 0..=4),
        phases in proptest::sample::subsequence(options(Filter::Phase), 0..=2),
        categories in proptest::sample::subsequence(options(Filter::RegClass), 0..=2),
        populations in proptest::sample::subsequence(options(Filter::Population), 0..=2),
    ) -> Selection {
        let years = if is_all { Years::All } else { Years::between(Year(from), Year(to)) };
        Selection::default()
            .with_years(years)
            .with_codes(Filter::ProductType, products.into_iter().flatten())
            .with_codes(Filter::Disease, diseases.into_iter().flatten())
            .with_codes(Filter::Phase, phases.into_iter().flatten())
            .with_codes(Filter::RegClass, categories.into_iter().flatten())
            .with_codes(Filter::Population, populations.into_iter().flatten())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_figure_contradicts_a_fact_under_ranges_and_several_codes(selection in any_selection()) {
        check(&selection);
        check_sentences(&selection);
    }
}

#[test]
fn every_code_and_term_is_labelled_in_both_languages() {
    let codes = facts().codes();
    for dimension in Dimension::ALL {
        assert!(codes.term("dimension", dimension.code()).is_some(), "{dimension:?}");
        for code in codes.of(dimension).map(|id| codes.get(id)) {
            assert!(!code.label.en.is_empty() && !code.label.zh.is_empty(), "{}", code.code);
        }
    }
    for measure in codes.measures() {
        assert!(!measure.label.en.is_empty() && !measure.label.zh.is_empty(), "{}", measure.code);
    }
}
