//! What to do with each class of potential customers (METHODS 2; the classes are the handbook's, the strategies our own).

use crate::classify::Quadrant;
use crate::ui::i18n::Texts;
use crate::ui::i18n::playbook::{Playbook, PlaybookEntry};

texts! {
    playbook_title_win => "Win now: first call on your time", "立即争取：优先投入时间";
    playbook_close => "Close", "促成签约";
    playbook_close_how => "Contact often, solve what stands in the way, bring the decision maker and an offer to one table.", "提高联系频率，扫除障碍，让决策人与方案坐到一起。";
    playbook_protect => "Keep rivals out", "防止对手介入";
    playbook_protect_how => "Agree the next step with a date at every contact.", "每次联系都约定下一步与日期。";
    playbook_title_build => "Build intent: keep contact, find the entry", "培育意向：保持联系，寻找切入点";
    playbook_entry => "Find the entry", "寻找切入点";
    playbook_entry_how => "Learn who decides, what they need and who supplies them now. Enter with one product or one problem solved.", "了解决策人、需求与现有供应商，从一款产品或一个问题切入。";
    playbook_contact => "Keep contact", "保持联系";
    playbook_contact_how => "A fixed cycle, each time with something of use: a reference case, a figure, an invitation.", "固定周期联系，每次带去有用的内容：成功案例、数据或邀请。";
    playbook_title_take => "Take it cheaply: little time", "低成本承接：少花时间";
    playbook_cheap => "Serve at low cost", "低成本服务";
    playbook_cheap_how => "Phone, mail and standard terms; no visits unless asked.", "以电话、邮件和标准条款为主，无需求不上门。";
    playbook_grow => "Watch for growth", "留意成长";
    playbook_grow_how => "Rate it again once a year.", "每年重新评分一次。";
    playbook_title_free => "Only when there is time left", "有余力再跟进";
    playbook_list => "Keep on the list", "保留名单";
    playbook_list_how => "A mailing is enough. No visits, no offers made to measure.", "群发资料即可，不上门，不做专门报价。";
    playbook_review => "Look again", "定期复核";
    playbook_review_how => "Set a date on which it is rated anew, or let it go.", "设定复核日期，届时重新评分或放弃。";
    explain_potential_playbook => "The classes are the handbook’s; what to do with each is our own proposal.", "类别出自手册，对应做法为本产品建议。";
}

impl Texts {
    /// What to do with a class of potential customers.
    #[must_use]
    pub fn potential_playbook(self, quadrant: Quadrant) -> Playbook {
        let entry = |title, how| PlaybookEntry { title, how };
        match quadrant {
            Quadrant::I => Playbook {
                title: self.playbook_title_win(),
                entries: vec![
                    entry(self.playbook_close(), self.playbook_close_how()),
                    entry(self.playbook_protect(), self.playbook_protect_how()),
                ],
            },
            Quadrant::II => Playbook {
                title: self.playbook_title_build(),
                entries: vec![
                    entry(self.playbook_entry(), self.playbook_entry_how()),
                    entry(self.playbook_contact(), self.playbook_contact_how()),
                ],
            },
            Quadrant::III => Playbook {
                title: self.playbook_title_take(),
                entries: vec![
                    entry(self.playbook_cheap(), self.playbook_cheap_how()),
                    entry(self.playbook_grow(), self.playbook_grow_how()),
                ],
            },
            Quadrant::IV => Playbook {
                title: self.playbook_title_free(),
                entries: vec![
                    entry(self.playbook_list(), self.playbook_list_how()),
                    entry(self.playbook_review(), self.playbook_review_how()),
                ],
            },
        }
    }
}
