//! The first look at the dropped files: which tables there are, which are taken together, and what everything in them is.

use std::collections::BTreeMap;

use super::account::{Account, texts};
use super::companions::{Companions, find_companions};
use super::guess::settings::{Settings, Surroundings};
use super::guess::table::{TableGuess, header_lines};
use super::layout::{Layout, Progression, Taken, Verdict};
use super::tables_in_files::{TableSample, catalogues, sample};
use super::values::cell_text::trimmed;
use super::values::date::read_date;
use super::values::date_order::OrderTally;
use super::values::period::year_in;
use super::{
    Catalogue, Cell, Choices, ColumnGuess, Context, DateOrder, DecimalMark, Evidence, FileFacts, Finding, ImportError, ImportKind,
    InputFile, Preview, PreviewRow, ReadPlan, Role, Row, RowFate, SheetFacts, SheetRef, WalkIns, open_rows,
};

/// Rows of a table the guesses rest on.
const SAMPLED_ROWS: usize = 2_000;
/// Rows that show which of several tables is the one meant.
const SELECTION_ROWS: usize = 300;
/// A header row named by the user is looked for down to here.
const LOWEST_HEADER: u32 = 100_000;
/// Tables looked at in one drop; a workbook with more sheets than this is asked about sheet by sheet.
const MOST_TABLES: usize = 120;
/// Rows the dialog shows, their cells and the characters of each.
const SHOWN_ROWS: usize = 50;
const SHOWN_CELLS: usize = 200;
const SHOWN_LENGTH: usize = 200;
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
    let (sheet, sheet_evidence) = (tables[main].sample.sheet.clone(), sheet_evidence(&tables, choices));
    let table = whole_sample(files, &catalogues, &tables[main], choices, context)?;
    if table.sample.rows.iter().skip(table.guess.header.data()).all(Row::is_blank) {
        return Err(if table.sample.rows.iter().all(Row::is_blank) { ImportError::Empty } else { ImportError::NoRows });
    }
    let companions = find_companions(files, &catalogues, &tables, main, &table, choices);
    let more_dates = more_dates(files, &catalogues, &table, &companions.together)?;
    let name = files.get(sheet.file).map_or("", |file| file.name.as_str());
    let sheet_name =
        catalogues.get(sheet.file).and_then(|catalogue| catalogue.sheets.get(sheet.sheet)).map_or("", |sheet| sheet.name.as_str());
    let facts = catalogues.get(sheet.file).and_then(|catalogue| catalogue.text.as_ref());
    let around = Surroundings {
        delimiter: facts.map_or(0, |facts| facts.delimiter),
        year: year_in(sheet_name).or_else(|| year_in(name)),
        today: context.today,
        more_dates: more_dates.as_ref(),
    };
    let settings = Settings::of(&table.guess, &table.sample.rows, around);
    let plan = plan(&table.guess, &settings, &companions, choices, context, facts.map(|facts| (facts.encoding.name(), facts.delimiter)));
    let (rows, account, layout) = judge_sample(&table, &plan, context);
    let mut findings = companions.findings.clone();
    findings.extend(settings.scale.iter().map(|(text, scale)| Finding::Scale { text: text.clone(), scale: *scale }));
    findings.extend(total_columns(&table.guess));
    findings.extend(files.iter().zip(&catalogues).filter_map(|(file, catalogue)| wrong_name(&file.name, catalogue)));
    findings.extend(account.findings(&layout));
    let plan_is_settled = settings.questions.is_empty();
    Ok(Preview {
        files: file_facts(files, &catalogues, &companions.together),
        sheet,
        sheet_evidence,
        encoding: plan.encoding.clone(),
        encoding_evidence: facts.map_or(Evidence::OnlyOne, |facts| facts.encoding_evidence.clone()),
        delimiter: plan.delimiter,
        delimiter_evidence: facts.map_or(Evidence::OnlyOne, |facts| facts.delimiter_evidence.clone()),
        header_row: table.guess.header_row,
        header_evidence: table.guess.header_evidence.clone(),
        kind: table.guess.kind,
        kind_evidence: table.guess.kind_evidence.clone(),
        date_order: settings.date_order,
        decimal: settings.decimal,
        decimal_evidence: decimal_evidence(&settings, choices),
        columns: column_guesses(&table.guess, &settings),
        rows,
        sampled_rows: u32::try_from(table.sample.rows.len().saturating_sub(table.guess.header.data())).unwrap_or(u32::MAX),
        estimated_rows: estimated_rows(&table, &tables, &companions),
        questions: settings.questions,
        findings,
        fingerprint: table.guess.fingerprint.clone(),
        remembered: table.guess.remembered,
        plan: plan_is_settled.then_some(plan),
    })
}

/// A table's first rows and what they are guessed to be.
#[derive(Clone, Debug)]
pub struct LookedAt {
    pub sample: TableSample,
    pub guess: TableGuess,
    pub hidden: bool,
}

/// Every table of the files, as far as it can be read; a single one is sampled whole at once.
fn looked_at(
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
fn chosen_table(tables: &[LookedAt], choices: &Choices) -> Result<usize, ImportError> {
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

fn sheet_evidence(tables: &[LookedAt], choices: &Choices) -> Evidence {
    match (choices.sheets.is_some(), tables.len()) {
        (true, _) => Evidence::Chosen,
        (false, 1) => Evidence::OnlyOne,
        (false, _) => Evidence::ColumnsFound,
    }
}

fn decimal_evidence(settings: &Settings, choices: &Choices) -> Evidence {
    match settings.decimal_evidence {
        Evidence::Chosen if choices.decimal.is_none() => Evidence::Remembered,
        ref evidence => evidence.clone(),
    }
}

/// The chosen table with its full sample and the user's choices.
fn whole_sample(
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

/// Where the sample leaves the order of day and month open, the dates of all rows of all tables taken, until one proves it.
fn more_dates(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    table: &LookedAt,
    together: &[SheetRef],
) -> Result<Option<OrderTally>, ImportError> {
    let Some((index, column)) = table.guess.column(Role::Date) else { return Ok(None) };
    if !column.profile.orders.is_open() || table.guess.choices.date_order.is_some() || (table.sample.complete && together.len() == 1) {
        return Ok(None);
    }
    let (mut tally, mut searched) = (OrderTally::default(), 0);
    for sheet in together {
        let (Some(file), Some(catalogue)) = (files.get_mut(sheet.file), catalogues.get(sheet.file)) else { continue };
        let mut reader = open_rows(file, catalogue, sheet.sheet)?;
        let mut row = Row::default();
        while searched < DATES_SEARCHED && reader.read_row(&mut row)? {
            if let Cell::Text(text) = row.cell(index as usize)
                && let Some(reading) = read_date(text)
            {
                tally.add(text, reading);
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

/// The plan, provisional where a question is open.
fn plan(
    guess: &TableGuess,
    settings: &Settings,
    companions: &Companions,
    choices: &Choices,
    context: &Context,
    text: Option<(&str, u8)>,
) -> ReadPlan {
    let known_statuses = settings.statuses.iter().map(|(status, ..)| status.clone()).collect();
    let chosen_statuses = guess.choices.left_out_statuses.clone();
    let left_out_statuses =
        chosen_statuses.unwrap_or_else(|| settings.statuses.iter().filter(|(.., out)| *out).map(|(status, ..)| status.clone()).collect());
    let stability = guess.column(Role::Stability).map(|(_, column)| column.header.as_str());
    ReadPlan {
        kind: guess.kind,
        sheets: companions.together.clone(),
        customer_sheet: companions.customer_sheet.clone(),
        encoding: text.map_or(String::new(), |(encoding, _)| encoding.to_owned()),
        delimiter: text.map_or(0, |(_, delimiter)| delimiter),
        chosen_encoding: choices.encoding.clone(),
        chosen_delimiter: choices.delimiter,
        header_row: guess.header_row,
        header_height: u32::try_from(guess.header.height).unwrap_or(0),
        columns: u32::try_from(guess.columns.len()).unwrap_or(u32::MAX),
        date_order: settings.date_order.unwrap_or(DateOrder::DayFirst),
        decimal: settings.decimal.unwrap_or(DecimalMark::Point),
        column_decimals: settings.column_decimals.clone(),
        roles: guess.roles.clone(),
        periods: settings.periods.clone(),
        scale: settings.scale.as_ref().map(|(_, scale)| *scale),
        scale_text: settings.scale.as_ref().map_or(String::new(), |(text, _)| text.clone()),
        scaled_columns: settings.scaled_columns.clone(),
        discount: settings.discount,
        currency: settings.currency.code.clone(),
        several_currencies: settings.currency.several,
        left_out_statuses,
        known_statuses,
        walk_ins: guess.choices.walk_ins.unwrap_or(WalkIns::Group),
        stability_direction: stability
            .and_then(|header| guess.choices.stability_direction.or_else(|| super::guess::kind::direction_named(header))),
        today: context.today,
    }
}

/// Judges the sample as the full read will, and keeps the first rows with their fate.
fn judge_sample(table: &LookedAt, plan: &ReadPlan, context: &Context) -> (Vec<PreviewRow>, Account, Layout) {
    let (rows, header) = (&table.sample.rows, &table.guess.header);
    let headers = table.guess.columns.iter().map(|column| column.header.clone()).collect();
    let layout = Layout::new(plan.clone(), headers, header_lines(rows, header));
    let (mut account, mut before, mut taken) = (Account::new(context.today), Progression::default(), Taken::default());
    let mut shown = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let fate = if index < header.index && header.height > 0 {
            RowFate::AboveHeader
        } else if index < header.data() && header.height > 0 {
            RowFate::Header
        } else {
            let verdict = layout.judge(row, &mut before, &mut taken);
            account.enter(0, row, &layout, verdict, &taken);
            fate(verdict, &taken, plan.kind)
        };
        if shown.len() < SHOWN_ROWS {
            shown.push(PreviewRow { number: row.number, cells: texts(row, SHOWN_CELLS, SHOWN_LENGTH), fate });
        }
    }
    (shown, account, layout)
}

fn fate(verdict: Verdict, taken: &Taken, kind: ImportKind) -> RowFate {
    match verdict {
        Verdict::Used if kind == ImportKind::Customers => RowFate::Used { amount: taken.customer.contribution },
        Verdict::Used => RowFate::Used { amount: Some(taken.amounts.iter().map(|(_, amount)| amount).sum()) },
        Verdict::LeftOut(kind) => RowFate::LeftOut(kind),
        Verdict::Rejected(blame) => {
            RowFate::Rejected { column: blame.column.and_then(|column| u32::try_from(column).ok()), kind: blame.kind }
        }
    }
}

fn column_guesses(guess: &TableGuess, settings: &Settings) -> Vec<ColumnGuess> {
    let roles: BTreeMap<u32, Role> = guess.roles.iter().map(|(&role, &column)| (column, role)).collect();
    (0u32..)
        .zip(&guess.columns)
        .map(|(index, column)| {
            let role = roles.get(&index).copied();
            let period = settings.periods.get(&index).copied();
            let is_money =
                matches!(role, Some(Role::Amount | Role::UnitPrice | Role::Cost | Role::Contribution | Role::Margin)) || period.is_some();
            let (kind, agree) = column.profile.column_type(&column.header, role == Some(Role::Date), is_money);
            ColumnGuess { index, header: column.header.clone(), kind, role, period, agree, of: column.profile.filled }
        })
        .collect()
}

fn total_columns(guess: &TableGuess) -> Option<Finding> {
    let headers: Vec<String> =
        guess.wide.totals.iter().filter_map(|&column| guess.columns.get(column as usize)).map(|column| column.header.clone()).collect();
    (!headers.is_empty()).then_some(Finding::TotalColumns { headers })
}

/// A name that promises another kind of content than there is.
fn wrong_name(name: &str, catalogue: &Catalogue) -> Option<Finding> {
    let (_, ending) = name.rsplit_once('.')?;
    let promised: &[&str] = match ending.to_ascii_lowercase().as_str() {
        "csv" | "tsv" | "txt" | "tab" => &["csv"],
        "xlsx" | "xlsm" | "xltx" | "xltm" => &["xlsx"],
        "xlsb" => &["xlsb"],
        "xls" | "xlt" => &["xls"],
        "ods" => &["ods"],
        "htm" | "html" => &["html"],
        _ => return None,
    };
    let format = catalogue.format.code();
    (!promised.contains(&format)).then(|| Finding::NameDoesNotMatchContent { name: name.to_owned(), format: format.to_owned() })
}

fn file_facts(files: &[InputFile], catalogues: &[Catalogue], together: &[SheetRef]) -> Vec<FileFacts> {
    let sheets = |file: usize, catalogue: &Catalogue| {
        let facts = catalogue.sheets.iter().enumerate().map(|(sheet, info)| SheetFacts {
            name: info.name.clone(),
            hidden: info.hidden,
            same_header: together.contains(&SheetRef { file, sheet }),
        });
        facts.collect()
    };
    let facts = files.iter().zip(catalogues).enumerate();
    facts
        .map(|(index, (file, catalogue))| FileFacts {
            name: file.name.clone(),
            size: file.size,
            format: catalogue.format.code().to_owned(),
            sheets: sheets(index, catalogue),
        })
        .collect()
}

/// Rows below the headers of all tables taken.
fn estimated_rows(table: &LookedAt, tables: &[LookedAt], companions: &Companions) -> u64 {
    let below = |looked_at: &LookedAt| looked_at.sample.estimated_rows.saturating_sub(looked_at.guess.header.data() as u64);
    let others =
        tables.iter().filter(|other| other.sample.sheet != table.sample.sheet && companions.together.contains(&other.sample.sheet));
    below(table) + others.map(below).sum::<u64>()
}

/// Distinct trimmed texts of a column of the sample.
#[must_use]
pub fn keys_of(looked_at: &LookedAt, column: u32) -> std::collections::BTreeSet<String> {
    let mut buffer = String::new();
    let rows = looked_at.sample.rows.iter().skip(looked_at.guess.header.data());
    rows.map(|row| trimmed(&row.cell(column as usize), &mut buffer).to_owned()).filter(|text| !text.is_empty()).collect()
}
