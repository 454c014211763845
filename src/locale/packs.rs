//! The texts of an evidence pack, and citations for reference managers.

use super::memo::MemoContext;
use super::messages::file::FileMessage;
use super::words::LibraryWords;
use crate::address::{Language, Pinned};
use crate::dataset::{FactId, SourceId};
use crate::export::{Citation, Export, PackFile, ReferenceForm, citation, references};
use crate::query::Proof;

/// What a pack says in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PackTexts {
    /// What the pack is and how to check it, in both languages.
    pub readme: String,
    /// The citations in all forms.
    pub citations: Vec<PackFile>,
}

impl LibraryWords<'_> {
    /// A number as the entries of a reference manager, cited from one of its sources; from the best where none is chosen.
    /// `link` is the address of the view, `today` the day of citing.
    pub fn reference(
        &self,
        form: ReferenceForm,
        proof: &Proof,
        chosen: Option<SourceId>,
        link: &str,
        today: &str,
    ) -> String {
        let statement = self.statement(proof);
        references(form, self.language, &[self.cited(proof, chosen, &statement, link, today)])
    }

    /// The texts of the pack of an export: its facts are those whose names the export has.
    /// `data_sums` are the sums of the data files, `today` is the day of citing.
    pub fn pack_texts(&self, export: &Export, data_sums: &str, today: &str) -> PackTexts {
        let facts = self.facts_of(export);
        let readme =
            Language::ALL.map(|language| self.library.words(language).readme(export, &facts, data_sums, today));
        let citations = self.citation_files(&facts, &|_| export.link.clone(), today);
        PackTexts { readme: readme.join("\n"), citations }
    }

    /// The same of a brief. Each fact is cited from a view of its own: the brief, with what its reader wrote, is the reader's.
    pub fn pack_texts_of_brief(&self, export: &Export, data_sums: &str, context: MemoContext<'_>) -> PackTexts {
        let MemoContext { link, today } = context;
        let PackTexts { readme, .. } = self.pack_texts(export, data_sums, today);
        let link = |fact: FactId| link(&self.address_of(&Pinned::Fact(self.library.name(fact).to_owned())));
        PackTexts { readme, citations: self.citation_files(&self.facts_of(export), &link, today) }
    }

    fn facts_of(&self, export: &Export) -> Vec<FactId> {
        export.facts.iter().filter_map(|row| self.library.fact_named(&row.fact)).collect()
    }

    /// Citations of some facts: as text in both languages, and for reference managers in the reader's.
    fn citation_files(&self, facts: &[FactId], link: &dyn Fn(FactId) -> String, today: &str) -> Vec<PackFile> {
        let proofs: Vec<(Proof, String)> =
            facts.iter().map(|fact| (Proof::of_fact(self.facts, *fact), link(*fact))).collect();
        let text = proofs.iter().map(|(proof, link)| {
            let cite = |language| {
                let words = self.library.words(language);
                let statement = words.statement(proof);
                citation(language, &words.cited(proof, None, &statement, link, today))
            };
            Language::ALL.map(cite).join("\n") + "\n\n"
        });
        let text = PackFile::text("citations.txt", text.collect());
        let statements: Vec<String> = proofs.iter().map(|(proof, _)| self.statement(proof)).collect();
        let cited = proofs.iter().zip(&statements);
        let cited = cited.map(|((proof, link), statement)| self.cited(proof, None, statement, link, today));
        let cited: Vec<Citation<'_>> = cited.collect();
        let of_form = ReferenceForm::ALL.map(|form| {
            PackFile::text(&format!("citations.{}", form.ending()), references(form, self.language, &cited))
        });
        std::iter::once(text).chain(of_form).collect()
    }

    /// What the pack is, in one language, as Markdown.
    fn readme(&self, export: &Export, facts: &[FactId], data_sums: &str, today: &str) -> String {
        let colon = self.colon();
        let of_brief: &[FileMessage] =
            if export.memo.is_some() { &[FileMessage::PackMemo, FileMessage::PackBriefFile] } else { &[] };
        let files = [
            FileMessage::PackSpreadsheet,
            FileMessage::PackTables,
            FileMessage::PackCitations,
            FileMessage::PackPictures,
            FileMessage::PackSums,
        ];
        let files = of_brief.iter().copied().chain(files).map(|file| format!("- {}", self.say(file)));
        let files: Vec<String> = files.collect();
        let what = export.memo.as_ref().map(|_| self.say(FileMessage::PackOfBrief).to_owned());
        let sums: Vec<String> = data_sums.lines().map(|line| format!("    {line}")).collect();
        let about = self.about_data(facts);
        let said = |name: FileMessage, text: &str| format!("{}{colon}{text}", self.say(name));
        let title = format!("# {}", said(FileMessage::PackTitle, &export.heading()));
        let paragraphs = [
            format!("- {}", said(FileMessage::PackView, &format!("<{}>", export.link)))
                + &format!("\n- {}", said(FileMessage::PackMade, today))
                + &format!("\n- {}", self.editions(facts))
                + &format!("\n- {}", self.made_by()),
            files.join("\n"),
            about.join(if self.language == Language::En { " " } else { "" }),
            said(FileMessage::PackData, "").trim_end().to_owned(),
            sums.join("\n"),
        ];
        let paragraphs = std::iter::once(title).chain(what).chain(paragraphs);
        paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
    }
}
