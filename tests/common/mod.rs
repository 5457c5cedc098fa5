//! What several test files share: real data as purchase tables.
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod funnel;

use std::path::PathBuf;
use std::sync::Arc;

use fourfold::calendar::Day;
use fourfold::tables::{Dataset, Purchase, PurchaseTable};
use fourfold::workspace::Workspace;

/// Where a column of a purchase file is: header names, empty where the file has none.
pub struct Columns {
    pub customer: &'static str,
    pub name: &'static str,
    pub date: &'static str,
    pub amount: &'static str,
    pub order: &'static str,
    pub product: &'static str,
    pub region: &'static str,
    pub rep: &'static str,
}

pub const ONLINE_RETAIL: Columns = Columns {
    customer: "CustomerID",
    name: "",
    date: "InvoiceDate",
    amount: "Amount",
    order: "InvoiceNo",
    product: "",
    region: "Country",
    rep: "",
};

pub const NORTHWIND: Columns = Columns {
    customer: "customerID",
    name: "companyName",
    date: "orderDate",
    amount: "amount",
    order: "orderID",
    product: "productID",
    region: "shipCountry",
    rep: "employeeID",
};

pub const CHINOOK: Columns = Columns {
    customer: "CustomerId",
    name: "CustomerName",
    date: "InvoiceDate",
    amount: "Total",
    order: "InvoiceId",
    product: "",
    region: "BillingCountry",
    rep: "",
};

/// The first of these files that is there: the sample in the repository, or the data folder beside a development clone.
pub fn first_present(paths: &[&str]) -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    paths.iter().map(|path| root.join(path)).find(|path| path.exists())
}

pub fn online_retail() -> Option<PurchaseTable> {
    let paths = ["public/samples/online_retail_invoices.csv", "../shared/data/transactions/online_retail_invoices.csv"];
    Some(purchases(&first_present(&paths)?, &ONLINE_RETAIL))
}

pub fn northwind() -> Option<PurchaseTable> {
    let paths = ["public/samples/northwind_order_lines.csv", "../shared/data/transactions/northwind/order_lines_flat.csv"];
    Some(purchases(&first_present(&paths)?, &NORTHWIND))
}

pub fn chinook() -> Option<PurchaseTable> {
    let paths = ["tests/fixtures/chinook_invoices.csv", "../shared/data/transactions/chinook_invoices.csv"];
    Some(purchases(&first_present(&paths)?, &CHINOOK))
}

/// Reads a plain comma-separated file with ISO dates: no use of the project's own readers, so that these tests stand alone.
pub fn purchases(path: &std::path::Path, columns: &Columns) -> PurchaseTable {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|header| !name.is_empty() && header == name);
    let places =
        [columns.customer, columns.name, columns.date, columns.amount, columns.order, columns.product, columns.region, columns.rep];
    let places = places.map(place);
    let mut table = PurchaseTable::default();
    for (row, record) in (2_u32..).zip(reader.records()) {
        let record = record.unwrap();
        let text = |column: usize| places[column].map_or(String::new(), |place| record[place].to_owned());
        table.push(&Purchase {
            customer: text(0),
            name: text(1),
            day: Day::from_iso(&text(2)[..10]).unwrap().0,
            amount: text(3).parse().unwrap(),
            order: text(4),
            product: text(5),
            region: text(6),
            rep: text(7),
            row,
            ..Purchase::default()
        });
    }
    table
}

/// A workspace with these purchases and the default settings.
pub fn workspace(purchases: PurchaseTable) -> Workspace {
    Workspace { data: Dataset { purchases: Some(Arc::new(purchases)), ..Dataset::default() }, ..Workspace::default() }
}

/// Purchases from `customer, day, amount` lines: `("C1", "2020-01-15", 100.0)`.
pub fn table(rows: &[(&str, &str, f64)]) -> PurchaseTable {
    let mut table = PurchaseTable::default();
    for (row, (customer, day, amount)) in (2_u32..).zip(rows) {
        let day = Day::from_iso(day).unwrap().0;
        table.push(&Purchase { customer: (*customer).to_owned(), day, amount: *amount, row, ..Purchase::default() });
    }
    table
}
