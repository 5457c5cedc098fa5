//! OLE2 compound files: named streams in a file of sectors. Every chain is followed no further than the file has sectors.

use std::io::{Read, Seek, SeekFrom};

use super::super::ImportError;
use super::super::biff::{u16_at, u32_at};
use super::super::input::FileBytes;

/// Sector numbers from here on are marks: free, end of chain, table sectors.
const FIRST_MARK: u32 = 0xffff_fffa;
const MINI_SECTOR: usize = 64;
/// Streams shorter than this lie in the mini stream.
const MINI_CUTOFF: u64 = 4096;
const ENTRY: usize = 128;
const HEADER: usize = 512;

pub(super) struct Compound {
    bytes: FileBytes,
    sector: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    stream: bool,
    start: u32,
    size: u64,
    links: [u32; 2],
    child: u32,
}

impl Compound {
    pub fn open(mut bytes: FileBytes) -> Result<Self, ImportError> {
        let mut header = [0; HEADER];
        bytes.read_exact(&mut header).map_err(|_| ImportError::Truncated)?;
        let sector = match u16_at(&header, 30) {
            Some(9) => 512,
            Some(12) => 4096,
            _ => return Err(damaged("sector size")),
        };
        let number = |at| u32_at(&header, at).unwrap_or(u32::MAX);
        let mut compound = Self { bytes, sector, table: vec![], mini_table: vec![], mini_stream: vec![], entries: vec![] };
        compound.table = compound.read_table(&header)?;
        let directory = compound.chain(number(48))?;
        compound.entries = directory.chunks_exact(ENTRY).map(Entry::read).collect();
        let root = compound.entries.first().ok_or(ImportError::Truncated)?.start;
        if number(60) < FIRST_MARK {
            compound.mini_table = numbers(&compound.chain(number(60))?);
            compound.mini_stream = compound.chain(root)?;
        }
        Ok(compound)
    }

    /// The sector table, whose own sectors are listed in the header and, beyond 109, in a chain.
    fn read_table(&mut self, header: &[u8; HEADER]) -> Result<Vec<u32>, ImportError> {
        let mut listed = numbers(&header[76..]);
        let mut next = u32_at(header, 68).unwrap_or(u32::MAX);
        let mut budget = self.sectors();
        while next < FIRST_MARK && budget > 0 {
            budget -= 1;
            let mut more = numbers(&self.read_sector(next)?);
            next = more.pop().unwrap_or(u32::MAX);
            listed.extend(more);
        }
        let mut table = Vec::new();
        for sector in listed.into_iter().filter(|&sector| sector < FIRST_MARK).take(self.sectors()) {
            table.extend(numbers(&self.read_sector(sector)?));
        }
        Ok(table)
    }

    /// Sectors the file can have, the last one cut short.
    fn sectors(&self) -> usize {
        usize::try_from(self.bytes.size()).unwrap_or(usize::MAX) / self.sector + 1
    }

    /// A sector; shorter where the file ends within it.
    fn read_sector(&mut self, sector: u32) -> Result<Vec<u8>, ImportError> {
        let mut data = Vec::with_capacity(self.sector);
        self.bytes.seek(SeekFrom::Start((u64::from(sector) + 1) * self.sector as u64))?;
        self.bytes.by_ref().take(self.sector as u64).read_to_end(&mut data)?;
        Ok(data)
    }

    fn chain(&mut self, start: u32) -> Result<Vec<u8>, ImportError> {
        let mut data = Vec::new();
        let mut next = start;
        let mut budget = self.sectors();
        while next < FIRST_MARK {
            budget = budget.checked_sub(1).ok_or_else(|| damaged("sector chain runs in a circle"))?;
            data.extend(self.read_sector(next)?);
            next = self.table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        Ok(data)
    }

    fn mini_chain(&self, start: u32) -> Result<Vec<u8>, ImportError> {
        let mut data = Vec::new();
        let mut next = start;
        let mut budget = self.mini_table.len() + 1;
        while next < FIRST_MARK {
            budget = budget.checked_sub(1).ok_or_else(|| damaged("mini sector chain runs in a circle"))?;
            let at = (next as usize).saturating_mul(MINI_SECTOR);
            data.extend(self.mini_stream.get(at..).unwrap_or_default().iter().take(MINI_SECTOR));
            next = self.mini_table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        Ok(data)
    }

    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// An entry directly below the root: documents embedded in a document have streams of the same names.
    fn find(&self, name: &str) -> Option<&Entry> {
        let mut open: Vec<u32> = self.entries.first().map(|root| root.child).into_iter().collect();
        let mut budget = self.entries.len();
        while let Some(index) = open.pop() {
            let Some(entry) = self.entries.get(index as usize) else { continue };
            if entry.name.eq_ignore_ascii_case(name) {
                return Some(entry);
            }
            budget = budget.checked_sub(1)?;
            open.extend(entry.links);
        }
        None
    }

    /// The bytes of a stream; `None` if there is none of that name.
    pub fn stream(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, ImportError> {
        let Some(entry) = self.find(name).filter(|entry| entry.stream) else { return Ok(None) };
        let (start, size) = (entry.start, entry.size);
        if size > limit {
            return Err(ImportError::TooLarge { size, limit });
        }
        let mut data = if size < MINI_CUTOFF { self.mini_chain(start)? } else { self.chain(start)? };
        let size = usize::try_from(size).unwrap_or(usize::MAX);
        if data.len() < size {
            return Err(ImportError::Truncated);
        }
        data.truncate(size);
        Ok(Some(data))
    }
}

impl Entry {
    fn read(data: &[u8]) -> Self {
        let number = |at| u32_at(data, at).unwrap_or(u32::MAX);
        let length = usize::from(u16_at(data, 64).unwrap_or(0)).clamp(2, 64) - 2;
        let name: Vec<u16> = data[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        Self {
            name: String::from_utf16_lossy(&name),
            stream: data[66] == 2,
            start: number(116),
            size: u64::from(number(120)),
            links: [number(68), number(72)],
            child: number(76),
        }
    }
}

fn numbers(data: &[u8]) -> Vec<u32> {
    data.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect()
}

fn damaged(what: &str) -> ImportError {
    ImportError::Damaged { detail: format!("compound file: {what}") }
}
