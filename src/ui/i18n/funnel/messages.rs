//! What a field says about a figure it cannot take, and the wording of plan errors.

use crate::plan::{Allowed, SchemeError};
use crate::ui::i18n::Texts;
use crate::workspace::PlanFault;

texts! {
    figure_not_a_number(found) => "“{found}” is no number.", "“{found}”不是数字。";
    figure_not_negative(found) => "{found} is less than 0; 0 or more is allowed.", "{found} 小于 0，须为 0 或更大。";
    figure_positive(found) => "{found} will not do; it must be more than 0.", "{found} 不可用，须大于 0。";
    figure_share(found) => "{found} is outside 0–100 %.", "{found} 超出 0–100%。";
    figure_confidence(found) => "{found} is outside 50–99 %.", "{found} 超出 50–99%。";
    figure_whole(found, least, most) => "{found} will not do; a whole number from {least} to {most} is allowed.", "{found} 不可用，须为 {least} 至 {most} 的整数。";
    funnel_split_whole(found) => "The typed shares make {found}; together they must not exceed 100 %.", "输入的份额合计 {found}，不得超过 100%。";
}

impl Texts {
    /// What was found and what is allowed.
    #[must_use]
    pub fn figure_message(self, found: &str, allowed: Allowed) -> String {
        match allowed {
            Allowed::NotNegative => self.figure_not_negative(found),
            Allowed::Positive | Allowed::PositiveShare => self.figure_positive(found),
            Allowed::Share | Allowed::WholeInAll => self.figure_share(found),
            Allowed::Whole { least, most } => self.figure_whole(found, self.count(least), self.count(most)),
            Allowed::Confidence => self.figure_confidence(found),
        }
    }
}

texts! {
    plan_no_scenario => "This scenario is not there any more.", "该方案已不存在。";
    plan_last_scenario => "The only scenario stays: a plan needs one.", "至少保留一个方案，无法删除。";
    plan_name_empty => "Type a name.", "请输入名称。";
    plan_name_taken => "Another scenario has this name already.", "已有同名方案。";
    plan_order_sizes => "Low, typical and high must be 0 or more and grow in this order.", "最低、通常、最高须不小于 0，且依次增大。";
    plan_reversed => "It ends before it begins.", "结束早于开始。";
}

impl Texts {
    /// Why a plan is refused.
    #[must_use]
    pub fn plan_fault(self, fault: &PlanFault) -> String {
        let number = |found: Option<f64>| found.map_or_else(|| "–".to_owned(), |found| self.decimal(found, 2));
        match fault {
            PlanFault::NoScenario { .. } => self.plan_no_scenario().to_owned(),
            PlanFault::LastScenario => self.plan_last_scenario().to_owned(),
            PlanFault::EmptyName => self.plan_name_empty().to_owned(),
            PlanFault::NameTaken { .. } => self.plan_name_taken().to_owned(),
            PlanFault::Figure { found, allowed, .. } => self.figure_message(&number(*found), *allowed),
            PlanFault::Confidence { found, .. } => self.figure_confidence(number(found.map(|share| share * 100.0))),
            PlanFault::OrderSizes { .. } => self.plan_order_sizes().to_owned(),
            PlanFault::WindowReversed { .. } => self.plan_reversed().to_owned(),
        }
    }
}

texts! {
    scheme_too_few => "A funnel needs at least two levels.", "漏斗至少需要两个级别。";
    scheme_empty_code => "A level needs a code.", "级别须有代码。";
    scheme_duplicate(code) => "“{code}” is the code of another level already.", "代码“{code}”已被其他级别使用。";
    scheme_cadence => "Contact every 1 day or more.", "联系周期须为 1 天或更长。";
    scheme_dwell => "The time on a level must be 0 days or more.", "停留时间须为 0 天或更长。";
    scheme_cycle(codes) => "These levels advance to each other in a circle: {codes}.", "这些级别互相推进，形成循环：{codes}。";
    scheme_no_order => "These levels give no single order.", "这些级别排不出唯一的顺序。";
}

impl Texts {
    /// Why levels are no scheme.
    #[must_use]
    pub fn scheme_error(self, error: &SchemeError) -> String {
        match error {
            SchemeError::TooFewLevels { .. } => self.scheme_too_few().to_owned(),
            SchemeError::EmptyCode { .. } => self.scheme_empty_code().to_owned(),
            SchemeError::DuplicateCode { code, .. } => self.scheme_duplicate(code),
            SchemeError::Cadence { .. } => self.scheme_cadence().to_owned(),
            SchemeError::Dwell { .. } => self.scheme_dwell().to_owned(),
            SchemeError::Cycle { codes } => self.scheme_cycle(codes.join(" → ")),
            SchemeError::UnknownNext { .. } | SchemeError::TwoInOnePlace { .. } => self.scheme_no_order().to_owned(),
        }
    }
}
