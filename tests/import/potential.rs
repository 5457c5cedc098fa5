//! Outside figures of purchase potential: known by their header, every row accounted for.

use fourfold::import::{ImportKind, IssueKind, Role};
use fourfold::tables::PotentialRow;

use crate::common::*;

fn row(customer: &str, product: &str, potential: f64, said_by: &str, row: u32) -> PotentialRow {
    PotentialRow {
        customer: customer.to_owned(),
        product: product.to_owned(),
        potential,
        said_by: said_by.to_owned(),
        row,
        ..PotentialRow::default()
    }
}

#[test]
fn figures_are_read_with_product_and_source() {
    let content = "Company,Product,Purchase potential (USD),Source\nHarbour,Steel,\"1,200\",chamber of trade\nMeyer,,800.50,\nNoone,,,x\nMinus,,-5,x\nTotal,,2000.5,\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!((preview.kind, preview.questions.len()), (ImportKind::Potential, 0));
    let rows = imported.potential.unwrap().rows;
    assert_eq!(rows, [row("Harbour", "Steel", 1200.0, "chamber of trade", 2), row("Meyer", "", 800.5, "", 3)]);
    let kinds: Vec<_> = imported.issues.iter().map(|issue| (issue.row, issue.kind)).collect();
    assert_eq!(kinds, [(4, IssueKind::MissingAmount), (5, IssueKind::NotANumber), (6, IssueKind::TotalRow)]);
    assert_eq!((imported.record.rows_rejected, imported.record.rows_left_out, imported.record.currency.as_str()), (2, 1, "USD"));
    assert_eq!((imported.purchases, imported.customers), (None, None));
}

#[test]
fn chinese_headers_and_units_are_known() {
    let content = "客户编号,客户名称,年采购潜力（万元）,数据来源\nA1,甲公司,12.5,行业协会\nA2,乙公司,3,\n散客,,9,\n";
    let (preview, imported) = imported(csv(content));
    assert_eq!(preview.kind, ImportKind::Potential);
    let rows = imported.potential.unwrap().rows;
    assert_eq!((rows[0].customer.as_str(), rows[0].name.as_str(), rows[0].potential, rows.len()), ("A1", "甲公司", 125_000.0, 2));
    assert_eq!(imported.issues[0].kind, IssueKind::WalkInLeftOut);
}

#[test]
fn purchases_and_lists_with_a_word_of_potential_stay_what_they_are() {
    let kinds = [
        ("Customer,Date,Amount,Potential\nA,2024-01-05,5,9\nB,2024-01-06,6,9\n", ImportKind::Purchases),
        ("客户编号,客户贡献度,变异系数,潜力等级\nA1,500,0.2,高\nA2,300,0.5,低\n", ImportKind::Customers),
        ("Customer,Potential rating\nA,3\nB,4\n", ImportKind::Customers),
    ];
    for (content, kind) in kinds {
        assert_eq!(look(content).kind, kind, "{content}");
    }
    assert_eq!(Role::from_code("potential"), Some(Role::Potential));
}
