//! The choices of the import's selects: their stable codes, and their words.

use crate::import::{DateOrder, DecimalMark, DiscountKind, ImportKind};
use crate::ui::i18n::Texts;

texts! {
    kind_purchases => "One purchase", "一笔购买";
    kind_wide => "One customer, months across", "一家客户，按月分列";
    kind_customers => "One customer", "一家客户";
    kind_prospects => "One potential customer, to be rated", "一家潜在客户（评分）";
    kind_funnel_entries => "One opportunity or prospect", "一个商机或潜在客户";
    kind_contacts => "One contact with a customer", "一次客户联系";
    kind_level_history => "One change of level", "一次级别变动";
    kind_potential => "One customer's purchase potential", "一家客户的购买潜力";
    date_year_first => "Year first", "年在前";
    date_day_first => "Day first", "日在前";
    date_month_first => "Month first", "月在前";
    delimiter_comma => "Comma", "逗号";
    delimiter_semicolon => "Semicolon", "分号";
    delimiter_tab => "Tab", "制表符";
    delimiter_bar => "Vertical bar", "竖线";
    delimiter_blanks => "Blanks", "空格";
    discount_share => "a share: 0.15 takes off 15%", "小数：0.15 表示减 15%";
    discount_percent => "a percentage: 15 takes off 15%", "百分数：15 表示减 15%";
    discount_money => "money taken off", "减免金额";
    discount_zhe => "折: 8.5 pays 85%", "折扣：8.5 折付 85%";
}

/// As in the select `import-kind`.
#[must_use]
pub fn kind_code(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Purchases => "purchases",
        ImportKind::PurchasesWide => "purchases-wide",
        ImportKind::Customers => "customers",
        ImportKind::FunnelEntries => "funnel-entries",
        ImportKind::LevelHistory => "level-history",
        ImportKind::Potential => "potential",
        ImportKind::Contacts => "contacts",
        ImportKind::Prospects => "prospects",
    }
}

#[must_use]
pub fn kind_from(code: &str) -> Option<ImportKind> {
    ImportKind::ALL.into_iter().find(|kind| kind_code(*kind) == code)
}

/// As in the select `import-date-order`.
#[must_use]
pub fn date_order_code(order: DateOrder) -> &'static str {
    match order {
        DateOrder::YearFirst => "year-first",
        DateOrder::DayFirst => "day-first",
        DateOrder::MonthFirst => "month-first",
    }
}

#[must_use]
pub fn date_order_from(code: &str) -> Option<DateOrder> {
    [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst].into_iter().find(|order| date_order_code(*order) == code)
}

/// As in the select `import-decimal`.
#[must_use]
pub fn decimal_code(mark: DecimalMark) -> &'static str {
    match mark {
        DecimalMark::Point => "point",
        DecimalMark::Comma => "comma",
    }
}

#[must_use]
pub fn decimal_from(code: &str) -> Option<DecimalMark> {
    [DecimalMark::Point, DecimalMark::Comma].into_iter().find(|mark| decimal_code(*mark) == code)
}

impl Texts {
    #[must_use]
    pub fn import_kind_name(self, kind: ImportKind) -> &'static str {
        match kind {
            ImportKind::Purchases => self.kind_purchases(),
            ImportKind::PurchasesWide => self.kind_wide(),
            ImportKind::Customers => self.kind_customers(),
            ImportKind::FunnelEntries => self.kind_funnel_entries(),
            ImportKind::LevelHistory => self.kind_level_history(),
            ImportKind::Potential => self.kind_potential(),
            ImportKind::Contacts => self.kind_contacts(),
            ImportKind::Prospects => self.kind_prospects(),
        }
    }

    #[must_use]
    pub fn date_order(self, order: DateOrder) -> &'static str {
        match order {
            DateOrder::YearFirst => self.date_year_first(),
            DateOrder::DayFirst => self.date_day_first(),
            DateOrder::MonthFirst => self.date_month_first(),
        }
    }

    /// A number in that way of writing.
    #[must_use]
    pub fn decimal_mark(self, mark: DecimalMark) -> &'static str {
        match mark {
            DecimalMark::Point => "1,234.56",
            DecimalMark::Comma => "1.234,56",
        }
    }

    #[must_use]
    pub fn delimiter(self, delimiter: u8) -> String {
        match delimiter {
            b',' => self.delimiter_comma().to_owned(),
            b';' => self.delimiter_semicolon().to_owned(),
            b'\t' => self.delimiter_tab().to_owned(),
            b'|' => self.delimiter_bar().to_owned(),
            b' ' => self.delimiter_blanks().to_owned(),
            other => char::from(other).to_string(),
        }
    }

    #[must_use]
    pub fn discount_kind(self, kind: DiscountKind) -> &'static str {
        match kind {
            DiscountKind::Share => self.discount_share(),
            DiscountKind::Percent => self.discount_percent(),
            DiscountKind::Money => self.discount_money(),
            DiscountKind::Zhe => self.discount_zhe(),
        }
    }
}
