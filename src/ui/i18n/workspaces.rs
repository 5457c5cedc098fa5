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
    anonymous_entry => "Anonymised copy …", "匿名副本…";
    anonymous_title => "Anonymised copy", "匿名副本";
    anonymous_lead(name) => "A copy of “{name}” to show around, for advice or as an example. The original stays as it is.",
        "“{name}”的副本，可用于交流、求助或举例；原工作区保持不变。";
    anonymous_replaced => "Get made-up names", "改用虚构名称";
    anonymous_replaced_text => "Customers, potential and future customers and their ids, opportunities, people (reps, authors, owners), regions, products, orders, files and sheets, scenarios, tasks of one’s own. The same name always becomes the same one, so that everything still belongs together.",
        "客户、潜在与未来客户及其编号，商机，人员（销售、作者、负责人），地区，产品，订单，文件与工作表，方案，自定义任务。同一名称始终对应同一虚构名称，因此数据间的关联不变。";
    anonymous_left_out => "Are left out", "不带走";
    anonymous_left_out_text => "Notes, reasons, texts of actions, playbooks of one’s own, what stands on profile cards, the steps of undo, all versions.",
        "备注、理由、行动内容、自定义策略文字、客户档案卡内容、撤销步骤和所有历史版本。";
    anonymous_stays => "Stay as they are", "保持不变";
    anonymous_stays_text => "Every figure and every day, the currency, all settings and classes (those set by hand too), names of levels and criteria, and the stages that stand for a level.",
        "全部数字和日期、货币、所有设置和分类（含手动分类）、级别与评分项的名称，以及对应级别的阶段名称。";
    anonymous_warning => "Who has the original data can recognise a customer by its figures. Look through the copy before you hand it on.",
        "持有原始数据的人仍可凭数字认出客户。交出前请先查看副本。";
    anonymous_file => "Save the copy as a file", "将副本存为文件";
    anonymous_keep => "Keep it here as a workspace", "在此保留为工作区";
    anonymous_kept(name) => "“{name}” is among the workspaces", "“{name}”已加入工作区列表";
    anonymous_customer => "Customer", "客户";
    anonymous_id => "Id", "编号";
    anonymous_prospect => "Prospect", "潜在客户";
    anonymous_entry_key => "Opportunity", "商机";
    anonymous_rep => "Rep", "销售";
    anonymous_person => "Person", "人员";
    anonymous_region => "Region", "地区";
    anonymous_product => "Product", "产品";
    anonymous_order => "Order", "订单";
    anonymous_file_word => "File", "文件";
    anonymous_sheet => "Sheet", "工作表";
    anonymous_stage => "Stage", "阶段";
    anonymous_scenario => "Scenario", "方案";
    anonymous_item => "Item", "项目";
    anonymous_removed => "(left out)", "（已略去）";
    save_raw => "Save what is stored", "导出存储的内容";
    save_with_passphrase => "Save as file with a passphrase", "加密另存为文件";
    copy_of(name) => "{name} (copy)", "{name}（副本）";
    workspace_deleted(name) => "“{name}” was deleted", "已删除“{name}”";
}
