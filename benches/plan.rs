//! How long the charts take to be laid out and drawn, without ECharts: `cargo bench --no-default-features --bench plan`.

use china_trials_explorer::address;
use china_trials_explorer::dataset::Facts;
use china_trials_explorer::figures::{Canvas, Layout, Theme, figures, plan};
use china_trials_explorer::locale::Language;
use china_trials_explorer::query::{Figure, Table, slice};
use criterion::{Criterion, criterion_group, criterion_main};

/// Nothing chosen, and choices under which lists are long and short.
const QUESTIONS: [&str; 3] = ["", "year=2024&product=biological", "product=biological&disease=oncology"];

fn plans(criterion: &mut Criterion) {
    let Ok(facts) = Facts::shipped() else { return };
    let words = facts.words(Language::En);
    let (codes, theme, layout) = (facts.codes(), &Theme::LIGHT, Layout { width_px: 560.0 });
    for question in QUESTIONS {
        let (address, _) = address::parse(facts, question.as_bytes());
        let tables = figures().map(|figure| (figure, slice(facts, figure, None, &address.selection)));
        let tables: Vec<(&Figure, Table)> = tables.filter(|(_, table)| !table.is_empty()).collect();
        let canvases = || {
            let tables = tables.iter();
            tables.map(|(figure, table)| Canvas { codes, figure, table, words: &words, theme, layout, hidden: &[] })
        };
        criterion.bench_function(&format!("heights, '{question}'"), |bencher| {
            bencher.iter(|| canvases().map(|canvas| plan(&canvas).height_px).sum::<u32>());
        });
        criterion.bench_function(&format!("height and drawing, '{question}'"), |bencher| {
            let draw = |canvas: Canvas<'_>| {
                let plan = plan(&canvas);
                (plan.height_px, plan.draw())
            };
            bencher.iter(|| canvases().map(draw).fold(0, |sum, (height_px, _)| sum + height_px));
        });
    }
}

criterion_group!(benches, plans);
criterion_main!(benches);
