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
    issue_missing_key => "empty; a customer or an opportunity's number was expected", "空，应有客户或商机编号";
    issue_missing_level => "empty; a level was expected", "空，应有级别";
    issue_date_left_out => "a date was expected; used without it", "应为日期，不计此项照常读入";
    issue_number_left_out => "a number was expected; used without it", "应为数字，不计此项照常读入";
    issue_rating_left_out => "a rating from 1 to 5 was expected; used without it", "应为 1 到 5 的评分，不计此项照常读入";
    issue_error_left_out => "an error of the workbook; used without it", "工作簿错误值，不计此项照常读入";
    issue_currency_left_out => "another currency; used without the amount", "其他币种，不计金额照常读入";
    issue_level_blank => "no level or outcome; used all the same", "没有级别或结果，照常读入";
    issue_level_unknown => "stands for no level or outcome yet; used all the same", "尚无对应的级别或结果，照常读入";
    issue_closed_before_entered => "closed before it was entered; a day from the entry on was expected", "结束早于进入，应不早于进入日期";
    issue_contact_before_entered => "contact before it was entered; a day from the entry on was expected", "联系早于进入，应不早于进入日期";
    issue_entered_after_snapshot => "entered after the day of the snapshot; a day up to it was expected", "进入晚于快照日期，应不晚于快照日期";
    issue_repeated_entry => "listed before; this row counts", "此前已列出，以此行为准";
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
            IssueKind::MissingKey => self.issue_missing_key(),
            IssueKind::MissingLevel => self.issue_missing_level(),
            IssueKind::DateLeftOut => self.issue_date_left_out(),
            IssueKind::NumberLeftOut => self.issue_number_left_out(),
            IssueKind::RatingLeftOut => self.issue_rating_left_out(),
            IssueKind::ErrorLeftOut => self.issue_error_left_out(),
            IssueKind::CurrencyLeftOut => self.issue_currency_left_out(),
            IssueKind::LevelBlank => self.issue_level_blank(),
            IssueKind::LevelUnknown => self.issue_level_unknown(),
            IssueKind::ClosedBeforeEntered => self.issue_closed_before_entered(),
            IssueKind::ContactBeforeEntered => self.issue_contact_before_entered(),
            IssueKind::EnteredAfterSnapshot => self.issue_entered_after_snapshot(),
            IssueKind::RepeatedEntry => self.issue_repeated_entry(),
        }
    }
}
