//! Purchase potential, share of wallet, headroom.

texts! {
    nav_wallet => "Headroom", "购买余量";
    title_wallet => "Potential and headroom", "购买潜力与余量";
    wallet_finding(share, customers, headroom) => "{share} of what {customers} customers could buy is bought here: {headroom} of headroom",
        "{customers} 家客户的购买潜力中已有 {share} 在此实现，余量 {headroom}";
    wallet_finding_over(customers, share) => "{customers} customers buy {share} of their outside figures: these are too low",
        "{customers} 家客户的购买额为外部估计的 {share}：估计偏低";
    wallet_empty_title => "No purchase potential yet", "暂无购买潜力数据";
    wallet_empty_text => "Import a list with a customer (id or name), an amount it could buy in all, and where you have it a product and a source. It is joined to the customers by id or name.",
        "请导入一份名单：客户（编号或名称）、可购买总额，如有还可包括产品与来源。系统按编号或名称对应到客户。";
    wallet_no_customers => "There are no sales to hold these figures against. Import purchases or a customer list.", "没有可对照的销售数据。请导入购买记录或客户名单。";
    wallet_import => "Import outside figures", "导入外部数据";
    wallet_sales_from => "Sales: first day", "销售额：起始日";
    wallet_sales_to => "Sales: last day", "销售额：截止日";
    wallet_window_all => "As on the quadrant", "与象限页相同";
    wallet_per_year => "The figures are for a year", "外部数据为全年";
    wallet_rule(days) => "Sales are net amounts of {days}, whatever the quadrant's contribution is.", "销售额为 {days} 的净额，与象限的贡献度口径无关。";
    wallet_rule_list => "Sales are the contributions of the customer list.", "销售额取自客户名单的贡献度。";
    wallet_rule_year(factor) => "Yearly figures are taken for as many days as the sales cover: × {factor}.", "全年数据按销售天数折算：× {factor}。";
    wallet_rule_whole => "A customer's figure without a product stands for all it buys; where there is none, its products are added up.",
        "没有产品的行代表该客户的全部购买；若没有，则将各产品相加。";
    wallet_potential => "Potential", "购买潜力";
    wallet_sales => "Sales", "销售额";
    wallet_share => "Share of wallet", "钱包份额";
    wallet_headroom => "Headroom", "余量";
    wallet_share_how => "Share of wallet = sales ÷ potential, of the customers with an outside figure.", "钱包份额 = 销售额 ÷ 购买潜力，只计有外部数据的客户。";
    wallet_headroom_how => "Headroom = potential − sales. It is negative where a customer buys more than the outside figure: that figure is too low.",
        "余量 = 购买潜力 − 销售额。客户购买额超过外部数据时为负：说明该数据偏低。";
    wallet_over(customers, money) => "Customers who buy more than their outside figure: {customers}, by {money} together. The figure is too low.",
        "{customers} 家客户的购买额超过外部数据，合计超出 {money}：数据偏低。";
    wallet_without(customers, money) => "{customers} customers with sales of {money} have no outside figure.", "{customers} 家有销售额的客户（合计 {money}）没有外部数据。";
    wallet_list => "Customers by headroom", "客户余量";
    wallet_more(rest) => "Show more ({rest} left)", "显示更多（还有 {rest} 家）";
    wallet_largest => "Largest customers: sales within potential", "潜力最大的客户：销售额与购买潜力";
    wallet_largest_how => "The ten customers with the largest outside figures. The bar is what they buy here, its outline what they could buy in all; share of wallet = sales ÷ potential.",
        "外部数据最大的十家客户。实心条为在此购买额，外框为可购买总额；钱包份额 = 销售额 ÷ 购买潜力。";
    wallet_file_largest => "largest customers", "潜力最大客户";
    wallet_products => "Products by headroom", "产品余量";
    wallet_products_note => "Sales of a product count for the customers with a figure for it.", "产品销售额只计有该产品外部数据的客户。";
    wallet_products_unknown => "The purchases name no products, so the sales of each are not known.", "购买记录没有产品，无法得知各产品的销售额。";
    wallet_customers => "Customers", "客户数";
    wallet_product => "Product", "产品";
    wallet_matched => "Joined by", "对应方式";
    wallet_said_by => "Source", "来源";
    wallet_too_low => "figure too low", "数据偏低";
    wallet_unmatched(rows, money) => "{rows} rows of nobody, {money}", "{rows} 行未对应到客户，合计 {money}";
    wallet_unmatched_note => "They are in no total. Say whom a row means, or mend the file and import it again.", "这些行不计入任何合计。请指明对应客户，或修改文件后重新导入。";
    wallet_unmatched_row => "Row", "行号";
    wallet_unmatched_why => "Why", "原因";
    wallet_counts_as(name) => "Counts as {name}", "计入 {name}";
    wallet_not_the_same => "Not the same", "不是同一家";
    wallet_merged(spelling, name) => "“{spelling}” counts as {name}", "“{spelling}”计入 {name}";
    wallet_pick => "Key or name of the customer", "客户编号或名称";
    wallet_pick_unknown => "No customer has this key or name.", "没有此编号或名称的客户。";
    wallet_pick_several => "Several customers are called so: type the key of one.", "有多家同名客户，请输入编号。";
    wallet_pick_button => "Join", "对应";
    wallet_growth => "Growth: same customers, new, lost", "增长构成：原有、新增与流失";
    wallet_growth_link => "Change the windows under Then and now", "在“前后对比”中更改时段";
    wallet_growth_none => "There are no purchases of two windows to compare.", "没有两个时段的购买记录可比较。";
    wallet_export => "Export potential and headroom", "导出潜力与余量";
    wallet_export_csv => "Customers as CSV", "客户余量（CSV）";
    wallet_export_xlsx => "Customers as a workbook", "客户余量（XLSX）";
    wallet_export_products => "Products as CSV", "产品余量（CSV）";
    wallet_export_products_xlsx => "Products as a workbook", "产品余量（XLSX）";
    wallet_export_unmatched_xlsx => "Rows of nobody as a workbook", "未对应的行（XLSX）";
    wallet_export_unmatched => "Rows of nobody as CSV", "未对应的行（CSV）";
    wallet_file => "headroom", "购买余量";
    wallet_file_products => "headroom by product", "产品余量";
    wallet_file_unmatched => "potential of nobody", "未对应的潜力数据";
}
