//! What the words of a stage say: an outcome, or how near the sale it is; English and Chinese. Words only, one text at a time.

use crate::import::values::number::means_nothing;
use crate::tables::folded_spelling;

/// What a stage text says by its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageWord {
    /// How near the sale, larger is nearer.
    Level(u8),
    Won,
    Lost,
    Dormant,
}

impl StageWord {
    #[must_use]
    pub fn is_outcome(self) -> bool {
        !matches!(self, Self::Level(_))
    }
}

const LOST: &str = "lost|lose|declined|rejected|cancelled|canceled|dead|disqualified|unqualified|abandoned|no go|dropped|churned|\
    withdrawn|no decision|not interested|流失|输单|丢单|丢标|未中标|失败|战败|放弃|无效|无意向|没意向|不考虑|拒绝|取消|作废|终止|死单|淘汰";
const DORMANT: &str =
    "dormant|on hold|hold|paused|postponed|stalled|sleeping|inactive|frozen|搁置|暂停|休眠|沉睡|暂缓|挂起|冻结|推迟|延期|公海";
/// Close to a signature, not yet one: they hold words of a sale that is made.
const NEARLY: &str = "contract sent|verbal|closing|签约中|待签约|待签|拟签约|即将签约|准备签约|合同审批|待成交|即将成交|未签约|未成交";
const WON: &str =
    "won|win|accepted|signed|converted|customer|purchased|sold|成交|赢单|签约|已签|签单|中标|成单|已购买|已合作|合作成功|转化成功|订单";

/// Words of levels with their nearness.
const LEVELS: &[(u8, &str)] = &[
    (
        10,
        "lead|leads|new|prospect|prospecting|suspect|raw|target|open|inquiry|inbound|low|cold|first information|线索|潜在|新客户|新建|\
         目标客户|初始|待分配|询盘|咨询|陌生|名单|低意向|信息收集|初步信息",
    ),
    (
        20,
        "contact|contacted|contacting|attempted|engaging|engaged|connect|connected|outreach|appointment|nurture|nurturing|working|\
         mql|接触|联系|初访|沟通|拜访|跟进|预约|培育|建档",
    ),
    (
        30,
        "qualified|qualification|qualifying|discovery|sql|needs analysis|needs|interested|interest|warm|medium|需求|立项|意向|中意向|考虑|验证",
    ),
    (40, "demo|presentation|evaluation|solution|trial|poc|design|value proposition|perception analysis|演示|试用|方案|测试|评估|样品|试样"),
    (50, "proposal|quote|quotation|quoted|price quote|rfp|bid|bidding|报价|投标|招投标|标书"),
    (60, "negotiation|negotiating|negotiate|review|decision|commit|committed|high|hot|谈判|议价|商务|磋商|决策|高意向|强意向|重点意向"),
    (70, "contract|legal|approval|合同|审批|付款|回款"),
];
const NEARLY_WON: u8 = 80;

/// What a stage text says; `None` where its words do not tell.
#[must_use]
pub fn stage_word(text: &str) -> Option<StageWord> {
    if means_nothing(text) {
        return None;
    }
    let words = words_of(text);
    let holds = |list: &str| longest(&words, list).is_some();
    if holds(LOST) {
        return Some(StageWord::Lost);
    }
    if holds(DORMANT) {
        return Some(StageWord::Dormant);
    }
    if words.contains("未成交") || words.contains("未签约") {
        // Lost, or still open: the text does not say.
        return None;
    }
    if holds(NEARLY) {
        return Some(StageWord::Level(NEARLY_WON));
    }
    if holds(WON) {
        return Some(StageWord::Won);
    }
    let matches = LEVELS.iter().filter_map(|&(rank, list)| longest(&words, list).map(|length| (length, rank)));
    matches.max().map(|(_, rank)| StageWord::Level(rank))
}

/// The letter of a level: `B`, `B级`, `B - budget clear`, `Level B`.
#[must_use]
pub fn level_letter(text: &str) -> Option<char> {
    let folded = folded_spelling(text);
    let bare = ["level", "class", "grade", "级别", "等级", "级", "类"]
        .iter()
        .find_map(|word| folded.strip_prefix(word))
        .unwrap_or(&folded)
        .trim_start_matches([' ', '-', ':', '_']);
    let mut letters = bare.chars();
    let letter = letters.next().filter(|letter| ('a'..='h').contains(letter))?;
    let ends = letters.next().is_none_or(|next| " -:.,()/、，（_级类級類档等".contains(next));
    ends.then(|| letter.to_ascii_uppercase())
}

/// The number a stage is counted or weighed by: `3. Proposal`, `Stage 3`, `20%`, `60% Verbal`.
#[must_use]
pub fn stage_number(text: &str) -> Option<u32> {
    let folded = folded_spelling(text);
    let bare = ["stage", "step", "phase", "level", "s", "第", "阶段"].iter().find_map(|word| folded.strip_prefix(word)).unwrap_or(&folded);
    let bare = bare.trim_start();
    let end = bare.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(bare.len());
    bare.get(..end)?.parse().ok()
}

/// The text as words in lower case between single blanks.
fn words_of(text: &str) -> String {
    let folded: String = folded_spelling(text).chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    format!(" {} ", folded.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Characters of the longest word of a list that the text holds: Chinese anywhere, English as whole words.
fn longest(words: &str, list: &str) -> Option<usize> {
    let holds = |word: &str| {
        let whole = |at: usize| words[..at].ends_with(' ') && words[at + word.len()..].starts_with(' ');
        if word.is_ascii() { words.match_indices(word).any(|(at, _)| whole(at)) } else { words.contains(word) }
    };
    list.split('|').filter(|word| holds(word)).map(|word| word.chars().count()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_known_by_their_words() {
        for (text, word) in [
            ("Won", StageWord::Won),
            ("Closed Won", StageWord::Won),
            ("O_ACCEPTED", StageWord::Won),
            ("成交", StageWord::Won),
            ("已签约", StageWord::Won),
            ("Lost", StageWord::Lost),
            ("6-Closed Lost", StageWord::Lost),
            ("O_DECLINED", StageWord::Lost),
            ("O_CANCELLED", StageWord::Lost),
            ("流失", StageWord::Lost),
            ("无意向", StageWord::Lost),
            ("On hold", StageWord::Dormant),
            ("暂缓", StageWord::Dormant),
        ] {
            assert_eq!(stage_word(text), Some(word), "{text}");
        }
        for text in ["", "-", "Closed", "未成交", "O_SELECTED", "Wonderful", "A"] {
            assert_eq!(stage_word(text), None, "{text}");
        }
    }

    #[test]
    fn levels_stand_in_the_order_of_a_sale() {
        let rank = |text: &str| match stage_word(text) {
            Some(StageWord::Level(rank)) => rank,
            other => panic!("{text}: {other:?}"),
        };
        for order in [
            &["Prospecting", "Engaging"][..],
            &["Lead", "Contacted", "Qualified", "Demo", "Proposal/Price Quote", "Negotiation/Review", "Contract sent"],
            &["线索", "初步接触", "需求确认", "方案演示", "报价", "商务谈判", "签约中"],
            &["潜在客户", "意向", "报价"],
            &["低意向", "中意向", "高意向"],
            &["cold", "warm", "hot"],
        ] {
            assert!(order.windows(2).all(|pair| rank(pair[0]) < rank(pair[1])), "{order:?}");
        }
    }

    #[test]
    fn letters_and_numbers_are_found_where_they_mark_a_level() {
        for (text, letter) in [("A", 'A'), ("b级", 'B'), ("Ｃ 类客户", 'C'), ("Level D", 'D'), ("级别E", 'E'), ("B - budget", 'B')] {
            assert_eq!(level_letter(text), Some(letter), "{text}");
        }
        for text in ["Engaging", "Approved", "Demo", "O_SENT", "", "线索"] {
            assert_eq!(level_letter(text), None, "{text}");
        }
        assert_eq!(["1. Lead", "Stage 3", "20%", "第2阶段", "s4 x"].map(stage_number), [Some(1), Some(3), Some(20), Some(2), Some(4)]);
        assert_eq!(["Lead", "A1", ""].map(stage_number), [None; 3]);
    }
}
