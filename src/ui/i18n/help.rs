//! The help page: methods in short words, each with its source, then formats, keys, privacy, credits.

texts! {
    help_title => "Help", "帮助";
    help_lead => "Each figure in Fourfold opens its own formula and inputs; here is how they belong together.",
        "每个数字都可点开查看公式和输入；这里说明它们之间的关系。";
    help_methods => "How customers are classed", "客户如何分类";
    help_contribution => "Contribution", "贡献度";
    help_contribution_text => "What a customer brought in the chosen window: the sum of its amounts, returns taken off. Margin or an average per month can be chosen instead.",
        "客户在所选时间范围内带来的金额合计，扣除退货；也可改用毛利或每月平均。";
    help_stability => "Stability", "稳定度";
    help_stability_text => "How evenly it buys: 1 ÷ (1 + CV), where CV is the deviation of its monthly totals divided by their mean. Months without a purchase count as 0, from the first purchase on. Quarterly totals, single orders, active months and the rhythm of orders can be chosen instead.",
        "购买的均匀程度：1 ÷ (1 + CV)，CV 为月合计的标准差除以平均数；自首次购买起，无购买的月份计为 0。也可改用季度合计、单笔订单、活跃月份或订单节奏。";
    help_thresholds => "Thresholds", "界限";
    help_thresholds_text => "The median by default, so that half of the rated customers lie above. Mean, Pareto (the customers that bring 80%), natural breaks, a quantile or a value of your own can be chosen. A customer exactly on a threshold counts as high, and as steady.",
        "默认取中位数，使一半已评级客户在其上；也可选平均数、帕累托（带来 80% 金额的客户）、自然断点、分位数或自定数值。恰在界限上的客户计为高、计为稳定。";
    help_classes => "Classes", "类别";
    help_classes_text => "EI high and steady: consolidate. EII high and unsteady: turn around. EIII low and steady: develop. EIV low and unsteady: divest, after weighing costs against benefits. A class can be set by hand with a reason; the computed one stays beside it.",
        "EI 高而稳定：巩固。EII 高而不稳定：扭转。EIII 低而稳定：提升。EIV 低而不稳定：权衡成本与收益后清算。可注明理由人工指定类别，计算结果并列保留。";
    help_not_rated => "Not rated", "未评级";
    help_not_rated_text => "Fewer than 4 counted months, or a mean that is not above 0: too little to say. Such customers are listed with the reason and count in every total.",
        "计入月份不足 4 个，或平均值不大于 0，依据不足；这类客户注明原因列出，并计入各项合计。";
    help_incomplete => "Incomplete months", "不完整的月份";
    help_incomplete_text => "A month at either end that the data cover only in part is left out of stability and kept in contribution; the page says so and it can be switched off.",
        "首尾数据不满的月份不计入稳定度，但计入贡献度；页面会注明，也可关闭此规则。";
    help_sure => "How sure", "可靠程度";
    help_sure_text => "The customer's months are drawn again 1,000 times; the share of draws that end in each class says how firm its class is.",
        "对该客户的月份重复抽样 1,000 次，落入各类的比例说明分类的可靠程度。";
    help_curve => "Concentration", "集中度";
    help_curve_text => "The curve adds customers from the largest down; the Gini coefficient is 0 where all bring the same and near 1 where one brings all.",
        "曲线从大到小累计客户；基尼系数为 0 表示各家相同，接近 1 表示一家独占。";
    help_sources => "Where a rule comes from", "规则的来源";
    help_files => "Files", "文件";
    help_files_text => "CSV, TSV and other delimited text, XLSX, XLSM, XLSB, XLS, ODS, and cells pasted from a spreadsheet. The content decides, not the name. UTF-8, UTF-16, GBK and GB18030, Big5, Shift-JIS, EUC-KR and the Windows encodings are recognised.",
        "CSV、TSV 等分隔文本，XLSX、XLSM、XLSB、XLS、ODS，以及从表格粘贴的单元格。按内容识别，不看文件名。可识别 UTF-8、UTF-16、GBK、GB18030、Big5、Shift-JIS、EUC-KR 及 Windows 编码。";
    help_layouts_text => "One row a purchase (customer, date, amount, or quantity and price), one row a customer with a column for each month or quarter, or a customer list with measures already computed. Several sheets or files with the same header are taken together.",
        "每行一笔购买（客户、日期、金额，或数量与单价）；每行一家客户、按月或季度分列；或已算好指标的客户清单。表头相同的多张工作表或多个文件合并读取。";
    help_rows_text => "Rows that cannot be read are listed with their place, what was found and what was expected, and can be downloaded. Totals and blank rows are left out and counted.",
        "无法读取的行逐行列出位置、内容和应有的内容，并可下载；合计行和空行不读入，只计数。";
    help_privacy => "Your data", "数据安全";
    help_privacy_text => "Everything happens in this browser on this device. There is no server and no account; once the page has loaded it makes no request at all. Work is kept in the browser's storage: clearing browser data deletes it. A workspace file (.fourfold) keeps data, settings, notes and overrides together and opens on any device.",
        "全部计算在本机浏览器内完成，没有服务器，无需账号；页面加载后不再发送任何请求。内容保存在浏览器存储中，清除浏览器数据会将其删除。工作区文件（.fourfold）包含数据、设置、备注和人工分类，可在任何设备上打开。";
    help_credits => "Credits", "致谢";
    help_credit_retail => "Online Retail: Chen, D. (2015), UCI Machine Learning Repository, doi:10.24432/C5BW33, CC BY 4.0; lines summed to invoices, and for 在线零售 headers and countries translated.",
        "Online Retail：Chen, D.（2015），UCI 机器学习库，doi:10.24432/C5BW33，CC BY 4.0；明细已汇总为发票，“在线零售”的表头和国家名已翻译。";
    help_credit_northwind => "Northwind: sample database by Microsoft, MIT; tables from neo4j-contrib/northwind-neo4j.",
        "Northwind：微软示例数据库，MIT；数据表取自 neo4j-contrib/northwind-neo4j。";
    help_version(version) => "Fourfold {version}, MIT or Apache-2.0.", "Fourfold {version}，MIT 或 Apache-2.0。";
}
