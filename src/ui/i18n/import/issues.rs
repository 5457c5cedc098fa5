//! Why a row was not used: what was expected where something else was found.

use crate::import::IssueKind;
use crate::ui::i18n::Texts;

texts! {
    issue_not_a_date => "a date was expected", "应为日期";
    issue_not_a_number => "a number was expected", "应为数字";
    issue_missing_date => "empty; a date was expected", "空，应有日期";
    issue_missing_amount => "empty; an amount was expected", "空，应有金额";
    issue_error_cell => "an error of the workbook; a value was expected", "工作簿错误值，应为数值";
    issue_other_currency => "another currency", "其他币种";
    issue_total => "total, left out", "合计，不读入";
    issue_blank => "blank, left out", "空行，不读入";
    issue_repeated_header => "header again, left out", "重复的标题行，不读入";
    issue_note => "note, left out", "说明文字，不读入";
    issue_status => "status left out", "按订单状态不读入";
    issue_walk_in => "walk-in, left out", "散客，不读入";
    issue_too_many => "more cells than the header; the rest is ignored", "单元格多于标题行，多余部分忽略";
    issue_duplicate_customer => "customer listed before; this row counts", "客户此前已列出，以此行为准";
}

impl Texts {
    #[must_use]
    pub fn issue(self, kind: IssueKind) -> &'static str {
        match kind {
            IssueKind::NotADate => self.issue_not_a_date(),
            IssueKind::NotANumber => self.issue_not_a_number(),
            IssueKind::MissingDate => self.issue_missing_date(),
            IssueKind::MissingAmount => self.issue_missing_amount(),
            IssueKind::ErrorCell => self.issue_error_cell(),
            IssueKind::OtherCurrency => self.issue_other_currency(),
            IssueKind::TotalRow => self.issue_total(),
            IssueKind::BlankRow => self.issue_blank(),
            IssueKind::RepeatedHeader => self.issue_repeated_header(),
            IssueKind::NoteRow => self.issue_note(),
            IssueKind::StatusLeftOut => self.issue_status(),
            IssueKind::WalkInLeftOut => self.issue_walk_in(),
            IssueKind::TooManyCells => self.issue_too_many(),
            IssueKind::DuplicateCustomer => self.issue_duplicate_customer(),
        }
    }
}
