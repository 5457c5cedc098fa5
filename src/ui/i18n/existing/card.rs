//! The customer profile card.

texts! {
    inspector_label => "Customer and rule", "客户与规则";
    card_close => "Close card", "关闭档案卡";
    card_none => "No customer selected", "未选择客户";
    card_none_text => "Click a point or a row, or press Enter on one.", "点击图中的点或列表的行，或在其上按 Enter。";
    card_rank(key, rank, customers) => "{key} · rank {rank} of {customers}", "{key} · 第 {rank} 名，共 {customers} 家";
    card_rank_only(rank, customers) => "Rank {rank} of {customers}", "第 {rank} 名，共 {customers} 家";
    card_spellings(names) => "Also written {names}", "又写作 {names}";
    card_rep(rep) => "rep {rep}", "销售代表 {rep}";
    card_since(first, last) => "First purchase {first}, last {last}", "首次购买 {first}，最近 {last}";

    card_bars_months(active, silent) => "{active} months with orders, {silent} without", "{active} 个月有订单，{silent} 个月没有";
    card_bars_quarters(active, silent) => "{active} quarters with orders, {silent} without", "{active} 个季度有订单，{silent} 个季度没有";
    card_bars_every_month(count) => "Orders in each of {count} months", "{count} 个月每月都有订单";
    card_bars_every_quarter(count) => "Orders in each of {count} quarters", "{count} 个季度每季都有订单";
    card_bars_one_month(silent) => "One month with orders, {silent} without", "1 个月有订单，{silent} 个月没有";
    card_bars_one_quarter(silent) => "One quarter with orders, {silent} without", "1 个季度有订单，{silent} 个季度没有";
    card_bars_none => "No complete period is counted", "没有计入的完整期间";
    card_bars_mean(money) => "mean {money}", "均值 {money}";
    card_bars_left_out(periods) => "{periods}: covered only in part; left out of stability, kept in contribution.", "{periods}：数据不完整，不计入稳定度，计入贡献度。";
    card_bars_returns(money) => "Returns of {money} are drawn below the line.", "退货 {money} 画在基线以下。";
    card_bars_table_period => "Period", "期间";
    card_bars_table_amount => "Amount", "金额";
    card_bars_table_returns => "of it returns", "其中退货";
    card_bars_table_state => "Counted", "计入";
    card_bars_counted => "yes", "是";
    card_bars_before => "before first purchase", "首次购买之前";
    card_bars_out => "left out", "不计入";

    card_why(code) => "Why {code}", "为什么是 {code}";
    card_why_not_rated => "Why not rated", "为什么未评级";
    card_why_not_rated_text(reason) => "{reason}. The customer is in every total.", "{reason}。该客户计入各项合计。";
    card_high_high => "High contribution, high stability.", "贡献度高，稳定度高。";
    card_high_low => "High contribution, low stability.", "贡献度高，稳定度低。";
    card_low_high => "Low contribution, high stability.", "贡献度低，稳定度高。";
    card_low_low => "Low contribution, low stability.", "贡献度低，稳定度低。";
    card_move_more(money, code) => "{money} more would make it {code}.", "再多 {money} 即为 {code}。";
    card_move_less(money, code) => "{money} less would make it {code}.", "减少 {money} 即为 {code}。";
    card_move_orders_months(count, usual, code) => "Orders in {count} more months at the usual {usual} would make it {code}.", "若再有 {count} 个月按通常的 {usual} 下单，即为 {code}。";
    card_move_orders_one_month(usual, code) => "Orders in 1 more month at the usual {usual} would make it {code}.", "若再有 1 个月按通常的 {usual} 下单，即为 {code}。";
    card_move_orders_quarters(count, usual, code) => "Orders in {count} more quarters at the usual {usual} would make it {code}.", "若再有 {count} 个季度按通常的 {usual} 下单，即为 {code}。";
    card_move_orders_one_quarter(usual, code) => "Orders in 1 more quarter at the usual {usual} would make it {code}.", "若再有 1 个季度按通常的 {usual} 下单，即为 {code}。";
    card_move_stability(from, to, code) => "Stability {to} instead of {from} would make it {code}.", "稳定度由 {from} 变为 {to} 即为 {code}。";

    card_move_title => "What would move it", "如何改变类别";
    card_sure => "How sure", "可靠程度";
    card_sure_draws_months(count) => "of {count} resamplings of its months", "（按月重抽样 {count} 次）";
    card_sure_draws_quarters(count) => "of {count} resamplings of its quarters", "（按季重抽样 {count} 次）";
    card_sure_draws_orders(count) => "of {count} resamplings of its orders", "（按订单重抽样 {count} 次）";
    card_sure_none => "Too little data to resample.", "数据太少，无法重抽样。";
    card_others => "By other measures", "按其他指标";
    card_others_measure => "Measure", "指标";
    card_others_value => "Value", "数值";
    card_others_score => "Score", "得分";
    card_others_class => "Class", "类别";
    card_others_agree => "All other measures agree.", "其他指标结论一致。";
    card_others_differ(count, of) => "{count} of {of} other measures give another class.", "其他 {of} 项指标中有 {count} 项给出不同类别。";
    card_others_differ_one(of) => "1 of {of} other measures gives another class.", "其他 {of} 项指标中有 1 项给出不同类别。";
    card_lumpy => "A lumpy buyer: orders are rare and of very different size, so the length of the period decides.", "采购零散且大小悬殊，期间长短会左右结论。";
    card_intermittent => "An intermittent buyer: the gaps between orders vary more than their size.", "采购断续：间隔变化大于金额变化。";
    card_erratic => "An erratic buyer: orders come often, but their size varies much.", "采购频繁，但金额起伏大。";
    card_smooth => "A smooth buyer: orders come often and are of similar size.", "采购频繁，且金额相近。";

    card_advice_none => "Not rated: wait for more data, or choose another measure above.", "未评级：等待更多数据，或在上方改用其他指标。";
    card_change => "Change class", "更改类别";
    card_override_title => "Class set by hand", "人工设定类别";
    card_override_class => "Class", "类别";
    card_override_computed(code) => "{code} (computed)", "{code}（计算所得）";
    card_override_reason => "Reason", "理由";
    card_override_author => "Your name, asked once", "姓名（仅问一次）";
    card_override_remove => "Use the computed class", "恢复计算结果";
    card_override_needs_reason => "A reason is needed, so that others can follow it.", "请填写理由，便于他人理解。";
    card_override_someone => "Someone", "未署名者";
    card_override_by(author, date, reason) => "Set by {author}, {date}: {reason}", "{author} 于 {date} 设定：{reason}";
    card_override_was => "Computed:", "计算结果：";
    card_not_rated_word => "not rated", "未评级";

    card_notes => "Notes", "备注";
    card_notes_label => "Notes on this customer", "该客户的备注";
    card_notes_hint => "Saved when you pause.", "停顿后自动保存。";
    card_notes_by(author, date) => "{author}, {date}", "{author}，{date}";
    card_purchases => "Purchases", "购买记录";
    card_purchases_first(shown, all) => "newest {shown} of {all}", "最近 {shown} 行，共 {all} 行";
    card_purchases_more(all) => "Show {all} rows", "显示 {all} 行";
    card_purchase_date => "Date", "日期";
    card_purchase_order => "Order", "订单";
    card_purchase_product => "Product", "产品";
    card_purchase_amount => "Amount", "金额";
    card_purchase_row => "Row in file", "文件行号";
}
