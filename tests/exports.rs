//! What is taken away says what the page says: every file of every figure under twenty selections, read back in both languages.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test may fail")]

mod taken;

use std::path::Path;

use calamine::Reader;
use china_trials_explorer::dataset::Library;
use china_trials_explorer::export::{DecimalSign, FileForm, NoFile, Row, Separator, csv, json, xlsx};
use china_trials_explorer::figures::figures;
use china_trials_explorer::locale::{Language, LateMessage, Shown};
use china_trials_explorer::query::{Cell, slice};
use taken::archive::{hostile, pack, sum, unpacked};
use taken::chart::each_chart;
use taken::spreadsheet::{book, check_spreadsheet};
use taken::{as_shown, each_figure, each_view, facts, field_at, library, number_in, selection, views_of};

#[test]
fn a_spreadsheet_has_the_numbers_of_the_table_and_no_word_among_them() {
    each_view(check_spreadsheet);
}

#[test]
fn a_spreadsheet_of_one_figure_has_it_on_the_sheet_of_data() {
    each_figure(|view| {
        let book = book(&view.export);
        assert_eq!(book.sheet_names()[0], view.export.labels.data_sheet, "{}", view.name);
        check_spreadsheet(view);
    });
}

#[test]
fn csv_has_every_cell_with_both_bounds_and_what_bears_it() {
    each_view(|view| {
        for separator in Separator::ALL {
            let text = csv(&view.export.cells(), separator);
            let records = taken::read_csv(&text, separator);
            assert_eq!(records.len(), view.cells().count() + 1, "{}", view.name);
            for (cell, record) in view.cells().zip(&records[1..]) {
                let field = |name: &str| record[field_at(name)].as_str();
                let number = |name: &str| number_in(field(name), separator.decimal_sign());
                taken::check_long(cell, ["value", "low", "high"].map(number), &view.name);
                taken::check_texts(cell, field, &view.name);
            }
        }
    });
}

#[test]
fn json_has_every_cell_with_both_bounds_and_what_bears_it() {
    each_view(|view| {
        let text = json(&view.export.cells());
        let records: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(records.len(), view.cells().count());
        for (cell, record) in view.cells().zip(&records) {
            let field = |name: &str| record[name].as_str().expect("a text");
            let number = |name: &str| number_in(field(name), DecimalSign::Point);
            taken::check_long(cell, ["value", "low", "high"].map(number), &view.name);
            taken::check_texts(cell, field, &view.name);
        }
    });
}

#[test]
fn only_a_pack_asks_for_parts_and_says_why_it_has_none() {
    let export = views_of("year=2024", &["phases"], Language::En).expect("it has numbers");
    for form in FileForm::ALL {
        let made = form.write(&export, || Err("no picture".to_owned()));
        let why = made.err().map(|why| why.to_string());
        let expected = match form {
            FileForm::Pack => Some("no picture"),
            FileForm::Word => Some("only a brief has a memo"),
            _ => None,
        };
        assert_eq!(why.as_deref(), expected, "{form:?}");
    }
}

#[test]
fn the_table_as_shown_has_numbers_alone_in_its_columns_of_numbers() {
    each_view(|view| {
        let labels = &view.export.labels;
        for (sheet, table) in view.export.sheets.iter().zip(&view.tables) {
            for separator in Separator::ALL {
                let sign = separator.decimal_sign();
                let csv = taken::read_csv(&sheet.csv_as_shown(labels, separator), separator);
                as_shown(view, sheet, table, &csv, sign);
                let text = sheet.tab_separated(labels, sign);
                let lines = text.split("\r\n").take_while(|line| !line.is_empty());
                let tsv: Vec<Vec<String>> = lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect();
                as_shown(view, sheet, table, &tsv, sign);
                assert!(text.contains(&sheet.link) && text.contains(&sheet.population), "{text}");
                let html = sheet.html(labels, sign);
                as_shown(view, sheet, table, &taken::read_html(&html), sign);
            }
        }
    });
}

#[test]
fn a_chart_stands_at_the_numbers_of_the_table_and_says_them() {
    let (mut charts, mut numbers) = (0, 0);
    each_chart(|chart| {
        chart.check_numbers();
        chart.check_labels();
        (charts, numbers) = (charts + 1, numbers + chart.check_that_all_are_labelled());
    });
    assert!(charts > 4_000 && numbers > 30_000, "{numbers} numbers in {charts} charts");
}

#[test]
fn all_data_are_all_facts() {
    for language in Language::ALL {
        let export = library().words(language).export_all("https://portal.example/").expect("there are facts");
        assert_eq!(export.facts.len(), facts().all().count());
        let text = csv(&export.facts, Separator::Comma);
        let records = taken::read_csv(&text, Separator::Comma);
        for ((id, fact), record) in facts().all().zip(&records[1..]) {
            assert_eq!(record[0], library().name(id));
            assert_eq!(record[6], fact.value.to_string());
        }
        let book = book(&export);
        assert_eq!(book.sheet_names().len(), 3, "facts, sources and notes: {:?}", book.sheet_names());
    }
}

#[test]
fn without_a_number_there_is_no_file_and_it_is_said_why() {
    let selection = selection("year=2019");
    let tables = figures().map(|figure| (figure, slice(facts(), figure, None, &selection)));
    let (empty, table) = tables.into_iter().find(|(_, table)| table.is_empty()).expect("little is printed of 2019");
    for language in Language::ALL {
        let words = library().words(language);
        let shown = [Shown { figure: empty, table: &table, link: String::new() }];
        assert_eq!(words.export(&shown, &selection, "").err(), Some(NoFile::NoNumbers));
        assert_eq!(words.export(&[], &selection, "").err(), Some(NoFile::NoFigure));
        assert_ne!(words.no_file(NoFile::NoNumbers), words.no_file(NoFile::NoFigure));
    }
}

#[test]
fn a_file_of_another_population_does_not_claim_to_be_of_the_reports() {
    let words = library().words(Language::En);
    let said = |id: &str| {
        let export = views_of("", &[id], Language::En).expect("it has numbers");
        let notes = export.notes.iter().flat_map(|notes| notes.lines.clone()).collect::<Vec<_>>().join("\n");
        notes + &words.pack_texts(&export, "", "2026-11-25").readme
    };
    let (of_reports, of_others) = (words.say(LateMessage::AboutData), words.say(LateMessage::OtherPopulation));
    let (own, other) = (said("registered"), said("studies_of_the_world"));
    assert_eq!((own.matches(of_reports).count(), own.matches(of_others).count()), (2, 0));
    assert!(!other.contains(of_reports) && other.contains(of_others), "{other}");
}

#[test]
fn files_are_named_by_what_they_are_about() {
    let named =
        |query: &str, ids: &[&str], language| views_of(query, ids, language).expect("numbers").file_name("xlsx");
    let biological = "year=2024&product=biological";
    assert_eq!(named("", &["product_types"], Language::En), "What-kind-of-product.xlsx");
    assert_eq!(named(biological, &["product_types"], Language::Zh), "新药临床试验的药物类型构成-2024年生物制品.xlsx");
    let several = named(biological, &["product_types", "phases"], Language::En);
    assert_eq!(several, "China-Trials-Explorer-2024-Biological-products.xlsx");
    let all = library().words(Language::En).export_all("").expect("there are facts");
    assert_eq!(all.file_name("csv"), "All-data.csv");
}

#[test]
fn nothing_in_a_file_is_a_formula() {
    let export = hostile();
    let (labels, sheet) = (&export.labels, &export.sheets[0]);
    let is_tame = |field: &String| {
        let number = field.trim_end_matches('%').replace(',', ".");
        !field.starts_with(['=', '+', '-', '@', '\t', '\r']) || number.parse::<f64>().is_ok()
    };
    for separator in Separator::ALL {
        let cells = export.cells();
        let texts = [
            csv(&cells, separator),
            csv(&export.facts, separator),
            csv(&export.sources, separator),
            sheet.csv_as_shown(labels, separator),
        ];
        for text in texts {
            assert!(taken::read_csv(&text, separator).iter().flatten().all(is_tame), "{text}");
        }
        let sign = separator.decimal_sign();
        let text = sheet.tab_separated(labels, sign);
        assert!(text.split(['\t', '\r', '\n']).map(str::to_owned).all(|field| is_tame(&field)), "{text}");
        assert!(taken::read_html(&sheet.html(labels, sign)).iter().flatten().all(is_tame));
    }
    let mut book = book(&export);
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.used_cells().next().is_none(), "{name}");
    }
    let data = book.worksheet_range("Data").expect("a sheet");
    assert!(data.get((0, 0)).is_some_and(|title| title.to_string().starts_with("=HYPERLINK")), "it stays a text");
}

#[test]
fn a_pack_opens_and_its_sums_hold() {
    for language in Language::ALL {
        let files = unpacked(pack(language));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert!(names.is_sorted(), "{names:?}");
        let text = |name: &str| {
            let (_, bytes) = files.iter().find(|(known, _)| known == name).expect(name);
            String::from_utf8(bytes.clone()).expect("UTF-8")
        };
        let expected: String = files
            .iter()
            .filter(|(name, _)| name != "SHA256SUMS")
            .map(|(name, bytes)| format!("{}  {name}\n", sum(bytes)))
            .collect::<Vec<_>>()
            .concat();
        assert_eq!(text("SHA256SUMS"), expected);
        let package: serde_json::Value = serde_json::from_str(&text("datapackage.json")).expect("JSON");
        let resources = package["resources"].as_array().expect("resources");
        assert_eq!(resources.len(), names.iter().filter(|name| name.starts_with("data/")).count());
        for resource in resources {
            let csv = text(resource["path"].as_str().expect("a path"));
            assert_eq!(resource["bytes"], csv.len());
            assert_eq!(resource["hash"], format!("sha256:{}", sum(csv.as_bytes())));
            let fields = resource["schema"]["fields"].as_array().expect("fields");
            let fields: Vec<&str> = fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
            assert_eq!(taken::read_csv(&csv, Separator::Comma)[0], fields);
        }
        let cited: serde_json::Value = serde_json::from_str(&text("citations.json")).expect("JSON");
        assert!(cited.as_array().is_some_and(|works| works.len() > 3));
        assert!(
            text("citations.ris").contains("TY  - RPRT") && text("citations.bib").contains("@techreport{cde-2024,")
        );
        let readme = text("README.md");
        for line in Library::DATA_SUMS.lines() {
            assert_eq!(readme.matches(line).count(), 2, "once in each language: {line}");
        }
        assert!(readme.contains("0.1.0") && readme.contains("证据包") && readme.contains("Evidence pack"));
    }
}

#[test]
fn the_sums_of_the_data_are_those_of_the_files_beside_the_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    assert_eq!(Library::DATA_SUMS.lines().count(), 6);
    for line in Library::DATA_SUMS.lines() {
        let (expected, name) = line.split_once("  ").expect("a sum and a name");
        assert_eq!(sum(&std::fs::read(folder.join(name)).expect(name)), expected, "{name}");
    }
}

#[test]
fn the_same_view_gives_the_same_bytes() {
    for language in Language::ALL {
        assert_eq!(sum(&pack(language)), sum(&pack(language)));
    }
    // A clock that goes on must not matter.
    let export = views_of("", &["registered"], Language::En).expect("it has numbers");
    let first = xlsx(&export).expect("it fits");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert_eq!(sum(&first), sum(&xlsx(&export).expect("it fits")));
}

#[test]
fn one_example_of_each_text_form() {
    let export = views_of("year=2024&product=biological", &["product_types"], Language::En).expect("it has numbers");
    let (labels, sheet) = (&export.labels, &export.sheets[0]);
    let plain = |text: String| text.replace('\r', "").replace('\u{feff}', "<BOM>");
    let cells = export.cells();
    insta::assert_snapshot!("export_cells_csv", plain(csv(&cells, Separator::Comma)));
    insta::assert_snapshot!("export_facts_csv2", plain(csv(&export.facts, Separator::Semicolon)));
    insta::assert_snapshot!("export_as_shown_csv2", plain(sheet.csv_as_shown(labels, Separator::Semicolon)));
    insta::assert_snapshot!("export_tab_separated", plain(sheet.tab_separated(labels, DecimalSign::Point)));
    insta::assert_snapshot!("export_html", sheet.html(labels, DecimalSign::Point).replace("<tr>", "\n<tr>"));
    insta::assert_snapshot!("export_json", json(&cells[..1]));
    let readme = library().words(Language::En).pack_texts(&export, "<sums>", "2026-11-25").readme;
    insta::assert_snapshot!("export_readme", readme);
}

#[test]
fn fields_of_rows_have_names_in_both_languages() {
    for language in Language::ALL {
        let export = views_of("", &["registered"], language).expect("it has numbers");
        let labels = &export.labels;
        let lists = [&labels.of_cells, &labels.of_facts, &labels.of_sources];
        for label in lists.into_iter().flatten() {
            let is_code = label.chars().all(|char| char.is_ascii_lowercase() || char == '_');
            assert!(language == Language::En || !is_code, "{label}");
        }
        assert_eq!(labels.of_facts.len(), export.facts[0].values().len());
    }
}

/// The XML of the chart of one figure.
fn chart_of(query: &str, id: &str) -> String {
    let export = views_of(query, &[id], Language::En).expect("it has numbers");
    let files = unpacked(xlsx(&export).expect("it fits"));
    let (_, bytes) = files.into_iter().find(|(name, _)| name == "xl/charts/chart1.xml").expect("a chart");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_native_chart_has_names_and_numbers_on_the_right_axes() {
    // Lying bars: the names run from the top down, the numbers stand below them and end at 100 %.
    let lying = chart_of("year=2024", "disease_areas");
    let (names, numbers) = lying.split_once("<c:valAx>").expect("an axis of numbers");
    assert!(lying.contains("<c:barDir val=\"bar\"/>") && names.contains("<c:orientation val=\"maxMin\"/>"), "{lying}");
    for part in ["<c:max val=\"1\"/>", "formatCode=\"#,##0%\"", "<c:crosses val=\"max\"/>", ">percent<"] {
        assert!(numbers.contains(part), "{part} in {numbers}");
    }
    // Standing columns: the parts on each other, without their total.
    let standing = chart_of("", "registered");
    for part in ["<c:barDir val=\"col\"/>", "<c:grouping val=\"stacked\"/>", "Data!$B$10:$B$16", "Data!$C$10:$C$16"] {
        assert!(standing.contains(part), "{part} in {standing}");
    }
    assert!(!standing.contains("Data!$D$10"), "{standing}");
}

/// Every number of every view is one of the three kinds, so that no check above is idle.
#[test]
fn the_views_have_numbers_of_every_kind() {
    let mut seen = [0_usize; 4];
    each_view(|view| {
        for cell in view.cells() {
            seen[taken::kind(cell)] += 1;
            let is_open = matches!(cell, Cell::Derived(derived) if !derived.interval.is_point());
            seen[3] += usize::from(is_open);
        }
    });
    assert!(seen.iter().all(|count| *count > 100), "{seen:?}");
}
