//! Whole files through `inspect` and `read`: the made fixtures come out as `_expected.json` states, the samples with their known totals.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;
mod contacts;
mod dates_and_numbers;
mod funnel;
mod layouts;
mod potential;
mod prospects;
mod properties;
mod rows;
mod several_tables;
mod workbooks;
mod shared;

use common::*;
use fourfold::calendar::Day;
use fourfold::import::{Choices, DateOrder, Evidence, ImportError, Imported, Preview, Role};
use serde_json::Value;

/// Compares one import with its entry of `_expected.json`.
fn check(name: &str, expected: &Value, imported: &Imported) {
    let table = imported.purchases.as_ref().unwrap_or_else(|| panic!("{name}: no purchases"));
    if let Some(rows) = expected["rows"].as_u64() {
        let odd = u64::from(name == "shape_ragged.csv");
        assert_eq!(table.len() as u64 + odd, rows, "{name}: rows");
    }
    if let Some(sum) = expected["sum"].as_f64() {
        assert!(near(total(imported), sum), "{name}: sum {} expected {sum}", total(imported));
    }
    let days: Vec<String> = table.day.iter().map(|day| day.iso()).collect();
    if let Some(first) = expected["first_date"].as_str() {
        assert_eq!(days.iter().min().unwrap(), first, "{name}");
        assert_eq!(days.iter().max().unwrap(), expected["last_date"].as_str().unwrap(), "{name}");
    }
    if let Some(count) = expected["customers"].as_u64() {
        assert_eq!(customers(imported) as u64, count, "{name}: customers");
    }
    for (key, row) in [("first_row", 0), ("last_row", table.len() - 1)] {
        if let Some(cells) = expected[key].as_array() {
            let purchase = table.purchase(row);
            assert_eq!(purchase.customer, cells[0].as_str().unwrap(), "{name}");
            assert_eq!(Day(purchase.day).iso(), cells[1].as_str().unwrap(), "{name}");
            assert!(near(purchase.amount, cells[2].as_f64().unwrap()), "{name}");
        }
    }
}

#[test]
fn every_made_fixture_comes_out_as_expected() {
    let expected: Value = serde_json::from_str(&std::fs::read_to_string(here("tests/fixtures/made/_expected.json")).unwrap()).unwrap();
    for (name, expected) in expected.as_object().unwrap() {
        let refusal = match name.as_str() {
            "empty.csv" => Some(ImportError::Empty),
            "header_only.csv" => Some(ImportError::NoRows),
            "book_password_is_password.xlsx" => Some(ImportError::Protected),
            "book_truncated.xlsx" => Some(ImportError::Truncated),
            _ => None,
        };
        if let Some(refusal) = refusal {
            assert_eq!(inspect(&mut made(name), &Choices::default()).unwrap_err(), refusal, "{name}");
            continue;
        }
        let (expected, choices) = match name.as_str() {
            "date_ambiguous.csv" => (&expected["if_dmy"], Choices { date_order: Some(DateOrder::DayFirst), ..Choices::default() }),
            _ => (expected, Choices::default()),
        };
        let (preview, imported) = taken(made(name), &choices);
        check(name, expected, &imported);
        if let Some(columns) = expected["columns"].as_array() {
            let headers: Vec<&str> =
                preview.columns.iter().map(|column| column.header.as_str()).filter(|header| !header.is_empty()).collect();
            let wanted: Vec<&str> = columns.iter().map(|column| column.as_str().unwrap()).collect();
            assert_eq!(headers[..wanted.len()], wanted, "{name}");
        }
        if let Some(encoding) = expected["encoding"].as_str() {
            assert_eq!(preview.encoding, encoding, "{name}");
        }
        if let Some(delimiter) = expected["delimiter"].as_str() {
            assert_eq!(preview.delimiter, delimiter.as_bytes()[0], "{name}");
        }
    }
}

#[test]
fn samples_come_in_with_their_known_totals() {
    for (path, rows, keys, sum) in [
        ("public/samples/online_retail_invoices.csv", 22_190, 4_372, 8_300_065.81),
        ("public/samples/northwind_order_lines.csv", 2_155, 89, 1_265_793.04),
    ] {
        let (preview, imported) = imported(vec![file(&here(path))]);
        assert!(preview.questions.is_empty());
        assert_eq!(imported.record.rows_used, rows, "{path}");
        assert_eq!(imported.record.rows_rejected, 0);
        assert_eq!(customers(&imported), keys, "{path}");
        assert!(near(total(&imported), sum), "{path}: {}", total(&imported));
    }
    let (preview, imported) = imported(vec![file(&here("public/samples/zh_retail_gbk.csv"))]);
    assert_eq!((imported.record.rows_used, imported.record.currency.as_str(), preview.encoding.as_str()), (4_029, "GBP", "GBK"));
}

fn roles(preview: &Preview) -> Vec<(&str, Role)> {
    preview.columns.iter().filter_map(|column| Some((column.header.as_str(), column.role?))).collect()
}

#[test]
fn columns_are_mapped_by_their_headers() {
    let preview = inspect(&mut [file(&here("public/samples/northwind_order_lines.csv"))], &Choices::default()).unwrap();
    assert_eq!(
        roles(&preview),
        [
            ("orderID", Role::Order),
            ("customerID", Role::Customer),
            ("employeeID", Role::Rep),
            ("orderDate", Role::Date),
            ("shipCountry", Role::Region),
            ("productID", Role::Product),
            ("companyName", Role::Name),
            ("amount", Role::Amount)
        ]
    );
    let preview = inspect(&mut [file(&here("public/samples/online_retail_invoices.csv"))], &Choices::default()).unwrap();
    assert_eq!(
        roles(&preview),
        [
            ("InvoiceNo", Role::Order),
            ("InvoiceDate", Role::Date),
            ("CustomerID", Role::Customer),
            ("Country", Role::Region),
            ("Amount", Role::Amount)
        ]
    );
    assert!(!preview.columns.is_empty() && preview.header_evidence == Evidence::FirstRow);
    assert!((20_000..25_000).contains(&preview.estimated_rows), "{}", preview.estimated_rows);
}
