//! Zip packages: which spreadsheet format they hold, and whether they may be unpacked. A file of a few kilobytes can claim
//! gigabytes, so every part is inflated once through a counting reader before any library trusts it.

use std::io::{BufReader, Read};

use memchr::memmem::Finder;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use super::input::FileBytes;
use super::{Format, ImportError, InputFile};

/// Inflated size of all sheets together.
const MOST_SHEET_BYTES: u64 = 1 << 30;
/// Inflated size of the shared strings; they are held in memory.
const MOST_STRING_BYTES: u64 = 256 << 20;
/// Inflated size of any other part.
const MOST_PART_BYTES: u64 = 256 << 20;
/// Inflated size of the styles; each of their few bytes becomes hundreds in memory.
const MOST_STYLE_BYTES: u64 = 16 << 20;
/// Inflated size of everything: parts may overlap in a hostile archive.
const MOST_BYTES: u64 = 3 << 30;
/// The longest text of one XML node; Excel's cells end at 32,767 characters.
const LONGEST_TEXT: u64 = 8 << 20;
/// Memory a shared string table may reserve from the count it claims, at 24 bytes a string, beyond what its size makes likely.
const FREE_STRINGS: u64 = 1 << 20;
/// Strings a table may hold; each takes some 50 bytes beyond its text.
const MOST_STRINGS: u64 = 8 << 20;
/// The fewest bytes a shared string takes: `<si><t/></si>`.
const LEAST_STRING_BYTES: u64 = 13;

pub(super) type Archive = ZipArchive<FileBytes>;
pub(super) type Part<'a> = BufReader<ZipFile<'a, FileBytes>>;

/// Opens a zip file and tells which spreadsheet it is.
///
/// # Errors
/// [`ImportError::Truncated`] without a directory, [`ImportError::Protected`], [`ImportError::NotATable`] for other packages.
pub(super) fn open(file: &InputFile) -> Result<(Format, Archive), ImportError> {
    let mut archive = ZipArchive::new(file.bytes()).map_err(|error| match error {
        ZipError::Io(error) if error.kind() != std::io::ErrorKind::UnexpectedEof => error.into(),
        _ => ImportError::Truncated,
    })?;
    let format = recognise(&mut archive)?;
    Ok((format, archive))
}

fn recognise(archive: &mut Archive) -> Result<Format, ImportError> {
    let names: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/").to_ascii_lowercase()).collect();
    let has = |wanted: &str| names.iter().any(|name| name.trim_start_matches('/') == wanted);
    if let Some(media_type) = media_type(archive) {
        return open_document(archive, &media_type);
    }
    if has("meta-inf/manifest.xml") && has("content.xml") {
        return open_document(archive, SPREADSHEET);
    }
    let other = [
        ("word/document.xml", "docx"),
        ("ppt/presentation.xml", "pptx"),
        ("visio/document.xml", "visio"),
        ("index/document.iwa", "numbers"),
        ("index.zip", "numbers"),
    ];
    if has("xl/workbook.bin") {
        Ok(Format::Xlsb)
    } else if has("[content_types].xml") && names.iter().any(|name| name.ends_with("workbook.xml")) || has("xl/workbook.xml") {
        Ok(Format::Xlsx)
    } else {
        let what = other.into_iter().find(|(name, _)| has(name)).map_or("zip", |(_, what)| what);
        Err(ImportError::NotATable { what: what.to_owned() })
    }
}

/// Some writers leave the media type out; whether there are sheets inside is seen when they are listed.
const SPREADSHEET: &str = "application/vnd.oasis.opendocument.spreadsheet";

fn media_type(archive: &mut Archive) -> Option<String> {
    let mut text = String::new();
    archive.by_name("mimetype").ok()?.take(100).read_to_string(&mut text).ok()?;
    Some(text)
}

fn open_document(archive: &mut Archive, media_type: &str) -> Result<Format, ImportError> {
    let Some(kind) = media_type.trim().strip_prefix("application/vnd.oasis.opendocument.") else {
        let what = if media_type.starts_with("application/epub") { "epub" } else { "zip" };
        return Err(ImportError::NotATable { what: what.to_owned() });
    };
    if !kind.starts_with("spreadsheet") {
        return Err(ImportError::NotATable { what: format!("opendocument-{kind}") });
    }
    let mut manifest = Vec::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        part.take(MOST_STYLE_BYTES).read_to_end(&mut manifest)?;
    }
    let encrypted = Finder::new("encryption-data").find(&manifest).is_some() || archive.index_for_name("encrypted-package").is_some();
    if encrypted { Err(ImportError::Protected) } else { Ok(Format::Ods) }
}

/// What inflating every part once has shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct PackageFacts {
    /// Whether any sheet names merged cells.
    pub merged_cells: bool,
}

/// Inflates every part once and looks at what would trap a reader.
///
/// # Errors
/// [`ImportError::TooLarge`], [`ImportError::Damaged`] for parts that do not inflate or claim what they cannot hold.
pub(super) fn inspect(archive: &mut Archive) -> Result<PackageFacts, ImportError> {
    let mut facts = PackageFacts::default();
    let (mut all, mut sheets) = (0_u64, 0_u64);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let name = part.name().unwrap_or_default().replace('\\', "/").to_ascii_lowercase();
        let limit = limit_of(&name).min(MOST_BYTES - all);
        let found = scan(part, limit, is_xml(&name)).map_err(|error| with_name(error, &name))?;
        all += found.bytes;
        facts.merged_cells |= found.merged_cells;
        if name.contains("worksheets/") {
            sheets += found.bytes;
        }
        if sheets > MOST_SHEET_BYTES {
            return Err(ImportError::TooLarge { size: sheets, limit: MOST_SHEET_BYTES });
        }
        if name.ends_with("sharedstrings.xml") {
            check_string_count(&found)?;
            check_strings(archive.by_index(index).map_err(damaged)?)?;
        }
    }
    Ok(facts)
}

fn limit_of(name: &str) -> u64 {
    if name.contains("worksheets/") || name.ends_with("content.xml") {
        MOST_SHEET_BYTES
    } else if name.contains("sharedstrings.") {
        MOST_STRING_BYTES
    } else if name.ends_with("styles.xml") || name.ends_with("styles.bin") {
        MOST_STYLE_BYTES
    } else {
        MOST_PART_BYTES
    }
}

fn is_xml(name: &str) -> bool {
    name.ends_with(".xml") || name.ends_with(".rels")
}

/// What inflating one part has shown.
#[derive(Default)]
struct Scanned {
    bytes: u64,
    /// Its first few kilobytes.
    head: Vec<u8>,
    /// Bytes since the last `<`.
    text_length: u64,
    merged_cells: bool,
}

/// The end of a chunk stays in front of the next, so that no mark is cut in two.
const OVERLAP: usize = 16;

fn scan(mut part: impl Read, limit: u64, xml: bool) -> Result<Scanned, ImportError> {
    const CHUNK: usize = 1 << 16;
    let marks = [Finder::new("<mergeCell"), Finder::new(":mergeCell")];
    let mut scanned = Scanned::default();
    let mut buffer = vec![0; OVERLAP + CHUNK];
    loop {
        let read = part.read(&mut buffer[OVERLAP..])?;
        if read == 0 {
            return Ok(scanned);
        }
        let chunk = &buffer[..OVERLAP + read];
        scanned.add(&chunk[OVERLAP..], limit)?;
        if xml {
            scanned.look_at_xml(&chunk[OVERLAP..])?;
            scanned.merged_cells = scanned.merged_cells || marks.iter().any(|mark| mark.find(chunk).is_some());
        }
        buffer.copy_within(read..OVERLAP + read, 0);
    }
}

impl Scanned {
    fn add(&mut self, bytes: &[u8], limit: u64) -> Result<(), ImportError> {
        const HEAD: usize = 1 << 12;
        self.bytes += bytes.len() as u64;
        if self.head.len() < HEAD {
            self.head.extend(bytes.iter().take(HEAD));
        }
        if self.bytes > limit { Err(ImportError::TooLarge { size: self.bytes, limit }) } else { Ok(()) }
    }

    fn look_at_xml(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let length = bytes.len() as u64;
        self.text_length = memchr::memrchr(b'<', bytes).map_or(self.text_length + length, |at| length - at as u64);
        if self.text_length > LONGEST_TEXT {
            return Err(ImportError::TooLarge { size: self.text_length, limit: LONGEST_TEXT });
        }
        Ok(())
    }
}

/// The library reserves memory for as many strings as the table claims to hold.
fn check_string_count(scanned: &Scanned) -> Result<(), ImportError> {
    let text = String::from_utf8_lossy(&scanned.head);
    let Some((_, rest)) = text.split_once("uniqueCount=") else { return Ok(()) };
    let digits: String = rest.trim_start_matches(['"', '\'', ' ']).chars().take_while(char::is_ascii_digit).collect();
    let claimed = digits.parse::<u64>().unwrap_or(if digits.is_empty() { 0 } else { u64::MAX });
    let possible = FREE_STRINGS.max(scanned.bytes / LEAST_STRING_BYTES);
    if claimed > possible {
        return Err(ImportError::Damaged { detail: format!("sharedStrings: {claimed} strings claimed in {} bytes", scanned.bytes) });
    }
    Ok(())
}

/// Counts the strings: 20 million empty ones inflate from a few hundred kilobytes.
fn check_strings(mut part: impl Read) -> Result<(), ImportError> {
    let begin = Finder::new("<si");
    let mut buffer = vec![0; 1 << 16];
    let mut count = 0;
    loop {
        let read = part.read(&mut buffer)?;
        count += begin.find_iter(&buffer[..read]).count() as u64;
        if count > MOST_STRINGS {
            return Err(ImportError::TooLarge { size: count, limit: MOST_STRINGS });
        }
        if read == 0 {
            return Ok(());
        }
    }
}

pub(super) fn damaged(error: ZipError) -> ImportError {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => ImportError::Protected,
        other => ImportError::Damaged { detail: other.to_string() },
    }
}

/// A part that ends early or fails its checksum is damage in the file, not in the machine.
fn with_name(error: ImportError, name: &str) -> ImportError {
    match error {
        ImportError::Io { detail } => ImportError::Damaged { detail: format!("{name}: {detail}") },
        other => other,
    }
}
