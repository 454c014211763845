//! How long it takes to prepare the search and to answer what readers type: `cargo bench --no-default-features --bench search`.

use china_trials_explorer::dataset::Facts;
use china_trials_explorer::search::Index;
use criterion::{Criterion, criterion_group, criterion_main};

/// Short and long, found and not found, Chinese with and without spaces, a slip of the pen, and nonsense.
const QUERIES: [&str; 11] = [
    "MRCT 2024",
    "4,900",
    "43.1%",
    "kzl 2024",
    "抗肿瘤 2024",
    "innovative drugs 2024",
    "sponsor",
    "2024年国际多中心试验",
    "oncolgy 2024",
    "average days from approval to registration of bioequivalence trials in 2023",
    "zzzzzzzz yyyyyyyy 未知的事物在哪里也没有",
];

fn search(criterion: &mut Criterion) {
    let Ok(dataset) = Facts::shipped() else { return };
    criterion.bench_function("build the index", |bencher| bencher.iter(|| Index::new(dataset)));
    let index = Index::new(dataset);
    for query in QUERIES {
        criterion.bench_function(query, |bencher| bencher.iter(|| index.find(query, 10)));
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
