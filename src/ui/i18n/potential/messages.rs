//! What the potential customers cannot take, said at the field.

use crate::classify::{RATINGS, ScorecardFault};
use crate::ui::i18n::Texts;
use crate::workspace::{CellFault, PlacementFault, ProspectFault};

texts! {
    error_bad_prospect(fault) => "The change was not made: {fault}", "未作更改：{fault}";
    fault_not_a_number(found) => "“{found}” is not a number.", "“{found}”不是数字。";
    fault_not_a_rating(found, low, high) => "A rating is a number from {low} to {high}, not “{found}”.", "评分应为 {low} 至 {high} 的数字，“{found}”无效。";
    fault_negative(found) => "It cannot be below 0: {found}.", "不能小于 0：{found}。";
    fault_not_a_share(found) => "It is a number from 0 to 1, not {found}.", "应为 0 至 1 的数字，{found} 无效。";
    fault_weight => "A weight is 0 or more.", "权重应为 0 或正数。";
    fault_no_weight => "At least one weight must be above 0.", "至少一项权重须大于 0。";
    fault_no_name => "The criterion needs a name.", "请填写评分项名称。";
    fault_twice => "There is a criterion of this name already.", "已有同名评分项。";
    fault_no_criterion => "At least one criterion must stay.", "至少保留一项评分项。";
    fault_unknown_prospect(id) => "There is no potential customer “{id}”.", "没有潜在客户“{id}”。";
    fault_unknown_criterion(code) => "There is no criterion “{code}”.", "没有评分项“{code}”。";
    fault_session => "This placement is no longer there.", "该次摆放已不存在。";
    fault_nobody => "There is nobody to place.", "没有可摆放的客户。";
    fault_revealed => "The data has been shown already; nothing can be placed any more.", "数据已公布，不能再摆放。";
    fault_participant => "Who is placing? Type a name first.", "请先填写参与者姓名。";
}

impl Texts {
    /// What is wrong with a typed cell.
    #[must_use]
    pub fn cell_fault(self, fault: &CellFault) -> String {
        match fault {
            CellFault::NotANumber { found } => self.fault_not_a_number(found),
            CellFault::NotARating { found } => self.fault_not_a_rating(found, RATINGS.start(), RATINGS.end()),
            CellFault::Negative { found } => self.fault_negative(found),
            CellFault::NotAShare { found } => self.fault_not_a_share(found),
        }
    }

    #[must_use]
    pub fn scorecard_fault(self, fault: ScorecardFault) -> &'static str {
        match fault {
            ScorecardFault::BadWeight { .. } => self.fault_weight(),
            ScorecardFault::NoWeight => self.fault_no_weight(),
            ScorecardFault::NoName { .. } => self.fault_no_name(),
            ScorecardFault::TwiceTheSame { .. } => self.fault_twice(),
            ScorecardFault::NoCriterion => self.fault_no_criterion(),
        }
    }

    #[must_use]
    pub fn prospect_fault(self, fault: &ProspectFault) -> String {
        match fault {
            ProspectFault::UnknownProspect { id } => self.fault_unknown_prospect(id),
            ProspectFault::UnknownCriterion { code } => self.fault_unknown_criterion(code),
            ProspectFault::BadCell { fault, .. } | ProspectFault::BadLevelIntent { fault, .. } => self.cell_fault(fault),
            ProspectFault::BadScorecard { fault, .. } => self.scorecard_fault(*fault).to_owned(),
        }
    }

    #[must_use]
    pub fn placement_fault(self, fault: &PlacementFault) -> String {
        match fault {
            PlacementFault::UnknownSession { .. } => self.fault_session().to_owned(),
            PlacementFault::NobodyToPlace => self.fault_nobody().to_owned(),
            PlacementFault::UnknownCustomer { key } => self.fault_unknown_prospect(key),
            PlacementFault::AlreadyRevealed => self.fault_revealed().to_owned(),
            PlacementFault::NoParticipant => self.fault_participant().to_owned(),
        }
    }
}
