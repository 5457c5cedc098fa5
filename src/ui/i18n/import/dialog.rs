//! Wording of the import dialog's frame: head, fields, foot, reading.

texts! {
    import_pasted_name => "Pasted cells", "粘贴的单元格";
    import_files(first, more) => "{first} and {more} more", "{first} 等 {more} 个其他文件";
    import_about_rows(rows) => "about {rows} rows", "约 {rows} 行";
    import_rows(rows) => "{rows} rows", "{rows} 行";
    import_guess_hint => "Everything here is a guess from the file; change what is wrong", "以下均由文件推断，可逐项修改";
    import_remembered_hint => "Read as last time for this header; change what is wrong", "按同样表头上次的设置读取，可逐项修改";
    import_looking => "Looking at the file", "正在查看文件";
    import_sheet => "Sheet", "工作表";
    import_sheets_together => "Take together", "一并读取";
    import_sheets_taken(taken, all) => "{taken} of {all} taken together", "一并读取 {taken} / {all} 张";
    import_sheets_more(all) => "{all} sheets: take several together", "共 {all} 张，可一并读取";
    import_sheets_hint => "Sheets with the same header become one table; each row keeps its source.", "表头相同的工作表合为一张表，每行保留来源。";
    import_sheet_hidden => "hidden", "隐藏";
    import_sheet_other_header => "other header", "表头不同";
    import_one_table => "this file has one table", "此文件只有一张表";
    import_sheet_one_of_one => "1 of 1", "1 / 1";
    import_in_workbook => "kept by the workbook", "由工作簿保存";
    import_encoding => "Encoding", "编码";
    import_delimiter => "Delimiter", "分隔符";
    import_header_row => "Header row", "标题行";
    import_header_none => "none", "无";
    import_kind => "Each row is", "每行是";
    import_dates => "Dates", "日期";
    import_dates_none => "no unclear dates", "没有含义不明的日期";
    import_dates_asked => "the file cannot tell", "文件无法说明";
    import_dates_told => "the values tell", "由数值判断";
    import_decimal => "Numbers", "数字";
    import_target => "Take in as", "导入为";
    import_target_new => "a new workspace", "新工作区";
    import_target_append(name) => "more rows for {name}", "追加到 {name}";
    import_target_replace(name) => "the new data of {name}", "替换 {name} 的数据";
    import_accept_new => "Import as new workspace", "导入为新工作区";
    import_accept_append => "Append the rows", "追加";
    import_accept_replace => "Replace the data", "替换数据";
    import_wait_question => "Answer the question above to import", "回答上方问题后即可导入";
    import_wait_questions(count) => "Answer the question above to import; {count} more to come", "回答上方问题后即可导入，还有 {count} 个问题";
    import_replace_note => "Settings, overrides and notes stay; you can undo this", "设置、人工分类和备注保留，可以撤销";
    import_append_note => "Rows already there are left out and counted", "已有的相同行不重复读入，并列出数目";
    import_failed_title => "This file cannot be imported", "无法导入该文件";
    import_unchanged => "Nothing was taken in; the open workspace is unchanged.", "未导入任何内容，当前工作区保持不变。";
    import_other_file => "Choose another file", "选择其他文件";
    import_answer_failed => "With this choice the file cannot be read.", "按此选择无法读取文件。";
    import_answer_back => "Take the choice back", "撤回选择";
    reading_of(rows) => "of about {rows} rows", "/ 约 {rows} 行";
    reading_rows => "rows", "行";
    reading_label => "Reading", "读取进度";
    reading_percent(percent) => "{percent} read", "已读取 {percent}";
    reading_rate(rows) => "{rows} rows a second", "每秒 {rows} 行";
    reading_left_under => "under 1 second left", "剩余不到 1 秒";
    reading_left(seconds) => "about {seconds} s left", "剩余约 {seconds} 秒";
    reading_safe => "Your open workspace is not touched until the end.", "读取完成前不会改动当前工作区。";
    reading_handing => "Handing over the tables", "正在移交数据";
    preview_title => "First rows as they would be read", "首批行的读取结果";
    preview_row => "Row", "行";
    preview_reading => "Reading", "读取";
    preview_role_of(column) => "Use of {column}", "{column} 的用途";
    preview_not_used => "not used", "不使用";
    preview_column(letter) => "Column {letter}", "{letter} 列";
    preview_asks(kind) => "{kind} · asks", "{kind} · 待定";
    preview_all => "Show all rows", "显示全部";
    preview_nothing => "None of the first rows; the whole list comes after the import.", "首批行中没有；完整列表在导入后给出。";
    fate_header => "header", "标题行";
    fate_above => "above the header", "标题行之上";
    fate_return(amount) => "counts as {amount}", "计为 {amount}";
    fate_read_as(amount) => "read as {amount}", "读作 {amount}";
    type_empty => "Empty", "空";
    type_text => "Text", "文本";
    type_identifier => "Code", "编码";
    type_number => "Number", "数字";
    type_money => "Money", "金额";
    type_percent => "Percent", "百分比";
    type_date => "Date", "日期";
    type_month => "Month", "月份";
    type_bool => "Yes or no", "是否";
    paste_title => "Paste cells", "粘贴单元格";
    paste_text => "Copy the cells in Excel, header row included, and paste them here.", "在 Excel 中复制单元格（含标题行），粘贴到此处。";
    paste_field => "Cells", "单元格";
    paste_take => "Look at the cells", "查看单元格";
}

impl crate::ui::i18n::Texts {
    /// What a column's values look like.
    #[must_use]
    pub fn column_type(self, kind: crate::import::ColumnType) -> &'static str {
        use crate::import::ColumnType;
        match kind {
            ColumnType::Empty => self.type_empty(),
            ColumnType::Text => self.type_text(),
            ColumnType::Identifier => self.type_identifier(),
            ColumnType::Number => self.type_number(),
            ColumnType::Money => self.type_money(),
            ColumnType::Percent => self.type_percent(),
            ColumnType::Date => self.type_date(),
            ColumnType::Month => self.type_month(),
            ColumnType::Bool => self.type_bool(),
        }
    }
}
