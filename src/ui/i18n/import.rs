//! Wording of the import dialog.

texts! {
    import_pasted_name => "Pasted cells", "粘贴的单元格";
    paste_title => "Paste cells", "粘贴单元格";
    paste_text => "Copy the cells in Excel, header row included, and paste them here.", "在 Excel 中复制单元格（含标题行），粘贴到此处。";
    paste_field => "Cells", "单元格";
    paste_take => "Look at the cells", "查看单元格";
}
