//! One file as the user dropped it, read in blocks. Knows nothing of what is inside.

use std::cell::RefCell;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::rc::Rc;

use super::workbook::Workbook;

/// Bytes that can be read from any place: a buffer natively, a `File` in the browser.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

/// One file as the user dropped it.
pub struct InputFile {
    /// Shown and kept as the source; never used to tell the format.
    pub name: String,
    pub size: u64,
    blocks: Rc<RefCell<Blocks>>,
    /// A workbook stays open from its preview to its full read: shared strings and styles are read once.
    pub(super) workbook: Option<Workbook>,
}

impl InputFile {
    /// `size` is the number of bytes `content` holds.
    #[must_use]
    pub fn new(name: String, size: u64, content: Box<dyn Source>) -> Self {
        let blocks = Blocks { content, block: Vec::new(), block_at: 0, delivered: 0 };
        Self { name, size, blocks: Rc::new(RefCell::new(blocks)), workbook: None }
    }

    #[must_use]
    pub fn from_bytes(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self::new(name.into(), bytes.len() as u64, Box::new(Cursor::new(bytes)))
    }

    /// A view on the file's bytes with a place of its own, at the first byte.
    pub(super) fn bytes(&self) -> FileBytes {
        FileBytes { blocks: Rc::clone(&self.blocks), at: 0, size: self.size }
    }
}

/// The file's content with the block last read: in the browser each read is a call out of the program.
struct Blocks {
    content: Box<dyn Source>,
    block: Vec<u8>,
    block_at: u64,
    /// Bytes handed out, for progress.
    delivered: u64,
}

const BLOCK: u64 = 1 << 18;

impl Blocks {
    fn read_at(&mut self, at: u64, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.holds(at) {
            self.load(at - at % BLOCK)?;
        }
        let offset = usize::try_from(at.saturating_sub(self.block_at)).unwrap_or(usize::MAX);
        let read = self.block.get(offset..).unwrap_or_default().read(buffer)?;
        self.delivered += read as u64;
        Ok(read)
    }

    fn holds(&self, at: u64) -> bool {
        (self.block_at..self.block_at + self.block.len() as u64).contains(&at)
    }

    fn load(&mut self, start: u64) -> io::Result<()> {
        self.block.clear();
        self.block_at = start;
        self.content.seek(SeekFrom::Start(start))?;
        self.content.as_mut().take(BLOCK).read_to_end(&mut self.block)?;
        Ok(())
    }
}

/// A reader over a file that shares its content with others and has a place of its own.
#[derive(Clone)]
pub(super) struct FileBytes {
    blocks: Rc<RefCell<Blocks>>,
    at: u64,
    size: u64,
}

impl FileBytes {
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Bytes all views of the file have handed out so far.
    pub fn delivered(&self) -> u64 {
        self.blocks.borrow().delivered
    }
}

impl Read for FileBytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || buffer.is_empty() {
            return Ok(0);
        }
        let read = self.blocks.borrow_mut().read_at(self.at, buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for FileBytes {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        let target = match place {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
        };
        self.at = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
