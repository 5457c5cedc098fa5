//! Names of the built-in criteria, and what each asks (METHODS 2).

use crate::classify::Criterion;
use crate::tables::BuiltInCriterion;
use crate::ui::i18n::Texts;

texts! {
    criterion_size => "Strength and size", "实力与规模";
    criterion_management => "Management", "管理水平";
    criterion_network => "Network of its buyers", "下游客户网络";
    criterion_purchasing_power => "Their purchasing power", "下游购买力";
    criterion_marketing => "Marketing level", "营销水平";
    criterion_development => "Development", "发展前景";
    criterion_need => "Need", "需求";
    criterion_budget => "Budget", "预算";
    criterion_decision => "Access to the decision", "接近决策人";
    criterion_timing => "Timing", "时间紧迫度";
    criterion_trust => "Trust in us", "对我方信任";
    criterion_size_how => "How strong and how large is it?", "实力有多强，规模有多大？";
    criterion_management_how => "How well is it run?", "经营管理水平如何？";
    criterion_network_how => "How many target buyers does it reach?", "能触达多少目标购买者？";
    criterion_purchasing_power_how => "How much can those buyers spend?", "这些购买者的购买力如何？";
    criterion_marketing_how => "How well does it sell itself?", "自身的营销能力如何？";
    criterion_development_how => "Where will it be in a few years?", "未来几年会发展到什么程度？";
    criterion_need_how => "Does it need what we sell?", "是否需要我方产品？";
    criterion_budget_how => "Is there money for it?", "是否有预算？";
    criterion_decision_how => "Do we talk to those who decide?", "是否接触到决策人？";
    criterion_timing_how => "Does it want to buy soon?", "是否打算近期购买？";
    criterion_trust_how => "Does it believe us?", "是否信任我方？";
    criterion_own_how => "A criterion of your own.", "自定义评分项。";
}

impl Texts {
    /// A criterion's own name, else the built-in one's in this language.
    #[must_use]
    pub fn criterion(self, criterion: &Criterion) -> String {
        if criterion.name.is_empty() {
            let built_in = BuiltInCriterion::all().find(|own| own.code() == criterion.code);
            built_in.map_or(criterion.code.as_str(), |own| self.rated_criterion(own)).to_owned()
        } else {
            criterion.name.clone()
        }
    }

    /// A built-in criterion's name in this language.
    #[must_use]
    pub fn rated_criterion(self, criterion: BuiltInCriterion) -> &'static str {
        match criterion {
            BuiltInCriterion::Size => self.criterion_size(),
            BuiltInCriterion::Management => self.criterion_management(),
            BuiltInCriterion::Network => self.criterion_network(),
            BuiltInCriterion::PurchasingPower => self.criterion_purchasing_power(),
            BuiltInCriterion::Marketing => self.criterion_marketing(),
            BuiltInCriterion::Development => self.criterion_development(),
            BuiltInCriterion::Need => self.criterion_need(),
            BuiltInCriterion::Budget => self.criterion_budget(),
            BuiltInCriterion::Decision => self.criterion_decision(),
            BuiltInCriterion::Timing => self.criterion_timing(),
            BuiltInCriterion::Trust => self.criterion_trust(),
        }
    }

    /// The question a rating answers.
    #[must_use]
    pub fn criterion_how(self, code: &str) -> &'static str {
        match code {
            "size" => self.criterion_size_how(),
            "management" => self.criterion_management_how(),
            "network" => self.criterion_network_how(),
            "purchasing-power" => self.criterion_purchasing_power_how(),
            "marketing" => self.criterion_marketing_how(),
            "development" => self.criterion_development_how(),
            "need" => self.criterion_need_how(),
            "budget" => self.criterion_budget_how(),
            "decision" => self.criterion_decision_how(),
            "timing" => self.criterion_timing_how(),
            "trust" => self.criterion_trust_how(),
            _ => self.criterion_own_how(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::Scorecard;
    use crate::ui::i18n::{Language, Texts};

    #[test]
    fn every_built_in_criterion_has_a_name_and_a_question() {
        for texts in Language::ALL.map(Texts) {
            for criterion in Scorecard::expected().criteria.iter().chain(&Scorecard::intent().criteria) {
                assert_ne!(texts.criterion(criterion), criterion.code);
                assert_ne!(texts.criterion_how(&criterion.code), texts.criterion_own_how());
            }
        }
    }
}
