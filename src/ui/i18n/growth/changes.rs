//! Then and now: two windows compared.

texts! {
    nav_changes => "Then and now", "前后对比";
    changes_finding(moved, rated, lost, new) => "{moved} of {rated} customers changed class; {lost} stayed away, {new} came in",
        "{rated} 家客户中有 {moved} 家类别变动；流失 {lost} 家，新入 {new} 家";
    changes_finding_none => "No customer has a class in both windows", "没有客户在两个时段都有类别";
    changes_empty_title => "Nothing to compare yet", "暂无可比较的数据";
    changes_empty_text => "Import purchases of two periods, in one file or in two. A list of customers without dates cannot be compared.",
        "请导入涵盖两个时段的购买记录，一个或两个文件均可。没有日期的客户名单无法比较。";
    changes_then => "Then", "前期";
    changes_now => "Now", "后期";
    changes_choose(window) => "{window}: window", "{window}：时段";
    changes_half_first => "Earlier half of the data", "数据的前一半";
    changes_half_second => "Later half of the data", "数据的后一半";
    changes_days => "These days", "指定日期";
    changes_import(files) => "Import: {files}", "导入：{files}";
    changes_from(window) => "{window}: first day", "{window}：起始日";
    changes_to(window) => "{window}: last day", "{window}：截止日";
    changes_hold => "Judge both by the cuts of the first window", "两个时段都用前期的界线";
    changes_rule_own => "Each window has its own cuts, found by the same rules.", "每个时段按同样的规则各自确定界线。";
    changes_rule_held => "Both windows are judged by the cuts of the first one.", "两个时段都按前期的界线判断。";
    changes_rule_hand => "Classes set by hand are left out: they belong to no window.", "手工设定的类别不计入：它们不属于任何时段。";
    changes_window_line(window, days, customers, money) => "{window}: {days}, {customers} customers, {money}",
        "{window}：{days}，{customers} 家客户，{money}";
    changes_window_cuts(contribution, measure, stability) => "cuts: contribution {contribution}, {measure} {stability}",
        "界线：贡献度 {contribution}，{measure} {stability}";
    changes_window_counted(periods) => "{periods} months counted", "计入 {periods} 个月";
    changes_window_counted_quarters(periods) => "{periods} quarters counted", "计入 {periods} 个季度";
    changes_window_none(window) => "{window}: no purchase in this window. Choose days that the data cover.", "{window}：该时段没有购买记录。请选择数据覆盖的日期。";
    changes_window_nobody(window) => "{window}: nobody is rated. A class by periods takes four complete ones; choose a longer window or another measure.",
        "{window}：没有客户可评级。按期评级至少需要四个完整周期；请选择更长的时段或其他指标。";
    changes_window_reversed => "The last day is before the first", "截止日早于起始日";
    changes_overlap(days) => "The windows share {days} days: purchases of these days count twice.", "两个时段重叠 {days} 天：这些日期的购买会计入两次。";
    changes_matrix => "Who stood where, and where they stand", "各类客户的去向";
    changes_matrix_note => "Rows: then. Columns: now. A cell opens its customers; below the number, the money it moved.",
        "行为前期，列为后期。点按单元格查看其中客户；数字下方为金额变动。";
    changes_row_head => "Then \\ now", "前期 \\ 后期";
    changes_absent_then => "Not there then", "前期无购买";
    changes_absent_now => "Not there now", "后期无购买";
    changes_total => "Total", "合计";
    changes_cell(from, to) => "{from} to {to}: ", "{from} 到 {to}：";
    changes_cell_customers => " customers, money moved ", " 家客户，金额变动 ";
    changes_moved => "Changed class", "类别变动";
    changes_stayed => "Kept their class", "类别不变";
    changes_by_cuts => "Moved by the cuts alone", "仅因界线移动而变动";
    changes_entries => "Came in", "新入";
    changes_exits => "Stayed away", "流失";
    changes_total_money => "Total now − then", "总额变动";
    changes_moved_how => "Customers with a class in both windows whose classes differ.", "两个时段都有类别且前后不同的客户。";
    changes_stayed_how => "Customers with the same class in both windows.", "两个时段类别相同的客户。";
    changes_by_cuts_how => "Customers that would have kept their class, had the cuts stayed where they were in the first window: the others moved, not they.",
        "若界线保持前期的位置，这些客户的类别不会变：变动的是其他客户，而不是它们。";
    changes_entries_how => "Customers with a purchase in the second window and none in the first; those who bought before it count as returned.",
        "后期有购买、前期没有购买的客户；更早购买过的算作回流。";
    changes_exits_how => "Customers with a purchase in the first window and none in the second.", "前期有购买、后期没有购买的客户。";
    changes_total_how => "Same customers + new + returned − lost. The parts add up to the change of the total.",
        "原有客户增量 + 新客户 + 回流客户 − 流失客户；各部分之和等于总额变动。";
    changes_returned(returned) => "{returned} of them customers of earlier days who came back", "其中 {returned} 家为更早的客户回流";
    changes_movers(from, to) => "{from} → {to}", "{from} → {to}";
    changes_more(rest) => "Show more ({rest} left)", "显示更多（还有 {rest} 家）";
    changes_col_customer => "Customer", "客户";
    changes_col_then => "Then", "前期";
    changes_col_now => "Now", "后期";
    changes_col_moved => "Money moved", "金额变动";
    changes_col_why => "Why it moved", "变动原因";
    why_contribution => "contribution", "贡献度";
    why_stability(measure) => "stability ({measure})", "稳定度（{measure}）";
    why_value_up(axis, from, to) => "{axis} rose from {from} to {to}, over the cut", "{axis}由 {from} 升至 {to}，越过界线";
    why_value_down(axis, from, to) => "{axis} fell from {from} to {to}, below the cut", "{axis}由 {from} 降至 {to}，低于界线";
    why_value_over(axis, from, to) => "{axis} went from {from} to {to}, past the cut", "{axis}由 {from} 变为 {to}，越过界线";
    why_cut(axis, from, to, cut_from, cut_to) => "only the cut moved, {cut_from} to {cut_to}; {axis} {from}, then {to}",
        "仅界线由 {cut_from} 移至 {cut_to}；{axis}前期 {from}，后期 {to}";
    why_together(axis, from, to, cut_from, cut_to) => "{axis} {from} to {to} and the cut {cut_from} to {cut_to}, together",
        "{axis}由 {from} 变为 {to}，界线由 {cut_from} 移至 {cut_to}，二者共同所致";
    why_same => "stays on its side of both cuts", "两条界线的同一侧，未变";
    why_new => "first purchase in the second window", "首次购买在后期";
    why_returned => "bought before, not in the first window", "更早买过，前期未买";
    why_lost => "no purchase in the second window", "后期没有购买";
    why_not_rated(window, reason) => "{window}: {reason}", "{window}：{reason}";
    changes_growth => "What the change of the total is made of", "总额变动的构成";
    changes_classes => "Money by class, then and now", "各类客户金额：前期与后期";
    changes_classes_how => "Money of the customers of each class: then by the classes of the first window, now by those of the second. Who moved counts in one class then and in another now.",
        "各类客户的金额：前期按第一时段的类别，后期按第二时段的类别。类别变动的客户前后计入不同类别。";
    changes_file_classes => "money by class", "各类金额";
    growth_picture_export => "Save the picture", "保存图片";
    growth_part => "Part", "组成";
    growth_customers => "Customers", "客户数";
    growth_then => "Then", "前期";
    growth_now => "Now", "后期";
    growth_change => "Change", "变动";
    growth_same => "Same customers (incremental revenue)", "原有客户（增量收入）";
    growth_new => "New customers", "新客户";
    growth_returned => "Returned customers", "回流客户";
    growth_lost => "Lost customers", "流失客户";
    growth_total => "Total", "合计";
    growth_note(then, now) => "Then: {then}. Now: {now}. The parts add up to the total.", "前期：{then}。后期：{now}。各部分之和等于合计。";
    changes_export => "Export the comparison", "导出对比结果";
    changes_export_matrix_csv => "Matrix as CSV", "矩阵（CSV）";
    changes_export_matrix_xlsx => "Matrix as a workbook", "矩阵（XLSX）";
    changes_export_movers_csv => "Customers as CSV", "客户明细（CSV）";
    changes_export_movers_xlsx => "Customers as a workbook", "客户明细（XLSX）";
    changes_file_matrix => "migration", "类别迁移";
    changes_file_movers => "then and now", "前后对比";
}
