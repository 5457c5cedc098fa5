//! Names of classes, kinds, channels, reasons and parts.

use crate::effort::{CallReason, Channel, ClassKind, TaskName, WorkClass};
use crate::playbook::{Cause, LedgerFigure, PlaybookPart, Remedy, VerdictKind};
use crate::ui::i18n::Texts;

texts! {
    side_existing => "Existing customers", "现有客户";
    side_potential => "Potential customers", "潜在客户";
    side_future => "Future customers", "未来客户";
    channel_field => "Visit", "上门";
    channel_phone => "Phone", "电话";
    channel_email => "E-mail", "邮件";
    reason_cadence => "Cadence", "定期联系";
    reason_contract => "Contract", "合同约定";
    reason_follow_up => "After a repair", "维修回访";
    task_selling => "Selling to customers", "直接销售";
    task_travel => "Travel", "路途";
    task_quotations => "Quotations", "报价";
    task_orders => "Order entry", "录单";
    task_chasing => "Chasing delivery and payment", "催货与催款";
    task_meetings => "Internal meetings", "内部会议";
    task_reports => "Reports", "报表";
    task_other => "Other", "其他";
    part_strategy => "Strategy", "策略";
    part_why => "Why", "原因";
    part_ways => "Ways", "做法";
    part_products => "Products", "产品";
    remedy_switching => "Show what switching costs", "说明更换供应商的代价";
    remedy_loyalty => "Loyalty plan with rebates", "含返利的忠诚计划";
    remedy_superiority => "Show where the product is better", "突出产品优势";
    remedy_their_customers => "Show what it brings their own customers", "说明能为其客户带来的好处";
    remedy_talk => "Talk in depth", "深入沟通";
    remedy_feedback => "Feed back and correct", "及时反馈并改正";
    remedy_attitude => "Mind the attitude", "端正态度";
    remedy_best_fit => "Offer the product that fits best", "提供最合适的产品";
    ledger_supply => "Supply", "供货成本";
    ledger_time => "Time", "时间成本";
    ledger_marketing => "Marketing", "营销成本";
    ledger_present => "Benefit now", "现有收益";
    ledger_future => "Benefit later", "未来收益";
    ledger_visibility => "Visibility", "知名度";
    ledger_rivals => "Keeping rivals out", "阻挡对手";
    verdict_turn => "Turn around and develop", "扭转并提升";
    verdict_let_go => "Let go", "放弃";
}

impl Texts {
    #[must_use]
    pub fn class_kind(self, kind: ClassKind) -> &'static str {
        match kind {
            ClassKind::Existing => self.side_existing(),
            ClassKind::Potential => self.side_potential(),
            ClassKind::Future => self.side_future(),
        }
    }

    /// `EII` and `EII 类`; future customers by their kind.
    #[must_use]
    pub fn work_class(self, class: Option<WorkClass>) -> String {
        match class {
            None => self.not_rated().to_owned(),
            Some(WorkClass::Future) => self.side_future().to_owned(),
            Some(class) => self.class_code(class.code()),
        }
    }

    #[must_use]
    pub fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Field => self.channel_field(),
            Channel::Phone => self.channel_phone(),
            Channel::Email => self.channel_email(),
        }
    }

    #[must_use]
    pub fn call_reason(self, reason: CallReason) -> &'static str {
        match reason {
            CallReason::Cadence => self.reason_cadence(),
            CallReason::Contract => self.reason_contract(),
            CallReason::FollowUp => self.reason_follow_up(),
        }
    }

    #[must_use]
    pub fn task_name(self, name: &TaskName) -> String {
        match name {
            TaskName::Selling => self.task_selling().to_owned(),
            TaskName::Travel => self.task_travel().to_owned(),
            TaskName::Quotations => self.task_quotations().to_owned(),
            TaskName::Orders => self.task_orders().to_owned(),
            TaskName::Chasing => self.task_chasing().to_owned(),
            TaskName::Meetings => self.task_meetings().to_owned(),
            TaskName::Reports => self.task_reports().to_owned(),
            TaskName::Other => self.task_other().to_owned(),
            TaskName::Typed(name) => name.clone(),
        }
    }

    #[must_use]
    pub fn playbook_part(self, part: PlaybookPart) -> &'static str {
        match part {
            PlaybookPart::Strategy => self.part_strategy(),
            PlaybookPart::Why => self.part_why(),
            PlaybookPart::Ways => self.part_ways(),
            PlaybookPart::Products => self.part_products(),
        }
    }

    #[must_use]
    pub fn cause(self, cause: Cause) -> &'static str {
        match cause {
            Cause::LikesNovelty => self.playbook_likes_novelty(),
            Cause::RivalOffersMore => self.playbook_rival_offers(),
            Cause::Dissatisfied => self.playbook_dissatisfied(),
        }
    }

    #[must_use]
    pub fn remedy(self, remedy: Remedy) -> &'static str {
        match remedy {
            Remedy::ShowSwitchingCost => self.remedy_switching(),
            Remedy::LoyaltyPlan => self.remedy_loyalty(),
            Remedy::ProductSuperiority => self.remedy_superiority(),
            Remedy::BenefitToTheirCustomers => self.remedy_their_customers(),
            Remedy::TalkInDepth => self.remedy_talk(),
            Remedy::FeedBackAndCorrect => self.remedy_feedback(),
            Remedy::Attitude => self.remedy_attitude(),
            Remedy::BestFitProduct => self.remedy_best_fit(),
        }
    }

    #[must_use]
    pub fn ledger_figure(self, figure: LedgerFigure) -> &'static str {
        match figure {
            LedgerFigure::Supply => self.ledger_supply(),
            LedgerFigure::Time => self.ledger_time(),
            LedgerFigure::Marketing => self.ledger_marketing(),
            LedgerFigure::PresentBenefit => self.ledger_present(),
            LedgerFigure::FutureBenefit => self.ledger_future(),
            LedgerFigure::Visibility => self.ledger_visibility(),
            LedgerFigure::KeepingRivalsOut => self.ledger_rivals(),
        }
    }

    #[must_use]
    pub fn verdict(self, kind: VerdictKind) -> &'static str {
        match kind {
            VerdictKind::TurnAroundAndDevelop => self.verdict_turn(),
            VerdictKind::LetGo => self.verdict_let_go(),
        }
    }
}
