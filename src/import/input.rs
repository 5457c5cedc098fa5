//! One file as the user dropped it. Knows nothing of what is inside.

use std::io::{Cursor, Read, Seek, SeekFrom};

use super::ImportError;

/// Bytes that can be read from any place: a buffer natively, a `File` in the browser.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// One file as the user dropped it.
pub struct InputFile {
    /// Shown and kept as the source; never used to tell the format.
    pub name: String,
    pub size: u64,
    content: Box<dyn Source>,
}

impl InputFile {
    /// `size` is the number of bytes `content` holds.
    #[must_use]
    pub fn new(name: String, size: u64, content: Box<dyn Source>) -> Self {
        Self { name, size, content }
    }

    #[must_use]
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self::new(name.into(), bytes.len() as u64, Box::new(Cursor::new(bytes)))
    }

    /// The content from the first byte on.
    pub(super) fn rewound(&mut self) -> Result<&mut dyn Source, ImportError> {
        self.content.seek(SeekFrom::Start(0))?;
        Ok(self.content.as_mut())
    }
}
