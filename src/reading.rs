//! Writes the text that stands in the page before any script has run, and stays where none can: the finding, the headline
//! numbers, the five findings, the main figures as tables, and their sources, in both languages.
//! It is written from the same data by the same code as the page, so that the two cannot differ.
//!
//! Prints HTML; `scripts/pre_build.mjs` puts it where Trunk finds it.

use std::error::Error;

use china_trials_explorer::dataset::{Library, Source, SourceId, distinct};
use china_trials_explorer::figures::figure;
use china_trials_explorer::locale::{Language, LateMessage, Lede, LibraryWords, Message, Span, Words, heading};
use china_trials_explorer::query::{Cell, Figure, Heading, HeadlineItem, Selection, Table, finding, headline, slice};
use maud::{Markup, PreEscaped, html};

/// The figures that answer the page's main questions.
const MAIN_FIGURES: [&str; 8] = [
    "registered",
    "product_types",
    "disease_areas",
    "category_1",
    "phases",
    "multi_regional",
    "cell_and_gene_therapy",
    "studies_of_the_world",
];

fn main() -> Result<(), Box<dyn Error>> {
    let library = Library::shipped()?;
    let figures = MAIN_FIGURES.map(|id| figure(id).ok_or(id));
    let figures = figures.into_iter().collect::<Result<Vec<_>, _>>()?;
    for language in [Language::En, Language::Zh] {
        println!("{}", reading(library.words(language), &figures).into_string());
    }
    Ok(())
}

/// Everything in one language.
fn reading(words: LibraryWords<'_>, figures: &[&'static Figure]) -> Markup {
    let selection = Selection::default();
    let tables: Vec<_> = figures.iter().map(|figure| (*figure, slice(words.facts, figure, None, &selection))).collect();
    html! {
        div lang=(if words.language == Language::Zh { "zh-CN" } else { "en" }) {
            div class="answer" {
                (lede(*words, &selection))
                @if let Some((figure, table)) = tables.first() { (lead(*words, figure, table)) }
                section class="headline-row" { (headlines(*words, &selection)) }
            }
            (takeaways(words))
            (takeaways_in_full(words))
            section class="tables" {
                h2 { (words.say(LateMessage::MainFigures)) }
                @for (figure, table) in &tables { (main_figure(*words, figure, table)) }
            }
            (sources(words, tables.iter().take(1).map(|(_, table)| table)))
        }
    }
}

fn lede(words: Words<'_>, selection: &Selection) -> Markup {
    let Some(finding) = finding(words.facts, selection) else { return html! {} };
    let Lede { head, rest } = heading(&words.sentence(&finding), words.language);
    html! {
        section class="lede" {
            h2 { @for span in &head { (shown(span)) } }
            @if !rest.is_empty() { p class="rest" { @for span in &rest { (shown(span)) } } }
            p class="small" {
                (words.provenance(&finding)) " · " (words.say(Message::Sources)) (words.colon())
                (words.publishers(&finding.facts()))
            }
        }
    }
}

/// The figure that leads: `scripts/first_chart.mjs` draws it where the comment stands.
fn lead(words: Words<'_>, figure: &Figure, table: &Table) -> Markup {
    let code = words.language.code();
    html! {
        div class="lead" {
            div class="figure" {
                header { h3 { (words.text(figure.question)) } }
                p class="population" {
                    b { (words.populations(figure, table)) } " · " (words.scope_of(figure, table, false).join(" · "))
                }
                (PreEscaped(format!("<!-- chart {} {code} -->", figure.id)))
            }
        }
    }
}

fn shown(span: &Span) -> Markup {
    match span {
        Span::Text(text) => html! { (text) },
        Span::Number { text, is_derived, .. } => {
            html! { em class=(if *is_derived { "number derived" } else { "number" }) { (text) } }
        }
    }
}

fn headlines(words: Words<'_>, selection: &Selection) -> Markup {
    let said = HeadlineItem::ALL.into_iter().filter_map(|item| headline(words.facts, item, selection));
    html! {
        dl class="headline" {
            @for said in said {
                div {
                    dt { (words.group(&said.group)) }
                    @for line in words.headline(&said, selection) {
                        dd class=(line.class) {
                            (line.text)
                            @if !line.mark.is_empty() { " " span class="tag" { (line.mark) } }
                        }
                    }
                }
            }
        }
    }
}

fn takeaways(words: LibraryWords<'_>) -> Markup {
    html! {
        section class="takeaways" {
            h2 class="off-screen" { (words.say(Message::Takeaways)) }
            ol {
                @for takeaway in words.library.takeaways() {
                    li {
                        @if let Some(fact) = takeaway.facts.first() { b { (words.value_of(*fact)) } }
                        h3 { (words.pick(&takeaway.title)) }
                    }
                }
            }
        }
    }
}

/// What the row above opens where the page can run.
fn takeaways_in_full(words: LibraryWords<'_>) -> Markup {
    let colon = words.colon();
    html! {
        section class="in-full" {
            @for takeaway in words.library.takeaways() {
                h3 { (words.pick(&takeaway.title)) }
                p { (words.pick(&takeaway.text)) }
                p class="small" { (words.say(Message::Sources)) (colon) (words.publishers(&takeaway.facts)) }
            }
        }
    }
}

fn main_figure(words: Words<'_>, figure: &Figure, table: &Table) -> Markup {
    let scope = words.scope_of(figure, table, false).join(" · ");
    let is_timed = table.rows.iter().any(|row| row.year.is_some());
    html! {
        div class="table" {
            table {
                caption {
                    strong { (words.text(figure.question)) } " "
                    (words.populations(figure, table)) " · " (scope)
                }
                thead {
                    tr {
                        th scope="col" { (words.say(if is_timed { LateMessage::YearHeading } else { LateMessage::RowHeading })) }
                        @for column in &table.columns { th scope="col" { (name(words, table, column)) } }
                    }
                }
                tbody {
                    @for (row, heading) in table.rows.iter().enumerate() {
                        tr {
                            th scope="row" { (name(words, table, heading)) }
                            @for column in 0..table.columns.len() { (cell(words, table, table.cell(row, column))) }
                        }
                    }
                }
            }
            @if let Some(why) = words.why_other_population(table.measure) { p class="small" { (why) } }
        }
    }
}

/// The name of a row or column; the whole where it sets nothing.
fn name(words: Words<'_>, table: &Table, heading: &Heading) -> String {
    if heading.year.is_none() && heading.codes.is_empty() {
        words.subgroup_of(table.measure, &table.group)
    } else {
        words.heading_text(heading)
    }
}

fn cell(words: Words<'_>, table: &Table, cell: &Cell) -> Markup {
    let number = words.number(table.statistic, cell);
    match cell {
        Cell::Printed(_) => html! { td { (number) } },
        Cell::Derived(_) => {
            html! { td class="derived" { (number) " " span class="tag" { (words.say(Message::DerivedMark)) } } }
        }
        Cell::Empty(reason) => html! { td class="none" { (words.short_reason(*reason)) } },
    }
}

fn sources<'a>(words: LibraryWords<'_>, tables: impl Iterator<Item = &'a Table>) -> Markup {
    let takeaways = words.library.takeaways().iter().flat_map(|takeaway| takeaway.facts.clone());
    let facts = distinct(tables.flat_map(Table::facts).chain(takeaways));
    let sources: Vec<SourceId> =
        facts.iter().flat_map(|fact| words.facts.fact(*fact).sources.iter().copied()).collect();
    html! {
        section class="sources" {
            h2 { (words.say(Message::Sources)) }
            ul { @for source in distinct(sources) { (source_line(words, words.library.source(source))) } }
            @for line in words.disputes_on(&facts) { p class="small" { "† " (line) } }
        }
    }
}

/// Title, publisher and date; the title is a link unless the page is a mirror on somebody else's domain.
fn source_line(words: LibraryWords<'_>, source: &Source) -> Markup {
    html! {
        li {
            @if let Some(url) = source.link() {
                a href=(url) rel="noopener noreferrer" target="_blank" lang=(source.language) { (source.title) }
            } @else {
                (source.title)
            }
            ". " (words.pick(&source.publisher))
            @if !source.published.is_empty() { ", " (source.published) }
        }
    }
}
