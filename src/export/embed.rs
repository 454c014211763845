//! Embed code: the text that a portal's editor pastes to show this page in another.

use crate::address::{Address, query_string};
use crate::dataset::Facts;

/// How the page is put into another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Means {
    /// A frame: portals that allow no scripts take it.
    Iframe,
    /// The custom element of `embed.js`, which fits its height to the content.
    Element,
}

/// What a snippet is made of.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Snippet<'a> {
    /// How it is put there.
    pub means: Means,
    /// The address of the page without a query.
    pub base: &'a str,
    /// What it shows there, with all that follows from the reader's settings written out.
    pub address: &'a Address,
    /// What it shows in words: the name of the frame for screen readers.
    pub title: &'a str,
    /// Width in CSS pixels; nothing for the width that there is.
    pub width_px: Option<u32>,
    /// Height in CSS pixels; the element follows the content and takes it as a beginning.
    pub height_px: u32,
}

impl Snippet<'_> {
    /// The address that the frame shows.
    pub fn url(&self, facts: &Facts) -> String {
        let query = query_string(facts, self.address);
        format!("{}?{query}", self.base)
    }

    /// The HTML.
    ///
    /// ```
    /// use china_trials_explorer::address::parse;
    /// use china_trials_explorer::dataset::Facts;
    /// use china_trials_explorer::export::{Means, Snippet};
    ///
    /// let facts = Facts::shipped()?;
    /// let (address, _) = parse(facts, b"figure=phases&mode=card");
    /// let base = "https://portal.example/trials/";
    /// let means = Means::Iframe;
    /// let html = Snippet { means, base, address: &address, title: "In which phase?", width_px: None, height_px: 480 }.html(facts);
    /// assert!(html.starts_with("<iframe src=\"https://portal.example/trials/?v=1&amp;figure=phases&amp;mode=card\""));
    /// # Ok::<(), &postcard::Error>(())
    /// ```
    pub fn html(&self, facts: &Facts) -> String {
        match self.means {
            Means::Iframe => self.iframe(facts),
            Means::Element => self.element(facts),
        }
    }

    fn iframe(&self, facts: &Facts) -> String {
        let width = self.width_px.map_or_else(|| "100%".to_owned(), |width| width.to_string());
        format!(
            "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{}\" loading=\"lazy\" allow=\"clipboard-write; fullscreen\"></iframe>",
            escaped(&self.url(facts)),
            escaped(self.title),
            self.height_px,
        )
    }

    fn element(&self, facts: &Facts) -> String {
        let query = query_string(facts, self.address);
        // The keys of the address are the names of the attributes.
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let keys = pairs.iter().map(|(key, value)| (key.as_str(), value.clone()));
        let width = self.width_px.map(|width| ("width", width.to_string()));
        let own = [("title", self.title.to_owned()), ("height", self.height_px.to_string())];
        let src = std::iter::once(("src", self.base.to_owned()));
        let mut attributes = String::new();
        for (name, value) in src.chain(keys).chain(own).chain(width) {
            attributes.extend([" ", name, "=\"", &escaped(&value), "\""]);
        }
        // What is seen where the script does not run.
        let (url, title) = (escaped(&self.url(facts)), escaped(self.title));
        let script = escaped(&format!("{}embed.js", self.base));
        format!(
            "<script type=\"module\" src=\"{script}\"></script>\n<china-trials-explorer{attributes}><a href=\"{url}\">{title}</a></china-trials-explorer>"
        )
    }
}

/// A text as HTML writes it, between tags and in an attribute.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::address::parse;

    fn html(query: &str, means: Means) -> String {
        let facts = Facts::shipped().expect("the shipped data are read by a test of their own");
        let (address, notices) = parse(facts, query.as_bytes());
        assert_eq!(notices, []);
        let title = "Trials \"registered\" <2024>";
        Snippet {
            means,
            base: "https://portal.example/trials/",
            address: &address,
            title,
            width_px: None,
            height_px: 480,
        }
        .html(facts)
    }

    #[test]
    fn a_frame_holds_everything_in_its_address() {
        let query = "year=2024&product=chemical,biological&lang=zh&theme=dark&figure=phases&mode=card&lock=year";
        let expected = concat!(
            r#"<iframe src="https://portal.example/trials/?v=1&amp;year=2024&amp;product=chemical,biological&amp;lang=zh"#,
            r#"&amp;theme=dark&amp;figure=phases&amp;mode=card&amp;lock=year" title="Trials &quot;registered&quot; &lt;2024&gt;""#,
            r#" width="100%" height="480" loading="lazy" allow="clipboard-write; fullscreen"></iframe>"#,
        );
        assert_eq!(html(query, Means::Iframe), expected);
    }

    #[test]
    fn an_element_holds_everything_in_its_attributes() {
        let expected = concat!(
            r#"<script type="module" src="https://portal.example/trials/embed.js"></script>"#,
            "\n",
            r#"<china-trials-explorer src="https://portal.example/trials/" v="1" year="2020..2024" figure="phases" view="table" mode="card""#,
            r#" title="Trials &quot;registered&quot; &lt;2024&gt;" height="480"><a href="https://portal.example/trials/?v=1&amp;year=2020..2024"#,
            r#"&amp;figure=phases&amp;view=table&amp;mode=card">Trials &quot;registered&quot; &lt;2024&gt;</a></china-trials-explorer>"#,
        );
        assert_eq!(html("year=2020..2024&figure=phases&mode=card&view=table", Means::Element), expected);
    }
}
