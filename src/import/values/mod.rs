//! What single cells mean: numbers, currencies, dates, periods. Knows nothing of tables, roles or files.

pub mod cell_text;
pub mod currency;
pub mod date;
mod date_tokens;
pub mod date_order;
pub mod decimal_mark;
pub mod number;
pub mod period;
pub mod time_of_day;
