//! Laws that hold for any table: nothing panics, every row is accounted for, what was put in comes out.

use fourfold::calendar::Day;
use fourfold::import::{Choices, DateOrder, DecimalMark, DiscountKind, ImportKind, Role, StabilityDirection, WalkIns};
use proptest::prelude::*;

use crate::common::*;

/// Cells as they occur, sound and mistaken ones.
fn cell() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "",
        "",
        " ",
        "Acme",
        "散客",
        "合计",
        "Total",
        "小计",
        "2024-01-05",
        "03/04/2024",
        "25/12/2024",
        "2024年3月",
        "1月",
        "Q1 2024",
        "45356",
        "20240305",
        "5",
        "-5",
        "1,234.56",
        "1.234",
        "(12)",
        "12%",
        "3.2万",
        "$5",
        "€7",
        "#DIV/0!",
        "n/a",
        "注：x",
        "单位：万元",
        "已取消",
        "0",
        "1e9",
        "1e999",
        "-0",
        "Customer",
        "Date",
        "Amount",
        "金额（万元）",
        "8.5折",
        "9999999999999999999999",
        "\u{1}walk-in",
        "\u{200b}",
        "=1+1",
    ]);
    prop_oneof![9 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn choices() -> impl Strategy<Value = Choices> {
    let kind = prop::option::of(prop::sample::select(vec![ImportKind::Purchases, ImportKind::PurchasesWide, ImportKind::Customers]));
    let role = prop::option::of(prop::sample::select(Role::ALL.to_vec()));
    let roles = prop::collection::btree_map(0u32..8, role, 0..4);
    (kind, roles, prop::option::of(0u32..12), any::<bool>()).prop_map(|(kind, roles, header_row, left_out)| Choices {
        kind,
        roles,
        header_row,
        date_order: Some(DateOrder::DayFirst),
        decimal: Some(DecimalMark::Point),
        year: Some(2024),
        discount: Some(DiscountKind::Zhe),
        currency: Some("USD".to_owned()),
        walk_ins: Some(if left_out { WalkIns::LeaveOut } else { WalkIns::Group }),
        stability_direction: Some(StabilityDirection::LowIsStable),
        ..Choices::default()
    })
}

fn quoted(rows: &[Vec<String>]) -> String {
    rows.iter()
        .map(|row| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\n")
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_row_of_any_table_is_accounted_for(rows in prop::collection::vec(prop::collection::vec(cell(), 1..7), 0..14), header: bool, choices in choices()) {
        let mut content = if header { "Customer,Date,Amount,Status,Region,折扣\n".to_owned() } else { String::new() };
        content.push_str(&quoted(&rows));
        for choices in [Choices::default(), choices] {
            let mut files = csv(&content);
            let Ok(preview) = inspect(&mut files, &choices) else { continue };
            prop_assert!(preview.plan.is_some() == preview.questions.is_empty());
            let Some(plan) = preview.plan else { continue };
            let Ok(imported) = fourfold::import::read(&mut files, &plan, &mut |_| {}) else { continue };
            let record = &imported.record;
            prop_assert_eq!(record.rows_read, record.rows_used + record.rows_rejected + record.rows_left_out);
            let rejects = imported.issues.iter().filter(|issue| issue.kind.rejects()).count() as u64;
            let leaves_out = imported.issues.iter().filter(|issue| issue.kind.leaves_out()).count() as u64;
            prop_assert_eq!((rejects, leaves_out), (record.rows_rejected, record.rows_left_out));
            if plan.kind == ImportKind::Purchases {
                prop_assert_eq!(imported.purchases.as_ref().unwrap().len() as u64, record.rows_used);
                prop_assert!(imported.purchases.unwrap().amount.iter().all(|amount| amount.is_finite()));
            }
            let fates = preview.rows.iter().filter(|row| matches!(row.fate, fourfold::import::RowFate::Used { .. })).count() as u64;
            prop_assert_eq!(fates, record.rows_used, "the preview shows what the read does");
        }
    }

    #[test]
    fn purchases_written_to_a_file_come_back(purchases in prop::collection::vec((0u32..500, 14_000i32..20_000, -9_999_999i64..9_999_999), 13..60), style in 0usize..4) {
        let mut content = ["Customer,Date,Amount\n", "客户名称;下单日期;金额\n", "Customer\tInvoice date\tTotal\n", "客户,日期,销售额\n"][style].to_owned();
        // One day above twelve and one amount with two decimals settle order and mark.
        let fixed = [(1, Day::from_ymd(2020, 1, 25).unwrap().0, 150)];
        for (customer, day, cents) in fixed.iter().copied().chain(purchases.iter().copied()) {
            let (year, month, date) = Day(day).ymd();
            let amount = cents as f64 / 100.0;
            content.push_str(&match style {
                0 => format!("Firm {customer},{year}-{month:02}-{date:02},{amount:.2}\n"),
                1 => format!("Firm {customer};{date:02}.{month:02}.{year};{}\n", format!("{amount:.2}").replace('.', ",")),
                2 => format!("Firm {customer}\t{month}/{date}/{year}\t${amount:.2}\n"),
                _ => format!("Firm {customer},{year}年{month}月{date}日,{amount:.2}元\n"),
            });
        }
        let (_, imported) = taken(csv(&content), &Choices::default());
        let table = imported.purchases.unwrap();
        let back: Vec<_> = (1..table.len()).map(|row| table.purchase(row)).map(|row| (row.customer, row.day, (row.amount * 100.0).round() as i64)).collect();
        let put: Vec<_> = purchases.iter().map(|(customer, day, cents)| (format!("Firm {customer}"), *day, *cents)).collect();
        prop_assert_eq!(back, put);
    }
}
