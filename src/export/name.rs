//! Names of files that every system takes.

/// Longest name with its ending, in bytes: what most file systems take is 255, and a path has to fit around it.
const LONGEST: usize = 120;
/// The name where nothing is left of what was asked for.
const NAMELESS: &str = "china-trials";
/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A file name made of any text: without what Windows, macOS or Linux forbid, of moderate length, and never empty.
/// `ending` is that of the file, without its dot; it is our own and taken as it is.
///
/// ```
/// use china_trials_explorer::export::name_for;
///
/// assert_eq!(name_for("What kind of product? 2023/2024", "csv"), "What-kind-of-product-2023-2024.csv");
/// assert_eq!(name_for("新药临床试验：2024年", "xlsx"), "新药临床试验-2024年.xlsx");
/// assert_eq!(name_for("..", "zip"), "china-trials.zip");
/// ```
pub fn name_for(text: &str, ending: &str) -> String {
    let stem = cut(&joined(text), LONGEST.saturating_sub(ending.len() + 1)).to_owned();
    let stem = match stem.trim_matches(['.', '-']) {
        "" => NAMELESS.to_owned(),
        stem if is_device(stem) => format!("{stem}-{NAMELESS}"),
        stem => stem.to_owned(),
    };
    format!("{stem}.{ending}")
}

/// The text with one hyphen for each run of what is not wanted.
fn joined(text: &str) -> String {
    let mut name = String::new();
    for char in text.chars().filter(|char| !is_invisible(*char)) {
        if !is_unwanted(char) {
            name.push(char);
        } else if !name.ends_with('-') {
            name.push('-');
        }
    }
    name
}

/// What some system forbids, what a shell or an address would have to escape, and blanks.
fn is_unwanted(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || "<>:\"/\\|?*'`$&;#%{}[]!~^,=@+-：？／＼＊＜＞｜“”‘’，、；（）".contains(char)
}

/// What is not seen and can make a name look like another: joiners, directions, the byte order mark.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}')
}

/// As much of the text as fits, cut between two characters.
fn cut(text: &str, longest: usize) -> &str {
    let end = (0..=longest.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or_default()]
}

fn is_device(stem: &str) -> bool {
    let first = stem.split('.').next().unwrap_or(stem).to_lowercase();
    let is_port = |port: &str| {
        let mut rest = first.strip_prefix(port).unwrap_or_default().chars();
        matches!((rest.next(), rest.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    };
    DEVICES.contains(&first.as_str()) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use super::name_for;

    #[test]
    fn no_system_refuses_a_name() {
        let cases = [
            ("registered", "registered.csv"),
            ("a<b>c:d\"e/f\\g|h?i*j", "a-b-c-d-e-f-g-h-i-j.csv"),
            ("tab\tand\nline", "tab-and-line.csv"),
            ("../../etc/passwd", "etc-passwd.csv"),
            (".hidden. ", "hidden.csv"),
            ("CON", "CON-china-trials.csv"),
            ("con.backup", "con.backup-china-trials.csv"),
            ("Lpt1", "Lpt1-china-trials.csv"),
            ("company", "company.csv"),
            ("com10", "com10.csv"),
            ("", "china-trials.csv"),
            ("???", "china-trials.csv"),
            ("\u{202e}gpj.exe", "gpj.exe.csv"),
        ];
        for (text, name) in cases {
            assert_eq!(name_for(text, "csv"), name, "{text:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        for text in ["试".repeat(500), "x".repeat(500), format!("x{}", "试".repeat(500)), "- ".repeat(500)] {
            let name = name_for(&text, "xlsx");
            assert!(name.len() <= 120 && name.len() > ".xlsx".len(), "{name}");
        }
    }
}
