//! Which purchase rows the filters let through (METHODS 0: filters work on rows).

use std::collections::BTreeSet;

use super::{Customers, Filters, SourceRange};
use crate::tables::{Category, CustomerList, CustomerRow, PurchaseTable};

/// One column's answer, decided once a value instead of once a row.
enum ColumnFilter<'table> {
    All,
    /// By dictionary code; the last entry stands for rows without a value.
    ByCode {
        codes: &'table [u32],
        allowed: Vec<bool>,
    },
    /// By customer number, where only the customer list knows the value.
    ByCustomer {
        allowed: Vec<bool>,
    },
}

impl<'table> ColumnFilter<'table> {
    fn by_code(column: &'table Category, wanted: &BTreeSet<String>) -> Self {
        let mut allowed: Vec<bool> = column.dictionary.texts().map(|text| wanted.contains(text)).collect();
        allowed.push(wanted.contains(""));
        Self::ByCode { codes: &column.codes, allowed }
    }

    fn passes(&self, row: usize, customer: u32) -> bool {
        match self {
            Self::All => true,
            Self::ByCode { codes, allowed } => {
                let code = codes.get(row).map_or(usize::MAX, |&code| code as usize);
                allowed.get(code).or(allowed.last()).copied().unwrap_or(false)
            }
            Self::ByCustomer { allowed } => allowed.get(customer as usize).copied().unwrap_or(false),
        }
    }
}

/// The filters, made ready for one table.
pub struct RowFilter<'table> {
    columns: [ColumnFilter<'table>; 3],
    sources: Option<(SourceRange, &'table [u16])>,
    passes_all: bool,
}

impl<'table> RowFilter<'table> {
    /// A table without a region or rep column is filtered by the customer list's regions and reps.
    #[must_use]
    pub fn new(
        filters: &Filters,
        sources: Option<SourceRange>,
        table: &'table PurchaseTable,
        list: Option<&CustomerList>,
        customers: &Customers,
    ) -> Self {
        let column = |wanted: &BTreeSet<String>, column: &'table Option<Category>, fact: Option<fn(&CustomerRow) -> &str>| {
            if wanted.is_empty() {
                return ColumnFilter::All;
            }
            if let Some(column) = column {
                return ColumnFilter::by_code(column, wanted);
            }
            let of_list = |number: u32| Some(fact?(customers.list_row(number, list?)?));
            let allowed = (0..customers.numbers() as u32).map(|number| wanted.contains(of_list(number).unwrap_or(""))).collect();
            ColumnFilter::ByCustomer { allowed }
        };
        let columns = [
            column(&filters.region, &table.region, Some(|row| &row.region)),
            column(&filters.product, &table.product, None),
            column(&filters.rep, &table.rep, Some(|row| &row.rep)),
        ];
        let sources = sources.map(|range| (range, table.source.as_slice()));
        let passes_all = sources.is_none() && columns.iter().all(|column| matches!(column, ColumnFilter::All));
        Self { columns, sources, passes_all }
    }

    #[must_use]
    pub fn passes(&self, row: u32, customer: u32) -> bool {
        self.passes_all || (self.is_of_sources(row as usize) && self.columns.iter().all(|column| column.passes(row as usize, customer)))
    }

    fn is_of_sources(&self, row: usize) -> bool {
        self.sources.is_none_or(|(range, of_rows)| of_rows.get(row).is_some_and(|&source| range.contains(source)))
    }
}

/// Whether a row of a customer list passes; such rows have no product.
#[must_use]
pub fn list_row_passes(filters: &Filters, row: &CustomerRow) -> bool {
    let passes = |wanted: &BTreeSet<String>, value: &str| wanted.is_empty() || wanted.contains(value);
    passes(&filters.region, &row.region) && passes(&filters.product, "") && passes(&filters.rep, &row.rep)
}
