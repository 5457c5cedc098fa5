//! Wording of the data page: imports, rows, spellings.

texts! {
    data_title => "Data", "数据";
    data_lead => "What was imported, row by row, and which spellings count as one customer.", "导入的内容、逐行数据，以及合并的名称。";
    data_import_more => "Import more", "继续导入";
    data_replace => "Replace the data", "替换数据";
    data_clear => "Clear the data", "清除数据";
    data_cleared => "The data was cleared; settings and notes stay", "数据已清除，设置和备注保留";
    data_imports => "Imports", "导入记录";
    data_source => "File", "文件";
    data_imported_at => "Imported", "导入时间";
    data_read => "Rows read", "读取行数";
    data_used => "Used", "读入";
    data_rejected => "Not readable", "无法读取";
    data_left_out => "Left out", "未读入";
    data_spellings => "Do these name the same customer?", "以下是否为同一客户？";
    data_spellings_text => "They differ only in case, width, blanks, punctuation or the form of the company's name. Nothing is merged unasked.",
        "仅在大小写、全半角、空格、标点或公司后缀上不同。未经确认不会合并。";
    data_spelling(name, rows) => "{name} · {rows} rows", "{name} · {rows} 行";
    data_merge => "Merge", "合并";
    data_merge_all(count) => "Merge all {count}", "全部合并（{count} 组）";
    data_keeps => "Name to keep", "保留的名称";
    data_not_same => "Not the same", "不是同一客户";
    data_merged(count) => "{count} spellings merged", "已合并 {count} 个名称";
    data_declined => "Kept apart; it will not be suggested again", "保持分开，不再提示";
    data_merges => "Merged spellings", "已合并的名称";
    data_counts_as(key) => "count as {key}", "计入 {key}";
    data_split => "Split again", "拆分";
    data_rows => "Purchase rows", "购买明细";
    data_rows_count(rows) => "{rows} rows, in the order of the files", "{rows} 行，按文件顺序";
    data_customers_only(customers) => "A customer list of {customers}; it has no purchase rows.", "客户清单共 {customers} 家，没有购买明细。";
    data_date => "Date", "日期";
    data_amount => "Amount", "金额";
    data_cost => "Cost", "成本";
    data_row_in_file => "Row", "行";
    data_none => "No data in this workspace", "此工作区没有数据";
    data_none_text => "Import a spreadsheet to begin. Settings and notes are still here.", "请导入表格。设置和备注仍保留。";
}
