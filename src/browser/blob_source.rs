//! A file in the browser as bytes that can be read from any place; works in workers only.

use std::io::{Error, Read, Result, Seek, SeekFrom};

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::{Blob, FileReaderSync};

use super::error::text_of;
use super::wire::release;

/// Bytes fetched at once, at first and behind a jump: who jumps looks at little.
const SMALLEST: u64 = 256 << 10;
/// Who reads on front to back gets twice as much each time, up to this: a call into the browser costs far more than copying it.
const LARGEST: u64 = 4 << 20;

/// Reads a [`Blob`] through a window that moves along with it.
pub(super) struct BlobSource {
    blob: Blob,
    reader: FileReaderSync,
    size: u64,
    position: u64,
    /// Place of the window in the blob.
    start: u64,
    window: Vec<u8>,
    /// Bytes of the next window.
    next: u64,
}

impl BlobSource {
    /// # Errors
    /// The browser has no synchronous reader here.
    pub(super) fn new(blob: Blob) -> Result<Self> {
        let reader = FileReaderSync::new().map_err(refused)?;
        // A blob's size is a whole number below 2^53.
        let size = blob.size() as u64;
        Ok(Self { blob, reader, size, position: 0, start: 0, window: Vec::new(), next: SMALLEST })
    }

    fn is_inside(&self) -> bool {
        self.position >= self.start && self.position - self.start < self.window.len() as u64
    }

    fn fetch(&mut self) -> Result<()> {
        let goes_on = self.position == self.start + self.window.len() as u64;
        self.next = if goes_on { (self.next * 2).min(LARGEST) } else { SMALLEST };
        // A reader that goes back in small steps finds the part before it too.
        self.start = if self.position < self.start { self.position.saturating_sub(self.next / 2) } else { self.position };
        let end = self.start.saturating_add(self.next).min(self.size);
        let part = self.blob.slice_with_f64_and_f64(self.start as f64, end as f64).map_err(refused)?;
        let buffer = self.reader.read_as_array_buffer(&part).map_err(refused)?;
        let bytes = Uint8Array::new(&buffer);
        self.window.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut self.window);
        release(&bytes.buffer());
        Ok(())
    }
}

impl Read for BlobSource {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        if self.position >= self.size || buffer.is_empty() {
            return Ok(0);
        }
        if !self.is_inside() {
            self.fetch()?;
        }
        let offset = usize::try_from(self.position - self.start).map_err(Error::other)?;
        let found = self.window.get(offset..).unwrap_or_default();
        let count = found.len().min(buffer.len());
        buffer[..count].copy_from_slice(&found[..count]);
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for BlobSource {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let target = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(offset) => self.size.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = target.ok_or_else(|| Error::other("seek before the start"))?;
        Ok(self.position)
    }
}

fn refused(cause: JsValue) -> Error {
    Error::other(text_of(&cause))
}
