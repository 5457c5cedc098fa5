//! Which of the dropped tables is the one meant: each is sampled and guessed at, the readiest is shown.

use super::guess::table::TableGuess;
use super::tables_in_files::{TableSample, sample};
use super::values::cell_text::trimmed;
use super::{Catalogue, Choices, Context, ImportError, InputFile, SheetRef};

/// Rows of a table the guesses rest on.
const SAMPLED_ROWS: usize = 2_000;
/// Rows that show which of several tables is the one meant.
const SELECTION_ROWS: usize = 300;
/// A header row named by the user is looked for down to here.
const LOWEST_HEADER: u32 = 100_000;
/// Tables looked at in one drop; a workbook with more sheets than this is asked about sheet by sheet.
const MOST_TABLES: usize = 120;

/// A table's first rows and what they are guessed to be.
#[derive(Clone, Debug)]
pub struct LookedAt {
    pub sample: TableSample,
    pub guess: TableGuess,
    pub hidden: bool,
}

/// Every table of the files, as far as it can be read; a single one is sampled whole at once.
///
/// # Errors
/// None of them can be read.
pub fn looked_at(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    choices: &Choices,
    context: &Context,
) -> Result<Vec<LookedAt>, ImportError> {
    let all: Vec<(SheetRef, bool)> = catalogues
        .iter()
        .enumerate()
        .flat_map(|(file, catalogue)| catalogue.sheets.iter().enumerate().map(move |(sheet, info)| (SheetRef { file, sheet }, info.hidden)))
        .take(MOST_TABLES)
        .collect();
    // Choices are about the table they were made for: which one that is must not depend on them.
    let unbiased = Choices::default();
    let (limit, choices) = if all.len() == 1 { (SAMPLED_ROWS, choices) } else { (SELECTION_ROWS, &unbiased) };
    let mut tables = Vec::new();
    let mut refusal = None;
    for (sheet, hidden) in all {
        match sample(files, catalogues, &sheet, limit) {
            Ok(sample) => {
                let guess = TableGuess::of(&sample.rows, choices, &context.memory);
                tables.push(LookedAt { sample, guess, hidden });
            }
            Err(error) => refusal = Some(error),
        }
    }
    // One sheet that cannot be read does not keep the others from being read.
    if tables.is_empty() { Err(refusal.unwrap_or(ImportError::Empty)) } else { Ok(tables) }
}

/// The table to show: the user's, or the readiest visible one, among equals the one with most rows, then the first. Of several
/// tables with the same header the first stands for all.
///
/// # Errors
/// [`ImportError::NoSuchSheet`]
pub fn chosen_table(tables: &[LookedAt], choices: &Choices) -> Result<usize, ImportError> {
    if let Some(wanted) = choices.sheets.as_ref().and_then(|sheets| sheets.first()) {
        return tables.iter().position(|table| table.sample.sheet == *wanted).ok_or(ImportError::NoSuchSheet);
    }
    let any_visible = tables.iter().any(|table| !table.hidden);
    let rows = |table: &LookedAt| table.sample.rows.iter().skip(table.guess.header.data()).filter(|row| !row.is_blank()).count();
    let candidates = || (0..tables.len()).filter(|&index| !any_visible || !tables[index].hidden);
    let rank = |index: usize| (rows(&tables[index]) > 0, tables[index].guess.readiness(), rows(&tables[index]));
    let best = candidates().max_by_key(|&index| (rank(index), std::cmp::Reverse(index))).ok_or(ImportError::NoRows)?;
    let same = |index: usize| {
        tables[index].guess.fingerprint == tables[best].guess.fingerprint
            && tables[index].guess.header.height > 0
            && rows(&tables[index]) > 0
    };
    Ok(candidates().find(|&index| index == best || same(index)).unwrap_or(best))
}

/// The chosen table with its full sample and the user's choices.
///
/// # Errors
/// As [`sample`].
pub fn whole_sample(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    table: &LookedAt,
    choices: &Choices,
    context: &Context,
) -> Result<LookedAt, ImportError> {
    // A header row named by the user may stand below the usual sample.
    let limit = SAMPLED_ROWS.max(choices.header_row.map_or(0, |row| row.min(LOWEST_HEADER) as usize + 100));
    let enough = table.sample.complete || table.sample.rows.len() >= limit;
    let sample = if enough { table.sample.clone() } else { sample(files, catalogues, &table.sample.sheet, limit)? };
    let guess = TableGuess::of(&sample.rows, choices, &context.memory);
    Ok(LookedAt { sample, guess, hidden: table.hidden })
}

/// Distinct trimmed texts of a column of the sample.
#[must_use]
pub fn keys_of(looked_at: &LookedAt, column: u32) -> std::collections::BTreeSet<String> {
    let mut buffer = String::new();
    let rows = looked_at.sample.rows.iter().skip(looked_at.guess.header.data());
    rows.map(|row| trimmed(&row.cell(column as usize), &mut buffer).to_owned()).filter(|text| !text.is_empty()).collect()
}
