//! Tables that leave the app: plain rows in, CSV or XLSX bytes out; wording is handed in.
//! Stands below the engine, whose class list and messages use its [`ReportTable`]; knows nothing of views or screens.

mod table;
mod csv;
mod xlsx;

pub use csv::csv_bytes;
pub use table::{ReportCell, ReportTable};
pub use xlsx::{ReportError, xlsx_bytes};
