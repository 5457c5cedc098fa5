//! What was found in a file: a count and what it means.

use crate::calendar::Day;
use crate::import::{Finding, WalkIns};
use crate::ui::i18n::Texts;

texts! {
    findings_title(rows) => "Found in the first {rows} rows", "首批 {rows} 行中的发现";
    findings_title_all(rows) => "Found in all {rows} rows", "全部 {rows} 行中的发现";
    findings_none => "Nothing unusual", "未发现异常";
    findings_show => "Show", "查看";
    found_scale(text, factor) => "“{text}”: amounts are in units of {factor}", "“{text}”：金额以 {factor} 为单位";
    found_scale_applied(factor) => "Multiply by {factor}", "乘以 {factor}";
    found_scale_declined => "Take as they stand", "按原值";
    found_scale_label => "Amounts", "金额";
    found_totals(example) => "total rows left out ({example})", "合计行不读入（{example}）";
    found_blank => "blank rows left out", "空行不读入";
    found_bad_dates(row, header, example) => "dates cannot be read. Row {row}, {header}: found “{example}”, a date was expected",
        "个日期无法识别。第 {row} 行 {header}：“{example}”，应为日期";
    found_bad_numbers(row, header, example) => "amounts cannot be read. Row {row}, {header}: found “{example}”, a number was expected",
        "个金额无法识别。第 {row} 行 {header}：“{example}”，应为数字";
    found_missing(row, header) => "values are missing. Row {row}, {header}: empty", "个值缺失。第 {row} 行 {header}：空";
    found_ragged(row) => "rows have more or fewer cells than the header, first in row {row}; they are read as far as they go",
        "行的单元格数与标题行不同，首见于第 {row} 行，按现有内容读取";
    found_negative => "negative amounts, counted as returns", "笔负数金额，按退货计";
    found_statuses(header) => "order statuses in {header}; tick what to leave out", "种订单状态（{header}），勾选不读入的";
    found_status(value, rows) => "{value} · {rows}", "{value} · {rows}";
    found_status_blank => "(blank)", "（空）";
    found_walk_ins(example) => "rows without a named customer ({example})", "行没有具名客户（{example}）";
    found_walk_ins_label => "Walk-in customers", "散客";
    found_walk_ins_group => "Count as one group", "合为一组";
    found_walk_ins_leave => "Leave out", "不读入";
    found_similar(first, second) => "groups of names look alike (“{first}”, “{second}”); you can merge them after the import",
        "组名称相近（“{first}”、“{second}”），导入后可合并";
    found_trimmed => "names had blanks around them, which were taken off", "个名称首尾有空格，已去除";
    found_hidden(names) => "hidden sheets: {names}", "张隐藏工作表：{names}";
    found_together => "tables are taken together as one; each row keeps its source", "张表合为一张，每行保留来源";
    found_joined(sheet, unmatched) => "customers matched with sheet “{sheet}”; {unmatched} are not in it", "家客户与工作表“{sheet}”匹配，{unmatched} 家不在其中";
    found_other_headers(names) => "tables have another header and are not taken: {names}", "张表的表头不同，未读取：{names}";
    found_read_after(names) => "tables of another kind are read next, into the same workspace: {names}", "张表属于其他类型，随后读入同一工作区：{names}";
    found_other_content(name, format) => "{name} is in truth {format}; it is read as that", "{name} 实际为 {format}，按此读取";
    found_total_columns(headers) => "total columns left out: {headers}", "个合计列不读入：{headers}";
    found_future(example) => "dates lie in the future ({example})", "个日期晚于今天（{example}）";
    found_without_customer(row) => "entries name no customer, first in row {row}; they are used", "条没有客户，首见于第 {row} 行，照常读入";
    found_unknown_levels(row, header, example) => "rows have a level that stands for nothing yet. Row {row}, {header}: “{example}”; choose a level or an outcome for it",
        "行的级别尚无对应。第 {row} 行 {header}：“{example}”，请为其选定级别或结果";
    found_dates_out_of_order(row, header, example) => "dates contradict each other. Row {row}, {header}: “{example}” does not fit the day of entry; the rows are used",
        "处日期前后矛盾。第 {row} 行 {header}：“{example}”与进入日期不符，照常读入";
    found_repeated_entries(row, example) => "entries are listed again, first “{example}” in row {row}; the last row of each counts",
        "条商机重复列出，首见于第 {row} 行“{example}”，各以最后一行为准";
    found_snapshot_day(day, source) => "The rows are taken as they stood on {day}, by the name “{source}”", "按名称“{source}”，视为 {day} 的快照";
    found_duplicates => "rows are the same as another row; they are kept", "行与其他行完全相同，予以保留";
}

impl Texts {
    /// How many, and what; the count is `None` where there is nothing to count.
    #[must_use]
    pub fn finding(self, finding: &Finding) -> (Option<u64>, String) {
        let counted = |count: usize| Some(count as u64);
        match finding {
            Finding::Scale { text, scale } => (None, self.found_scale(text, self.decimal(scale.factor, 0))),
            Finding::TotalRows { count, example } => (Some((*count).into()), self.found_totals(example)),
            Finding::BlankRows { count } => (Some((*count).into()), self.found_blank().to_owned()),
            Finding::UnreadableDates { count, row, header, example } => {
                (Some((*count).into()), self.found_bad_dates(self.count(*row), header, example))
            }
            Finding::UnreadableNumbers { count, row, header, example } => {
                (Some((*count).into()), self.found_bad_numbers(self.count(*row), header, example))
            }
            Finding::MissingValues { count, row, header } => (Some((*count).into()), self.found_missing(self.count(*row), header)),
            Finding::RaggedRows { count, row } => (Some((*count).into()), self.found_ragged(self.count(*row))),
            Finding::NegativeAmounts { count } => (Some((*count).into()), self.found_negative().to_owned()),
            Finding::Statuses { header, values } => (counted(values.len()), self.found_statuses(header)),
            Finding::WalkIns { count, example, .. } => (Some((*count).into()), self.found_walk_ins(example)),
            Finding::SimilarNames { groups, example } => (Some((*groups).into()), self.found_similar(&example.0, &example.1)),
            Finding::TrimmedNames { count } => (Some((*count).into()), self.found_trimmed().to_owned()),
            Finding::HiddenSheets { names } => (counted(names.len()), self.found_hidden(self.listed(names))),
            Finding::TablesTogether { count } => (Some((*count).into()), self.found_together().to_owned()),
            Finding::JoinedCustomers { sheet, matched, unmatched } => {
                (Some((*matched).into()), self.found_joined(sheet, self.count(*unmatched)))
            }
            Finding::ReadAfter { names } => (counted(names.len()), self.found_read_after(self.listed(names))),
            Finding::DifferentHeaders { names } => (counted(names.len()), self.found_other_headers(self.listed(names))),
            Finding::NameDoesNotMatchContent { name, format } => (None, self.found_other_content(name, format.to_ascii_uppercase())),
            Finding::TotalColumns { headers } => (counted(headers.len()), self.found_total_columns(self.listed(headers))),
            Finding::FutureDates { count, example } => (Some((*count).into()), self.found_future(example)),
            Finding::WithoutCustomer { count, row } => (Some((*count).into()), self.found_without_customer(self.count(*row))),
            Finding::UnknownLevels { count, row, header, example } => {
                (Some((*count).into()), self.found_unknown_levels(self.count(*row), header, example))
            }
            Finding::DatesOutOfOrder { count, row, header, example } => {
                (Some((*count).into()), self.found_dates_out_of_order(self.count(*row), header, example))
            }
            Finding::RepeatedEntries { count, row, example } => {
                (Some((*count).into()), self.found_repeated_entries(self.count(*row), example))
            }
            Finding::SnapshotDay { day, source } => (None, self.found_snapshot_day(self.day_long(Day(*day)), source)),
            Finding::DuplicateRows { count } => (Some((*count).into()), self.found_duplicates().to_owned()),
        }
    }

    #[must_use]
    pub fn walk_ins(self, choice: WalkIns) -> &'static str {
        match choice {
            WalkIns::Group => self.found_walk_ins_group(),
            WalkIns::LeaveOut => self.found_walk_ins_leave(),
        }
    }

    /// `a, b, c`, in Chinese `a、b、c`.
    #[must_use]
    pub fn listed(self, names: &[String]) -> String {
        match self.0 {
            crate::ui::i18n::Language::English => names.join(", "),
            crate::ui::i18n::Language::Chinese => names.join("、"),
        }
    }
}
