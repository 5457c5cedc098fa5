//! The handbook's playbook for each class of existing customers (METHODS 1, source S): what to do, and for EII first why.

use crate::classify::Quadrant;

texts! {
    playbook_title_consolidate => "Consolidate: keep what works", "巩固：守住优势";
    playbook_title_turn_around => "Turn around: find the cause first", "扭转：先找原因";
    playbook_title_develop => "Develop: grow with them", "提升：帮助客户成长";
    playbook_title_divest => "Divest: only after the ledger", "清算：先算清得失";

    playbook_first_in_service => "First in service", "服务优先";
    playbook_first_in_service_how => "They are served before everyone else. Problems and complaints are solved at once.", "优先为其服务，问题与投诉立即解决。";
    playbook_common_interest => "Common interest", "利益共同体";
    playbook_common_interest_how => "Build common interest: be the customer’s business adviser and give resources.", "与客户结成利益共同体，做其经营顾问，并给予资源支持。";
    playbook_new_products => "New beside old", "新老产品并进";
    playbook_new_products_how => "Introduce new products beside the ones they already buy.", "在原有产品之外，逐步引入新产品。";

    playbook_likes_novelty => "Likes novelty", "喜欢新鲜";
    playbook_likes_novelty_how => "Show what switching costs. Offer a loyalty plan with year-end and cumulative rebates.", "说明更换供应商的代价；提供含年终返利与累计返利的忠诚计划。";
    playbook_rival_offers => "A rival offers more", "对手条件更优";
    playbook_rival_offers_how => "Show where the product is better and what that brings the customer’s own customers. Offer a loyalty plan.", "突出产品优势，说明能为客户的客户带来什么好处；提供忠诚计划。";
    playbook_dissatisfied => "Dissatisfied", "对我方不满";
    playbook_dissatisfied_how => "Talk in depth, feed back and correct. Mind the attitude. Offer the product that fits best.", "深入沟通，及时反馈并改正，端正态度，提供最合适的产品。";

    playbook_regular_visits => "Regular visits", "定期拜访";
    playbook_regular_visits_how => "Visit on a fixed cycle and analyse their business together.", "按固定周期拜访，共同分析其经营状况。";
    playbook_help_to_sell => "Help them sell", "协助销售";
    playbook_help_to_sell_how => "Help with advertising, display, expansion and promotion.", "在广告、陈列、拓展与促销上给予协助。";

    playbook_costs => "Costs", "成本";
    playbook_costs_how => "List what the customer costs: supply, time, marketing.", "列出该客户的供货成本、时间成本与营销成本。";
    playbook_benefits => "Benefits, now and later", "现有与未来收益";
    playbook_benefits_how => "Set against it what they bring: margin, visibility, keeping rivals out.", "对照其带来的收益：利润、知名度、阻挡对手。";
    playbook_verdict => "Verdict", "结论";
    playbook_verdict_how => "Benefit above cost: turn around and develop. Cost above benefit and hard to turn: let go. Record the verdict with its reason, below.",
        "收益大于成本：扭转并提升。成本大于收益且难以扭转：放弃。结论连同理由记在下方备注中。";
}

/// One entry of a playbook: a heading and how to go about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaybookEntry {
    pub title: &'static str,
    pub how: &'static str,
}

/// What to do with one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playbook {
    pub title: &'static str,
    pub entries: Vec<PlaybookEntry>,
}

impl super::Texts {
    /// The playbook of a class (METHODS 1, S).
    #[must_use]
    pub fn playbook(self, quadrant: Quadrant) -> Playbook {
        let entry = |title, how| PlaybookEntry { title, how };
        match quadrant {
            Quadrant::I => Playbook {
                title: self.playbook_title_consolidate(),
                entries: vec![
                    entry(self.playbook_first_in_service(), self.playbook_first_in_service_how()),
                    entry(self.playbook_common_interest(), self.playbook_common_interest_how()),
                    entry(self.playbook_new_products(), self.playbook_new_products_how()),
                ],
            },
            Quadrant::II => Playbook {
                title: self.playbook_title_turn_around(),
                entries: vec![
                    entry(self.playbook_likes_novelty(), self.playbook_likes_novelty_how()),
                    entry(self.playbook_rival_offers(), self.playbook_rival_offers_how()),
                    entry(self.playbook_dissatisfied(), self.playbook_dissatisfied_how()),
                ],
            },
            Quadrant::III => Playbook {
                title: self.playbook_title_develop(),
                entries: vec![
                    entry(self.playbook_regular_visits(), self.playbook_regular_visits_how()),
                    entry(self.playbook_help_to_sell(), self.playbook_help_to_sell_how()),
                ],
            },
            Quadrant::IV => Playbook {
                title: self.playbook_title_divest(),
                entries: vec![
                    entry(self.playbook_costs(), self.playbook_costs_how()),
                    entry(self.playbook_benefits(), self.playbook_benefits_how()),
                    entry(self.playbook_verdict(), self.playbook_verdict_how()),
                ],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::Quadrant;
    use crate::ui::i18n::{Language, Texts};

    #[test]
    fn every_class_has_advice_in_both_languages() {
        for quadrant in Quadrant::ALL {
            let english = Texts(Language::English).playbook(quadrant);
            let chinese = Texts(Language::Chinese).playbook(quadrant);
            assert_eq!(english.entries.len(), chinese.entries.len());
            assert!(english.entries.len() >= 2);
            assert!(chinese.title.chars().all(|letter| !letter.is_ascii_alphabetic()));
        }
    }

    #[test]
    fn an_uneven_big_customer_has_the_handbooks_three_causes() {
        let titles: Vec<_> = Texts(Language::English).playbook(Quadrant::II).entries.iter().map(|entry| entry.title).collect();
        assert_eq!(titles, ["Likes novelty", "A rival offers more", "Dissatisfied"]);
    }
}
