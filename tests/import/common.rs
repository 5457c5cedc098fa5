//! What all import tests share: files in, preview and tables out.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fourfold::import::{Choices, Context, ImportError, Imported, InputFile, Preview};
use fourfold::units::Sum;

pub fn here(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn file(path: &Path) -> InputFile {
    InputFile::from_bytes(path.file_name().unwrap().to_string_lossy(), std::fs::read(path).unwrap())
}

pub fn made(name: &str) -> Vec<InputFile> {
    vec![file(&here("tests/fixtures/made").join(name))]
}

pub fn named(name: &str, content: &str) -> InputFile {
    InputFile::from_bytes(name, content.as_bytes().to_vec())
}

/// One CSV file.
pub fn csv(content: &str) -> Vec<InputFile> {
    vec![named("test.csv", content)]
}

pub fn inspect(files: &mut [InputFile], choices: &Choices) -> Result<Preview, ImportError> {
    fourfold::import::inspect(files, choices, &Context::default())
}

/// The preview of one CSV text.
pub fn look(content: &str) -> Preview {
    inspect(&mut csv(content), &Choices::default()).unwrap()
}

/// Inspects and reads with choices; every row must be accounted for.
pub fn taken(mut files: Vec<InputFile>, choices: &Choices) -> (Preview, Imported) {
    let preview = inspect(&mut files, choices).unwrap();
    let plan = preview.plan.clone().unwrap_or_else(|| panic!("open questions: {:?}", preview.questions));
    let imported = fourfold::import::read(&mut files, &plan, &mut |_| {}).unwrap();
    let record = &imported.record;
    assert_eq!(record.rows_read, record.rows_used + record.rows_rejected + record.rows_left_out);
    (preview, imported)
}

pub fn imported(files: Vec<InputFile>) -> (Preview, Imported) {
    taken(files, &Choices::default())
}

/// A CSV text, inspected and read without any choice.
pub fn read(content: &str) -> Imported {
    imported(csv(content)).1
}

pub fn total(imported: &Imported) -> f64 {
    imported.purchases.as_ref().unwrap().amount.iter().copied().collect::<Sum>().value()
}

pub fn customers(imported: &Imported) -> usize {
    let table = imported.purchases.as_ref().unwrap();
    table.customer.iter().collect::<BTreeSet<_>>().len()
}

/// `customer day amount` of every purchase.
pub fn lines(imported: &Imported) -> Vec<String> {
    let table = imported.purchases.as_ref().unwrap();
    (0..table.len())
        .map(|row| table.purchase(row))
        .map(|row| format!("{} {} {}", row.customer, fourfold::calendar::Day(row.day).iso(), row.amount))
        .collect()
}

pub fn near(left: f64, right: f64) -> bool {
    (left - right).abs() < 0.005
}
