//! The workspace file, `.fourfold`: the present state of one workspace, as one file. Undo steps stay at home, so that what a
//! consultant has removed from the data is not handed over with it.
//!
//! ```text
//! 8 bytes   magic: 46 4F 55 52 46 4F 4C 44, "FOURFOLD"
//! u32       version of the format
//! u32       number of sections
//! each:     u8 kind (1 document, 2 table) · u32 length of the section · u32 CRC-32 of the section
//!           · u8 length of the name · the name, ASCII (of a table; empty for the document)
//! u32       CRC-32 of everything so far
//! …         the sections in that order, without gaps, to the end of the file
//! ```
//! Numbers are little-endian, CRC-32 is the IEEE one. Each section is a block: u32 length of the content, u32 CRC-32 of the content,
//! then the content as raw deflate. The document's content is JSON (see `document`), a table's content is columns (see `columns`
//! and, for their names, `table`). A table's name is its content's CRC-32 (8 hex digits), 64-bit FNV-1a (16) and length.

use super::bytes::{Reader, damaged, put_u32};
use super::contract::SavedWorkspace;
use super::format;
use super::shelf::Shelf;
use super::table::TableId;
use super::upgrade::VERSION;
use crate::engine::protocol::StoreProblem;
use crate::workspace::{History, Workspace};

const MAGIC: &[u8; 8] = b"FOURFOLD";
const DOCUMENT: u8 = 1;
const TABLE: u8 = 2;
/// Bytes of a directory entry without its name.
const ENTRY: usize = 10;

/// Ending of a workspace file's name.
pub const FILE_ENDING: &str = "fourfold";

/// A workspace as the bytes of a file, which knows nothing of tables that were lost.
///
/// # Errors
/// A table is larger than the format allows.
pub fn write_file(workspace: &Workspace) -> Result<Vec<u8>, StoreProblem> {
    let mut whole = workspace.clone();
    whole.data.lost.clear();
    write_saved(&format::saved(&History::new(whole), &mut Shelf::default())?)
}

/// What is kept of a workspace as the bytes of a file, whatever is inside: the way out for one that this build cannot read.
///
/// # Errors
/// A table is larger than the format allows.
pub fn write_saved(saved: &SavedWorkspace) -> Result<Vec<u8>, StoreProblem> {
    let mut directory = Vec::new();
    let mut content = Vec::new();
    put_section(&mut directory, &mut content, DOCUMENT, "", &saved.document)?;
    for (id, block) in &saved.tables {
        put_section(&mut directory, &mut content, TABLE, id.as_str(), block)?;
    }
    let sections = u32::try_from(saved.tables.len() + 1).map_err(|_| too_large())?;
    let mut file = MAGIC.to_vec();
    put_u32(&mut file, VERSION);
    put_u32(&mut file, sections);
    file.extend_from_slice(&directory);
    let checksum = crc32fast::hash(&file);
    put_u32(&mut file, checksum);
    file.extend_from_slice(&content);
    Ok(file)
}

/// The workspace of a file.
///
/// # Errors
/// [`StoreProblem::NotAWorkspace`], `Newer`, `Damaged` or `Checksum`; never a workspace with a part missing.
pub fn read_file(file: &[u8]) -> Result<Workspace, StoreProblem> {
    Ok(read_history(file)?.present().clone())
}

/// The workspace of a file with its undo steps, which only a file from [`write_saved`] has.
///
/// # Errors
/// As [`read_file`].
pub(super) fn read_history(file: &[u8]) -> Result<History, StoreProblem> {
    Ok(format::loaded_whole(&sections(file)?, &mut Shelf::default())?.history)
}

fn put_section(directory: &mut Vec<u8>, content: &mut Vec<u8>, kind: u8, name: &str, block: &[u8]) -> Result<(), StoreProblem> {
    directory.push(kind);
    put_u32(directory, u32::try_from(block.len()).map_err(|_| too_large())?);
    put_u32(directory, crc32fast::hash(block));
    directory.push(u8::try_from(name.len()).map_err(|_| too_large())?);
    directory.extend_from_slice(name.as_bytes());
    content.extend_from_slice(block);
    Ok(())
}

fn too_large() -> StoreProblem {
    StoreProblem::Other { detail: "larger than a workspace file can be".to_owned() }
}

struct Entry<'a> {
    kind: u8,
    length: usize,
    checksum: u32,
    name: &'a str,
}

fn sections(file: &[u8]) -> Result<SavedWorkspace, StoreProblem> {
    let mut reader = Reader::new(file);
    if reader.take(MAGIC.len()).ok() != Some(MAGIC) {
        return Err(StoreProblem::NotAWorkspace);
    }
    let found = reader.u32()?;
    if found > VERSION {
        return Err(StoreProblem::Newer { found, known: VERSION });
    }
    if found == 0 {
        return Err(damaged("version 0"));
    }
    let entries = directory(&mut reader)?;
    let checksum = crc32fast::hash(&file[..file.len() - reader.remaining()]);
    if reader.u32()? != checksum {
        return Err(StoreProblem::Checksum);
    }
    let mut saved = SavedWorkspace::default();
    for entry in entries {
        let block = reader.take(entry.length)?;
        if crc32fast::hash(block) != entry.checksum {
            return Err(StoreProblem::Checksum);
        }
        match entry.kind {
            DOCUMENT => saved.document = block.to_vec(),
            TABLE => drop(saved.tables.insert(TableId::from(entry.name.to_owned()), block.into())),
            other => return Err(damaged(format!("a section of kind {other}"))),
        }
    }
    if reader.remaining() > 0 { Err(damaged(format!("{} bytes after the end", reader.remaining()))) } else { Ok(saved) }
}

fn directory<'a>(reader: &mut Reader<'a>) -> Result<Vec<Entry<'a>>, StoreProblem> {
    let count = reader.u32()? as usize;
    if count.checked_mul(ENTRY).is_none_or(|bytes| bytes > reader.remaining()) {
        return Err(damaged(format!("{count} sections in {} bytes", reader.remaining())));
    }
    let mut entry = || {
        let kind = reader.u8()?;
        let length = reader.u32()? as usize;
        let checksum = reader.u32()?;
        let name_length = usize::from(reader.u8()?);
        let name = std::str::from_utf8(reader.take(name_length)?).map_err(|_| damaged("a section's name is not text"))?;
        Ok(Entry { kind, length, checksum, name })
    };
    (0..count).map(|_| entry()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::store::samples;

    fn file() -> Vec<u8> {
        write_file(samples::history().present()).unwrap()
    }

    /// Where the directory ends and the sections begin.
    fn header(file: &[u8]) -> usize {
        let mut reader = Reader::new(&file[12..]);
        directory(&mut reader).unwrap();
        file.len() - reader.remaining() + 4
    }

    #[test]
    fn a_workspace_goes_out_and_comes_back() {
        for workspace in [samples::history().present().clone(), samples::imported(0), Workspace::default()] {
            assert_eq!(read_file(&write_file(&workspace).unwrap()).unwrap(), workspace);
        }
    }

    #[test]
    fn undo_steps_stay_at_home() {
        let mut history = History::new(samples::imported(200));
        history.record(crate::workspace::Change::ClearData, Workspace::default());
        assert_eq!(write_file(history.present()), write_file(&Workspace::default()));
    }

    #[test]
    fn every_flipped_bit_is_noticed() {
        let whole = file();
        for place in 0..whole.len() {
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[place] ^= 1 << bit;
                assert!(read_file(&flipped).is_err(), "bit {bit} of byte {place} of {}", whole.len());
            }
        }
    }

    #[test]
    fn every_cut_and_every_tail_is_noticed() {
        let whole = file();
        for length in 0..whole.len() {
            let problem = read_file(&whole[..length]).unwrap_err();
            let expected = if length < 8 { StoreProblem::NotAWorkspace } else { damaged("") };
            assert_eq!(std::mem::discriminant(&problem), std::mem::discriminant(&expected), "cut at {length}: {problem:?}");
        }
        assert!(matches!(read_file(&[whole, vec![0]].concat()), Err(StoreProblem::Damaged { .. })));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let whole = file();
        let with = |place: usize, bytes: &[u8]| {
            let mut other = whole.clone();
            other[place..place + bytes.len()].copy_from_slice(bytes);
            read_file(&other)
        };
        assert_eq!(read_file(b""), Err(StoreProblem::NotAWorkspace));
        assert_eq!(read_file(b"PK\x03\x04 and so on"), Err(StoreProblem::NotAWorkspace));
        assert_eq!(with(8, &[7, 0, 0, 0]), Err(StoreProblem::Newer { found: 7, known: VERSION }));
        assert!(matches!(with(8, &[0, 0, 0, 0]), Err(StoreProblem::Damaged { .. })));
        assert!(matches!(with(12, &[255; 4]), Err(StoreProblem::Damaged { .. })), "four billion sections");
        assert_eq!(with(header(&whole) + 20, &[0, 1, 2, 3]), Err(StoreProblem::Checksum));
    }

    /// A file with all its checksums right and a document of someone else's making.
    fn forged(json: &str) -> Result<Workspace, StoreProblem> {
        let saved = SavedWorkspace { document: crate::store::block::sealed(json.as_bytes()).unwrap(), ..SavedWorkspace::default() };
        format::loaded(&saved, &mut Shelf::default()).map(|found| found.history.present().clone())
    }

    #[test]
    fn a_forged_document_is_refused() {
        assert_eq!(forged(r#"{"version": 9}"#), Err(StoreProblem::Newer { found: 9, known: VERSION }));
        for json in ["", "{", "[]", "{}", r#"{"version": 1}"#, r#"{"version": 1, "first": {}, "steps": [], "present": 0}"#] {
            assert!(matches!(forged(json), Err(StoreProblem::Damaged { .. })), "{json}");
        }
    }

    #[test]
    fn an_inflating_file_is_stopped_at_what_it_announces() {
        let mut block = crate::store::block::sealed(&vec![0; 1 << 22]).unwrap();
        assert!(block.len() < 1 << 16);
        block[..4].copy_from_slice(&100_u32.to_le_bytes());
        assert!(matches!(crate::store::block::opened(&block), Err(StoreProblem::Damaged { .. })));
    }
}
