//! The tables under made-up names, row by row in the same order.

use std::sync::Arc;

use super::names::Names;
use crate::tables::{
    Category, ContactChannel, ContactKind, ContactTable, CustomerList, CustomerRow, Dataset, Dictionary, FunnelEntries, ImportRecord,
    LevelHistory, MISSING, PotentialList, PotentialRow, Prospect, ProspectList, PurchaseTable, SourceFile,
};

pub(super) fn dataset(data: &Dataset, names: &mut Names<'_>) -> Dataset {
    let Dataset { purchases, customers, funnel_entries, level_history, potential, contacts, prospects, imports, lost: _ } = data;
    Dataset {
        purchases: under(purchases.as_ref(), names, purchase_table),
        customers: under(customers.as_ref(), names, customer_list),
        prospects: under(prospects.as_ref(), names, prospect_list),
        funnel_entries: under(funnel_entries.as_ref(), names, entries),
        level_history: under(level_history.as_ref(), names, events),
        contacts: under(contacts.as_ref(), names, contact_table),
        potential: under(potential.as_ref(), names, outside_figures),
        imports: imports.iter().map(|record| import_record(record, names)).collect(),
        lost: Vec::new(),
    }
}

fn under<'a, T>(table: Option<&Arc<T>>, names: &mut Names<'a>, rename: fn(&T, &mut Names<'a>) -> T) -> Option<Arc<T>> {
    table.map(|table| Arc::new(rename(table, names)))
}

/// Texts by code, each under another name; different texts must get different names.
fn dictionary(texts: &Dictionary, rename: impl FnMut(&str) -> String) -> Dictionary {
    Dictionary::from(texts.texts().map(rename).collect::<Vec<_>>())
}

/// A column under other names; here several texts may get one name.
fn category(column: Option<&Category>, mut rename: impl FnMut(&str) -> String) -> Option<Category> {
    let Category { dictionary, codes } = column?;
    let mut renamed = Dictionary::default();
    let given: Vec<u32> = dictionary.texts().map(|text| renamed.intern(&rename(text))).collect();
    let code = |&code: &u32| given.get(code as usize).copied().unwrap_or(MISSING);
    Some(Category { codes: codes.iter().map(code).collect(), dictionary: renamed })
}

fn purchase_table(table: &PurchaseTable, names: &mut Names<'_>) -> PurchaseTable {
    let PurchaseTable { customers, names: display, customer, day, amount, cost, order, product, region, rep, source, row } = table;
    let word = &names.words.customer;
    let mut shown = display.iter();
    let keys = dictionary(customers, |key| {
        let name = shown.next().map_or("", String::as_str);
        let key = names.key(key, name, word);
        // Named at once, so that names are numbered as the customers are.
        names.customer(name);
        key
    });
    PurchaseTable {
        customers: keys,
        names: display.iter().map(|name| names.customer(name)).collect(),
        customer: customer.clone(),
        day: day.clone(),
        amount: amount.clone(),
        cost: cost.clone(),
        order: category(order.as_ref(), |text| names.order(text)),
        product: category(product.as_ref(), |text| names.product(text)),
        region: category(region.as_ref(), |text| names.region(text)),
        rep: category(rep.as_ref(), |text| names.rep(text)),
        source: source.clone(),
        row: row.clone(),
    }
}

fn customer_list(list: &CustomerList, names: &mut Names<'_>) -> CustomerList {
    let word = &names.words.customer;
    let rows = list.rows.iter().map(|listed| {
        let CustomerRow { customer, name, region, rep, contribution, stability, margin, source, row } = listed;
        CustomerRow {
            customer: names.key(customer, name, word),
            name: names.customer(name),
            region: names.region(region),
            rep: names.rep(rep),
            contribution: *contribution,
            stability: *stability,
            margin: *margin,
            source: *source,
            row: *row,
        }
    });
    CustomerList { rows: rows.collect() }
}

fn prospect_list(list: &ProspectList, names: &mut Names<'_>) -> ProspectList {
    let word = &names.words.prospect;
    let rows = list.rows().iter().map(|prospect| {
        let Prospect { id, name, expected, intent, level, region, product, rep, ratings, source, row, place } = prospect;
        Prospect {
            id: names.key(id, name, word),
            name: names.prospect(name),
            expected: *expected,
            intent: *intent,
            level: names.level(level),
            region: names.region(region),
            product: names.product(product),
            rep: names.rep(rep),
            // By codes, which are made by the app.
            ratings: ratings.clone(),
            source: *source,
            row: *row,
            place: *place,
        }
    });
    // Collected first: the list sorts what it is given.
    ProspectList::new(rows.collect::<Vec<_>>())
}

fn entries(table: &FunnelEntries, names: &mut Names<'_>) -> FunnelEntries {
    let FunnelEntries {
        keys,
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
    } = table;
    let customer = category(customer.as_ref(), |text| names.customer(text));
    FunnelEntries {
        customer,
        name: category(name.as_ref(), |text| names.customer(text)),
        keys: dictionary(keys, |key| names.entry(key)),
        key: key.clone(),
        owner: category(owner.as_ref(), |text| names.rep(text)),
        region: category(region.as_ref(), |text| names.region(text)),
        product: category(product.as_ref(), |text| names.product(text)),
        stage: category(Some(stage), |text| names.stage(text)).unwrap_or_default(),
        outcome: category(outcome.as_ref(), |text| names.stage(text)),
        amount: amount.clone(),
        entered: entered.clone(),
        closed: closed.clone(),
        last_contact: last_contact.clone(),
        snapshot: snapshot.clone(),
        // How full the cards are stays; what is on them goes.
        profile: profile.iter().filter_map(|(&field, texts)| Some((field, category(Some(texts), |text| names.free_text(text))?))).collect(),
        source: source.clone(),
        row: row.clone(),
    }
}

fn events(table: &LevelHistory, names: &mut Names<'_>) -> LevelHistory {
    let LevelHistory { keys, key, stage, day, moment, owner, region, product, amount, source, row } = table;
    LevelHistory {
        keys: dictionary(keys, |key| names.entry(key)),
        key: key.clone(),
        stage: category(Some(stage), |text| names.stage(text)).unwrap_or_default(),
        day: day.clone(),
        moment: moment.clone(),
        owner: category(owner.as_ref(), |text| names.rep(text)),
        region: category(region.as_ref(), |text| names.region(text)),
        product: category(product.as_ref(), |text| names.product(text)),
        amount: amount.clone(),
        source: source.clone(),
        row: row.clone(),
    }
}

fn contact_table(table: &ContactTable, names: &mut Names<'_>) -> ContactTable {
    let ContactTable { customers, customer, name, day, channel, rep, kind, source, row } = table;
    ContactTable {
        customers: dictionary(customers, |key| names.customer(key)),
        customer: customer.clone(),
        name: category(name.as_ref(), |text| names.customer(text)),
        day: day.clone(),
        channel: category(channel.as_ref(), |text| plain_channel(text).to_owned()),
        rep: category(rep.as_ref(), |text| names.rep(text)),
        kind: category(kind.as_ref(), plain_kind),
        source: source.clone(),
        row: row.clone(),
    }
}

/// A word that stands for the same channel.
fn plain_channel(text: &str) -> &'static str {
    match ContactChannel::of_text(text) {
        Some(ContactChannel::Field) => "field",
        Some(ContactChannel::Phone) => "phone",
        Some(ContactChannel::Email) => "email",
        None => "other",
    }
}

/// Words that stand for the same kind of contact, and for the same channel where the file's own say one.
fn plain_kind(text: &str) -> String {
    let kind = match ContactKind::of_text(text) {
        // "visit" would say a channel too.
        ContactKind::Visit => "sales",
        other => other.code(),
    };
    if ContactChannel::of_text(text).is_some() { format!("{kind} {}", plain_channel(text)) } else { kind.to_owned() }
}

fn outside_figures(list: &PotentialList, names: &mut Names<'_>) -> PotentialList {
    let rows = list.rows.iter().map(|figure| {
        let PotentialRow { customer, name, product, potential, said_by, source, row } = figure;
        PotentialRow {
            customer: names.customer(customer),
            name: names.customer(name),
            product: names.product(product),
            potential: *potential,
            said_by: names.person(said_by),
            source: *source,
            row: *row,
        }
    });
    PotentialList { rows: rows.collect() }
}

fn import_record(record: &ImportRecord, names: &mut Names<'_>) -> ImportRecord {
    let (file_word, sheet_word) = (&names.words.file, &names.words.sheet);
    let source = |SourceFile { file, sheet, rows }: &SourceFile, names: &mut Names<'_>| SourceFile {
        file: names.other(file_word, file),
        sheet: names.other(sheet_word, sheet),
        rows: *rows,
    };
    ImportRecord { sources: record.sources.iter().map(|found| source(found, names)).collect(), ..record.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_contacts_stand_for_the_same_kind_and_channel() {
        let texts =
            ["上门维修", "Visit", "拜访", "演示", "Service call", "回访电话", "invoice mail", "开票", "fair", "展会", "E-Mail", "微信拜访"];
        for text in texts {
            let plain = plain_kind(text);
            assert_eq!(ContactKind::of_text(&plain), ContactKind::of_text(text), "{text} → {plain}");
            assert_eq!(ContactChannel::of_text(&plain), ContactChannel::of_text(text), "{text} → {plain}");
            assert_eq!(ContactChannel::of_text(plain_channel(text)), ContactChannel::of_text(text), "{text}");
        }
    }
}
