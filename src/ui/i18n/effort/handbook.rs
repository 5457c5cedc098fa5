//! The playbook of every class, part by part (METHODS 1 and 2). Existing classes: the handbook's (S); where it is silent, and for
//! potential and future customers, our own wording (X), and said so.

use crate::effort::{ClassKind, WorkClass};
use crate::playbook::PlaybookPart;
use crate::ui::i18n::Texts;

texts! {
    book_ei_strategy => "Consolidate: they bring much, and steadily. Keep what works.", "巩固：贡献大且稳定，守住优势。";
    book_ei_why => "They carry the business. What is lost here is not made up elsewhere, and rivals know their names too.", "他们支撑业务；一旦流失，别处难以弥补，对手也盯着他们。";
    book_ei_ways => "Serve them before everyone else. Solve problems and complaints at once. Build common interest, be their business adviser, give resources.",
        "优先服务，问题与投诉立即解决；与其结成利益共同体，做其经营顾问，并给予资源支持。";
    book_ei_products => "Introduce new products beside the ones they already buy.", "在原有产品之外，逐步引入新产品。";
    book_eii_strategy => "Turn around: they bring much, but unevenly. Find the cause first.", "扭转：贡献大但不稳定，先找原因。";
    book_eii_why => "One of three causes: they like novelty; a rival offers more; they are dissatisfied. Each has its own remedy.", "原因有三：喜欢新鲜；对手条件更优；对我方不满。各有对策。";
    book_eii_ways => "(a) Show what switching costs; loyalty plan with year-end and cumulative rebates. (b) Show the product’s superiority and what it brings their own customers; loyalty plan. (c) Talk in depth, feed back and correct, mind the attitude.",
        "（a）说明更换代价，提供含年终与累计返利的忠诚计划；（b）突出产品优势，说明能为其客户带来的好处，辅以忠诚计划；（c）深入沟通，及时反馈改正，端正态度。";
    book_eii_products => "The product that fits them best, shown beside what rivals offer.", "提供最合适的产品，并与对手产品对照说明。";
    book_eiii_strategy => "Develop: they buy steadily, but little. Grow with them.", "提升：购买稳定但贡献小，帮助其成长。";
    book_eiii_why => "Their loyalty is there already; what is missing is size, and that can grow.", "忠诚已经有了，缺的是规模，而规模可以做大。";
    book_eiii_ways => "Visit regularly, analyse their business together, help with advertising, display, expansion and promotion.", "定期拜访，共同分析经营，在广告、陈列、拓展与促销上给予协助。";
    book_eiii_products => "What widens their range: further lines, larger packs, seasonal offers.", "能丰富其品类的产品：更多系列、更大包装、应季产品。";
    book_eiv_strategy => "Divest, but only after the ledger of costs and benefits.", "清算：先算清得失再定。";
    book_eiv_why => "They bring little, and unevenly; the time they take is missing elsewhere.", "贡献小且不稳定，占用的时间别处正缺。";
    book_eiv_ways => "Put costs (supply, time, marketing) against present and future benefit (margin, visibility, keeping rivals out). Benefit above cost: turn around and develop. Cost above benefit and hard to turn: let go. Record verdict and reason.",
        "将成本（供货、时间、营销）与现有及未来收益（利润、知名度、阻挡对手）对照：收益大于成本则扭转并提升；成本大于收益且难以扭转则放弃；结论与理由要记录。";
    book_eiv_products => "Standard products, ordered by phone or online.", "标准产品，电话或线上订购。";
    book_pi_strategy => "Win now: they are worth much and want to buy.", "立即争取：预期贡献高，意向也高。";
    book_pi_why => "Nothing else brings as much for an hour spent.", "同样的时间，这里回报最高。";
    book_pi_ways => "Send the best people, answer within the day, remove what stands in the way of the decision, ask for the order.", "派最得力的人，当天答复，扫除决策障碍，主动提出成交。";
    book_pi_products => "The offer they asked for, with references of firms like theirs.", "按其需求报价，并附同类客户案例。";
    book_pii_strategy => "Build intent: keep contact and find the entry.", "培育意向：保持联系，寻找切入点。";
    book_pii_why => "They are worth much; the will is not there yet, or is with somebody else.", "预期贡献高，但还没有意向，或意向在别家。";
    book_pii_ways => "Keep a steady cycle of contact, learn who decides and what troubles them, bring evidence, start with a small order.", "按固定周期联系，弄清谁决策、有何困扰，以事实说服，从小单做起。";
    book_pii_products => "A trial, or the one product their present supplier lacks.", "试用装，或其现有供应商所缺的产品。";
    book_piii_strategy => "Take it cheaply: little time, little cost.", "低成本承接：少花时间与费用。";
    book_piii_why => "They want to buy, but not much; a visit would cost more than it brings.", "愿意买但量不大，上门得不偿失。";
    book_piii_ways => "Phone and online order, standard terms, minimum order; watch whether they grow.", "电话与线上下单，标准条款，设起订量；留意其是否成长。";
    book_piii_products => "Standard products from stock.", "标准现货产品。";
    book_piv_strategy => "Only when free.", "有余力再跟。";
    book_piv_why => "Neither worth nor will is there today.", "目前既无贡献也无意向。";
    book_piv_ways => "E-mail now and then; look again when something changes.", "偶尔发邮件，情况变化时再评估。";
    book_piv_products => "None in particular.", "无特别推荐。";
    book_future_strategy => "Keep in view: they are where lasting growth comes from.", "持续关注：长期增长的来源。";
    book_future_why => "They do not need it yet, but will, and they fit.", "现在还不需要，但将来会，而且合适。";
    book_future_ways => "Judge fit and time to need, set the day of the next look; on that day they enter the funnel at level E or stay.", "评估匹配度与需求时间，定下下次检视日期；到时进入漏斗 E 级或继续观察。";
    book_future_products => "What they will need by then.", "其届时所需的产品。";
}

impl Texts {
    /// The original text of one part of a class's playbook.
    #[must_use]
    pub fn handbook(self, class: WorkClass, part: PlaybookPart) -> &'static str {
        let texts = match class {
            WorkClass::EI => [self.book_ei_strategy(), self.book_ei_why(), self.book_ei_ways(), self.book_ei_products()],
            WorkClass::EII => [self.book_eii_strategy(), self.book_eii_why(), self.book_eii_ways(), self.book_eii_products()],
            WorkClass::EIII => [self.book_eiii_strategy(), self.book_eiii_why(), self.book_eiii_ways(), self.book_eiii_products()],
            WorkClass::EIV => [self.book_eiv_strategy(), self.book_eiv_why(), self.book_eiv_ways(), self.book_eiv_products()],
            WorkClass::PI => [self.book_pi_strategy(), self.book_pi_why(), self.book_pi_ways(), self.book_pi_products()],
            WorkClass::PII => [self.book_pii_strategy(), self.book_pii_why(), self.book_pii_ways(), self.book_pii_products()],
            WorkClass::PIII => [self.book_piii_strategy(), self.book_piii_why(), self.book_piii_ways(), self.book_piii_products()],
            WorkClass::PIV => [self.book_piv_strategy(), self.book_piv_why(), self.book_piv_ways(), self.book_piv_products()],
            WorkClass::Future => {
                [self.book_future_strategy(), self.book_future_why(), self.book_future_ways(), self.book_future_products()]
            }
        };
        texts[part as usize]
    }

    /// Whether the handbook itself says it: strategy and ways of the existing classes, and the products and causes it names.
    #[must_use]
    pub fn is_of_handbook(self, class: WorkClass, part: PlaybookPart) -> bool {
        class.kind() == ClassKind::Existing
            && match part {
                PlaybookPart::Strategy | PlaybookPart::Ways => true,
                PlaybookPart::Why => class == WorkClass::EII,
                PlaybookPart::Products => matches!(class, WorkClass::EI | WorkClass::EII),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    #[test]
    fn every_part_of_every_class_has_its_own_text_in_both_languages() {
        let mut met = std::collections::BTreeSet::new();
        for class in WorkClass::ALL {
            for part in PlaybookPart::ALL {
                let (english, chinese) = (Texts(Language::English).handbook(class, part), Texts(Language::Chinese).handbook(class, part));
                assert!(english.is_ascii() || english.contains('’'), "{english}");
                assert!(!chinese.is_ascii() && met.insert(english), "{class:?} {part:?}");
            }
        }
    }
}
