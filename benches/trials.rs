//! How fast a list of trials is read, how fast all figures count it again, and what it takes in memory:
//! `cargo bench --no-default-features --bench trials` (`TRIALS=100000` for another size than 500,000).

#[path = "../tests/made/mod.rs"]
mod made;

use std::time::{Duration, Instant};

use china_trials_explorer::address;
use china_trials_explorer::dataset::{Bilingual, Facts, Publication, Year};
use china_trials_explorer::figures::figures;
use china_trials_explorer::query::{Figure, slice};
use china_trials_explorer::trials::{
    Chosen, Import, Imported, Keywords, Limits, Naming, Profile, Sample, facts_of, lack, suggest,
};
use criterion::{Criterion, criterion_group, criterion_main};

/// Nothing chosen, one filter, three filters.
const QUESTIONS: [&str; 4] = [
    "",
    "product=biological",
    "year=2024&product=biological&disease=oncology&phase=III",
    "product=chemical&phase=II&population=paediatric_included",
];

/// How much of a file comes at a time.
const PIECE: usize = 1 << 20;

fn read(facts: &Facts, keywords: &Keywords, file: &str) -> Option<Imported> {
    let sample =
        Sample::of_text(&file.as_bytes()[..file.len().min(PIECE)], false, Chosen::default(), Limits::OF_THE_PAGE)
            .ok()?;
    let profile = Profile::of_suggestions(&suggest(facts.codes(), keywords, &sample.header, &sample.rows));
    let mut import = Import::new(facts.codes(), keywords, &profile, Limits::OF_THE_PAGE);
    for piece in file.as_bytes().chunks(PIECE) {
        import.feed(piece).ok()?;
    }
    import.finish().ok()
}

fn naming() -> Naming {
    let label = Bilingual { en: "Your list".to_owned(), zh: "我的清单".to_owned() };
    Naming {
        measures: [label.clone(), label.clone(), label.clone()],
        publication: Publication { publisher: label, published: String::new() },
    }
}

/// The time in which a part of the runs is done.
fn quantile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * percent / 100).min(times.len() - 1)).copied().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "rows and bytes have far fewer than 52 bits")]
fn trials(criterion: &mut Criterion) {
    let Ok(facts) = Facts::shipped() else { return };
    let Ok(keywords) = Keywords::shipped(facts.codes()) else { return };
    let count = std::env::var("TRIALS").ok().and_then(|count| count.parse().ok()).unwrap_or(500_000);
    let file = made::list(count);
    let started = Instant::now();
    let Some(imported) = read(facts, &keywords, &file) else { return };
    let seconds = started.elapsed().as_secs_f64();
    let list = imported.list;
    println!(
        "{count} rows, {:.1} MB: read in {seconds:.2} s, {:.0} rows and {:.1} MB per second; {} trials take {:.1} MB",
        file.len() as f64 / 1e6,
        count as f64 / seconds,
        file.len() as f64 / 1e6 / seconds,
        list.len(),
        list.bytes() as f64 / 1e6,
    );
    drop(file);
    let answered: Vec<&Figure> = figures().filter(|figure| lack(facts, figure, &list).is_none()).collect();
    let years = (Year(2019), Year(2025));
    for question in QUESTIONS {
        let (address, _) = address::parse(facts, question.as_bytes());
        let count = || facts_of(facts, &list, answered.iter().copied(), &address.selection, years, &naming());
        let mut times: Vec<Duration> = (0..100)
            .map(|_| {
                let started = Instant::now();
                std::hint::black_box(count().is_ok());
                started.elapsed()
            })
            .collect();
        println!(
            "{} figures, '{question}': {} facts, p50 {:.1} ms, p95 {:.1} ms",
            answered.len(),
            count().map_or(0, |own| own.all().count()),
            quantile(&mut times, 50).as_secs_f64() * 1e3,
            quantile(&mut times, 95).as_secs_f64() * 1e3,
        );
        criterion.bench_function(&format!("count, '{question}'"), |bencher| bencher.iter(count));
        let Ok(own) = count() else { continue };
        criterion.bench_function(&format!("slice, '{question}'"), |bencher| {
            bencher.iter(|| {
                answered.iter().filter(|figure| !slice(&own, figure, None, &address.selection).is_empty()).count()
            });
        });
    }
}

criterion_group!(benches, trials);
criterion_main!(benches);
