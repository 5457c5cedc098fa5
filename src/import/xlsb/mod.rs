//! XLSB: the parts of an XLSX package as binary records. The library we use for XLSX panics on damaged records of this format and
//! passes over errors that are results of formulas, so its sheets are read here. Knows nothing of rows.

mod cells;
mod records;

use std::collections::BTreeMap;
use std::io::BufReader;

use quick_xml::events::Event;

use super::biff::{Texts, u16_at, u32_at};
use super::input::FileBytes;
use super::number_format::{NumberKind, builtin, custom};
use super::package::{Archive, Part, damaged};
use super::sheet_rows::Merge;
use super::workbook::Progress;
use super::xml::{Xml, attribute};
use super::{ImportError, SheetInfo};
use cells::{XlsbCells, merges};
use records::{Records, wide_text};

const WORKBOOK_PROPERTIES: u16 = 153;
const SHEET: u16 = 156;
const STRING: u16 = 19;
const FORMAT: u16 = 44;
const CELL_FORMATS: u16 = 617;
const CELL_FORMATS_END: u16 = 618;
const CELL_FORMAT: u16 = 47;

/// An opened workbook.
pub(super) struct XlsbBook {
    archive: Archive,
    pub sheets: Vec<SheetInfo>,
    /// The part of each sheet.
    parts: Vec<String>,
    strings: Texts,
    /// What a number is, by the index of its cell format.
    kinds: Vec<NumberKind>,
    is_1904: bool,
}

impl XlsbBook {
    pub fn open(archive: Archive) -> Result<Self, ImportError> {
        let mut book = Self { archive, sheets: vec![], parts: vec![], strings: Texts::default(), kinds: vec![], is_1904: false };
        book.read_sheets()?;
        book.read_strings()?;
        book.read_formats()?;
        Ok(book)
    }

    fn read_sheets(&mut self) -> Result<(), ImportError> {
        let targets = relationships(&mut self.archive)?;
        let Some(part) = part(&mut self.archive, "xl/workbook.bin")? else { return Err(ImportError::Truncated) };
        let mut records = Records::new(part);
        while let Some((kind, data)) = records.next()? {
            match kind {
                WORKBOOK_PROPERTIES => self.is_1904 = data.first().is_some_and(|flags| flags & 1 != 0),
                SHEET => {
                    let Some((relation, name_at)) = wide_text(data, 8) else { continue };
                    let Some((name, _)) = wide_text(data, name_at) else { continue };
                    // Chart and macro sheets lie in folders of their own.
                    if let Some(target) = targets.get(&relation).filter(|target| target.contains("worksheets/")) {
                        self.sheets.push(SheetInfo { name, hidden: u32_at(data, 0) != Some(0) });
                        self.parts.push(target.clone());
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn read_strings(&mut self) -> Result<(), ImportError> {
        let Some(part) = part(&mut self.archive, "xl/sharedStrings.bin")? else { return Ok(()) };
        let mut records = Records::new(part);
        while let Some((kind, data)) = records.next()? {
            if kind == STRING {
                self.strings.push(&wide_text(data, 1).unwrap_or_default().0);
            }
        }
        Ok(())
    }

    fn read_formats(&mut self) -> Result<(), ImportError> {
        let Some(part) = part(&mut self.archive, "xl/styles.bin")? else { return Ok(()) };
        let mut records = Records::new(part);
        let (mut formats, mut of_cells) = (BTreeMap::new(), false);
        while let Some((kind, data)) = records.next()? {
            match kind {
                FORMAT => {
                    if let (Some(id), Some((format, _))) = (u16_at(data, 0), wide_text(data, 2)) {
                        formats.insert(id, custom(&format));
                    }
                }
                CELL_FORMATS => of_cells = true,
                CELL_FORMATS_END => of_cells = false,
                CELL_FORMAT if of_cells => {
                    let id = u16_at(data, 2).unwrap_or(0);
                    self.kinds.push(formats.get(&id).copied().unwrap_or_else(|| builtin(id)));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// The cells of a sheet with its merged blocks.
    pub fn cells(&mut self, sheet: usize, progress: FileBytes) -> Result<(XlsbCells<'_>, Vec<Merge>), ImportError> {
        let name = self.parts.get(sheet).ok_or(ImportError::NoSuchSheet)?;
        let missing = || ImportError::Damaged { detail: format!("{name}: missing") };
        let merges = merges(Records::new(part(&mut self.archive, name)?.ok_or_else(missing)?))?;
        let progress = Progress::from(progress);
        let records = Records::new(part(&mut self.archive, name)?.ok_or_else(missing)?);
        Ok((XlsbCells::new(records, &self.strings, &self.kinds, self.is_1904, progress), merges))
    }
}

/// A part by its name in any case; `None` if there is none.
fn part<'a>(archive: &'a mut Archive, name: &str) -> Result<Option<Part<'a>>, ImportError> {
    let found = archive.file_names_raw().position(|other| other.eq_ignore_ascii_case(name.as_bytes()));
    let Some(index) = found else { return Ok(None) };
    Ok(Some(BufReader::new(archive.by_index(index).map_err(damaged)?)))
}

/// The parts that the workbook names, by relationship.
fn relationships(archive: &mut Archive) -> Result<BTreeMap<String, String>, ImportError> {
    let mut targets = BTreeMap::new();
    let Some(part) = part(archive, "xl/_rels/workbook.bin.rels")? else { return Ok(targets) };
    let mut xml = Xml::new(part);
    loop {
        match xml.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                if let (Some(id), Some(target)) = (attribute(&element, "Id"), attribute(&element, "Target")) {
                    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                    targets.insert(id, path);
                }
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}
