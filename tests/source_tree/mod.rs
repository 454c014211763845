//! The program as a graph: its files, and which of them name something of which other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{ItemUse, UseTree, Visibility};

/// A file of the program.
pub(crate) struct SourceFile {
    /// Its name below `src`.
    pub(crate) name: String,
    /// The path of its module: `ui`, `page`, `proof`.
    pub(crate) module: Vec<String>,
    /// The crates that it names.
    pub(crate) libraries: BTreeSet<String>,
    /// Every word in it.
    pub(crate) idents: BTreeSet<String>,
    /// Paths into this program, from its root.
    paths: Vec<Vec<String>>,
    /// What it hands on: the name, and the path that it stands for.
    handed_on: BTreeMap<String, Vec<String>>,
}

impl SourceFile {
    /// Whether it holds nothing but tests.
    pub(crate) fn is_test(&self) -> bool {
        self.name.ends_with("tests.rs")
    }
}

/// All files below `src`, by the path of their module.
pub(crate) struct SourceTree(BTreeMap<Vec<String>, SourceFile>);

impl SourceTree {
    /// Reads the program.
    pub(crate) fn read() -> Self {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let files = rust_files(&src).into_iter().map(|path| read(&src, &path));
        Self(files.map(|file| (file.module.clone(), file)).collect())
    }

    /// All files.
    pub(crate) fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.0.values()
    }

    /// Every pair of files of which the first names something of the second. A parent that declares a child does not name it.
    pub(crate) fn imports(&self) -> impl Iterator<Item = (&SourceFile, &SourceFile)> {
        self.files().filter(|file| !file.is_test()).flat_map(move |file| {
            let targets: BTreeSet<&Vec<String>> = file.paths.iter().filter_map(|path| self.defining(path)).collect();
            targets.into_iter().filter(|target| **target != file.module).map(move |target| (file, &self.0[target]))
        })
    }

    /// The module that defines what a path names: modules are followed as far as they go, and what they hand on to its file.
    fn defining(&self, path: &[String]) -> Option<&Vec<String>> {
        let depth = (1..=path.len()).rev().find(|depth| self.0.contains_key(&path[..*depth]))?;
        let (module, file) = self.0.get_key_value(&path[..depth])?;
        let handed_on = path.get(depth).and_then(|name| file.handed_on.get(name));
        match handed_on {
            Some(other) if other[..] != *path => self.defining(other),
            _ => Some(module),
        }
    }

    /// Groups of files of which each reaches each other.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (from, to) in self.imports() {
            arrows.entry(&from.name).or_default().insert(&to.name);
        }
        let reach: BTreeMap<&str, BTreeSet<&str>> = arrows.keys().map(|from| (*from, reached(&arrows, from))).collect();
        let mut circles: BTreeSet<Vec<&str>> = BTreeSet::new();
        for (from, far) in &reach {
            let circle: Vec<&str> =
                far.iter().copied().filter(|to| reach.get(to).is_some_and(|back| back.contains(from))).collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }
}

/// Everything that can be reached from a file.
fn reached<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = arrows.get(from).into_iter().flatten().copied().collect();
    while let Some(next) = open.pop() {
        if reached.insert(next) {
            open.extend(arrows.get(next).into_iter().flatten().copied());
        }
    }
    reached
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable").path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let files = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    files.chain(folders.iter().flat_map(|folder| rust_files(folder))).collect()
}

fn read(src: &Path, path: &Path) -> SourceFile {
    let name = path.strip_prefix(src).expect("below src").to_string_lossy().replace('\\', "/");
    let mut module: Vec<String> = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let text = fs::read_to_string(path).expect("readable");
    let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut reader = Reader { module: module.clone(), paths: Vec::new(), handed_on: BTreeMap::new() };
    reader.visit_file(&parsed);
    let mut idents = BTreeSet::new();
    let tokens = text.parse::<TokenStream>().expect("what syn reads has tokens");
    words(tokens, &mut |word| idents.extend([word.to_owned()]));
    let libraries = crate::BROWSER_CRATES.iter().filter(|library| idents.contains(**library));
    let libraries = libraries.map(|library| (*library).to_owned()).collect();
    let Reader { paths, handed_on, .. } = reader;
    SourceFile { name, module, libraries, idents, paths, handed_on }
}

/// Calls back with every word.
fn words(tokens: TokenStream, found: &mut dyn FnMut(&str)) {
    for token in tokens {
        match token {
            TokenTree::Ident(word) => found(&word.to_string()),
            TokenTree::Group(group) => words(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Calls back with every chain of words joined by `::` that begins in this program.
fn chains(tokens: TokenStream, found: &mut dyn FnMut(Vec<String>)) {
    let mut chain: Vec<String> = Vec::new();
    let mut colons = 0;
    let mut end = |chain: &mut Vec<String>| {
        if matches!(chain.first().map(String::as_str), Some("crate" | "super" | "self")) && chain.len() > 1 {
            found(std::mem::take(chain));
        }
        chain.clear();
    };
    let mut groups = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(word) => {
                if colons != 2 {
                    end(&mut chain);
                }
                chain.push(word.to_string());
                colons = 0;
            }
            TokenTree::Punct(mark) if mark.as_char() == ':' && !chain.is_empty() => colons += 1,
            TokenTree::Group(group) => {
                end(&mut chain);
                colons = 0;
                groups.push(group.stream());
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {
                end(&mut chain);
                colons = 0;
            }
        }
    }
    end(&mut chain);
    for group in groups {
        chains(group, found);
    }
}

/// Collects what a file names.
struct Reader {
    module: Vec<String>,
    paths: Vec<Vec<String>>,
    handed_on: BTreeMap<String, Vec<String>>,
}

impl Reader {
    /// A path as written, from the root of the program; nothing for one into a library.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([&self.module, rest].concat()),
            "super" => {
                let ups = path.iter().take_while(|step| *step == "super").count();
                let base = &self.module[..self.module.len().checked_sub(ups)?];
                Some([base, &path[ups..]].concat())
            }
            _ => None,
        }
    }

    fn path(&mut self, path: &[String]) {
        self.paths.extend(self.absolute(path));
    }

    /// The leaves of a `use` tree: each name, and the path that it stands for.
    fn leaves(tree: &UseTree, before: &[String], leaves: &mut Vec<(String, Vec<String>)>) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => Self::leaves(&path.tree, &with(&path.ident), leaves),
            UseTree::Name(name) if name.ident == "self" => {
                leaves.extend(before.last().map(|name| (name.clone(), before.to_vec())));
            }
            UseTree::Name(name) => leaves.push((name.ident.to_string(), with(&name.ident))),
            UseTree::Rename(rename) => leaves.push((rename.rename.to_string(), with(&rename.ident))),
            UseTree::Glob(_) => leaves.push(("*".to_owned(), before.to_vec())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| Self::leaves(tree, before, leaves)),
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut leaves = Vec::new();
        Self::leaves(&item.tree, &[], &mut leaves);
        for (name, path) in leaves {
            // A parent hands on what its children define without a word of where they stand.
            let is_own = !matches!(path[0].as_str(), "crate" | "super" | "self");
            let path =
                if is_own { [&self.module, &path[..]].concat() } else { self.absolute(&path).unwrap_or_default() };
            match item.vis {
                Visibility::Inherited if is_own => {}
                Visibility::Inherited => self.paths.push(path),
                Visibility::Public(_) | Visibility::Restricted(_) => drop(self.handed_on.insert(name, path)),
            }
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        // Tests within a file may look wherever they like.
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    /// What stands inside a macro, such as a view, is no syntax tree.
    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        chains(call.tokens.clone(), &mut |chain| self.path(&chain));
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.path(&names);
        visit::visit_path(self, path);
    }
}
