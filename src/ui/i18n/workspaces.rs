//! Wording of lists of workspaces.

texts! {
    workspaces_name => "Name", "名称";
    workspaces_customers => "Customers", "客户";
    workspaces_rows => "Rows", "行数";
    workspaces_money => "Money by class", "各类金额";
    workspaces_changed => "Last change", "最近更改";
    workspaces_exported => "Saved as file", "存为文件";
    workspaces_never => "never", "从未";
    workspaces_size => "Size", "大小";
    workspaces_more => "More", "更多";
    workspaces_more_for(name) => "More for {name}", "{name}：更多操作";
    workspaces_open => "Open", "打开";
    workspaces_open_now => "open now", "已打开";
    workspaces_rename => "Rename", "重命名";
    workspaces_new_name(name) => "New name for {name}", "{name} 的新名称";
    workspaces_duplicate => "Duplicate", "复制";
    workspaces_delete => "Delete", "删除";
    workspaces_unnamed => "Without a name", "未命名";
    workspaces_title => "Workspaces", "工作区";
    workspaces_lead => "A workspace holds imported data, settings, notes and history. It is kept in this browser on this device; clearing browser data deletes it. A workspace file keeps it safe and hands it over.",
        "工作区包含导入的数据、设置、备注和历史，保存在本机的浏览器中；清除浏览器数据会将其删除。另存为工作区文件可妥善保存，也便于交接。";
    workspaces_none => "No workspace yet", "还没有工作区";
    workspaces_none_text => "Import a spreadsheet, try a sample or open a workspace file.", "导入表格、试用示例或打开工作区文件。";
    workspaces_to_start => "Go to the start page", "前往起始页";
    workspaces_deleted => "Deleted", "已删除";
    workspaces_deleted_text => "Kept for 30 days.", "保留 30 天。";
    workspaces_restore => "Bring back", "恢复";
    workspaces_stored(size) => "{size} in this browser", "此浏览器中占用 {size}";
    copy_of(name) => "{name} (copy)", "{name}（副本）";
    workspace_deleted(name) => "“{name}” was deleted", "已删除“{name}”";
}
