//! What a file is, told from its first bytes and never from its name.

use super::ImportError;

/// A kind of file whose rows can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Delimited text.
    Text,
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    Html,
    /// Excel 2003's XML.
    Xml,
}

impl Format {
    /// The code of [`super::FileFacts::format`].
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "csv",
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Html => "html",
            Self::Xml => "xml",
        }
    }
}

/// First bytes of files that people drop and that hold no table we read, with the code the interface words.
const NOT_TABLES: [(&[u8], &str); 17] = [
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3\0", "sqlite"),
    (b"PAR1", "parquet"),
    (b"ARROW1", "arrow"),
    (b"{\\rtf", "rtf"),
    // Sheets of Excel 2 to 4, before workbooks.
    (b"\x09\x00\x04\x00", "excel-4"),
    (b"\x09\x02\x06\x00", "excel-4"),
    (b"\x09\x04\x06\x00", "excel-4"),
];

/// Zip packages and OLE2 compound files need a look inside; everything without a mark is taken for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Compound,
    Plain,
}

/// # Errors
/// [`ImportError::Empty`] and [`ImportError::NotATable`].
pub(super) fn container(head: &[u8]) -> Result<Container, ImportError> {
    if head.is_empty() {
        return Err(ImportError::Empty);
    }
    if let Some((_, what)) = NOT_TABLES.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(ImportError::NotATable { what: (*what).to_owned() });
    }
    if head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]) {
        return Err(ImportError::NotATable { what: "bmp".to_owned() });
    }
    Ok(match head {
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Container::Zip,
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ..] => Container::Compound,
        _ => Container::Plain,
    })
}

/// What a text is that begins with `<`: markup with cells in it, markup without, or (`None`) no markup at all.
pub(super) fn markup(text: &str) -> Option<Result<Format, ImportError>> {
    let start = text.trim_start();
    if !start.starts_with('<') {
        return None;
    }
    let lower = start.to_ascii_lowercase();
    if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && lower.contains("<?xml") {
        Some(Ok(Format::Xml))
    } else if ["<html", "<!doctype html", "<table", "<head", "<body", "<meta"].iter().any(|mark| lower.contains(mark)) {
        Some(Ok(Format::Html))
    } else if lower.starts_with("<?xml") || lower.starts_with("<svg") {
        Some(Err(ImportError::NotATable { what: "xml".to_owned() }))
    } else {
        None
    }
}

/// Texts that are no tables: JSON, mails with a web page in them, links.
pub(super) fn other_text(text: &str) -> Result<(), ImportError> {
    let start = text.trim_start();
    let squeezed: String = start.chars().filter(|character| !character.is_whitespace()).take(4).collect();
    let is_json = squeezed.starts_with("{\"") || squeezed.starts_with("[{\"") || squeezed.starts_with("[[\"");
    let what = if is_json {
        "json"
    } else if start.starts_with("MIME-Version:") {
        "mhtml"
    } else {
        return Ok(());
    };
    Err(ImportError::NotATable { what: what.to_owned() })
}
