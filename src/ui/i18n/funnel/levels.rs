//! The built-in levels in words (METHODS 3, S): name, definition, deadline, maintenance.

use crate::plan::{LevelText, Scheme};
use crate::ui::i18n::Texts;

texts! {
    contract_a => "contract signed or being signed", "已签约或正在签约";
    contract_b => "decision-maker intends to buy", "决策人有购买意向";
    contract_c => "stable contact, clear intent", "联系稳定，意向明确";
    contract_d => "complete data, first contact", "资料完整，已初次接触";
    contract_e => "first information", "初步信息";
    contract_a_definition => "The contract is signed or being signed.", "合同已经签订，或正在签订。";
    contract_b_definition => "The decision-maker intends to buy; a contract is expected within two months.", "决策人有购买意向，预计两个月内签约。";
    contract_c_definition => "Contact is stable and the intent clear, but there is no date.", "联系稳定、意向明确，但没有时间表。";
    contract_d_definition => "The basic data are complete and first contact has been made.", "基本资料完整，已有初次接触。";
    contract_e_definition => "There is first information, nothing more.", "只有初步信息。";
    purchase_a => "already choosing", "正在选择";
    purchase_b => "can close in 4–6 months", "4–6 个月内可成交";
    purchase_c => "the idea, but no urgency", "有想法，不急";
    purchase_d => "satisfied, may buy one day", "目前满意，将来可能购买";
    deadline_now => "now", "当前";
    deadline_two_months => "two months", "两个月";
    deadline_half_year => "4–6 months", "4–6 个月";
    deadline_none => "no date", "无期限";
    maintain_a => "Concentrate on it and track it closely.", "集中力量，密切跟踪。";
    maintain_b => "Seize the moment; contact often enough to notice the step to A.", "把握时机，勤于联系，及时察觉向 A 级的推进。";
    maintain_c => "Strengthen the resolve: a fixed cycle, reference cases.", "坚定决心：固定周期联系，用成功案例说服。";
    maintain_d => "Change the view: a fixed cycle, evidence.", "转变观念：固定周期联系，用事实说明。";
    maintain_e => "Complete the data and make first contact.", "补全资料，争取初次接触。";
}

/// Which of the handbook's schemes the levels are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    Contract,
    PurchaseTime,
    Own,
}

impl SchemeKind {
    /// By codes, words and what counts as the sale; cadence and usual time may be the user's own.
    #[must_use]
    pub fn of(scheme: &Scheme) -> Self {
        let alike = |known: &Scheme| {
            let codes = |scheme: &Scheme| scheme.levels().iter().map(|level| level.code.clone()).collect::<Vec<_>>();
            codes(scheme) == codes(known) && scheme.sale() == known.sale() && scheme.levels().iter().all(|level| level.text.is_none())
        };
        if alike(&Scheme::contract()) {
            Self::Contract
        } else if alike(&Scheme::purchase_time()) {
            Self::PurchaseTime
        } else {
            Self::Own
        }
    }
}

/// Whether the built-in words are those of the purchase-time scheme: its codes are A–D.
fn is_purchase_time(scheme: &Scheme) -> bool {
    scheme.levels().iter().map(|level| level.code.as_str()).eq(["A", "B", "C", "D"])
}

impl Texts {
    /// What a scheme is called.
    #[must_use]
    pub fn scheme_name(self, scheme: &Scheme) -> String {
        match SchemeKind::of(scheme) {
            SchemeKind::Contract => self.scheme_contract().to_owned(),
            SchemeKind::PurchaseTime => self.scheme_purchase().to_owned(),
            SchemeKind::Own => self.scheme_own(scheme.levels().len()),
        }
    }

    /// A level in words: the user's own, else the built-in ones of its code, else the code.
    #[must_use]
    pub fn level(self, scheme: &Scheme, code: &str) -> LevelText {
        let own = scheme.levels().iter().find(|level| level.code == code).and_then(|level| level.text.clone());
        own.unwrap_or_else(|| self.built_in_level(is_purchase_time(scheme), code))
    }

    fn built_in_level(self, purchase: bool, code: &str) -> LevelText {
        let words = match (code, purchase) {
            ("A", false) => [self.contract_a(), self.contract_a_definition(), self.deadline_now(), self.maintain_a()],
            ("B", false) => [self.contract_b(), self.contract_b_definition(), self.deadline_two_months(), self.maintain_b()],
            ("C", false) => [self.contract_c(), self.contract_c_definition(), self.deadline_none(), self.maintain_c()],
            ("D", false) => [self.contract_d(), self.contract_d_definition(), self.deadline_none(), self.maintain_d()],
            ("E", false) => [self.contract_e(), self.contract_e_definition(), self.deadline_none(), self.maintain_e()],
            ("A", true) => [self.purchase_a(), self.purchase_a(), self.deadline_now(), self.maintain_a()],
            ("B", true) => [self.purchase_b(), self.purchase_b(), self.deadline_half_year(), self.maintain_b()],
            ("C", true) => [self.purchase_c(), self.purchase_c(), self.deadline_none(), self.maintain_c()],
            ("D", true) => [self.purchase_d(), self.purchase_d(), self.deadline_none(), self.maintain_d()],
            _ => [code, "", "", ""],
        };
        let [name, definition, deadline, maintenance] = words.map(str::to_owned);
        LevelText { name, definition, deadline, maintenance }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Sale;
    use crate::ui::i18n::Language;

    #[test]
    fn a_scheme_has_one_name_wherever_it_is_named() {
        let english = Texts(Language::English);
        assert_eq!(english.scheme_name(&Scheme::contract()), "contract scheme A–E");
        assert_eq!(english.scheme_name(&Scheme::purchase_time()), "purchase-time scheme A–D");
        let changed = |edit: fn(&mut crate::plan::Level), sale| {
            let mut levels = Scheme::contract().levels().to_vec();
            edit(&mut levels[1]);
            english.scheme_name(&Scheme::new(levels, sale).unwrap())
        };
        assert_eq!(changed(|level| level.cadence_days = 5, Sale::NearestLevel), "contract scheme A–E");
        assert_eq!(changed(|level| level.code = "Demo".to_owned(), Sale::NearestLevel), "your own 5 levels");
        assert_eq!(changed(|level| level.text = Some(LevelText::default()), Sale::NearestLevel), "your own 5 levels");
        assert_eq!(changed(|_| {}, Sale::Won), "your own 5 levels");
    }
}
