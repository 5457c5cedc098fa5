//! What a package says of its sheets before their rows: names, parts, shared strings, number formats. `None` wherever something is odd:
//! the careful way says what is wrong, or understands it.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::super::SheetInfo;
use super::super::number_format::{NumberKind, builtin};
use super::super::package::{Archive, Part};
use super::super::xml::{Xml, attribute};
use super::strings::Strings;

pub(super) struct Book {
    pub sheets: Vec<SheetInfo>,
    /// The part of each sheet in the archive.
    pub parts: Vec<usize>,
    pub strings: Strings,
    /// What a number is, by the index of its cell format.
    pub kinds: Vec<NumberKind>,
    pub is_1904: bool,
}

impl Book {
    pub fn read(archive: &mut Archive) -> Option<Self> {
        let (folder, name) = document(archive)?;
        let mut book = Self { sheets: vec![], parts: vec![], strings: Strings::default(), kinds: vec![], is_1904: false };
        book.read_sheets(archive, &folder, &name)?;
        if let Some(index) = find(archive, &format!("{folder}sharedStrings.xml"))? {
            book.strings = Strings::read(archive.by_index(index).ok()?)?;
        }
        if let Some(index) = find(archive, &format!("{folder}styles.xml"))? {
            book.kinds = kinds(Part::new(archive.by_index(index).ok()?))?;
        }
        Some(book)
    }

    fn read_sheets(&mut self, archive: &mut Archive, folder: &str, name: &str) -> Option<()> {
        let targets = relationships(archive, &format!("{folder}_rels/{name}.rels"))?;
        let (mut listed, mut is_1904) = (Vec::new(), false);
        each_element(open(archive, &format!("{folder}{name}"))?, "workbook", |element| {
            match element.local_name().as_ref() {
                "workbookPr" => is_1904 = raw(element, "date1904").map_or(is_1904, |value| value == "1" || value == "true"),
                "sheet" => listed.push(sheet(element)?),
                _ => {}
            }
            Some(())
        })?;
        self.is_1904 = is_1904;
        // The careful way finds a sheet by its name.
        let names: BTreeSet<_> = listed.iter().map(|(info, _)| info.name.as_str()).collect();
        if names.len() < listed.len() {
            return None;
        }
        for (info, relation) in listed {
            let (target, kind) = targets.get(&relation)?;
            match kind.rsplit('/').next()? {
                "worksheet" | "dialogsheet" => {
                    let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
                    self.parts.push(find(archive, &path)??);
                    self.sheets.push(info);
                }
                "chartsheet" => {}
                _ => return None,
            }
        }
        Some(())
    }
}

/// A sheet with the relationship that names its part.
fn sheet(element: &BytesStart<'_>) -> Option<(SheetInfo, String)> {
    let name = unescape(&raw(element, "name")?).ok()?.into_owned();
    let hidden = match raw(element, "state").as_deref() {
        None | Some("visible") => false,
        Some("hidden" | "veryHidden") => true,
        Some(_) => return None,
    };
    Some((SheetInfo { name, hidden }, attribute(element, "id")?))
}

/// Folder and name of the part that lists the sheets.
fn document(archive: &mut Archive) -> Option<(String, String)> {
    let targets = relationships(archive, "_rels/.rels")?;
    let mut documents = targets.values().filter(|(_, kind)| kind.ends_with("/relationships/officeDocument"));
    let (target, _) = documents.next()?;
    let (folder, name) = target.split_at(target.rfind('/').map_or(0, |at| at + 1));
    let single = documents.next().is_none() && !name.is_empty();
    single.then(|| (folder.strip_prefix('/').unwrap_or(folder).to_owned(), name.to_owned()))
}

/// Target and kind of what a part refers to, by relationship.
fn relationships(archive: &mut Archive, path: &str) -> Option<BTreeMap<String, (String, String)>> {
    let mut targets = BTreeMap::new();
    each_element(open(archive, path)?, "Relationships", |element| {
        if element.local_name().as_ref() == "Relationship" {
            let target = raw(element, "Target")?;
            let before = targets.insert(raw(element, "Id")?, (target.clone(), raw(element, "Type")?));
            return (before.is_none() && !target.contains('&')).then_some(());
        }
        Some(())
    })?;
    Some(targets)
}

/// What the numbers of each cell format are.
fn kinds(part: Part<'_>) -> Option<Vec<NumberKind>> {
    let (mut formats, mut kinds, mut inside) = (BTreeMap::new(), Vec::new(), String::new());
    each_element(part, "styleSheet", |element| {
        match element.local_name().as_ref() {
            name @ ("numFmts" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs") => name.clone_into(&mut inside),
            "numFmt" if inside == "numFmts" => {
                if let (Some(id), Some(format)) = (raw(element, "numFmtId"), raw(element, "formatCode")) {
                    formats.insert(id, custom(&unescape(&format).ok()?));
                }
            }
            "xf" if inside == "cellXfs" => {
                let id = raw(element, "numFmtId").unwrap_or_default();
                kinds.push(formats.get(&id).copied().unwrap_or_else(|| builtin(id.parse().unwrap_or(0))));
            }
            _ => {}
        }
        Some(())
    })?;
    Some(kinds)
}

/// What a number of a format as text is, told as the careful way tells it: a cell must not become a date by the way it was read.
fn custom(format: &str) -> NumberKind {
    let (mut literal, mut quoted, mut depth, mut elapsed, mut half_day) = (false, false, 0_u32, false, false);
    let mut before = ' ';
    for letter in format.chars().map(|letter| letter.to_ascii_lowercase()) {
        match letter {
            _ if literal => literal = false,
            // The next character is shown as it is, or as a blank or filling of its width.
            '\\' | '_' | '*' => literal = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            // The first section shows the positive numbers.
            ';' => break,
            '[' => depth += 1,
            ']' if depth == 1 && elapsed => return NumberKind::Duration,
            ']' => depth = depth.saturating_sub(1),
            'a' if depth == 0 && !half_day => half_day = true,
            'p' | 'm' | '/' if depth == 0 && half_day => return NumberKind::Date,
            'd' | 'm' | 'h' | 'y' | 's' if depth == 0 && !half_day => return NumberKind::Date,
            _ => elapsed = (elapsed && letter == before) || (before == '[' && matches!(letter, 'm' | 'h' | 's')),
        }
        before = letter;
    }
    NumberKind::Number
}

/// Shows every element of a part up to the end of its root.
fn each_element(part: Part<'_>, root: &str, mut visit: impl FnMut(&BytesStart<'_>) -> Option<()>) -> Option<()> {
    let mut xml = Xml::new(part);
    loop {
        match xml.next().ok()? {
            Event::Start(element) => visit(&element)?,
            Event::End(element) if element.local_name().as_ref() == root => return Some(()),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The value of an attribute as written.
fn raw(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.to_string())
}

/// The place of a part in the archive, by its name in any case; `Some(None)` if there is none, `None` if there are several.
fn find(archive: &Archive, path: &str) -> Option<Option<usize>> {
    let mut found = archive.file_names_raw().enumerate().filter(|(_, name)| {
        let same = |(&left, right): (&u8, u8)| left.eq_ignore_ascii_case(&right) || (left == b'\\' && right == b'/');
        name.len() == path.len() && name.iter().zip(path.bytes()).all(same)
    });
    let index = found.next().map(|(index, _)| index);
    found.next().is_none().then_some(index)
}

fn open<'a>(archive: &'a mut Archive, path: &str) -> Option<Part<'a>> {
    let index = find(archive, path)??;
    Some(Part::new(archive.by_index(index).ok()?))
}
