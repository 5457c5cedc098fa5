//! The list below the picture, its filters, and the class summary table.

texts! {
    list_title => "Customers", "客户";
    list_of(shown, all) => "{shown} of {all}", "{shown} / {all}";
    list_find => "Find a customer", "查找客户";
    list_filter => "Show only these classes", "只显示这些类别";
    list_class => "Class", "类别";
    list_customer => "Customer", "客户";
    list_key => "Key", "编号";
    list_contribution => "Contribution", "贡献度";
    list_share => "Share", "占比";
    list_cumulative => "Cumulative", "累计";
    list_stability => "Stability", "稳定度";
    list_orders => "Orders", "订单";
    list_by_month => "By month", "按月";
    list_label => "Customers; arrow keys move, Enter opens the card, Ctrl C copies the row", "客户列表；方向键移动，Enter 打开档案卡，Ctrl C 复制该行";
    list_nothing(search) => "No customer matches “{search}”", "没有与“{search}”匹配的客户";
    list_nothing_in_class => "No customer in this class", "该类别没有客户";
    list_show_everyone => "Show all customers", "显示全部客户";
    list_show_all(count) => "Show all {count}", "显示全部 {count} 家";
    list_copied(count) => "{count} rows copied", "已复制 {count} 行";
    list_copied_one => "Row copied", "已复制该行";
    list_copy_failed => "This browser does not let the page copy", "浏览器不允许复制";
    list_not_rated_reason(reason) => "Not rated: {reason}", "未评级：{reason}";
    list_by_hand_heading => "Set by hand", "人工设定";
    list_by_hand => "by hand", "人工";
    reason_too_few_months => "under 4 counted months", "计入月份不足 4 个";
    reason_too_few_quarters => "under 4 counted quarters", "计入季度不足 4 个";
    reason_too_few_orders => "under 3 orders", "订单不足 3 笔";
    reason_mean_not_positive => "average not above 0", "平均值不为正";
    reason_not_in_window => "no purchase in the window", "时间范围内无购买";
    reason_no_measure => "no stability value", "无稳定度数值";
    reason_no_expected => "no expected contribution", "无预期贡献";
    reason_no_intent => "no intent", "无意向度";
    classes_title => "Classes", "类别汇总";
    classes_customers => "Customers", "客户数";
    classes_amount => "Amount", "金额";
    classes_share => "Share of money", "金额占比";
    classes_by_hand => "Set by hand", "人工设定";
    classes_total => "All", "合计";
    class_code(code) => "{code}", "{code} 类";
}
