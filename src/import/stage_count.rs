//! The stage texts of a funnel's tables, counted over all their rows and not only the sample: a level that stands far down must be
//! mapped too. Where the table holds events, also how early entries come to each.

use super::guess::stage_words::stage_word;
use super::guess::stages::{StageTally, guess_stages};
use super::selection::LookedAt;
use super::values::cell_text::trimmed;
use super::values::date::read_date_time;
use super::{Catalogue, Cell, DateOrder, ImportError, ImportKind, InputFile, Role, Row, SheetRef, StagesGuess, open_rows};
use crate::tables::{Dictionary, LevelEvent, LevelHistory};

/// Rows counted at most, and texts told apart.
const MOST_ROWS: usize = 200_000;
const MOST_TEXTS: usize = 1_000;
/// Events from which the order of levels is told where their words do not.
const MOST_EVENTS: usize = 20_000;

/// The stage texts of the tables taken, with suggestions; nothing for tables of another kind.
///
/// # Errors
/// A file is damaged.
pub fn stages(
    files: &mut [InputFile],
    catalogues: &[Catalogue],
    tables: &[LookedAt],
    table: &LookedAt,
    together: &[SheetRef],
) -> Result<StagesGuess, ImportError> {
    if !table.guess.kind.is_funnel() {
        return Ok(StagesGuess::default());
    }
    let mut count = StageCount::of(table);
    let complete = if table.sample.complete && together.len() == 1 {
        table.sample.rows.iter().skip(table.guess.header.data()).for_each(|row| count.add(row));
        true
    } else {
        count.add_tables(files, catalogues, tables, table, together)?
    };
    let outcome_header = table.guess.column(Role::Outcome).map(|(_, column)| column.header.as_str());
    Ok(guess_stages(&count.tallies(), complete, outcome_header, &table.guess.choices))
}

/// A column with its header, by which a repeated header is known.
struct Place {
    column: usize,
    header: String,
}

struct StageCount {
    level: Option<Place>,
    outcome: Option<Place>,
    key: Option<usize>,
    date: Option<usize>,
    date_order: DateOrder,
    rows: usize,
    texts: Dictionary,
    /// By text: rows, and whether it stands in the column of levels.
    counts: Vec<(u64, bool)>,
    events: LevelHistory,
}

impl StageCount {
    fn of(table: &LookedAt) -> Self {
        let guess = &table.guess;
        let place = |role| guess.column(role).map(|(column, found)| Place { column: column as usize, header: found.header.clone() });
        let column = |role| guess.column(role).map(|(column, _)| column as usize);
        Self {
            level: place(Role::Level),
            outcome: place(Role::Outcome),
            key: column(Role::Order).or(column(Role::Customer)),
            date: column(Role::Date).filter(|_| guess.kind == ImportKind::LevelHistory),
            // Only the order of events rests on it, and that only suggests.
            date_order: guess.choices.date_order.unwrap_or(DateOrder::DayFirst),
            rows: 0,
            texts: Dictionary::default(),
            counts: Vec::new(),
            events: LevelHistory::default(),
        }
    }

    /// Whether all rows of all tables were counted.
    fn add_tables(
        &mut self,
        files: &mut [InputFile],
        catalogues: &[Catalogue],
        tables: &[LookedAt],
        table: &LookedAt,
        together: &[SheetRef],
    ) -> Result<bool, ImportError> {
        for sheet in together {
            let (Some(file), Some(catalogue)) = (files.get_mut(sheet.file), catalogues.get(sheet.file)) else { continue };
            let other = tables.iter().find(|other| other.sample.sheet == *sheet);
            let looked_at = if table.sample.sheet == *sheet { Some(table) } else { other };
            let mut above = looked_at.map_or(0, |looked_at| looked_at.guess.header.data());
            let mut reader = open_rows(file, catalogue, sheet.sheet)?;
            let mut row = Row::default();
            while reader.read_row(&mut row)? {
                if self.rows >= MOST_ROWS {
                    return Ok(false);
                }
                if above > 0 {
                    above -= 1;
                } else {
                    self.add(&row);
                }
            }
        }
        Ok(true)
    }

    fn add(&mut self, row: &Row) {
        let repeats_header = |place: &Option<Place>| place.as_ref().is_some_and(|place| text_of(row, place.column) == place.header);
        if row.is_blank() || repeats_header(&self.level) || (self.level.is_none() && repeats_header(&self.outcome)) {
            return;
        }
        self.rows += 1;
        let stage = self.level.as_ref().map(|place| text_of(row, place.column)).unwrap_or_default();
        let outcome = self.outcome.as_ref().map(|place| text_of(row, place.column)).unwrap_or_default();
        if !outcome.is_empty() {
            self.count(&outcome, false);
        }
        if !stage.is_empty() || outcome.is_empty() {
            self.count(&stage, self.level.is_some());
        }
        self.add_event(row, &stage);
    }

    fn count(&mut self, text: &str, is_stage: bool) {
        if self.counts.len() >= MOST_TEXTS && self.texts.code(text).is_none() {
            return;
        }
        let code = self.texts.intern(text) as usize;
        if code == self.counts.len() {
            self.counts.push((0, false));
        }
        if let Some((rows, met_as_stage)) = self.counts.get_mut(code) {
            *rows += 1;
            *met_as_stage |= is_stage;
        }
    }

    fn add_event(&mut self, row: &Row, stage: &str) {
        let (Some(key), Some(date)) = (self.key, self.date) else { return };
        if self.events.len() >= MOST_EVENTS || stage.is_empty() {
            return;
        }
        let moment = match row.cell(date) {
            Cell::Date(days) | Cell::Number(days) => (days * 86_400_000.0).round() as i64,
            Cell::Text(text) => {
                let Some((reading, time)) = read_date_time(text) else { return };
                let Some(day) = reading.day(self.date_order) else { return };
                LevelEvent::moment_of(day) + time.since_midnight()
            }
            _ => return,
        };
        self.events.push(&LevelEvent { key: text_of(row, key), stage: stage.to_owned(), moment, ..LevelEvent::default() });
    }

    fn tallies(&self) -> Vec<StageTally> {
        let places = self.mean_places();
        let texts = self.texts.texts().zip(&self.counts);
        texts
            .map(|(text, &(rows, is_stage))| StageTally {
                text: text.to_owned(),
                rows,
                is_stage,
                mean_place: self.events.stage.dictionary.code(text).and_then(|code| *places.get(code as usize)?),
            })
            .collect()
    }

    /// By stage of the events: the mean place, from 0, at which entries come to it first, outcomes left out.
    fn mean_places(&self) -> Vec<Option<f64>> {
        let mut oldest_first = LevelHistory::default();
        oldest_first.append_oldest_first(&self.events);
        let texts = &self.events.stage.dictionary;
        let is_outcome = |text: &str| stage_word(text).is_some_and(|word| word.is_outcome());
        let mut sums = vec![(0_u64, 0_u64); texts.len()];
        for (_, rows) in oldest_first.courses().iter() {
            let mut met: Vec<&str> = Vec::new();
            for stage in rows.iter().map(|&row| oldest_first.stage.text(row as usize)).filter(|stage| !is_outcome(stage)) {
                if !met.contains(&stage)
                    && let Some(sum) = self.events.stage.dictionary.code(stage).and_then(|code| sums.get_mut(code as usize))
                {
                    sum.0 += met.len() as u64;
                    sum.1 += 1;
                    met.push(stage);
                }
            }
        }
        sums.into_iter().map(|(sum, count)| (count > 0).then(|| sum as f64 / count as f64)).collect()
    }
}

fn text_of(row: &Row, column: usize) -> String {
    let mut buffer = String::new();
    trimmed(&row.cell(column), &mut buffer).to_owned()
}
