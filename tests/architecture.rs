//! Holds the sources to what `src/lib.rs` promises: who may use whom, what the core may not touch, how long a file may grow.
//!
//! The sources are read as tokens, so comments and strings do not count and `#[cfg(test)]` items are left out.
//! A failure names file, line and rule. The tables below are the rules: a new module or crate is added here with thought.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The modules in reading order, each with the modules above it that it may use.
const MODULES: &[(&str, &[&str])] = &[
    ("calendar", &[]),
    ("units", &[]),
    ("glyphs", &[]),
    ("order", &[]),
    ("tables", &["units", "calendar", "order"]),
    ("import", &["units", "calendar", "order", "tables"]),
    ("measure", &["units", "calendar", "tables"]),
    ("classify", &["units", "calendar", "measure"]),
    ("plan", &["units", "calendar", "order", "tables"]),
    ("effort", &["units", "calendar", "order", "classify"]),
    ("playbook", &["units", "calendar", "order", "effort"]),
    ("workspace", &["units", "calendar", "order", "tables", "measure", "classify", "plan", "effort", "playbook"]),
    // Plain rows in, bytes out; it knows no view, so that the protocol can name its table.
    ("report", &["units", "calendar", "glyphs"]),
    // Above the engine, which bins the points of a crowd itself: a page would be blocked by them.
    ("chart", &["units", "calendar", "order", "glyphs", "measure", "classify", "plan", "effort"]),
    (
        "engine",
        &[
            "units",
            "calendar",
            "order",
            "tables",
            "import",
            "measure",
            "classify",
            "plan",
            "effort",
            "playbook",
            "workspace",
            "report",
            "chart",
        ],
    ),
    ("store", &["units", "calendar", "tables", "import", "classify", "plan", "effort", "playbook", "workspace", "engine"]),
    (
        "browser",
        &[
            "units",
            "calendar",
            "tables",
            "import",
            "measure",
            "classify",
            "plan",
            "effort",
            "playbook",
            "workspace",
            "report",
            "engine",
            "chart",
            "store",
        ],
    ),
    (
        "ui",
        &[
            "units",
            "calendar",
            "order",
            "tables",
            "import",
            "classify",
            "plan",
            "effort",
            "playbook",
            "workspace",
            "report",
            "engine",
            "chart",
            "browser",
        ],
    ),
];

/// The programs: what each may use, so that none carries what belongs to another (`src/lib.rs`, "Three programs").
const PROGRAMS: &[(&str, &[&str])] = &[
    ("main.rs", &["ui", "browser"]),
    ("bin/engine.rs", &["tables", "import", "workspace", "engine", "store", "browser"]),
    ("bin/files.rs", &["tables", "import", "report", "engine", "browser"]),
];

/// Crates that only some places may name: folders or files below `src`, by how their path begins.
const CRATES: &[(&str, &[&str], &str)] = &[
    ("web_sys", WEB, "the core knows nothing of browsers"),
    ("js_sys", WEB, "the core knows nothing of browsers"),
    ("wasm_bindgen", WEB, "the core knows nothing of browsers"),
    ("wasm_bindgen_futures", WEB, "the core knows nothing of browsers"),
    ("console_error_panic_hook", WEB, "the core knows nothing of browsers"),
    ("gloo_storage", WEB, "the core keeps no preferences"),
    ("leptos", &["ui/", "main.rs"], "the interface is built in ui/ alone"),
    ("plotters_canvas", &["ui/", "browser/"], "chart/ draws on any backend"),
    ("idb", &["browser/", "store/indexed_db"], "storage goes through the store contract"),
    ("calamine", &["import/"], "the heaviest readers load with the files program"),
    ("zip", &["import/"], "the heaviest readers load with the files program"),
    ("encoding_rs", &["import/"], "the heaviest readers load with the files program"),
    ("chardetng", &["import/"], "the heaviest readers load with the files program"),
    ("csv", &["import/"], "the heaviest readers load with the files program"),
    ("rust_xlsxwriter", &["report/xlsx"], "loads with the files program"),
    ("plotters", &["chart/", "ui/", "browser/"], "pictures are drawn by chart/"),
    ("chrono", &["calendar"], "one place knows the calendar"),
];
const WEB: &[&str] = &["browser/", "ui/", "main.rs", "bin/"];

/// Parts of the standard library that a browser lacks, or that would make a result depend on more than its input.
const BANNED_STD: &[(&str, &str)] = &[
    ("fs", "bytes are handed in"),
    ("env", "a browser has no environment"),
    ("net", "nothing leaves the device"),
    ("process", "return an error"),
    ("thread", "there are no threads; work goes to a worker"),
];
const BANNED_CLOCKS: &[&str] = &["Instant", "SystemTime"];

/// Lines a file may have without its tests.
const MAX_LINES: usize = 400;
/// Files that may be longer, each with its reason.
const LONGER: &[(&str, usize, &str)] = &[];

/// A token as text with its line.
struct Token {
    text: String,
    line: usize,
}

/// One file of `src`: its path below it, its tokens without test items, and its length without them.
struct Source {
    path: String,
    text: String,
    tokens: Vec<Token>,
    lines: usize,
}

#[test]
fn every_module_uses_only_what_stands_above_it() {
    let allowed: BTreeMap<_, _> = MODULES.iter().chain(PROGRAMS).copied().collect();
    let mut broken = Vec::new();
    for source in sources() {
        let Some(own) = owner(&source.path) else { continue };
        let Some(may_use) = allowed.get(own.as_str()) else {
            broken.push(format!("src/{}: `{own}` is not in the table of modules", source.path));
            continue;
        };
        for (line, used) in modules_named(&source) {
            if used != own && !may_use.contains(&used.as_str()) && allowed.contains_key(used.as_str()) {
                broken.push(format!("src/{}:{line}: `{own}` may not use `{used}`", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn the_table_of_modules_is_that_of_the_library() {
    let library = sources().into_iter().find(|source| source.path == "lib.rs").unwrap();
    let declared: Vec<_> = windows(&library, 2).filter(|pair| pair[0].text == "mod").map(|pair| pair[1].text.as_str()).collect();
    let listed: Vec<_> = MODULES.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        declared, listed,
        "src/lib.rs (left) and the table in tests/architecture.rs (right) name different modules, or in another order"
    );
}

#[test]
fn the_table_of_modules_points_one_way() {
    for (place, (name, may_use)) in MODULES.iter().enumerate() {
        let above: BTreeSet<_> = MODULES[..place].iter().map(|(above, _)| above).collect();
        let not_above: Vec<_> = may_use.iter().filter(|used| !above.contains(used)).collect();
        assert!(not_above.is_empty(), "`{name}` is allowed {not_above:?}, which do not stand above it");
    }
}

#[test]
fn crates_stay_where_they_belong() {
    let mut broken = Vec::new();
    for source in sources() {
        for &(name, places, reason) in CRATES {
            if places.iter().any(|place| source.path.starts_with(place)) {
                continue;
            }
            for line in crate_named(&source, name) {
                broken.push(format!("src/{}:{line}: `{name}` belongs to {places:?}: {reason}", source.path));
            }
        }
    }
    none(&broken);
}

#[test]
fn the_core_has_no_clock_files_or_threads() {
    let mut broken = Vec::new();
    for source in sources() {
        for trio in windows(&source, 3) {
            let banned = BANNED_STD.iter().find(|(part, _)| trio[0].text == "std" && trio[1].text == "::" && trio[2].text == *part);
            if let Some((part, reason)) = banned {
                broken.push(format!("src/{}:{}: std::{part}: {reason}", source.path, trio[2].line));
            }
        }
        for token in source.tokens.iter().filter(|token| BANNED_CLOCKS.contains(&token.text.as_str())) {
            broken.push(format!("src/{}:{}: {}: panics on wasm32; the time is handed in", source.path, token.line, token.text));
        }
    }
    none(&broken);
}

#[test]
fn every_file_says_what_it_is_for() {
    let broken: Vec<_> = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//!"))
        .map(|source| format!("src/{}: does not begin with `//!`: what it is for, what it must not know", source.path))
        .collect();
    none(&broken);
}

#[test]
fn files_stay_short() {
    let mut broken = Vec::new();
    for source in sources() {
        let limit = LONGER.iter().find(|(path, ..)| *path == source.path).map_or(MAX_LINES, |(_, limit, _)| *limit);
        if source.lines > limit {
            let cut = "cut it by what its parts do, or give a reason in LONGER";
            broken.push(format!("src/{}: {} lines without tests, at most {limit}: {cut}", source.path, source.lines));
        }
    }
    for (path, ..) in LONGER {
        if !top().join("src").join(path).is_file() {
            broken.push(format!("LONGER names src/{path}, which is not there"));
        }
    }
    none(&broken);
}

#[test]
fn nothing_meant_for_tests_only_is_shipped() {
    // Sets without a licence to pass on (`tests/fixtures/README.md`).
    const TESTS_ONLY: &[&str] = &["cdnow", "donations", "bpi2012", "bpi_2012", "maven", "crm_sales", "sales_pipeline"];
    let shipped = files_below(&top().join("public"));
    let broken: Vec<_> = shipped
        .iter()
        .filter(|path| TESTS_ONLY.iter().any(|name| path.to_string_lossy().to_lowercase().contains(name)))
        .map(|path| format!("{}: this set is for tests only", path.display()))
        .collect();
    none(&broken);
}

#[test]
fn every_handle_the_browser_suite_uses_is_documented() {
    let documented = documented_handles();
    assert!(!documented.is_empty(), "tests/README.md lists no handles");
    let mut broken = Vec::new();
    for folder in ["tests/browser", "bench"] {
        for path in files_below(&top().join(folder)).into_iter().filter(|path| path.extension().is_some_and(|end| end == "mjs")) {
            let text = fs::read_to_string(&path).unwrap();
            for handle in handles_in(&text).filter(|handle| !documented.iter().any(|known| matches(known, handle))) {
                broken.push(format!("{}: `{handle}` is not in tests/README.md", path.display()));
            }
        }
    }
    none(&broken);
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = fs::read_to_string(top().join("Cargo.toml")).unwrap();
    let mut in_dependencies = false;
    let mut before = "";
    let mut broken = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_dependencies = line.trim_end_matches(']').ends_with("dependencies");
        }
        let names_one = line.contains(" = ") && line.starts_with(|first: char| first.is_ascii_lowercase());
        // A comment may stand over a group that belongs together.
        if in_dependencies && names_one && before.is_empty() {
            broken.push(format!("Cargo.toml: no comment says why: {line}"));
        }
        before = line;
    }
    none(&broken);
}

#[test]
fn the_lock_file_names_no_registry() {
    let lock = fs::read_to_string(top().join("tests/package-lock.json")).unwrap();
    assert!(!lock.contains("\"resolved\""), "tests/package-lock.json names where packages came from; tests/.npmrc leaves that out");
}

#[test]
fn the_reader_of_sources_sees_paths_and_passes_over_tests_and_comments() {
    let text = "use crate::{units::Money, ui};\n// crate::store\nfn f() { super::super::chart::g(\"crate::browser\"); html!(<b>{crate::tables::X}</b>) }\n\
                #[cfg(test)]\nmod tests {\n    use crate::import;\n}\n";
    let mut tokens = Vec::new();
    let test_lines = flatten(text.parse().unwrap(), &mut tokens);
    let source = Source { path: "engine/query.rs".to_owned(), text: text.to_owned(), tokens, lines: text.lines().count() - test_lines };
    let names: Vec<_> = modules_named(&source).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["units", "ui", "chart", "tables"]);
    assert_eq!(source.lines, 3);
}

fn none(broken: &[String]) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder, sorted; none where it is missing. Installed packages and outputs are left out.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if !path.is_dir() {
            found.push(path);
        } else if !path.ends_with("node_modules") && !path.ends_with("out") {
            found.extend(files_below(&path));
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let folder = top().join("src");
    let rust_files = files_below(&folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs"));
    rust_files.filter(|path| !path.ends_with("tests.rs")).map(|path| source(&folder, &path)).collect()
}

fn source(folder: &Path, path: &Path) -> Source {
    let text = fs::read_to_string(path).unwrap();
    let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut tokens = Vec::new();
    let test_lines = flatten(stream, &mut tokens);
    let path = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    Source { path, lines: text.lines().count() - test_lines, text, tokens }
}

/// Appends the tokens of a stream without `#[cfg(test)]` items; returns how many lines those take.
fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) -> usize {
    let mut test_lines = 0;
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Punct(hash) if hash.as_char() == '#' && trees.peek().is_some_and(is_test_attribute) => {
                test_lines += skip_item(&mut trees) + 1 - line;
            }
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                tokens.push(Token { text: open.to_owned(), line });
                test_lines += flatten(group.stream(), tokens);
                tokens.push(Token { text: close.to_owned(), line: group.span_close().start().line });
            }
            TokenTree::Punct(colon) if colon.as_char() == ':' && colon.spacing() == Spacing::Joint => {
                trees.next();
                tokens.push(Token { text: "::".to_owned(), line });
            }
            TokenTree::Literal(_) => tokens.push(Token { text: "literal".to_owned(), line }),
            TokenTree::Ident(_) | TokenTree::Punct(_) => tokens.push(Token { text: tree.to_string(), line }),
        }
    }
    test_lines
}

fn is_test_attribute(tree: &TokenTree) -> bool {
    let TokenTree::Group(group) = tree else { return false };
    let text: String = group.stream().to_string().split_whitespace().collect();
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}

/// Passes over the item below an attribute: up to its braces or its semicolon. Returns its last line.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) -> usize {
    let mut last = 0;
    for tree in trees {
        last = tree.span().end().line;
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break,
            TokenTree::Punct(end) if end.as_char() == ';' => break,
            _ => {}
        }
    }
    last
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

fn windows(source: &Source, size: usize) -> impl Iterator<Item = &[Token]> {
    source.tokens.windows(size)
}

/// The module or program a file belongs to; `None` for the library's root.
fn owner(path: &str) -> Option<String> {
    if path == "lib.rs" {
        None
    } else if path == "main.rs" || path.starts_with("bin/") {
        Some(path.to_owned())
    } else {
        Some(path.split('/').next().unwrap().trim_end_matches(".rs").to_owned())
    }
}

/// How many `super` lead from a file's module to the crate's root.
fn depth(path: &str) -> usize {
    path.trim_end_matches("/mod.rs").split('/').count()
}

/// Top-level modules that a file names, by `crate::`, `fourfold::` or enough `super::`, each with its line.
fn modules_named(source: &Source) -> Vec<(usize, String)> {
    let texts: Vec<_> = source.tokens.iter().map(|token| token.text.as_str()).collect();
    let to_root = ["super", "::"].repeat(depth(&source.path));
    let mut named = Vec::new();
    for start in 0..texts.len() {
        let rest = &texts[start..];
        let after = if rest.starts_with(&["crate", "::"]) || rest.starts_with(&["fourfold", "::"]) {
            start + 2
        } else if rest.starts_with(&to_root) {
            start + to_root.len()
        } else {
            continue;
        };
        named.extend(first_names(&source.tokens[after..]));
    }
    named
}

/// The names directly below a path's root: one, or those of a `{a, b::c}` group.
fn first_names(tokens: &[Token]) -> Vec<(usize, String)> {
    if tokens.first().is_none_or(|token| token.text != "{") {
        return tokens.first().map(|token| (token.line, token.text.clone())).into_iter().collect();
    }
    let mut level = 0;
    let mut names = Vec::new();
    for pair in tokens.windows(2) {
        match pair[0].text.as_str() {
            "{" => level += 1,
            "}" => level -= 1,
            _ => {}
        }
        if level == 0 {
            break;
        }
        if level == 1 && matches!(pair[0].text.as_str(), "{" | ",") {
            names.push((pair[1].line, pair[1].text.clone()));
        }
    }
    names
}

/// Lines on which a file names a crate: `name::…` or `use name`, not as a part of a longer path or as a module of the same name.
fn crate_named(source: &Source, name: &str) -> Vec<usize> {
    let own_module = windows(source, 2).any(|pair| pair[0].text == "mod" && pair[1].text == name);
    let mut lines = Vec::new();
    for (place, token) in source.tokens.iter().enumerate().filter(|(_, token)| token.text == name) {
        let before = place.checked_sub(1).map_or("", |before| source.tokens[before].text.as_str());
        let after = source.tokens.get(place + 1).map_or("", |after| after.text.as_str());
        let begins_path = after == "::" && before != "::" && !own_module;
        if begins_path || (before == "use" && !own_module) {
            lines.push(token.line);
        }
    }
    lines
}

/// The handles listed in `tests/README.md`: names in backticks that begin a table row; `<…>` stands for anything.
fn documented_handles() -> Vec<String> {
    let readme = fs::read_to_string(top().join("tests/README.md")).unwrap_or_default();
    let rows = readme.lines().filter(|line| line.starts_with("| `"));
    rows.flat_map(|row| row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The names given to `handle(…)` in a script; `${…}` becomes `<>`.
fn handles_in(script: &str) -> impl Iterator<Item = String> {
    script.split("handle(").skip(1).filter_map(|rest| {
        let quote = rest.chars().next().filter(|first| matches!(first, '"' | '`' | '\''))?;
        let name = rest[1..].split(quote).next()?;
        Some(without_holes(name, "${", '}'))
    })
}

/// A name with what stands between marks replaced by `<>`.
fn without_holes(name: &str, open: &str, close: char) -> String {
    let mut parts = name.split(open);
    let mut whole = parts.next().unwrap().to_owned();
    for part in parts {
        whole.push_str("<>");
        whole.push_str(part.split_once(close).map_or("", |(_, after)| after));
    }
    whole
}

/// Whether a documented and a used name can mean the same: either may have holes.
fn matches(documented: &str, used: &str) -> bool {
    let documented = without_holes(documented, "<", '>');
    covers(&documented, used) || covers(used, &documented)
}

/// Whether `name` is `pattern` with something in its holes.
fn covers(pattern: &str, name: &str) -> bool {
    let Some((first, last)) = pattern.split_once("<>") else { return pattern == name };
    let Some(rest) = name.strip_prefix(first) else { return false };
    (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).any(|at| covers(last, &rest[at..]))
}
