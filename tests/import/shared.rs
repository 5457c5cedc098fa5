//! The larger real files, where they are at hand: what the data's own figures say must come out.

use std::path::PathBuf;

use fourfold::import::{Choices, Finding, ImportKind, Role};
use fourfold::tables::Standing;

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
    assert_eq!((table.customers.text(0), table.names[0].as_str()), ("2", "Leonie Köhler"));
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

fn expected(name: &str) -> Option<serde_json::Value> {
    shared("expected").map(|folder| serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap())
}

/// 8,800 opportunities of a sales system, 1,425 of them without an account.
#[test]
fn a_sales_pipeline_comes_in_whole() {
    let Some(path) = shared("pipeline/crm_sales_opportunities/sales_pipeline.csv") else { return };
    let expected = expected("crm_sales_opportunities.json").unwrap();
    let (preview, imported) = imported(vec![file(&path)]);
    assert_eq!((preview.kind, preview.questions.len()), (ImportKind::FunnelEntries, 0));
    let record = &imported.record;
    assert_eq!((record.rows_read, record.rows_used, record.rows_rejected), (8_800, 8_800, 0));
    assert!(imported.issues.is_empty() && preview.stages.complete);
    let entries = imported.funnel_entries.unwrap();
    let codes: Vec<Role> = preview.columns.iter().filter_map(|column| column.role).collect();
    use Role::{Amount, Closed, Customer, Entered, Level, Order, Product, Rep};
    assert_eq!(codes, [Order, Rep, Product, Customer, Level, Entered, Closed, Amount]);
    let shown: Vec<(&str, u64)> = preview.stages.stages.iter().map(|stage| (stage.text.as_str(), stage.rows)).collect();
    assert_eq!(shown, [("Engaging", 1_589), ("Prospecting", 500), ("Won", 4_238), ("Lost", 2_473)]);
    let standings: Vec<Option<Standing>> = preview.stages.stages.iter().map(|stage| stage.standing.clone()).collect();
    let level = |code: &str| Some(Standing::Level(code.to_owned()));
    assert_eq!(standings, [level("A"), level("B"), Some(Standing::Won), Some(Standing::Lost)]);
    for (stage, count) in expected["stage_now"].as_object().unwrap() {
        let code = entries.stage.dictionary.code(stage).unwrap();
        assert_eq!(entries.stage.codes.iter().filter(|other| **other == code).count() as u64, count.as_u64().unwrap());
    }
    let blank = |count: usize| u64::try_from(count).unwrap();
    let blanks = &expected["raw"]["blank_cells"];
    let missing = entries.customer.as_ref().unwrap().codes.iter().filter(|code| **code == fourfold::tables::MISSING).count();
    assert_eq!(blank(missing), blanks["account"].as_u64().unwrap());
    assert_eq!(blank(entries.entered.iter().filter(|day| day.is_none()).count()), blanks["engage_date"].as_u64().unwrap());
    assert_eq!(blank(entries.closed.iter().filter(|day| day.is_none()).count()), blanks["close_date"].as_u64().unwrap());
    assert_eq!(blank(entries.amount.iter().filter(|amount| amount.is_none()).count()), blanks["close_value"].as_u64().unwrap());
    let sum: f64 = entries.amount.iter().flatten().sum();
    assert!(near(sum, expected["won_value_sum"].as_f64().unwrap()));
    assert_eq!((entries.owner.unwrap().dictionary.len(), entries.product.unwrap().dictionary.len(), entries.keys.len()), (30, 7, 8_800));
    assert!(imported.findings.contains(&Finding::WithoutCustomer { count: 1_425, row: 11 }), "{:?}", imported.findings);
}

/// All its files dropped together: the pipeline is the table, the accounts are its customers.
#[test]
fn the_accounts_beside_a_pipeline_are_its_customers() {
    let Some(folder) = shared("pipeline/crm_sales_opportunities") else { return };
    let files = ["accounts.csv", "products.csv", "sales_pipeline.csv", "sales_teams.csv"].map(|name| file(&folder.join(name)));
    let (preview, imported) = imported(files.into());
    assert_eq!((preview.kind, imported.record.rows_used), (ImportKind::FunnelEntries, 8_800));
    assert_eq!(imported.customers.unwrap().rows.len(), 85);
}

/// 31,244 events of 5,015 loan offers that go back and start again.
#[test]
fn a_level_history_keeps_every_event_in_its_order() {
    let Some(path) = shared("pipeline/bpi2012_offers.csv") else { return };
    let expected = expected("bpi2012_offers.json").unwrap();
    let (preview, imported) = imported(vec![file(&path)]);
    assert_eq!((preview.kind, preview.questions.len()), (ImportKind::LevelHistory, 0));
    assert_eq!((imported.record.rows_used, imported.record.rows_rejected, imported.issues.len()), (31_244, 0, 0));
    let history = imported.level_history.unwrap();
    let courses = history.courses();
    assert_eq!((history.len() as u64, courses.len() as u64), (expected["events"].as_u64().unwrap(), expected["cases"].as_u64().unwrap()));
    let standing = |text: &str| preview.stages.stages.iter().find(|stage| stage.text == text).unwrap().standing.clone().unwrap();
    let level = |code: &str| Standing::Level(code.to_owned());
    for (text, expected) in [
        ("O_SENT_BACK", level("A")),
        ("O_SENT", level("B")),
        ("O_CREATED", level("C")),
        ("O_SELECTED", level("D")),
        ("O_ACCEPTED", Standing::Won),
        ("O_DECLINED", Standing::Lost),
        ("O_CANCELLED", Standing::Lost),
    ] {
        assert_eq!(standing(text), expected, "{text}");
    }
    for stage in &preview.stages.stages {
        assert_eq!(stage.rows, expected["events_by_stage"][&stage.text].as_u64().unwrap());
    }
    // Which stage a case stands on last, and which follows which: both rest on the order of events.
    let text = |row: u32| history.stage.text(row as usize);
    let mut last: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
    let mut pairs: std::collections::BTreeMap<String, u64> = std::collections::BTreeMap::new();
    for (_, rows) in courses.iter() {
        *last.entry(text(*rows.last().unwrap())).or_default() += 1;
        rows.windows(2).for_each(|pair| *pairs.entry(format!("{} -> {}", text(pair[0]), text(pair[1]))).or_default() += 1);
    }
    for (stage, count) in expected["last_stage_of_case"].as_object().unwrap() {
        assert_eq!(last[stage.as_str()], count.as_u64().unwrap(), "{stage}");
    }
    for (pair, count) in expected["direct_transitions"].as_object().unwrap().iter().filter(|(pair, _)| !pair.ends_with("(end)")) {
        assert_eq!(pairs[pair.as_str()], count.as_u64().unwrap(), "{pair}");
    }
    let amounts: Vec<f64> = courses.iter().filter_map(|(_, rows)| history.amount[rows[0] as usize]).collect();
    assert!(near(amounts.iter().sum(), expected["amount_requested"]["sum_all"].as_f64().unwrap()));
}
