//! Funnel entries and level histories as columns. A column that only some rows fill is written as the rows that have it and their values.

use super::bytes::damaged;
use super::columns::{ColumnReader, ColumnWriter};
use super::table::{category, codes_within, dictionary, needed, of_length, put_category};
use crate::calendar::Day;
use crate::engine::protocol::StoreProblem;
use crate::tables::{Category, FunnelEntries, LevelHistory, ProfileField};

pub(super) fn entries_written(table: &FunnelEntries) -> Vec<u8> {
    // Every field is named here, so that a new one is not forgotten.
    let FunnelEntries { keys, key, customer, name, owner, region, product, stage, outcome, .. } = table;
    let FunnelEntries { amount, entered, closed, last_contact, snapshot, profile, source, row, .. } = table;
    let mut writer = ColumnWriter::default();
    writer.texts("keys", keys.texts());
    writer.integers("key", key.iter().map(|&code| i64::from(code)));
    put_category(&mut writer, "stage", Some(stage));
    let texts = [("customer", customer), ("name", name), ("owner", owner), ("region", region), ("product", product), ("outcome", outcome)];
    for (name, column) in texts {
        put_category(&mut writer, name, column.as_ref());
    }
    for (field, column) in profile {
        put_category(&mut writer, &profile_name(*field), Some(column));
    }
    put_amounts(&mut writer, amount);
    for (name, days) in [("entered", entered), ("closed", closed), ("last_contact", last_contact), ("snapshot", snapshot)] {
        writer.integers(&format!("{name}.rows"), filled(days).into_iter());
        writer.integers(name, days.iter().flatten().map(|day| i64::from(day.0)).collect::<Vec<_>>().into_iter());
    }
    put_places(&mut writer, source, row);
    writer.finish("funnel_entries")
}

pub(super) fn entries_read(columns: &ColumnReader<'_>) -> Result<FunnelEntries, StoreProblem> {
    let key: Vec<u32> = needed("key", columns.integers("key")?)?;
    let rows = key.len();
    let keys = dictionary("keys", columns)?;
    codes_within("key", &key, keys.len())?;
    let days = |name: &str| -> Result<Vec<Option<Day>>, StoreProblem> {
        let days = needed(name, columns.integers::<i32>(name)?)?.into_iter().map(Day).collect();
        spread(name, rows, columns, days)
    };
    let profile = ProfileField::ALL.into_iter().map(|field| Ok((field, category(&profile_name(field), rows, columns)?)));
    let profile: Vec<(ProfileField, Option<Category>)> = profile.collect::<Result<_, StoreProblem>>()?;
    let (source, row) = places(rows, columns)?;
    Ok(FunnelEntries {
        customer: category("customer", rows, columns)?,
        name: category("name", rows, columns)?,
        owner: category("owner", rows, columns)?,
        region: category("region", rows, columns)?,
        product: category("product", rows, columns)?,
        stage: stage(rows, columns)?,
        outcome: category("outcome", rows, columns)?,
        amount: amounts(rows, columns)?,
        entered: days("entered")?,
        closed: days("closed")?,
        last_contact: days("last_contact")?,
        snapshot: days("snapshot")?,
        profile: profile.into_iter().filter_map(|(field, column)| Some((field, column?))).collect(),
        source,
        row,
        keys,
        key,
    })
}

pub(super) fn history_written(table: &LevelHistory) -> Vec<u8> {
    // Every field is named here, so that a new one is not forgotten.
    let LevelHistory { keys, key, stage, day, moment, owner, region, product, amount, source, row } = table;
    let mut writer = ColumnWriter::default();
    writer.texts("keys", keys.texts());
    writer.integers("key", key.iter().map(|&code| i64::from(code)));
    put_category(&mut writer, "stage", Some(stage));
    writer.integers("day", day.iter().map(|day| i64::from(day.0)));
    writer.integers("moment", moment.iter().copied());
    for (name, column) in [("owner", owner), ("region", region), ("product", product)] {
        put_category(&mut writer, name, column.as_ref());
    }
    put_amounts(&mut writer, amount);
    put_places(&mut writer, source, row);
    writer.finish("level_history")
}

pub(super) fn history_read(columns: &ColumnReader<'_>) -> Result<LevelHistory, StoreProblem> {
    let key: Vec<u32> = needed("key", columns.integers("key")?)?;
    let rows = key.len();
    let keys = dictionary("keys", columns)?;
    codes_within("key", &key, keys.len())?;
    let (source, row) = places(rows, columns)?;
    Ok(LevelHistory {
        stage: stage(rows, columns)?,
        day: of_length("day", rows, columns.integers("day")?)?.into_iter().map(Day).collect(),
        moment: of_length("moment", rows, columns.integers("moment")?)?,
        owner: category("owner", rows, columns)?,
        region: category("region", rows, columns)?,
        product: category("product", rows, columns)?,
        amount: amounts(rows, columns)?,
        source,
        row,
        keys,
        key,
    })
}

fn profile_name(field: ProfileField) -> String {
    format!("profile.{}", field.code())
}

/// Rows that have a value.
fn filled<T>(column: &[Option<T>]) -> Vec<i64> {
    (0_i64..).zip(column).filter(|(_, value)| value.is_some()).map(|(row, _)| row).collect()
}

fn put_amounts(writer: &mut ColumnWriter, amount: &[Option<f64>]) {
    writer.integers("amount.rows", filled(amount).into_iter());
    writer.numbers("amount", &amount.iter().flatten().copied().collect::<Vec<_>>());
}

fn put_places(writer: &mut ColumnWriter, source: &[u16], row: &[u32]) {
    writer.integers("source", source.iter().map(|&source| i64::from(source)));
    writer.integers("row", row.iter().map(|&row| i64::from(row)));
}

fn stage(rows: usize, columns: &ColumnReader<'_>) -> Result<Category, StoreProblem> {
    category("stage", rows, columns)?.ok_or_else(|| damaged("no column stage"))
}

fn amounts(rows: usize, columns: &ColumnReader<'_>) -> Result<Vec<Option<f64>>, StoreProblem> {
    spread("amount", rows, columns, needed("amount", columns.numbers("amount")?)?)
}

fn places(rows: usize, columns: &ColumnReader<'_>) -> Result<(Vec<u16>, Vec<u32>), StoreProblem> {
    Ok((of_length("source", rows, columns.integers("source")?)?, of_length("row", rows, columns.integers("row")?)?))
}

/// Puts the values of a column into the rows that have one.
fn spread<T: Clone>(name: &str, rows: usize, columns: &ColumnReader<'_>, values: Vec<T>) -> Result<Vec<Option<T>>, StoreProblem> {
    let places = format!("{name}.rows");
    let filled: Vec<usize> = of_length(&places, values.len(), columns.integers(&places)?)?;
    let mut column = vec![None; rows];
    for (row, value) in filled.into_iter().zip(values) {
        *column.get_mut(row).ok_or_else(|| damaged(format!("column {name} has a value beyond its rows")))? = Some(value);
    }
    Ok(column)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use proptest::prelude::*;

    use super::*;
    use crate::tables::{FunnelEntry, LevelEvent};

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![Just(String::new()), Just("意向".to_owned()), "\\PC{0,6}"]
    }

    fn day() -> impl Strategy<Value = Option<Day>> {
        prop::option::of(any::<i32>().prop_map(Day))
    }

    fn amount() -> impl Strategy<Value = Option<f64>> {
        prop::option::of(prop_oneof![
            any::<f64>().prop_filter("never NaN", |value| !value.is_nan()),
            (-1e9..1e9_f64).prop_map(|value| (value * 100.0).round() / 100.0),
            Just(-0.0)
        ])
    }

    fn entry() -> impl Strategy<Value = FunnelEntry> {
        let texts = (text(), text(), text(), text(), text(), text(), text());
        let days = (day(), day(), day(), day());
        let card = prop::collection::btree_map(prop::sample::select(&ProfileField::ALL[..]), "\\PC{1,4}", 0..3);
        (("[a-c]{1,2}", amount(), any::<u16>(), any::<u32>()), texts, days, card).prop_map(
            |((key, amount, source, row), (customer, name, owner, region, product, stage, outcome), days, profile)| {
                let (entered, closed, last_contact, snapshot) = days;
                FunnelEntry {
                    key,
                    customer,
                    name,
                    owner,
                    region,
                    product,
                    stage,
                    outcome,
                    amount,
                    entered,
                    closed,
                    last_contact,
                    snapshot,
                    profile,
                    source,
                    row,
                }
            },
        )
    }

    fn event() -> impl Strategy<Value = LevelEvent> {
        let texts = ("[a-c]{1,2}", text(), text(), text(), text());
        (texts, any::<i32>(), any::<i64>(), amount(), any::<u16>(), any::<u32>()).prop_map(
            |((key, stage, owner, region, product), day, moment, amount, source, row)| LevelEvent {
                key,
                stage,
                day: Day(day),
                moment,
                owner,
                region,
                product,
                amount,
                source,
                row,
            },
        )
    }

    fn bits(amounts: &[Option<f64>]) -> Vec<Option<u64>> {
        amounts.iter().map(|amount| amount.map(f64::to_bits)).collect()
    }

    proptest! {
        #[test]
        fn every_entry_comes_back_with_every_bit(entries in prop::collection::vec(entry(), 0..30)) {
            let mut table = FunnelEntries::default();
            entries.iter().for_each(|entry| table.push(entry));
            let bytes = entries_written(&table);
            let read = entries_read(&ColumnReader::new(&bytes).unwrap()).unwrap();
            prop_assert_eq!(bits(&read.amount), bits(&table.amount));
            prop_assert_eq!(read, table);
        }

        #[test]
        fn every_event_comes_back_with_every_bit(events in prop::collection::vec(event(), 0..30)) {
            let mut table = LevelHistory::default();
            events.iter().for_each(|event| table.push(event));
            let bytes = history_written(&table);
            let read = history_read(&ColumnReader::new(&bytes).unwrap()).unwrap();
            prop_assert_eq!(bits(&read.amount), bits(&table.amount));
            prop_assert_eq!(read, table);
        }
    }

    #[test]
    fn columns_that_contradict_each_other_are_refused() {
        let mut table = FunnelEntries::default();
        for key in ["a", "b"] {
            table.push(&FunnelEntry { key: key.to_owned(), amount: Some(1.0), region: "x".to_owned(), ..FunnelEntry::default() });
        }
        let spoil: [fn(&mut FunnelEntries); 6] = [
            |table| table.key[0] = 9,
            |table| table.stage.codes.truncate(1),
            |table| table.stage.codes[0] = 3,
            |table| table.amount.push(Some(2.0)),
            |table| table.region.as_mut().unwrap().codes.truncate(1),
            |table| table.row.truncate(1),
        ];
        for (case, spoil) in spoil.iter().enumerate() {
            let mut table = table.clone();
            spoil(&mut table);
            let bytes = entries_written(&table);
            let read = entries_read(&ColumnReader::new(&bytes).unwrap());
            assert!(matches!(read, Err(StoreProblem::Damaged { .. })), "case {case}");
        }
        let mut history = LevelHistory::default();
        history.push(&LevelEvent { key: "a".to_owned(), ..LevelEvent::default() });
        history.moment.clear();
        let bytes = history_written(&history);
        assert!(matches!(history_read(&ColumnReader::new(&bytes).unwrap()), Err(StoreProblem::Damaged { .. })));
    }
}
