//! Future customers: fit, time to need, review.

texts! {
    nav_future => "Future", "未来客户";
    title_future => "Future customers", "未来客户";
    future_finding(customers, due) => "{customers} customers for later; {due} to review now", "{customers} 家未来客户，其中 {due} 家应当复核";
    future_finding_none => "Customers for later", "未来客户";
    future_lead => "Firms that need nothing yet and may one day. Rate how well each fits and how soon it may need you; review it on its day.",
        "暂无需求、将来可能购买的企业。为每家评定匹配度与需求时间，到期复核。";
    future_rule => "Priority = fit (1–5) × nearness of the need: 5 within 3 months, 4 within 6, 3 within 12, 2 within 24, 1 later.",
        "优先级 = 匹配度（1–5）× 需求临近度：3 个月内 5，6 个月内 4，12 个月内 3，24 个月内 2，更晚 1。";
    future_empty_title => "No future customers yet", "尚无未来客户";
    future_empty_text => "Type the first name below. Fit, time and review day can follow.", "请在下方输入第一个名称，匹配度、时间和复核日可以后补。";
    future_list => "List", "名单";
    future_review => "To review", "待复核";
    future_review_none => "Nothing is due within 30 days.", "30 天内没有需要复核的客户。";
    future_name => "Name", "名称";
    future_fit => "Fit", "匹配度";
    future_fit_none => "–", "–";
    future_months => "Months to need", "距需求（月）";
    future_months_message(most) => "A whole number from 0 to {most}", "0 到 {most} 的整数";
    future_priority => "Priority", "优先级";
    future_next_review => "Next review", "下次复核";
    future_note => "Note", "备注";
    future_actions => "Actions", "操作";
    future_add => "Add", "添加";
    future_new_name => "Name of a new future customer", "新未来客户的名称";
    future_of(field, name) => "{field}: {name}", "{field}：{name}";
    future_paste_hint => "Several names, one a line, can be pasted at once.", "可一次粘贴多个名称，每行一个。";
    future_move(level) => "Move to level {level}", "转入 {level} 级";
    future_stay => "Stays", "保留";
    future_stay_until => "Next review", "下次复核";
    future_remove => "Remove", "移除";
    future_moved(name, level) => "{name} stands on level {level} of the funnel now", "{name} 已转入漏斗 {level} 级";
    future_stayed(name, day) => "{name} stays; next review {day}", "{name} 保留；下次复核 {day}";
    future_removed(name) => "{name} was removed", "已移除 {name}";
    review_overdue => "overdue", "已逾期";
    review_soon => "due within 30 days", "30 天内到期";
    review_not_set => "no day set", "未设日期";
    review_later => "later", "未到期";
    future_export => "Export the list", "导出名单";
    future_export_csv => "List as CSV", "名单（CSV）";
    future_export_xlsx => "List as a workbook", "名单（XLSX）";
    future_file => "future customers", "未来客户";
}
