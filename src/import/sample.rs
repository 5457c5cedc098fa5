//! The bytes that guesses about a text file rest on: its beginning, and a few slices further in, because a file may be plain
//! ASCII for its first megabyte and Chinese after it.

use std::io::{Read, Seek, SeekFrom};

use super::{ImportError, InputFile};

/// Guesses look at no more than this much of a file's beginning.
pub(super) const HEAD_BYTES: u64 = 1 << 20;
const SLICE_BYTES: u64 = 1 << 16;
const SLICES: u64 = 7;

pub(super) struct Sample {
    pub head: Vec<u8>,
    /// Slices from behind the head, each from its first full line on.
    pub later: Vec<Vec<u8>>,
    /// Whether the head is the whole file.
    pub whole: bool,
}

impl Sample {
    /// The head alone: enough to tell the format.
    pub fn head(file: &InputFile) -> Result<Self, ImportError> {
        let mut head = Vec::new();
        file.bytes().take(HEAD_BYTES).read_to_end(&mut head)?;
        Ok(Self { whole: head.len() as u64 >= file.size, head, later: Vec::new() })
    }

    /// Adds the slices further in.
    pub fn look_further(&mut self, file: &InputFile) -> Result<(), ImportError> {
        if self.whole {
            return Ok(());
        }
        let size = file.size;
        let mut content = file.bytes();
        for slice in 1..=SLICES {
            let start = HEAD_BYTES + (size - HEAD_BYTES) / (SLICES + 1) * slice;
            content.seek(SeekFrom::Start(start))?;
            let mut bytes = Vec::new();
            content.by_ref().take(SLICE_BYTES).read_to_end(&mut bytes)?;
            // A line feed is never the second byte of a character in any of the encodings with variable length.
            let line_start = bytes.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |at| at + 1);
            self.later.push(bytes.split_off(line_start));
        }
        Ok(())
    }
}
