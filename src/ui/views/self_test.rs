//! What works where the page stands, for those who run the portal: `?mode=selftest`.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::host::config::Settings;
use crate::host::probe::{self, Answer, Headers};
use crate::host::{background, clock};
use crate::locale::{Check, Language, LateMessage, Phrase};
use crate::ui::controls::copy::copy_button;
use crate::ui::kit::live::live;
use crate::ui::state::edition::use_editions;
use crate::ui::state::explorer::use_explorer;
use crate::ui::state::preferences;

/// What a check found.
#[derive(Clone)]
struct Found {
    check: Check,
    answer: Answer,
    /// What the browser or the server said, as it is.
    detail: String,
}

/// The report, as soon as all answers are there.
pub fn self_test() -> AnyView {
    let explorer = use_explorer();
    let (report, editions) = (RwSignal::new(None::<Vec<Found>>), use_editions());
    let settings = explorer.settings.get_value();
    spawn_local(async move {
        let problems = preferences::problems(&settings, explorer.facts);
        let found = examine(&settings, &problems).await;
        // The reader may have gone on.
        let _ = report.try_set(Some(found));
    });
    live(move || {
        let words = explorer.words();
        let Some(mut found) = report.get() else {
            return view! { <p class="small" role="status">{words.say(LateMessage::Testing)}</p> }.into_any();
        };
        name_overlays(&mut found, &editions.refused.get());
        let language = words.language;
        let rows: Vec<AnyView> = found.iter().map(|found| row(found, language)).collect();
        let copied = found.clone();
        let copy = copy_button(LateMessage::CopyReport, move || as_text(&copied, language));
        view! {
            <section class="self-test" data-part="self-test">
                <h2>{words.say(LateMessage::SelfTest)}</h2>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.say(LateMessage::CheckName)}</th>
                            <th scope="col">{words.say(LateMessage::CheckResult)}</th>
                            <th scope="col">{words.say(LateMessage::CheckAsk)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <p class="actions">{copy}</p>
            </section>
        }
        .into_any()
    })
}

/// The files that the portal lays over the data are settings of it too: those that could not be are named, as soon as it is known.
fn name_overlays(found: &mut [Found], refused: &[String]) {
    if refused.is_empty() {
        return;
    }
    for settings in found.iter_mut().filter(|found| found.check == Check::Settings) {
        settings.answer = Answer::No;
        let said = std::mem::take(&mut settings.detail);
        let said = (!said.is_empty()).then_some(said).into_iter();
        settings.detail = said.chain([format!("overlays: {}", refused.join(", "))]).collect::<Vec<_>>().join("; ");
    }
}

fn row(found: &Found, language: Language) -> AnyView {
    let Found { check, answer, detail } = found;
    let code = match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unknown => "unknown",
    };
    let detail = if detail.is_empty() { String::new() } else { format!(" ({detail})") };
    view! {
        <tr data-check=format!("{check:?}") data-answer=code>
            <th scope="row">{check.text(language)}</th>
            <td>{said(*answer).text(language)} {detail}</td>
            <td>{asked(found, language)}</td>
        </tr>
    }
    .into_any()
}

const fn said(answer: Answer) -> LateMessage {
    match answer {
        Answer::Yes => LateMessage::AnswerYes,
        Answer::No => LateMessage::AnswerNo,
        Answer::Unknown => LateMessage::AnswerUnknown,
    }
}

fn asked(found: &Found, language: Language) -> &'static str {
    if found.answer == Answer::Yes { "" } else { found.check.ask(language) }
}

/// The report for an e-mail.
fn as_text(found: &[Found], language: Language) -> String {
    let line = |found: &Found| {
        let (name, answer, ask) =
            (found.check.text(language), said(found.answer).text(language), asked(found, language));
        [name, answer, &found.detail, ask].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    };
    let lines: Vec<String> = found.iter().map(line).collect();
    let title = LateMessage::SelfTest.text(language);
    format!(
        "{title}: China Trials Explorer {}, {}\n{}\n{}",
        env!("CARGO_PKG_VERSION"),
        clock::today(),
        probe::browser(),
        lines.join("\n")
    )
}

/// Asks the browser and the server.
async fn examine(settings: &Settings, problems: &[String]) -> Vec<Found> {
    let module = match probe::module() {
        Some(url) => Headers::of(&url).await,
        None => None,
    };
    let page = Headers::of("").await;
    let clipboard = probe::clipboard_works().await;
    let worker = background::starts().await;
    let look = |check: &Check| {
        let (answer, detail) = match check {
            // It runs now.
            Check::WebAssembly => (Answer::Yes, String::new()),
            Check::Mime => header(module.as_ref(), "content-type", |found| found.starts_with("application/wasm")),
            Check::Compression => {
                header(module.as_ref(), "content-encoding", |found| matches!(found, "br" | "gzip" | "zstd"))
            }
            Check::Caching => header(module.as_ref(), "cache-control", |found| found.contains("immutable")),
            Check::Policy => {
                // In Safari 'self' means nothing to a frame without an origin: the host stands beside it.
                let names_host = |found: &str| found.contains(&probe::host());
                let is_right = |found: &str| found.contains("default-src") && names_host(found);
                let (answer, _) = header(page.as_ref(), "content-security-policy", is_right);
                (answer, String::new())
            }
            Check::FrameAncestors => {
                let (answer, policy) =
                    header(page.as_ref(), "content-security-policy", |found| found.contains("frame-ancestors"));
                let named = policy.split(';').map(str::trim).find(|rule| rule.starts_with("frame-ancestors"));
                (answer, named.unwrap_or_default().to_owned())
            }
            Check::Fonts => (probe::draws_chinese(), String::new()),
            Check::Storage => (probe::storage_works(), String::new()),
            Check::Clipboard => (clipboard, String::new()),
            Check::Downloads => (probe::downloads_work(), String::new()),
            Check::FullScreen => (probe::fullscreen_works(), String::new()),
            Check::Messages => messages(settings),
            Check::Worker => (worker.into(), String::new()),
            Check::Settings => (problems.is_empty().into(), problems.join("; ")),
        };
        Found { check: *check, answer, detail }
    };
    Check::ALL.iter().map(look).collect()
}

/// A header and whether it is as it should be; nothing is known where the server could not be asked.
fn header(headers: Option<&Headers>, name: &str, is_right: impl Fn(&str) -> bool) -> (Answer, String) {
    let Some(headers) = headers else { return (Answer::Unknown, String::new()) };
    match headers.get(name) {
        Some(found) => (is_right(&found).into(), found),
        // A page without an origin is not shown the headers.
        None if !probe::may_read_headers() => (Answer::Unknown, String::new()),
        None => (Answer::No, String::new()),
    }
}

/// Whether the page around can be told anything before it speaks.
fn messages(settings: &Settings) -> (Answer, String) {
    match probe::parent() {
        None => (Answer::Yes, String::from("no frame")),
        Some(Some(origin)) => {
            let is_named = settings.origins.as_ref().is_some_and(|allowed| allowed.contains(&origin));
            (if is_named { Answer::Yes } else { Answer::Unknown }, origin)
        }
        Some(None) => (Answer::Unknown, String::new()),
    }
}
