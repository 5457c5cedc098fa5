//! XLS (BIFF5 and BIFF8), read cell by cell from the workbook stream. The library we use for the newer formats fills a dense
//! range of every sheet while it opens a file, from sizes the file claims; this format no longer changes, so a small reader of
//! our own stays within the file's own size. Knows nothing of rows.

mod cells;
mod compound;
mod globals;
mod records;
mod text;

pub(super) use globals::XlsBook;

use super::ImportError;
use super::input::FileBytes;
use compound::Compound;

/// A workbook stream is held in memory; Excel's own limits keep it far below this.
const MOST_STREAM_BYTES: u64 = 256 << 20;

/// Opens an OLE2 compound file and tells what it is.
///
/// # Errors
/// [`ImportError::Protected`], [`ImportError::NotATable`] for other documents, [`ImportError::Truncated`], [`ImportError::Damaged`].
pub(super) fn open(bytes: FileBytes) -> Result<XlsBook, ImportError> {
    let mut compound = Compound::open(bytes)?;
    if compound.has("EncryptedPackage") {
        return Err(ImportError::Protected);
    }
    let others = [("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("__properties_version1.0", "msg"), ("VisioDocument", "visio")];
    if let Some((_, what)) = others.into_iter().find(|(name, _)| compound.has(name)) {
        return Err(ImportError::NotATable { what: what.to_owned() });
    }
    match compound.stream("Workbook", MOST_STREAM_BYTES)?.or(compound.stream("Book", MOST_STREAM_BYTES)?) {
        Some(stream) => XlsBook::read(stream),
        None => Err(ImportError::NotATable { what: "ole".to_owned() }),
    }
}
