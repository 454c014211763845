//! Makes the colours of the charts out of `style/colours.csv`, from which the style sheet has its own (`scripts/pre_build.mjs`).

use std::error::Error;
use std::fmt::Write;

/// The token of the colour that stands for a name without one.
const INK: &str = "ink";

/// The declaration of `Theme`: a field for each token, its two themes, and the way from a token's name to its colour.
pub(crate) fn theme(csv: &str) -> Result<String, Box<dyn Error>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let tokens = reader.deserialize().collect::<Result<Vec<Token>, _>>()?;
    if let Some(token) = tokens.iter().find(|token| !is_colour(&token.light) || !is_colour(&token.dark)) {
        return Err(format!("{}: expected two colours, each as #rrggbb", token.name).into());
    }
    let mut code = String::from("/// The colours that charts use: a field for each token of `style/colours.csv`.\n");
    code.push_str("#[derive(Clone, Copy, PartialEq, Eq, Debug)]\npub struct Theme {\n");
    for Token { name, used, .. } in &tokens {
        writeln!(code, "    /// {used}\n    pub {}: &'static str,", field(name))?;
    }
    code.push_str("}\n\nimpl Theme {\n");
    for (constant, words, colour) in [
        ("LIGHT", "Dark ink on light paper.", (|token| &token.light) as fn(&Token) -> &String),
        ("DARK", "Light ink on dark paper.", |token| &token.dark),
    ] {
        writeln!(code, "    /// {words}\n    pub const {constant}: Self = Self {{")?;
        for token in &tokens {
            writeln!(code, "        {}: {:?},", field(&token.name), colour(token))?;
        }
        code.push_str("    };\n\n");
    }
    code.push_str("    /// The colour of a token; ink for a name that is none.\n");
    code.push_str("    pub fn value(&self, token: &str) -> &'static str {\n        match token {\n");
    for Token { name, .. } in tokens.iter().filter(|token| token.name != INK) {
        writeln!(code, "            {name:?} => self.{},", field(name))?;
    }
    writeln!(code, "            _ => self.{INK},\n        }}\n    }}\n}}")?;
    Ok(code)
}

/// A line of the file.
#[derive(serde::Deserialize)]
struct Token {
    #[serde(rename = "token")]
    name: String,
    light: String,
    dark: String,
    #[serde(rename = "use")]
    used: String,
}

/// A token's name as Rust writes names.
fn field(token: &str) -> String {
    token.replace('-', "_")
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
