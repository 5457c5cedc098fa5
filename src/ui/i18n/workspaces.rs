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
    passphrase_save_title => "Save with a passphrase", "加密保存";
    passphrase_open_title => "This file has a passphrase", "此文件已加密";
    passphrase_save_text => "The file is encrypted (XChaCha20-Poly1305, key by Argon2id). Without the passphrase nobody can open it, you included: there is no way back.",
        "文件将被加密（XChaCha20-Poly1305，密钥由 Argon2id 生成）。忘记口令则任何人都无法打开，包括您自己，且无法找回。";
    passphrase_open_text => "Type it as it was given. Opening takes about a second.", "请输入当时设定的口令。打开约需一秒。";
    passphrase_field => "Passphrase", "口令";
    passphrase_again => "Once more", "再次输入";
    passphrase_too_short => "At least 8 characters; several words are best.", "至少 8 个字符，建议使用几个词。";
    passphrase_differs => "The two are not the same.", "两次输入不一致。";
    passphrase_save => "Save the file", "保存文件";
    passphrase_open => "Open", "打开";
    passphrase_needed => "This workspace file opens with a passphrase only.", "此工作区文件需要口令才能打开。";
    passphrase_wrong => "This passphrase does not open the file; or the file was changed on its way.", "口令不正确，或文件在传输中已被改动。";
    save_raw => "Save what is stored", "导出存储的内容";
    save_with_passphrase => "Save as file with a passphrase", "加密另存为文件";
    copy_of(name) => "{name} (copy)", "{name}（副本）";
    workspace_deleted(name) => "“{name}” was deleted", "已删除“{name}”";
}
