//! Contacts with customers: one visit, call, message, service, repair or payment talk a row, with the file's own words for channel and kind.

use serde::{Deserialize, Serialize};

use super::dictionary::{append_texts, push_text};
use super::{Category, Dictionary, MISSING, folded_spelling};
use crate::calendar::Day;

/// What a contact was about. Service and finance contacts count as contacts too (METHODS 4, S).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ContactKind {
    Visit,
    Service,
    /// Asks for a follow-up.
    Repair,
    Finance,
    Other,
}

impl ContactKind {
    pub const ALL: [Self; 5] = [Self::Visit, Self::Service, Self::Repair, Self::Finance, Self::Other];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Service => "service",
            Self::Repair => "repair",
            Self::Finance => "finance",
            Self::Other => "other",
        }
    }

    /// What a file's word for the kind of a contact stands for.
    ///
    /// ```
    /// use fourfold::tables::ContactKind;
    /// assert_eq!(ContactKind::of_text("上门维修"), ContactKind::Repair);
    /// assert_eq!(ContactKind::of_text("Service call"), ContactKind::Service);
    /// assert_eq!(ContactKind::of_text("fair"), ContactKind::Other);
    /// ```
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        // A repair at the customer's is a repair, not a visit: the narrower words come first.
        const WORDS: [(ContactKind, &str); 4] = [
            (ContactKind::Repair, "repair|fix|breakdown|fault|defect|complaint|维修|修理|报修|故障|抢修|返修|投诉"),
            (ContactKind::Finance, "finance|financial|invoice|payment|billing|collection|dunning|财务|收款|催款|对账|开票|回款|付款"),
            (ContactKind::Service, "service|maintenance|inspection|training|install|support|服务|保养|维护|巡检|培训|安装|售后|回访"),
            (ContactKind::Visit, "visit|sales|meeting|call|demo|presentation|拜访|走访|会面|会议|洽谈|销售|演示|电话"),
        ];
        let folded = folded_spelling(text);
        WORDS.iter().find(|(_, words)| holds(&folded, words)).map_or(Self::Other, |(kind, _)| *kind)
    }
}

/// The channel a file's word stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ContactChannel {
    Field,
    Phone,
    Email,
}

impl ContactChannel {
    /// `None` where the word says nothing known.
    ///
    /// ```
    /// use fourfold::tables::ContactChannel;
    /// assert_eq!(ContactChannel::of_text("E-Mail"), Some(ContactChannel::Email));
    /// assert_eq!(ContactChannel::of_text("phone call"), Some(ContactChannel::Phone));
    /// assert_eq!(ContactChannel::of_text("上门"), Some(ContactChannel::Field));
    /// assert_eq!(ContactChannel::of_text("?"), None);
    /// ```
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        const WORDS: [(ContactChannel, &str); 3] = [
            (
                ContactChannel::Email,
                "email|e-mail|mail|message|chat|wechat|whatsapp|sms|letter|newsletter|online|邮件|邮箱|微信|短信|消息|线上|信函",
            ),
            (ContactChannel::Phone, "phone|telephone|call|tel|mobile|video|hotline|电话|致电|来电|通话|视频|热线"),
            (
                ContactChannel::Field,
                "field|visit|on-site|onsite|on site|in person|face|meeting|personal|fair|拜访|上门|现场|实地|走访|面谈|会面|到访|当面|外勤",
            ),
        ];
        let folded = folded_spelling(text);
        WORDS.iter().find(|(_, words)| holds(&folded, words)).map(|(channel, _)| *channel)
    }
}

/// Whether one of the words stands in the text: Chinese anywhere, English at the beginning of a word.
fn holds(folded: &str, words: &str) -> bool {
    words.split('|').any(|word| {
        folded.match_indices(word).any(|(at, _)| {
            let before = folded[..at].chars().next_back();
            !word.is_ascii() || before.is_none_or(|letter| !letter.is_ascii_alphanumeric())
        })
    })
}

/// One contact as the reader hands it over. Empty texts where the file has nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub customer: String,
    pub name: String,
    pub day: Day,
    pub channel: String,
    pub rep: String,
    pub kind: String,
    /// Index into the sources of the imports, counted through.
    pub source: u16,
    /// 1-based row in that file.
    pub row: u32,
}

/// Contacts by column, in file order; all columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContactTable {
    pub customers: Dictionary,
    pub customer: Vec<u32>,
    pub name: Option<Category>,
    pub day: Vec<Day>,
    pub channel: Option<Category>,
    pub rep: Option<Category>,
    pub kind: Option<Category>,
    pub source: Vec<u16>,
    pub row: Vec<u32>,
}

impl ContactTable {
    #[must_use]
    pub fn len(&self) -> usize {
        self.customer.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.customer.is_empty()
    }

    pub fn push(&mut self, contact: &Contact) {
        let rows = self.len();
        self.customer.push(self.customers.intern(&contact.customer));
        push_text(&mut self.name, rows, &contact.name);
        self.day.push(contact.day);
        push_text(&mut self.channel, rows, &contact.channel);
        push_text(&mut self.rep, rows, &contact.rep);
        push_text(&mut self.kind, rows, &contact.kind);
        self.source.push(contact.source);
        self.row.push(contact.row);
    }

    /// The row as it was pushed.
    ///
    /// # Panics
    /// `row` is not below [`Self::len`].
    #[must_use]
    pub fn contact(&self, row: usize) -> Contact {
        let text = |column: &Option<Category>| column.as_ref().map_or(String::new(), |column| column.text(row).to_owned());
        Contact {
            customer: self.customers.text(self.customer[row]).to_owned(),
            name: text(&self.name),
            day: self.day[row],
            channel: text(&self.channel),
            rep: text(&self.rep),
            kind: text(&self.kind),
            source: self.source[row],
            row: self.row[row],
        }
    }

    /// A contact without a word for its kind is a visit.
    #[must_use]
    pub fn kind_of(&self, row: usize) -> ContactKind {
        match self.kind.as_ref().map_or("", |kind| kind.text(row)) {
            "" => ContactKind::Visit,
            text => ContactKind::of_text(text),
        }
    }

    /// By the word for the channel, else by that for the kind; `None` where neither says.
    #[must_use]
    pub fn channel_of(&self, row: usize) -> Option<ContactChannel> {
        let of = |column: &Option<Category>| column.as_ref().and_then(|column| ContactChannel::of_text(column.text(row)));
        of(&self.channel).or_else(|| of(&self.kind))
    }

    /// Appends the rows of another table that `keep` names; its sources are numbered from `first_source` on.
    pub fn append_where(&mut self, other: &Self, first_source: u16, keep: impl Fn(usize) -> bool) {
        let before = self.len();
        let kept: Vec<usize> = (0..other.len()).filter(|&row| keep(row)).collect();
        let mut known = vec![MISSING; other.customers.len()];
        for &row in &kept {
            let theirs = other.customer[row];
            let ours = &mut known[theirs as usize];
            if *ours == MISSING {
                *ours = self.customers.intern(other.customers.text(theirs));
            }
            self.customer.push(*ours);
        }
        append_texts(&mut self.name, before, other.name.as_ref(), &kept);
        self.day.extend(kept.iter().map(|&row| other.day[row]));
        append_texts(&mut self.channel, before, other.channel.as_ref(), &kept);
        append_texts(&mut self.rep, before, other.rep.as_ref(), &kept);
        append_texts(&mut self.kind, before, other.kind.as_ref(), &kept);
        self.source.extend(kept.iter().map(|&row| other.source[row].saturating_add(first_source)));
        self.row.extend(kept.iter().map(|&row| other.row[row]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(customer: &str, day: i32, channel: &str, kind: &str) -> Contact {
        Contact { customer: customer.to_owned(), day: Day(day), channel: channel.to_owned(), kind: kind.to_owned(), ..Contact::default() }
    }

    #[test]
    fn appending_equals_pushing_what_is_kept() {
        let mut appended = ContactTable::default();
        appended.push(&contact("a", 1, "", ""));
        let mut other = ContactTable::default();
        other.push(&contact("x", 2, "Phone", ""));
        other.push(&contact("a", 3, "", "Repair"));
        appended.append_where(&other, 1, |row| row == 1);
        let mut pushed = ContactTable::default();
        pushed.push(&contact("a", 1, "", ""));
        pushed.push(&Contact { source: 1, ..contact("a", 3, "", "Repair") });
        assert_eq!(appended.contact(1), pushed.contact(1));
        assert_eq!((appended.len(), appended.customers.len()), (2, 1));
        assert_eq!(appended.contact(0), contact("a", 1, "", ""));
    }

    #[test]
    fn words_of_files_stand_for_kinds_and_channels() {
        let mut table = ContactTable::default();
        for (channel, kind) in [("", ""), ("电话", "拜访"), ("", "On-site repair"), ("WeChat", "财务对账"), ("", "Exhibition")] {
            table.push(&contact("a", 1, channel, kind));
        }
        let kinds: Vec<_> = (0..5).map(|row| table.kind_of(row)).collect();
        assert_eq!(kinds, [ContactKind::Visit, ContactKind::Visit, ContactKind::Repair, ContactKind::Finance, ContactKind::Other]);
        let channels: Vec<_> = (0..5).map(|row| table.channel_of(row)).collect();
        assert_eq!(channels, [None, Some(ContactChannel::Phone), Some(ContactChannel::Field), Some(ContactChannel::Email), None]);
    }
}
