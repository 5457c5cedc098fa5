//! What is said of tables that could not be read.

use crate::engine::LostData;
use crate::tables::TableKind;
use crate::ui::i18n::Texts;

/// Which tables, and as far as the imports tell what they held.
#[must_use]
pub fn lost_tables(texts: Texts, lost: &LostData) -> (String, Option<String>) {
    let names: Vec<&str> = lost.tables.iter().map(|kind| table_name(texts, *kind)).collect();
    let held = (!lost.files.is_empty()).then(|| texts.lost_rows(texts.count(lost.rows), lost.files.join(texts.list_join())));
    (texts.lost_tables(names.join(texts.list_join())), held)
}

fn table_name(texts: Texts, kind: TableKind) -> &'static str {
    match kind {
        TableKind::Purchases => texts.table_purchases(),
        TableKind::Customers => texts.table_customers(),
        TableKind::FunnelEntries => texts.table_funnel_entries(),
        TableKind::LevelHistory => texts.table_level_history(),
        TableKind::Potential => texts.table_potential(),
        TableKind::Contacts => texts.table_contacts(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    #[test]
    fn what_is_lost_is_named_in_both_languages() {
        let lost = LostData {
            tables: vec![TableKind::Purchases, TableKind::Contacts],
            files: vec!["sales.csv".into(), "visits.xlsx".into()],
            rows: 6204,
        };
        let (tables, held) = lost_tables(Texts(Language::English), &lost);
        assert_eq!(tables, "Damaged in storage and left out: purchases, contacts.");
        assert_eq!(held.as_deref(), Some("Missing, as far as the imports tell: 6,204 rows of sales.csv, visits.xlsx."));
        let (tables, held) = lost_tables(Texts(Language::Chinese), &lost);
        assert_eq!(tables, "存储中已损坏、未能打开：购买记录、客户联系记录。");
        assert_eq!(held.as_deref(), Some("据导入记录，缺少 sales.csv、visits.xlsx 的 6,204 行。"));
        let unknown = LostData { files: Vec::new(), rows: 0, ..lost };
        assert_eq!(lost_tables(Texts(Language::English), &unknown).1, None);
    }
}
