//! A document as the package that it is: its parts, what each is said to be, and where they lead.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::Event;

/// An element of a part, with its attributes.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map(String::as_str).unwrap_or_default()
    }
}

/// The files of a document.
pub(crate) struct Package(pub(crate) BTreeMap<String, Vec<u8>>);

impl Package {
    pub(crate) fn open(bytes: Vec<u8>) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let files = (0..archive.len()).map(|at| {
            let mut file = archive.by_index(at).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            (file.name().expect("a name").into_owned(), bytes)
        });
        Self(files.collect())
    }

    /// The text of a part.
    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.0.get(name).expect(name).clone()).expect("UTF-8")
    }

    /// The elements of a part, in order; one that is not well-formed fails.
    pub(crate) fn elements(&self, name: &str) -> Vec<Element> {
        let text = self.text(name);
        let mut reader = Reader::from_str(&text);
        let (mut elements, mut depth) = (Vec::new(), 0_i32);
        loop {
            let event = reader.read_event().expect(name);
            let (start, step) = match event {
                Event::Eof => break,
                Event::Start(start) => (start, 1),
                Event::Empty(start) => (start, 0),
                Event::End(_) => {
                    depth -= 1;
                    continue;
                }
                _ => continue,
            };
            depth += step;
            let attributes = start.attributes().map(|attribute| {
                let attribute = attribute.expect("an attribute, each once");
                let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).expect("its value");
                (attribute.key.as_ref().to_owned(), value.into_owned())
            });
            elements.push(Element { name: start.name().as_ref().to_owned(), attributes: attributes.collect() });
        }
        assert_eq!(depth, 0, "{name}");
        elements
    }

    /// Where the document leads, by the names of the relations.
    pub(crate) fn relations(&self) -> BTreeMap<String, String> {
        let elements = self.elements("word/_rels/document.xml.rels");
        let all: Vec<(String, String)> = elements
            .iter()
            .filter(|element| element.name == "Relationship")
            .map(|element| (element.get("Id").to_owned(), format!("word/{}", element.get("Target"))))
            .collect();
        let relations: BTreeMap<String, String> = all.iter().cloned().collect();
        assert_eq!(relations.len(), all.len(), "each name once");
        relations
    }

    /// What a part is said to be: by its own name, else by its ending.
    pub(crate) fn content_type(&self, name: &str) -> Option<String> {
        let elements = self.elements("[Content_Types].xml");
        let ending = name.rsplit('.').next().unwrap_or_default();
        let own = elements.iter().find(|element| element.get("PartName") == format!("/{name}"));
        let found = own.or_else(|| elements.iter().find(|element| element.get("Extension") == ending));
        found.map(|element| element.get("ContentType").to_owned())
    }
}
