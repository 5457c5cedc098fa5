//! Why something was guessed as it was; stands under each field.

use crate::import::Evidence;
use crate::ui::i18n::Texts;

texts! {
    evidence_mark => "the file says so itself", "文件自带标记";
    evidence_utf8 => "all text is valid UTF-8", "全部文本为有效 UTF-8";
    evidence_all_valid => "all text is valid in it", "全部文本有效";
    evidence_same_columns(columns) => "{columns} columns in every row", "每行均为 {columns} 列";
    evidence_separator_line => "named in the first line", "首行已注明";
    evidence_title_rows(rows) => "{rows} title rows above", "其上有 {rows} 行标题";
    evidence_title_row => "1 title row above", "其上有 1 行标题";
    evidence_first_row => "the first row", "第一行";
    evidence_columns_found => "the columns it needs are there", "所需的列齐备";
    evidence_agree(agree, of) => "{agree} of {of} values agree", "{of} 个值中 {agree} 个相符";
    evidence_all_agree(of) => "{of} values agree", "{of} 个值相符";
    evidence_remembered => "as last time for this header", "同上次";
    evidence_chosen => "your choice", "手动选择";
    evidence_only_one => "there is only one", "仅此一种";
    evidence_no_header => "no row looks like a header", "没有类似标题的行";
}

impl Texts {
    #[must_use]
    pub fn evidence(self, evidence: &Evidence) -> String {
        match evidence {
            Evidence::ByteOrderMark => self.evidence_mark().to_owned(),
            Evidence::ValidUtf8 => self.evidence_utf8().to_owned(),
            Evidence::AllValid => self.evidence_all_valid().to_owned(),
            Evidence::SameColumnsInEveryRow { columns } => self.evidence_same_columns(columns),
            Evidence::SeparatorLine => self.evidence_separator_line().to_owned(),
            Evidence::TitleRowsAbove { rows: 1 } => self.evidence_title_row().to_owned(),
            Evidence::TitleRowsAbove { rows } => self.evidence_title_rows(rows),
            Evidence::FirstRow => self.evidence_first_row().to_owned(),
            Evidence::ColumnsFound => self.evidence_columns_found().to_owned(),
            Evidence::ValuesAgree { agree, of } if agree == of => self.evidence_all_agree(self.count(*of)),
            Evidence::ValuesAgree { agree, of } => self.evidence_agree(self.count(*agree), self.count(*of)),
            Evidence::Remembered => self.evidence_remembered().to_owned(),
            Evidence::Chosen => self.evidence_chosen().to_owned(),
            Evidence::OnlyOne => self.evidence_only_one().to_owned(),
            Evidence::NoHeader => self.evidence_no_header().to_owned(),
        }
    }
}
