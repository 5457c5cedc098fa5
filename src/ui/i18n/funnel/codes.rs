//! The codes of the funnel's lists in words, for workbooks.

use crate::ui::i18n::Texts;

texts! {
    code_share_source => "Share from", "份额来源";
    code_won => "Won so far", "已成交金额";
    code_overdue_days => "Overdue, days", "超期天数";
    code_yes => "yes", "是";
    code_no => "no", "否";
}

impl Texts {
    /// A header or code in words; what has none stays as it is.
    #[must_use]
    pub fn funnel_code(self, code: &'static str) -> &'static str {
        match code {
            "rep" => self.funnel_entry_owner(),
            "region" => self.funnel_entry_region(),
            "product" => self.funnel_entry_product(),
            "share" => self.why_share(),
            "share_source" => self.code_share_source(),
            "won" => self.code_won(),
            "typed" => self.funnel_average_typed(),
            "by_won_value" => self.why_share_won(),
            "equal" => self.why_share_equal(),
            "sales_needed" => self.funnel_sales_needed(),
            "sales_expected" => self.funnel_col_expected(),
            "gap" => self.funnel_col_gap(),
            "extra_entries" => self.compare_extra(),
            "thin_level" => self.funnel_group_thin(),
            "stock" => self.funnel_col_stock(),
            "required" => self.funnel_col_needed(),
            "cover" => self.plan_cover(),
            "entry" => self.funnel_entry_key(),
            "customer" => self.funnel_entry_customer(),
            "name" => self.funnel_level_name(),
            "level" => self.funnel_col_level(),
            "stage" => self.funnel_entry_stage(),
            "entered" => self.funnel_entry_entered(),
            "last_contact" => self.funnel_entry_contact(),
            "cadence_days" => self.funnel_level_cadence(),
            "overdue_days" => self.code_overdue_days(),
            "never_contacted" => self.audit_never(),
            "yes" => self.code_yes(),
            "no" => self.code_no(),
            code => code,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{AUDIT_CODES, GROUP_CODES, GROUP_LEVEL_CODES};
    use crate::ui::i18n::Language;

    #[test]
    fn every_header_has_words_in_chinese() {
        let headers = AUDIT_CODES.iter().chain(&GROUP_CODES).chain(&GROUP_LEVEL_CODES);
        for code in headers.chain(&["rep", "region", "product", "typed", "by_won_value", "equal", "yes", "no"]) {
            assert!(!Texts(Language::Chinese).funnel_code(code).is_ascii(), "{code}");
        }
    }
}
