//! The larger real files, where they are at hand: what the data's own figures say must come out.

use std::path::PathBuf;

use fourfold::import::{Choices, ImportKind};

use crate::common::*;

/// The folder of shared data beside the repository; tests that need it pass where it is missing.
fn shared(path: &str) -> Option<PathBuf> {
    let path = here("../shared/data").join(path);
    path.exists().then_some(path)
}

#[test]
fn order_lines_are_worked_out_from_quantity_and_price() {
    for path in ["transactions/online_retail_lines_10pct.csv", "transactions/online_retail_lines_10pct.xlsx"] {
        let Some(path) = shared(path) else { return };
        let (preview, imported) = imported(vec![file(&path)]);
        assert!(preview.questions.is_empty());
        let record = &imported.record;
        assert_eq!((record.rows_read, record.rows_used, record.rows_rejected), (34_816, 34_816, 0), "{path:?}");
        assert!(near(total(&imported), 646_664.64) && customers(&imported) == 440, "{path:?}");
    }
}

#[test]
fn chinese_invoices_are_the_same_in_three_formats() {
    for path in ["chinese/在线零售_发票_GBK.csv", "chinese/在线零售_发票_UTF8BOM.csv", "chinese/在线零售_发票.xlsx"] {
        let Some(path) = shared(path) else { return };
        let (_, imported) = imported(vec![file(&path)]);
        assert_eq!((imported.record.rows_used, imported.record.currency.as_str()), (4_029, "GBP"));
        assert!(near(total(&imported), 1_460_522.82) && customers(&imported) == 877, "{path:?}");
    }
}

#[test]
fn chinook_is_mapped_by_its_headers() {
    let Some(path) = shared("transactions/chinook_invoices.csv") else { return };
    let (_, imported) = imported(vec![file(&path)]);
    assert_eq!((imported.record.rows_used, customers(&imported)), (412, 59));
    let table = imported.purchases.unwrap();
    assert_eq!((table.customers.texts()[0].as_str(), table.names[0].as_str()), ("2", "Leonie Köhler"));
    assert_eq!(table.purchase(0).region, "Germany");
}

#[test]
fn a_table_of_numbers_without_header_is_read_by_its_content() {
    let Some(path) = shared("transactions/cdnow_sample.txt") else { return };
    let (preview, imported) = imported(vec![file(&path)]);
    assert_eq!((preview.header_row, preview.kind), (0, ImportKind::Purchases));
    assert_eq!((imported.record.rows_used, customers(&imported)), (6_919, 2_357));
    assert!(near(total(&imported), 244_091.94));
}

/// Every hard file is read or refused: no panic, and every row of what was read is accounted for.
#[test]
fn the_hard_files_are_read_or_refused() {
    let Some(root) = shared("nasty") else { return };
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let started = std::time::Instant::now();
            let mut files = vec![file(&path)];
            let outcome = inspect(&mut files, &Choices::default());
            let told = match outcome {
                Err(error) => format!("{error:?}"),
                Ok(preview) => match preview.plan {
                    None => format!("{:?}", preview.questions),
                    Some(plan) => match fourfold::import::read(&mut files, &plan, &mut |_| {}) {
                        Err(error) => format!("read: {error:?}"),
                        Ok(imported) => {
                            let record = imported.record;
                            assert_eq!(record.rows_read, record.rows_used + record.rows_rejected + record.rows_left_out, "{path:?}");
                            format!(
                                "{:?} {} {} {} {}",
                                plan.kind, record.rows_read, record.rows_used, record.rows_rejected, record.rows_left_out
                            )
                        }
                    },
                },
            };
            println!(
                "{:>6} ms {} {}",
                started.elapsed().as_millis(),
                path.file_name().unwrap().to_string_lossy(),
                told.chars().take(160).collect::<String>()
            );
        }
    }
}
