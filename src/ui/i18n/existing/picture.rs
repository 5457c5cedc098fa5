//! The picture: the finding above it, the chart, the curve, the presenter's stage, the export menu, what stands there without data.

texts! {
    finding_steady(count, share) => "{count} steady, high-contribution customers bring {share} of the money", "{count} 家稳定的高贡献客户带来 {share} 的金额";
    finding_steady_one(share) => "1 steady, high-contribution customer brings {share} of the money", "1 家稳定的高贡献客户带来 {share} 的金额";
    finding_steady_margin(count, share) => "{count} steady, high-contribution customers bring {share} of the margin", "{count} 家稳定的高贡献客户带来 {share} 的毛利";
    finding_steady_margin_one(share) => "1 steady, high-contribution customer brings {share} of the margin", "1 家稳定的高贡献客户带来 {share} 的毛利";
    finding_steady_money(count, money) => "{count} steady, high-contribution customers bring {money}", "{count} 家稳定的高贡献客户带来 {money}";
    finding_steady_money_one(money) => "1 steady, high-contribution customer brings {money}", "1 家稳定的高贡献客户带来 {money}";
    finding_more_than_all(count, money, total) => "{count} steady, high-contribution customers bring {money}, more than the total of {total}", "{count} 家稳定的高贡献客户带来 {money}，超过总额 {total}";
    finding_steady_only(count) => "{count} customers are steady and reach the contribution threshold", "{count} 家客户稳定且达到贡献度界限";
    finding_steady_only_one => "1 customer is steady and reaches the contribution threshold", "1 家客户稳定且达到贡献度界限";
    finding_none_steady(count) => "None of {count} rated customers is both steady and of high contribution", "{count} 家已评级客户中，没有既稳定又高贡献的";
    finding_none_rated(count) => "None of {count} customers can be rated by this measure", "{count} 家客户均无法按此指标评级";
    finding_nobody => "No purchases in this window", "该时间范围内没有购买记录";

    picture_kicker => "Existing customers", "现有客户";
    picture_switch => "Picture", "图形";
    picture_quadrant => "Quadrant", "四象限";
    picture_curve => "Curve", "曲线";
    picture_scale => "Contribution axis", "贡献度轴";
    picture_log => "Log", "对数";
    picture_linear => "Linear", "线性";
    picture_zoom => "Zoom", "缩放";
    picture_zoom_all => "Show all", "显示全部";
    picture_as_table => "As table", "表格";
    picture_as_picture => "As picture", "图形";
    picture_axis_contribution_log => "Customer contribution, log scale ↑", "客户贡献度（对数轴）↑";
    picture_axis_contribution_linear => "Customer contribution ↑", "客户贡献度 ↑";
    picture_axis_steady => "Stability, 0 to 1 · steady →", "稳定度，0 至 1 · 平稳 →";
    picture_axis_steady_short => "steady →", "平稳 →";
    picture_axis_uneven => "← uneven", "← 波动大";
    picture_zero_or_less => "0 or less", "0 或以下";
    picture_caption(count, share) => "{count} customers · {share} of money", "{count} 家 · {share} 金额";
    picture_caption_one(share) => "1 customer · {share} of money", "1 家 · {share} 金额";
    picture_caption_short(count, share) => "{count} · {share}", "{count} · {share}";
    picture_caption_count(count) => "{count} customers", "{count} 家";
    picture_caption_count_one => "1 customer", "1 家";

    picture_label(count) => "Scatter of {count} rated customers: stability across, contribution up", "{count} 家已评级客户的散点图：横轴为稳定度，纵轴为贡献度";
    picture_class_part(code, strategy, count, share) => "{code} {strategy}: {count} customers, {share} of the money.", "{code} 类（{strategy}）：{count} 家，占金额 {share}。";
    picture_class_part_money(code, strategy, count, money) => "{code} {strategy}: {count} customers, {money}.", "{code} 类（{strategy}）：{count} 家，{money}。";
    picture_keys => "Arrow keys go to the next customer that way, Enter opens the card, / finds, 1 to 4 show one class, + and - zoom, Shift with an arrow key moves the part in sight, Escape clears. The list below holds the same figures.",
        "方向键移到该方向最近的客户，Enter 打开档案卡，/ 查找，1 至 4 只看一类，+ 和 - 缩放，Shift 加方向键移动视图，Esc 清除。下方列表含相同数据。";
    picture_density(count, most) => "{count} customers are in sight: the stronger the colour, the more of them at that place, up to {most}.",
        "图中共 {count} 家客户：颜色越浓，该处客户越多，最多 {most} 家。";
    picture_density_few(count) => "{count} customers are in sight, each a mark of its own.", "图中共 {count} 家客户，逐一显示。";
    picture_density_rule => "The stronger the colour, the more customers at that place.", "颜色越浓，该处客户越多。";
    picture_not_rated(count, reasons) => "{count} customers are not rated: {reasons}. They are in every total.", "{count} 家客户未评级：{reasons}。各项合计均已包含。";
    picture_not_rated_one(reasons) => "1 customer is not rated: {reasons}. It is in every total.", "1 家客户未评级：{reasons}。各项合计均已包含。";
    picture_not_rated_part(reason, count) => "{reason} ({count})", "{reason}（{count} 家）";
    picture_selected(count) => "{count} selected", "已选 {count} 家";
    picture_clear => "Clear", "清除";
    picture_tooltip_figures(money, measure, score) => "{money} · {measure} {score}", "{money} · {measure} {score}";
    picture_tooltip_stability => "stability", "稳定度";
    picture_set_by_hand => "set by hand", "人工设定";
    picture_announce(one, two, three, four, none) => "EI {one}, EII {two}, EIII {three}, EIV {four}, not rated {none}", "EI 类 {one} 家，EII 类 {two} 家，EIII 类 {three} 家，EIV 类 {four} 家，未评级 {none} 家";

    threshold_contribution => "Contribution threshold", "贡献度界限";
    threshold_stability(measure) => "Stability threshold, {measure}", "稳定度界限，{measure}";
    threshold_stability_plain => "Stability threshold", "稳定度界限";
    threshold_contribution_method => "How the contribution threshold is found", "贡献度界限的确定方法";
    threshold_stability_method => "How the stability threshold is found", "稳定度界限的确定方法";
    threshold_contribution_short => "Contribution", "贡献度";
    threshold_score(score) => "= {score}", "= {score}";
    threshold_value_contribution(money, method, count) => "{money}, {method}; {count} customers reach it", "{money}，{method}；{count} 家达到";
    threshold_value_stability(value, score, method, count) => "{value}, score {score}, {method}; {count} customers are steady", "{value}，得分 {score}，{method}；{count} 家稳定";
    threshold_changed(count) => "{count} customers changed class", "{count} 家客户改变了类别";
    threshold_changed_one => "1 customer changed class", "1 家客户改变了类别";
    threshold_changed_none => "No customer changed class", "没有客户改变类别";
    threshold_would_change(count) => "{count} would change class", "{count} 家将改变类别";
    threshold_quantile => "Quantile, %", "分位，%";

    curve_finding(count, share) => "{count} customers, {share} of all, bring 80% of the money", "{count} 家客户（占 {share}）带来 80% 的金额";
    curve_finding_one(share) => "1 customer, {share} of all, brings 80% of the money", "1 家客户（占 {share}）带来 80% 的金额";
    curve_finding_none => "The money adds up to nothing positive, so there is no curve", "金额合计不为正，无法绘制曲线";
    curve_label => "Cumulative share of money over customers, largest first", "按贡献度从大到小累计的金额占比";
    curve_axis_customers => "Customers, largest first →", "客户，从大到小 →";
    curve_axis_money => "Share of money ↑", "金额占比 ↑";
    curve_equal => "if all were equal", "若人人相同";
    curve_pareto(customers, money) => "{customers} of customers bring {money}", "{customers} 的客户带来 {money}";
    curve_gini => "Gini", "基尼系数";
    curve_hhi => "HHI", "赫芬达尔指数";
    curve_pareto_name => "Pareto point", "帕累托点";
    curve_even => "spread evenly", "分布均匀";
    curve_uneven => "clearly uneven", "明显不均";
    curve_very_uneven => "concentrated on few", "集中于少数";
    curve_hhi_words(number) => "as if {number} customers of equal size", "相当于 {number} 家规模相同的客户";
    curve_left_out(count) => "{count} customers without a positive total are left out of Gini and HHI.", "{count} 家合计不为正的客户不计入基尼系数与赫芬达尔指数。";
    curve_left_out_one => "1 customer without a positive total is left out of Gini and HHI.", "1 家合计不为正的客户不计入基尼系数与赫芬达尔指数。";
    curve_table_customers => "Customers, largest first", "客户（从大到小）";
    curve_table_share => "Share of customers", "客户占比";
    curve_table_money => "Share of money", "金额占比";

    present_of_money => "of money", "金额占比";
    present_customers => "Customers", "客户";
    present_money => "Money", "金额";
    present_keys_class => "show one class", "只看一类";
    present_keys_names => "names", "名称";
    present_keys_leave => "leave", "退出";
    present_stage => "Presenter mode", "演示模式";

    export_classes_csv => "Class list, CSV", "类别清单（CSV）";
    export_classes_xlsx => "Class list, Excel", "类别清单（Excel）";
    export_chart_svg => "Picture, SVG", "图形（SVG）";
    export_chart_png => "Picture, PNG", "图形（PNG）";
    export_workspace => "Workspace file", "工作区文件";
    export_page => "Page with the workspace", "内含工作区的网页";
    page_not_made(reason) => "The page could not be made ({reason}). It is fetched from the host when it is wanted, which needs the network; a workspace file does not.",
        "未能生成网页（{reason}）。该网页需从服务器获取，须联网；存为工作区文件则不需要。";
    export_page_hint => "one HTML file that opens by itself", "单个 HTML 文件，打开即用";
    export_print => "Print", "打印";
    export_csv_hint => "for other programs", "供其他程序使用";
    export_xlsx_hint => "headings in this language", "表头随界面语言";
    export_svg_hint => "for slides, stays sharp", "适合幻灯片，放大不失真";
    export_png_hint => "for mail and chat", "适合邮件与聊天";
    export_workspace_hint => "everything, to hand over", "全部内容，便于交接";
    export_print_hint => "picture, rule and list", "图形、规则与列表";
    export_title => "Take it with you", "导出";
    export_measure => "Stability measure", "稳定度指标";
    export_value => "Value", "数值";
    export_reason => "Reason", "理由";
    export_override(set, computed) => "{set} (computed {computed})", "{set}（计算结果 {computed}）";
    export_credit(workspace, date) => "{workspace} · {date} · Fourfold", "{workspace} · {date} · Fourfold";
    export_failed => "The export could not be written", "无法写出导出文件";
    export_file_classes => "classes", "类别";
    export_file_picture => "picture", "图形";

    empty_data_title => "No purchases yet", "尚无购买记录";
    empty_data_text => "Import a spreadsheet with customer, date and amount, or try a sample.", "导入含客户、日期、金额的表格，或先试用示例数据。";
    empty_data_button => "Choose a file", "选择文件";
    empty_rated_title => "Nobody can be rated by this measure", "按此指标无法评级任何客户";
    empty_rated_text(measure, need) => "{measure} needs {need}.", "{measure}需要{need}。";
    empty_rated_button(measure) => "Use {measure}", "改用{measure}";
    empty_short_title => "The data is too short to tell steady from uneven", "数据时间太短，无法区分稳定与波动";
    empty_short_text(count) => "The data has {count} counted periods. Contribution, share and the curve work already.", "现有数据计入 {count} 个期间。贡献度、占比与曲线已可使用。";
    empty_window_text => "Widen the window or clear the filters.", "请放宽时间范围或清除筛选。";
    empty_window_button => "Show everything", "显示全部";
    need_periods => "4 counted periods", "至少 4 个计入期间";
    need_orders => "3 orders", "至少 3 笔订单";
    need_column => "a column with stability", "稳定度列";

    warning_giant_contribution => "The natural break leaves less than 2% of the customers on one side.", "自然断点使一侧客户不足 2%。";
    warning_no_threshold => "This rule finds no threshold here, so nobody has a class.", "此方法在当前数据下找不到界限，因此无人获得类别。";
    warning_rows_without_cost(rows) => "{rows} rows have no cost; it counts as 0.", "{rows} 行没有成本，按 0 计。";
    warning_use_log => "Use the log axis", "改用对数轴";
    warning_use_median => "Use the medians", "改用中位数";
    spellings_hint(count) => "{count} groups of spellings look like one customer each", "{count} 组写法看似同一客户";
    spellings_hint_one => "1 group of spellings looks like one customer", "1 组写法看似同一客户";
    spellings_open => "Look at them", "查看";
}
