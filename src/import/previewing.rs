//! The state of the import dialog, put together from the look at the files.

use std::collections::BTreeMap;

use super::account::{Account, texts};
use super::companions::Companions;
use super::guess::settings::Settings;
use super::guess::table::{TableGuess, header_lines};
use super::layout::{Layout, Progression, Taken, Verdict};
use super::selection::LookedAt;
use super::values::date::snapshot_named;
use super::{
    Catalogue, Choices, ColumnGuess, Evidence, FileFacts, Finding, ImportKind, InputFile, Preview, PreviewRow, ReadPlan, Role, RowFate,
    SheetFacts, SheetRef, SnapshotDay, StagesGuess,
};
use crate::calendar::Day;

/// Rows the dialog shows, their cells and the characters of each.
const SHOWN_ROWS: usize = 50;
const SHOWN_CELLS: usize = 200;
const SHOWN_LENGTH: usize = 200;
/// Stage texts the dialog shows; a column with more is none of stages.
const SHOWN_STAGES: usize = 200;

/// What the look at the files has found.
pub struct Look<'a> {
    pub files: &'a [InputFile],
    pub catalogues: &'a [Catalogue],
    pub tables: &'a [LookedAt],
    /// The chosen one, sampled whole.
    pub table: &'a LookedAt,
    pub companions: &'a Companions,
}

/// The dialog's state; its plan is there once no question is open.
#[must_use]
pub fn preview(look: &Look<'_>, choices: &Choices, settings: Settings, mut plan: ReadPlan, mut stages: StagesGuess) -> Preview {
    let Look { table, companions, .. } = look;
    let guess = &table.guess;
    let named = snapshot_of_name(look, &plan);
    // The sample is judged as its own table will be; other tables have other names.
    let planned = plan.snapshot;
    plan.snapshot = named.as_ref().map_or(planned, |(day, _)| SnapshotDay::Day(day.0));
    let (rows, mut account, layout) = judge_sample(table, &plan);
    plan.snapshot = planned;
    stages.stages.truncate(SHOWN_STAGES);
    let text = look.catalogues.get(table.sample.sheet.file).and_then(|catalogue| catalogue.text.as_ref());
    Preview {
        files: file_facts(look.files, look.catalogues, &companions.together),
        sheet: table.sample.sheet.clone(),
        sheet_evidence: sheet_evidence(look.tables, choices),
        after: companions.after.clone(),
        encoding: plan.encoding.clone(),
        encoding_evidence: text.map_or(Evidence::OnlyOne, |facts| facts.encoding_evidence.clone()),
        delimiter: plan.delimiter,
        delimiter_evidence: text.map_or(Evidence::OnlyOne, |facts| facts.delimiter_evidence.clone()),
        header_row: guess.header_row,
        header_evidence: guess.header_evidence.clone(),
        kind: guess.kind,
        kind_evidence: guess.kind_evidence.clone(),
        date_order: settings.date_order,
        decimal: settings.decimal,
        decimal_evidence: decimal_evidence(&settings, choices),
        columns: column_guesses(guess, &settings),
        rows,
        sampled_rows: u32::try_from(table.sample.rows.len().saturating_sub(guess.header.data())).unwrap_or(u32::MAX),
        estimated_rows: estimated_rows(table, look.tables, companions),
        findings: findings(look, &settings, &mut account, &layout, named),
        stages,
        fingerprint: guess.fingerprint.clone(),
        remembered: guess.remembered,
        plan: settings.questions.is_empty().then_some(plan),
        questions: settings.questions,
    }
}

/// What concerns the files first, then the table, then its rows.
fn findings(look: &Look<'_>, settings: &Settings, account: &mut Account, layout: &Layout, snapshot: Option<(Day, String)>) -> Vec<Finding> {
    let mut findings = look.companions.findings.clone();
    findings.extend(snapshot.map(|(day, source)| Finding::SnapshotDay { day: day.0, source }));
    findings.extend(settings.scale.iter().map(|(text, scale)| Finding::Scale { text: text.clone(), scale: *scale }));
    findings.extend(total_columns(&look.table.guess));
    findings.extend(look.files.iter().zip(look.catalogues).filter_map(|(file, catalogue)| wrong_name(&file.name, catalogue)));
    findings.extend(account.findings(layout));
    findings
}

/// The day in the name of the chosen table, where its rows are to be taken for a snapshot of that day.
fn snapshot_of_name(look: &Look<'_>, plan: &ReadPlan) -> Option<(Day, String)> {
    let sheet = &look.table.sample.sheet;
    let file = look.files.get(sheet.file)?;
    let sheet = look.catalogues.get(sheet.file)?.sheets.get(sheet.sheet)?;
    let day = snapshot_named(&sheet.name, &file.name).filter(|_| plan.snapshot == SnapshotDay::FromName)?;
    let source = if snapshot_named("", &sheet.name).is_some() { &sheet.name } else { &file.name };
    Some((day, source.clone()))
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

/// Judges the sample as the full read will, and keeps the first rows with their fate.
fn judge_sample(table: &LookedAt, plan: &ReadPlan) -> (Vec<PreviewRow>, Account, Layout) {
    let (rows, header) = (&table.sample.rows, &table.guess.header);
    let headers = table.guess.columns.iter().map(|column| column.header.clone()).collect();
    let layout = Layout::new(plan.clone(), headers, header_lines(rows, header));
    let (mut account, mut before, mut taken) = (Account::new(plan.today), Progression::default(), Taken::default());
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
        Verdict::Used if kind.is_funnel() => RowFate::Used { amount: taken.entry.amount },
        Verdict::Used if kind == ImportKind::Customers => RowFate::Used { amount: taken.customer.contribution },
        Verdict::Used if kind == ImportKind::Potential => RowFate::Used { amount: Some(taken.potential.potential) },
        Verdict::Used if kind == ImportKind::Prospects => RowFate::Used { amount: taken.prospect.expected },
        Verdict::Used if kind == ImportKind::Contacts => RowFate::Used { amount: None },
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
            let is_money = matches!(
                role,
                Some(Role::Amount | Role::UnitPrice | Role::Cost | Role::Contribution | Role::Margin | Role::Potential | Role::Expected)
            ) || period.is_some();
            let (kind, agree) = column.profile.column_type(&column.header, role.is_some_and(Role::is_date), is_money);
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
