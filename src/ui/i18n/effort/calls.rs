//! The call plan and the call list.

texts! {
    calls_plan_title => "Call plan", "联系计划";
    calls_in_year => "Calls a year", "每年次数";
    calls_possible(calls) => "The hours allow {calls} calls a year.", "现有时间每年可联系 {calls} 次。";
    calls_planned_share => "Planned", "计划内占比";
    calls_planned => "planned", "计划";
    calls_free => "free", "自由";
    calls_plan_rule => "Planned calls are dealt by the shares of the classes; the rest stays free for what comes up.", "计划内次数按各类占比分配，其余留给临时需要。";
    calls_plan_explain => "60% of the calls are planned, 40% stay free: 100 calls are 60 and 40.", "60% 计划、40% 自由：100 次即 60 与 40。";
    calls_class_label => "Planned calls by class", "各类计划次数";

    calls_title => "Who is called, week by week", "每周联系名单";
    calls_finding_fit(calls, weeks) => "{calls} calls in {weeks} weeks, and everybody who is due is on the list.", "{weeks} 周共 {calls} 次，到期客户全部在列。";
    calls_finding_over(waiting, reps) => "{waiting} customers are due and find no hours, at {reps} reps.", "{waiting} 家客户到期却排不上，涉及 {reps} 位业务员。";
    calls_none => "Nobody is due in these weeks.", "这几周没有到期的客户。";
    calls_weeks => "Weeks", "周数";
    calls_from => "From the week of", "起始周";
    calls_rep => "Rep", "业务员";
    calls_rep_all => "All reps", "全部业务员";
    calls_week => "Week", "周";
    calls_week_all => "All weeks", "全部周";
    calls_class => "Class", "类别";
    calls_class_all => "All classes", "全部类别";
    calls_col_week => "Week of", "周（周一）";
    calls_col_customer => "Customer", "客户";
    calls_col_channel => "By", "方式";
    calls_col_reason => "Why", "事由";
    calls_col_due => "Due", "到期";
    calls_col_last => "Last contact", "上次联系";
    calls_col_hours => "Hours", "小时";
    calls_col_late => "Days late", "逾期（天）";
    calls_more(count) => "and {count} more: filter the list, or export it.", "另有 {count} 条：请筛选，或导出查看。";
    calls_shown(count) => "{count} calls", "{count} 次";
    calls_load_title => "Hours of the weeks", "各周负荷";
    calls_load_rule(hours, planned) => "{hours} hours a week with customers each, {planned} of them planned.", "每人每周与客户相处 {hours} 小时，其中 {planned} 为计划内。";
    calls_load_cell(handed, planned) => "{handed} of {planned} h", "{handed} / {planned} 小时";
    calls_load_waiting(customers) => "{customers} wait", "{customers} 家等待";
    calls_load_over(hours) => "{hours} h over", "超 {hours} 小时";
    calls_load_classes(classes) => "waiting: {classes}", "等待：{classes}";
    calls_kept(share) => "{share} of the time is kept for kinds of customers there are none of yet.", "{share} 的时间留给目前还没有的客户种类。";
    calls_rule => "Follow-ups after repairs and contacts a contract owes come first, then the classes in turn by their shares, the longest due first. Without recorded contacts, first calls are spread over the cadence.",
        "维修回访与合同约定优先，其后各类按占比轮流，到期最久者在先。没有联系记录时，首次联系均匀分布在周期内。";
    calls_contacts_none => "No contacts are imported: nobody is known to have been called.", "尚未导入联系记录：不知道谁已经联系过。";
    calls_contacts(contacts, unmatched) => "{contacts} contacts imported; {unmatched} of them name no known customer.", "已导入 {contacts} 条联系记录，其中 {unmatched} 条对不上客户。";
    calls_export => "Save the list", "导出名单";
    calls_export_csv => "CSV", "CSV";
    calls_export_xlsx => "Excel", "Excel";
    calls_print => "Print the list", "打印名单";
    calls_file => "calls", "联系名单";
    calls_follow_up_days => "Follow-up after a repair, days", "维修后回访（天）";
    calls_open_card(name) => "Open the card of {name}", "打开 {name} 的档案卡";
}
