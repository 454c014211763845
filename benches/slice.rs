//! How long the figures take to answer a choice, without drawing: `cargo bench --no-default-features --bench slice`.

use china_trials_explorer::address;
use china_trials_explorer::dataset::Facts;
use china_trials_explorer::figures::figures;
use china_trials_explorer::query::slice;
use criterion::{Criterion, criterion_group, criterion_main};

/// Nothing chosen, one filter, several, several codes, and a choice that few figures can answer.
const QUESTIONS: [&str; 6] = [
    "",
    "year=2024",
    "year=2024&product=biological",
    "product=biological&disease=oncology",
    "product=chemical,biological",
    "year=2021&product=tcm&disease=oncology",
];

fn slices(criterion: &mut Criterion) {
    let Ok(dataset) = Facts::shipped() else { return };
    for question in QUESTIONS {
        let (address, _) = address::parse(dataset, question.as_bytes());
        criterion.bench_function(&format!("all figures, '{question}'"), |bencher| {
            bencher.iter(|| {
                figures().filter(|figure| !slice(dataset, figure, None, &address.selection).is_empty()).count()
            });
        });
    }
}

criterion_group!(benches, slices);
criterion_main!(benches);
