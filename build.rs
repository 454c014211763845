//! Reads the data files with the page's own parser and packs them: a broken file breaks the build, with its line and column,
//! and the page unpacks in a moment what it would otherwise have to parse (`docs/decisions/0002-data-packed-at-build-time.md`).

#[path = "src/dataset/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build uses one function of the room")]
mod dataset;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // The tool that cuts the module in two follows the linker's own notes on what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=public/data");
    println!("cargo::rerun-if-changed=src/dataset");
    let dataset = match dataset::Dataset::parse(&dataset::Files::SHIPPED) {
        Ok(dataset) => dataset,
        Err(error) => {
            println!("cargo::error=public/data/{error}");
            std::process::exit(1);
        }
    };
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("dataset.bin"), dataset.to_bytes()?)?;
    std::fs::write(Path::new(&out).join("dataset.lean.bin"), dataset.lean().to_bytes()?)?;
    Ok(())
}
