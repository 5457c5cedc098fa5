//! A block: bytes compressed and sealed, the unit in which documents and tables are kept.
//!
//! ```text
//! u32  length of the content
//! u32  CRC-32 (IEEE) of the content
//! …    the content, raw deflate (RFC 1951), to the end of the block
//! ```
//! Numbers are little-endian.

use std::io::{Read, Write};

use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};

use super::bytes::{Reader, damaged, put_u32};
use crate::engine::protocol::StoreProblem;

/// Largest content of a block, 1 GiB: beyond it a file is taken for hostile.
const MOST: u32 = 1 << 30;

/// # Errors
/// More than 1 GiB of content.
pub(super) fn sealed(content: &[u8]) -> Result<Vec<u8>, StoreProblem> {
    let other = |detail: String| StoreProblem::Other { detail };
    let length = u32::try_from(content.len()).ok().filter(|&length| length <= MOST);
    let length = length.ok_or_else(|| other(format!("{} bytes in one piece, {MOST} are possible", content.len())))?;
    let mut block = Vec::new();
    put_u32(&mut block, length);
    put_u32(&mut block, crc32fast::hash(content));
    let mut encoder = DeflateEncoder::new(block, Compression::fast());
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(|error| other(error.to_string()))
}

/// # Errors
/// The block is damaged or its checksum differs.
pub(super) fn opened(block: &[u8]) -> Result<Vec<u8>, StoreProblem> {
    let mut reader = Reader::new(block);
    let length = reader.u32()?;
    let checksum = reader.u32()?;
    if length > MOST {
        return Err(damaged(format!("{length} bytes announced in one piece")));
    }
    let packed = reader.take(reader.remaining())?;
    let mut content = Vec::new();
    // One more than announced is asked for, so that a longer content is noticed.
    DeflateDecoder::new(packed).take(u64::from(length) + 1).read_to_end(&mut content).map_err(|error| damaged(error.to_string()))?;
    if content.len() != length as usize {
        return Err(damaged(format!("{length} bytes announced, {} found", content.len())));
    }
    if crc32fast::hash(&content) != checksum {
        return Err(StoreProblem::Checksum);
    }
    Ok(content)
}
