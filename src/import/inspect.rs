//! The first look at the dropped files: which tables there are, which are taken together, and what everything in them is.

use super::companions::find_companions;
use super::guess::settings::{Settings, Surroundings};
use super::planning::plan;
use super::previewing::{Look, preview};
use super::selection::{LookedAt, chosen_table, looked_at, whole_sample};
use super::stage_count::stages;
use super::tables_in_files::catalogues;
use super::values::date::read_date;
use super::values::date_order::OrderTally;
use super::values::period::year_in;
use super::{Catalogue, Cell, Choices, Context, ImportError, InputFile, Preview, Row, SheetRef, open_rows};

/// Rows beyond the sample that are searched for a date that proves the order of day and month.
const DATES_SEARCHED: u32 = 200_000;

/// Looks at the first part of the files (2,000 rows of each table, at most 1 MiB of text) and guesses everything `choices` leaves open.
/// Only where those rows leave the order of day and month open are further dates looked at.
///
/// # Errors
/// The file cannot be a table at all; see [`ImportError`].
pub fn inspect(files: &mut [InputFile], choices: &Choices, context: &Context) -> Result<Preview, ImportError> {
    let catalogues = catalogues(files, choices.encoding.as_deref(), choices.delimiter)?;
    let tables = looked_at(files, &catalogues, choices, context)?;
    let main = chosen_table(&tables, choices)?;
    let table = whole_sample(files, &catalogues, &tables[main], choices, context)?;
    if table.sample.rows.iter().skip(table.guess.header.data()).all(Row::is_blank) {
        return Err(if table.sample.rows.iter().all(Row::is_blank) { ImportError::Empty } else { ImportError::NoRows });
    }
    let companions = find_companions(files, &catalogues, &tables, main, &table, choices);
    let more_dates = more_dates(files, &catalogues, &table, &companions.together)?;
    let text = catalogues.get(table.sample.sheet.file).and_then(|catalogue| catalogue.text.as_ref());
    let around = Surroundings {
        delimiter: text.map_or(0, |facts| facts.delimiter),
        year: year_of_names(files, &catalogues, &table.sample.sheet),
        today: context.today,
        more_dates: more_dates.as_ref(),
    };
    let settings = Settings::of(&table.guess, &table.sample.rows, around);
    let stages = stages(files, &catalogues, &tables, &table, &companions.together)?;
    let mut plan = plan(&table.guess, &settings, &companions, choices, context, text.map(|facts| (facts.encoding.name(), facts.delimiter)));
    plan.take_stages(&stages);
    let look = Look { files, catalogues: &catalogues, tables: &tables, table: &table, companions: &companions };
    Ok(preview(&look, choices, settings, plan, stages))
}

/// A year in the sheet's name, else in the file's.
fn year_of_names(files: &[InputFile], catalogues: &[Catalogue], sheet: &SheetRef) -> Option<i32> {
    let sheet_name = catalogues.get(sheet.file).and_then(|catalogue| catalogue.sheets.get(sheet.sheet)).map(|sheet| sheet.name.as_str());
    let file_name = files.get(sheet.file).map(|file| file.name.as_str());
    [sheet_name, file_name].into_iter().flatten().find_map(year_in)
}

/// Where the sample leaves the order of day and month open, the dates of all rows of all tables taken, until one proves it.
fn more_dates(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    table: &LookedAt,
    together: &[SheetRef],
) -> Result<Option<OrderTally>, ImportError> {
    let (columns, known) = table.guess.dates();
    if !known.is_open() || table.guess.choices.date_order.is_some() || (table.sample.complete && together.len() == 1) {
        return Ok(None);
    }
    let (mut tally, mut searched) = (OrderTally::default(), 0);
    for sheet in together {
        let (Some(file), Some(catalogue)) = (files.get_mut(sheet.file), catalogues.get(sheet.file)) else { continue };
        let mut reader = open_rows(file, catalogue, sheet.sheet)?;
        let mut row = Row::default();
        while searched < DATES_SEARCHED && reader.read_row(&mut row)? {
            for &column in &columns {
                if let Cell::Text(text) = row.cell(column as usize)
                    && let Some(reading) = read_date(text)
                {
                    tally.add(text, reading);
                }
            }
            searched += 1;
            // Looking at the tally costs more than adding to it.
            if searched % 1_000 == 0 && !tally.is_open() && searched as usize > table.sample.rows.len() {
                return Ok(Some(tally));
            }
        }
    }
    Ok(Some(tally))
}
