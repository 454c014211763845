//! Reads the data files with the page's own parser and packs them: a broken file breaks the build, with its line and column,
//! and the page unpacks in a moment what it would otherwise have to parse (`docs/decisions/0002-data-packed-at-build-time.md`).
//! Notes the sums of the data files, by which what is taken away says which data it was made from.
//! Makes the charts' colours out of the table that the style sheet has them from.

#[path = "build/colours.rs"]
mod colours;
#[path = "src/dataset/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build uses one function of the room")]
mod dataset;
#[path = "src/search/synonyms.rs"]
mod synonyms;

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;

use dataset::{Bilingual, Dimension, Facts, TERM_LISTS};
use pinyin::ToPinyin;
use sha2::{Digest, Sha256};

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // The tool that cuts the module follows the linker's own notes on what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=public/data");
    println!("cargo::rerun-if-changed=style/colours.csv");
    println!("cargo::rerun-if-changed=src/dataset");
    println!("cargo::rerun-if-changed=src/search/synonyms.rs");
    let (facts, texts) = match dataset::parse(&dataset::Files::SHIPPED) {
        Ok(read) => read,
        Err(errors) => {
            for error in errors {
                println!("cargo::error=public/data/{error}");
            }
            std::process::exit(1);
        }
    };
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("facts.bin"), facts.to_bytes()?)?;
    std::fs::write(Path::new(&out).join("texts.bin"), texts.to_bytes()?)?;
    std::fs::write(Path::new(&out).join("initials.txt"), initials(&facts))?;
    std::fs::write(Path::new(&out).join("sums.txt"), sums(&dataset::Files::SHIPPED))?;
    let theme =
        colours::theme(include_str!("style/colours.csv")).map_err(|error| format!("style/colours.csv: {error}"))?;
    std::fs::write(Path::new(&out).join("theme.rs"), theme)?;
    Ok(())
}

/// The SHA-256 of each data file, as `sha256sum` writes it: what is taken away says by it which data it was made from.
fn sums(files: &dataset::Files<'_>) -> String {
    let dataset::Files { codes, sources, facts, world, disputes, takeaways } = *files;
    let named = [
        ("codes.csv", codes),
        ("disputes.csv", disputes),
        ("facts.csv", facts),
        ("sources.csv", sources),
        ("takeaways.csv", takeaways),
        ("world.csv", world),
    ];
    let line = |(name, bytes): (&str, &[u8])| {
        let sum: Vec<String> = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{}  {name}\n", sum.concat())
    };
    named.map(line).concat()
}

/// Each Chinese character of the labels and synonyms with the first letter of its pinyin, in order: what a search by initials needs.
fn initials(facts: &Facts) -> String {
    let codes = facts.codes();
    let of_dimensions = Dimension::ALL.into_iter().flat_map(|dimension| codes.of(dimension));
    let labels = of_dimensions.map(|id| &codes.get(id).label).chain(codes.measures().iter().map(|one| &one.label));
    let terms =
        TERM_LISTS.into_iter().flat_map(|list| codes.terms(list).filter_map(move |code| codes.term(list, code)));
    let labels = labels.chain(terms.map(|term| &term.label)).map(|Bilingual { zh, .. }| zh.as_str());
    let synonyms = synonyms::SYNONYMS.iter().map(|entry| entry.2).chain([synonyms::INNOVATIVE, synonyms::NEW_DRUGS]);
    let chars: BTreeSet<char> = labels.chain(synonyms).flat_map(str::chars).collect();
    let pairs = chars.into_iter().filter_map(|char| Some((char, initial(char)?)));
    pairs.flat_map(|(char, initial)| [char, initial]).collect()
}

/// The first letter of a character's pinyin.
fn initial(char: char) -> Option<char> {
    // `长` is read zhǎng by the table; in these labels it is only growth (zēngzhǎng) and team leader (zǔzhǎng), so that is right.
    char.to_pinyin()?.plain().chars().next()
}
