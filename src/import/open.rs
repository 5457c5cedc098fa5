//! From a file to its catalogue (format, sheets, encoding, delimiter) and from there to the rows of one sheet.
//! What the cells mean is not known here.

use encoding_rs::Encoding;

use super::dialect::Dialect;
use super::encoding::EncodingGuess;
use super::format::{Container, container, markup, other_text};
use super::html::HtmlCells;
use super::sample::Sample;
use super::sheet_rows::SheetRows;
use super::workbook::Workbook;
use super::{Evidence, Format, ImportError, InputFile, RowReader, dialect, encoding, html, text_rows, xml_2003};

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
    /// [`super::BLANKS`] where columns are lined up with blanks; without meaning for markup.
    pub delimiter: u8,
    pub delimiter_evidence: Evidence,
    /// Bytes of the byte order mark.
    pub(super) mark: usize,
    /// Cells that most rows have.
    pub(super) columns: Option<usize>,
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
    /// Of text files, and (encoding only) of tables written as markup.
    pub text: Option<TextFacts>,
    /// Which of an HTML file's tables is read.
    pub(super) table: usize,
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
            plain_catalogue(file, &sample, options)
        }
    }
}

fn workbook_catalogue(
    file: &mut InputFile,
    open: impl FnOnce(&InputFile) -> Result<Workbook, ImportError>,
) -> Result<Catalogue, ImportError> {
    let workbook = open(file)?;
    let catalogue = workbook.catalogue();
    if catalogue.sheets.is_empty() {
        return Err(ImportError::NotATable { what: "no-sheets".to_owned() });
    }
    file.workbook = Some(workbook);
    Ok(catalogue)
}

/// Text, or tables written as markup.
fn plain_catalogue(file: &InputFile, sample: &Sample, options: &TextOptions<'_>) -> Result<Catalogue, ImportError> {
    let found = encoding::detect(sample, options.encoding)?;
    let text = encoding::beginning(sample, &found);
    if let Some(format) = markup(&text) {
        return markup_catalogue(file, format?, TextFacts::of(found, None));
    }
    other_text(&text)?;
    let facts = TextFacts::of(found, Some(dialect::detect(&text, options.delimiter)));
    Ok(Catalogue { format: Format::Text, sheets: vec![SheetInfo { name: String::new(), hidden: false }], text: Some(facts), table: 0 })
}

fn markup_catalogue(file: &InputFile, format: Format, facts: TextFacts) -> Result<Catalogue, ImportError> {
    let (sheets, table) = match format {
        Format::Xml => (xml_2003::sheets(file, &facts)?, 0),
        _ => (vec![SheetInfo { name: String::new(), hidden: false }], html::biggest_table(file, &facts)?),
    };
    Ok(Catalogue { format, sheets, text: Some(facts), table })
}

impl TextFacts {
    /// Markup has no dialect; its delimiter is a comma that is never used.
    fn of(found: EncodingGuess, dialect: Option<Dialect>) -> Self {
        let dialect = dialect.unwrap_or(Dialect { delimiter: b',', evidence: Evidence::OnlyOne, columns: None, separator_line: false });
        Self {
            encoding: found.encoding,
            encoding_evidence: found.evidence,
            delimiter: dialect.delimiter,
            delimiter_evidence: dialect.evidence,
            mark: found.mark,
            columns: dialect.columns,
            separator_line: dialect.separator_line,
        }
    }
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
    match (catalogue.format, &catalogue.text, &mut file.workbook) {
        (Format::Html, Some(facts), _) => Ok(Box::new(SheetRows::new(HtmlCells::open(bytes, facts, catalogue.table)?, Vec::new()))),
        (Format::Xml, Some(facts), _) => Ok(Box::new(SheetRows::new(xml_2003::cells(bytes, facts, sheet)?, Vec::new()))),
        (_, Some(facts), _) => text_rows::open(bytes, facts),
        (_, None, Some(workbook)) => workbook.rows(sheet, bytes),
        (_, None, None) => Err(ImportError::NoSuchSheet),
    }
}
