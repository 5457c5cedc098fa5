//! The actions and the playbooks page.

texts! {
    nav_actions => "Actions", "行动";
    title_actions => "Actions", "行动清单";
    actions_kicker => "Actions across classes", "各类客户的行动";
    actions_find_none => "Nothing is planned yet. Add an action here or on a customer’s card.", "尚无行动。可在此或在客户档案卡上添加。";
    actions_find_done => "Everything planned is done.", "计划的事项都已完成。";
    actions_find_open(open) => "{open} actions are open, none overdue.", "{open} 项未完成，均未逾期。";
    actions_find_overdue(overdue, open) => "{overdue} of {open} open actions are overdue.", "{open} 项未完成，其中 {overdue} 项逾期。";
    actions_add_title => "Add an action", "添加行动";
    actions_customer => "Customer", "客户";
    actions_customer_unknown => "No customer of that name.", "没有这家客户。";
    actions_text => "What will be done", "做什么";
    actions_owner => "Who", "负责人";
    actions_due => "By", "期限";
    actions_add => "Add", "添加";
    actions_needs_text => "Say what will be done.", "请写明要做什么。";
    actions_done => "Done", "完成";
    actions_done_of(action) => "Done: {action}", "完成：{action}";
    actions_done_on(day) => "done on {day}", "{day} 完成";
    actions_remove(action) => "Remove: {action}", "删除：{action}";
    actions_overdue => "overdue", "逾期";
    actions_no_due => "no date", "未定";
    actions_filter_owner => "Who", "负责人";
    actions_owner_all => "Everybody", "所有人";
    actions_owner_none => "nobody named", "未指定";
    actions_filter_class => "Class", "类别";
    actions_filter_state => "State", "状态";
    actions_state_open => "Open", "未完成";
    actions_state_overdue => "Overdue", "逾期";
    actions_state_done => "Done", "已完成";
    actions_state_all => "All", "全部";
    actions_sort => "Order", "排序";
    actions_sort_due => "By day", "按期限";
    actions_sort_owner => "By person", "按负责人";
    actions_sort_class => "By class", "按类别";
    actions_sort_customer => "By customer", "按客户";
    actions_empty_filter => "No action passes these filters.", "没有符合筛选的行动。";
    actions_export => "Save the actions", "导出行动";
    actions_file => "actions", "行动清单";

    nav_playbook => "Playbooks", "对策";
    title_playbook => "Playbooks", "客户对策";
    playbook_kicker => "Playbooks · the handbook’s text, yours to change", "对策 · 手册原文，可自行修改";
    playbook_classes => "Classes", "类别";
    playbook_customers(customers) => "{customers} customers", "{customers} 家客户";
    playbook_open_actions(actions) => "{actions} open actions", "{actions} 项未完成行动";
    playbook_edited => "Changed in this workspace.", "已在本工作区修改。";
    playbook_from_handbook => "The handbook’s text.", "手册原文。";
    playbook_from_us => "Our wording; the handbook names no more here.", "本软件拟定；手册此处未作说明。";
    playbook_reset => "Back to the original", "恢复原文";
    playbook_causes => "Why they buy unevenly", "购买不稳定的原因";
    playbook_cause_count(customers) => "{customers} customers have this cause on their card.", "{customers} 家客户已标注此原因。";
    playbook_verdicts => "Verdicts so far", "已有结论";
    playbook_verdict_count(customers) => "{customers} customers", "{customers} 家";
    playbook_set_on_card => "Cause, calculators and ledger stand on each customer’s card.", "原因、测算与得失账在各客户的档案卡上填写。";
}
