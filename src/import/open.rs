//! From a file to its catalogue (format, sheets, encoding, delimiter) and from there to the rows of one sheet.
//! What the cells mean is not known here.

use encoding_rs::Encoding;

use super::format::{Container, container};
use super::sample::Sample;
use super::workbook::Workbook;
use super::{Evidence, Format, ImportError, InputFile, RowReader, dialect, encoding, text_rows};

/// A sheet as the workbook lists it. Chart and macro sheets are none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    /// Empty for text files.
    pub name: String,
    pub hidden: bool,
}

/// How a text file is written.
#[derive(Clone, Debug, PartialEq)]
pub struct TextFacts {
    pub encoding: &'static Encoding,
    pub encoding_evidence: Evidence,
    /// [`super::BLANKS`] where columns are lined up with blanks.
    pub delimiter: u8,
    pub delimiter_evidence: Evidence,
    /// Bytes of the byte order mark.
    pub(super) mark: usize,
    /// Whether `"` wraps cells.
    pub(super) quoted: bool,
    /// Whether the first line is `sep=;`.
    pub(super) separator_line: bool,
}

/// What the user has chosen about a text file; `None` is guessed.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextOptions<'a> {
    /// WHATWG label: `gbk`, `gb18030`, `utf-16le`, `windows-1252` …
    pub encoding: Option<&'a str>,
    pub delimiter: Option<u8>,
}

/// What a file holds, before any row is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    pub format: Format,
    /// In the file's order, hidden ones included; one for text files.
    pub sheets: Vec<SheetInfo>,
    /// Text files only.
    pub text: Option<TextFacts>,
}

/// Recognises a file by its content and lists its sheets. Reads at most the first MiB and a few slices of a text file.
///
/// # Errors
/// The file is empty, protected, no table, cut off or damaged; see [`ImportError`].
pub fn catalogue(file: &mut InputFile, options: &TextOptions<'_>) -> Result<Catalogue, ImportError> {
    if let Some(workbook) = &file.workbook {
        return Ok(workbook.catalogue());
    }
    let mut sample = Sample::head(file)?;
    match container(&sample.head)? {
        Container::Zip => workbook_catalogue(file, Workbook::from_package),
        Container::Compound => workbook_catalogue(file, Workbook::from_compound),
        Container::Plain => {
            sample.look_further(file)?;
            text_catalogue(&sample, options)
        }
    }
}

fn workbook_catalogue(
    file: &mut InputFile,
    open: impl FnOnce(&InputFile) -> Result<Workbook, ImportError>,
) -> Result<Catalogue, ImportError> {
    let workbook = open(file)?;
    let catalogue = workbook.catalogue();
    file.workbook = Some(workbook);
    Ok(catalogue)
}

fn text_catalogue(sample: &Sample, options: &TextOptions<'_>) -> Result<Catalogue, ImportError> {
    let found = encoding::detect(sample, options.encoding)?;
    let text = encoding::beginning(sample, &found);
    let dialect = dialect::detect(&text, options.delimiter);
    let facts = TextFacts {
        encoding: found.encoding,
        encoding_evidence: found.evidence,
        delimiter: dialect.delimiter,
        delimiter_evidence: dialect.evidence,
        mark: found.mark,
        quoted: dialect.quoted,
        separator_line: dialect.separator_line,
    };
    Ok(Catalogue { format: Format::Text, sheets: vec![SheetInfo { name: String::new(), hidden: false }], text: Some(facts) })
}

/// Opens the rows of a sheet, by its 0-based place in [`Catalogue::sheets`]. Text is read lazily: a caller may stop after any row.
///
/// # Errors
/// [`ImportError::NoSuchSheet`], or the file is damaged.
pub fn open_rows<'a>(file: &'a mut InputFile, catalogue: &Catalogue, sheet: usize) -> Result<Box<dyn RowReader + 'a>, ImportError> {
    if sheet >= catalogue.sheets.len() {
        return Err(ImportError::NoSuchSheet);
    }
    let bytes = file.bytes();
    match (&catalogue.text, &mut file.workbook) {
        (Some(facts), _) => text_rows::open(bytes, facts),
        (None, Some(workbook)) => workbook.rows(sheet, bytes),
        (None, None) => Err(ImportError::NoSuchSheet),
    }
}
