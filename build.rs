//! Reads the data files with the page's own parser and packs them: a broken file breaks the build, with its line and column,
//! and the page unpacks in a moment what it would otherwise have to parse (`docs/decisions/0002-data-packed-at-build-time.md`).

#[path = "src/dataset/mod.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "the build uses one function of the room")]
mod dataset;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=public/data");
    println!("cargo::rerun-if-changed=src/dataset");
    let dataset = match dataset::Dataset::parse(&dataset::Files::SHIPPED) {
        Ok(dataset) => dataset,
        Err(error) => {
            println!("cargo::error=public/data/{error}");
            std::process::exit(1);
        }
    };
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("dataset.bin"), dataset.to_bytes()?)?;
    Ok(())
}
