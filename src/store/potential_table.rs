//! Outside figures of purchase potential as columns.

use super::columns::{ColumnReader, ColumnWriter};
use super::table::{needed, of_length};
use crate::engine::protocol::StoreProblem;
use crate::tables::{PotentialList, PotentialRow};

pub(super) fn potential_written(list: &PotentialList) -> Vec<u8> {
    let rows = &list.rows;
    let mut writer = ColumnWriter::default();
    let mut texts = |name: &str, of: fn(&PotentialRow) -> &str| writer.texts(name, rows.iter().map(of));
    texts("customer", |row| &row.customer);
    texts("name", |row| &row.name);
    texts("product", |row| &row.product);
    texts("said_by", |row| &row.said_by);
    let potential: Vec<f64> = rows.iter().map(|row| row.potential).collect();
    writer.numbers("potential", &potential);
    writer.integers("source", rows.iter().map(|row| i64::from(row.source)));
    writer.integers("row", rows.iter().map(|row| i64::from(row.row)));
    writer.finish("potential")
}

pub(super) fn potential_read(columns: &ColumnReader<'_>) -> Result<PotentialList, StoreProblem> {
    let potential = needed("potential", columns.numbers("potential")?)?;
    let rows = potential.len();
    let texts = |name: &str| of_length(name, rows, columns.texts(name)?).map(Vec::into_iter);
    let (mut customer, mut name) = (texts("customer")?, texts("name")?);
    let (mut product, mut said_by) = (texts("product")?, texts("said_by")?);
    let source: Vec<u16> = of_length("source", rows, columns.integers("source")?)?;
    let row: Vec<u32> = of_length("row", rows, columns.integers("row")?)?;
    let rows = potential.into_iter().zip(source).zip(row).map(|((potential, source), row)| PotentialRow {
        customer: customer.next().unwrap_or_default(),
        name: name.next().unwrap_or_default(),
        product: product.next().unwrap_or_default(),
        potential,
        said_by: said_by.next().unwrap_or_default(),
        source,
        row,
    });
    Ok(PotentialList { rows: rows.collect() })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::store::samples;

    #[test]
    fn figures_come_back_and_short_columns_are_refused() {
        let bytes = potential_written(&samples::potential());
        assert_eq!(potential_read(&ColumnReader::new(&bytes).unwrap()).unwrap(), samples::potential());
        let mut short = ColumnWriter::default();
        short.numbers("potential", &[1.0, 2.0]);
        for name in ["customer", "name", "product", "said_by"] {
            short.texts(name, ["a"].into_iter());
        }
        let bytes = short.finish("potential");
        assert!(matches!(potential_read(&ColumnReader::new(&bytes).unwrap()), Err(StoreProblem::Damaged { .. })));
    }
}
