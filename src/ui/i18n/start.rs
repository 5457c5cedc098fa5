//! Wording of the start page.

texts! {
    start_title => "Turn a customer spreadsheet into decisions", "把客户表格变成决策";
    start_lead => "Drop in a sales export. A minute later you see which customers to consolidate, turn around, develop or let go, and why.",
        "放入一份销售明细，一分钟后即可看到哪些客户应巩固、扭转、提升或清算，并说明理由。";
    start_import => "Import a spreadsheet", "导入表格";
    start_import_text => "Drop it anywhere on this page, or paste cells from Excel.", "拖到页面任意位置，或粘贴 Excel 单元格。";
    start_choose => "Choose a file", "选择文件";
    start_paste => "Paste cells", "粘贴单元格";
    start_formats => "CSV, TSV, XLSX, XLSM, XLSB, XLS, ODS; UTF-8, GBK, Big5, Shift-JIS and Windows encodings. Title rows, subtotals and unclear dates are shown before anything is taken in.",
        "支持 CSV、TSV、XLSX、XLSM、XLSB、XLS、ODS；UTF-8、GBK、Big5、Shift-JIS 及 Windows 编码。标题行、合计行和含义不明的日期会在读入前列出。";
    start_samples => "Try a sample", "试用示例";
    start_sample_retail => "Online Retail invoices", "Online Retail 发票";
    start_sample_retail_size => "22,190 rows · 4,372 customers", "22,190 行 · 4,372 家客户";
    start_sample_retail_credit => "Chen (2015), UCI Machine Learning Repository, CC BY 4.0", "Chen（2015），UCI 机器学习库，CC BY 4.0";
    start_sample_northwind => "Northwind order lines", "Northwind 订单明细";
    start_sample_northwind_size => "2,155 rows · 89 customers", "2,155 行 · 89 家客户";
    start_sample_northwind_credit => "Microsoft sample database, MIT", "微软示例数据库，MIT";
    start_sample_pipeline => "Sales pipeline", "销售漏斗（英文）";
    start_sample_pipeline_size => "1,496 opportunities with their level history", "1,496 个商机及级别历史";
    start_sample_pipeline_credit => "made up for Fourfold, CC0", "为 Fourfold 虚构，CC0";
    start_sample_pipeline_zh => "销售漏斗", "销售漏斗";
    start_sample_pipeline_zh_size => "1,496 opportunities, Chinese headers, GBK", "1,496 个商机 · 中文表头，GBK";
    start_sample_zh => "在线零售", "在线零售";
    start_sample_zh_size => "4,029 rows · Chinese headers, GBK", "4,029 行 · 中文表头，GBK";
    start_sample_zh_credit => "Chen (2015), UCI, CC BY 4.0; headers translated", "Chen（2015），UCI，CC BY 4.0；表头已翻译";
    start_open => "Open a workspace", "打开工作区";
    start_open_before => "A", "由自己或同事保存的";
    start_open_text => "file that you or a colleague saved. It holds the data, the settings, the notes and the history.",
        "文件，内含数据、设置、备注和历史。";
    start_open_file => "Open a file", "打开文件";
    start_privacy => "Your data stays in this browser on this device: no server, no account, no requests. Clearing browser data deletes it, so keep a workspace file.",
        "数据只保存在本机的浏览器中：没有服务器，无需账号，不发送任何请求。清除浏览器数据会将其删除，请另存工作区文件。";
    start_recent => "Recent workspaces", "最近的工作区";
    start_all(count) => "All {count}", "全部 {count} 个";
}
