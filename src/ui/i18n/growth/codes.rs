//! Headers and codes of the exported lists in words; see `engine::GROWTH_CODES`.

use crate::ui::i18n::Texts;

texts! {
    code_class_then => "Class then", "前期类别";
    code_class_now => "Class now", "后期类别";
    code_money_then => "Contribution then", "前期贡献度";
    code_money_now => "Contribution now", "后期贡献度";
    code_contribution_moved_by => "Contribution moved by", "贡献度变动原因";
    code_stability_then => "Stability then", "前期稳定度指标";
    code_stability_now => "Stability now", "后期稳定度指标";
    code_stability_moved_by => "Stability moved by", "稳定度变动原因";
    code_spelled_like => "Spelled like", "写法相近";
    code_nearness => "Nearness", "临近度";
    code_review => "Review", "复核状态";
    code_absent => "not there", "无购买";
    code_value => "its own figure", "自身数值";
    code_cut => "the cut alone", "仅界线";
    code_together => "figure and cut together", "数值与界线共同";
    code_key => "id or name as key", "编号";
    code_merge => "spelling joined by hand", "手工对应";
    code_name => "name", "名称";
    code_unknown => "no such customer", "没有该客户";
    code_ambiguous => "several customers of that name", "有多家同名客户";
}

impl Texts {
    /// A header or code in words; unknown ones stay as they are.
    #[must_use]
    pub fn growth_code(self, code: &'static str) -> &'static str {
        match code {
            "class_then" => self.code_class_then(),
            "class_now" => self.code_class_now(),
            "customers" => self.wallet_customers(),
            "money_then" => self.code_money_then(),
            "money_now" => self.code_money_now(),
            "money_moved" => self.changes_col_moved(),
            "customer" => self.changes_col_customer(),
            "name" => self.future_name(),
            "contribution_moved_by" => self.code_contribution_moved_by(),
            "stability_then" => self.code_stability_then(),
            "stability_now" => self.code_stability_now(),
            "stability_moved_by" => self.code_stability_moved_by(),
            "sales" => self.wallet_sales(),
            "potential" => self.wallet_potential(),
            "wallet_share" => self.wallet_share(),
            "headroom" => self.wallet_headroom(),
            "matched_by" => self.wallet_matched(),
            "said_by" => self.wallet_said_by(),
            "product" => self.wallet_product(),
            "row" => self.wallet_unmatched_row(),
            "why" => self.wallet_unmatched_why(),
            "spelled_like" => self.code_spelled_like(),
            "fit" => self.future_fit(),
            "months_to_need" => self.future_months(),
            "nearness" => self.code_nearness(),
            "priority" => self.future_priority(),
            "next_review" => self.future_next_review(),
            "review" => self.code_review(),
            "note" => self.future_note(),
            "not_rated" => self.not_rated(),
            "absent" => self.code_absent(),
            "value" => self.code_value(),
            "cut" => self.code_cut(),
            "together" => self.code_together(),
            "overdue" => self.review_overdue(),
            "soon" => self.review_soon(),
            "not_set" => self.review_not_set(),
            "later" => self.review_later(),
            "key" => self.code_key(),
            "merge" => self.code_merge(),
            "unknown" => self.code_unknown(),
            "ambiguous" => self.code_ambiguous(),
            "walk_in" => self.walk_in(),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::GROWTH_CODES;
    use crate::ui::i18n::Language;

    #[test]
    fn every_code_has_a_chinese_wording() {
        let chinese = Texts(Language::Chinese);
        let left: Vec<_> = GROWTH_CODES.into_iter().filter(|code| chinese.growth_code(code) == *code).collect();
        assert!(left.is_empty(), "{left:?}");
    }
}
