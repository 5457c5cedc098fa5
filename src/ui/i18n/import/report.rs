//! Wording of what an import brought.

texts! {
    report_title => "What the import brought", "导入结果";
    report_used(used, read) => "{used} of {read} rows used", "{read} 行中读入 {used} 行";
    report_all_used(read) => "All {read} rows used", "{read} 行全部读入";
    report_customers(customers) => "{customers} customers", "{customers} 家客户";
    report_entries(entries) => "{entries} opportunities", "{entries} 个商机";
    report_rows(rows) => "{rows} rows", "{rows} 行";
    report_of(name, figures) => "{name}: {figures}", "{name}：{figures}";
    report_more_files(name, more) => "{name} and {more} more", "{name}及另外 {more} 个";
    report_workspace(name) => "Workspace “{name}” with it", "读入后工作区“{name}”";
    report_total(total) => "total {total}", "合计 {total}";
    report_rejected(rows) => "{rows} rows cannot be read", "{rows} 行无法读取";
    report_left_out(rows) => "{rows} rows left out", "{rows} 行未读入";
    report_duplicates(rows) => "{rows} rows are the same as rows already there and were left out", "{rows} 行与已有行相同，未重复读入";
    report_duplicates_kept(rows) => "{rows} rows are the same as rows already there and were added", "{rows} 行与已有行相同，已读入";
    report_add_anyway => "Add them anyway", "仍然读入";
    report_issues => "Rows not used", "未读入的行";
    report_first(shown, all) => "The first {shown} of {all}; all are in the download.", "显示前 {shown} 行，共 {all} 行；下载文件中包含全部。";
    report_download => "Download these rows", "下载这些行";
    report_file => "rows-not-used.csv", "未读入的行.csv";
    report_file_source => "Source", "来源";
    report_row => "Row", "行";
    report_column => "Column", "列";
    report_found => "Found", "内容";
    report_expected => "Why", "原因";
    report_blank => "(empty)", "（空）";
}
