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
    file_age(when, changes) => "Last saved as a file {when}; {changes} changes since.", "上次存为文件：{when}；此后有 {changes} 处更改。";
    file_age_whole(when) => "Last saved as a file {when}; nothing was changed since.", "上次存为文件：{when}；此后没有更改。";
    file_age_none => "Not saved as a file yet.", "尚未存为文件。";
    file_age_never(changes) => "Not saved as a file yet; {changes} changes are in this browser alone.", "尚未存为文件；{changes} 处更改仅保存在此浏览器中。";
    file_due_why => "A file outlives this browser’s storage.", "文件不受浏览器清除存储的影响。";
    file_due_later => "Not now", "以后再说";
    file_changes_since(changes) => "{changes} changes since", "此后 {changes} 处更改";
    ago_today => "today", "今天";
    ago_yesterday => "yesterday", "昨天";
    ago_days(days) => "{days} days ago", "{days} 天前";
    storage_title => "Storage in this browser", "浏览器存储空间";
    storage_used(size) => "Workspaces take {size} with all their versions.", "工作区及其所有历史版本共占用 {size}。";
    storage_room(used, granted) => "The browser counts {used} for this site, the program itself included, and grants up to {granted}.",
        "浏览器统计本站共占用 {used}（含程序本身），上限约 {granted}。";
    storage_room_unknown => "This browser does not say how much room there is.", "此浏览器未提供可用空间信息。";
    storage_stays => "The browser has agreed to clear this storage only when you tell it to.", "浏览器已同意：除非您主动清除，否则不会清除此存储。";
    storage_may_go => "The browser may clear this storage by itself, for instance when the disk is nearly full.", "浏览器可能自行清除此存储，例如磁盘将满时。";
    storage_ask => "Ask the browser to keep it", "请求浏览器保留";
    storage_refused => "The browser did not agree this time. Chrome and Edge agree for pages that are installed, bookmarked or often visited; Firefox asks you. Workspace files are safe either way.",
        "浏览器此次未同意。Chrome 和 Edge 会同意已安装、已加书签或经常访问的页面；Firefox 会询问您。无论如何，工作区文件都是安全的。";
    storage_limits => "When browsers clear what they keep", "浏览器何时会清除数据";
    storage_limit_user => "Clearing browsing data, or a clean-up program that does it, deletes every workspace kept here.", "清除浏览数据（或由清理软件清除）会删除保存在此的所有工作区。";
    storage_limit_safari => "Safari deletes what a site keeps after seven days of use without a visit to it, unless it was added to the Dock or the home screen.",
        "Safari 使用七天而未访问本站时，会删除本站保存的数据；已添加到程序坞或主屏幕的除外。";
    storage_limit_disk => "Low on disk, browsers clear the sites visited longest ago first, all of a site at once.", "磁盘空间不足时，浏览器会先清除最久未访问的站点，且一次清除该站点的全部数据。";
    storage_limit_private => "A private window keeps everything until it is closed, and nothing after that.", "无痕窗口关闭后，其中的内容不会保留。";
    storage_limit_file => "A workspace file is out of their reach.", "工作区文件不受以上情况影响。";
    save_with_passphrase => "Save as file with a passphrase", "加密另存为文件";
    copy_of(name) => "{name} (copy)", "{name}（副本）";
    workspace_deleted(name) => "“{name}” was deleted", "已删除“{name}”";
}

impl super::Texts {
    /// `today`, `yesterday`, `12 days ago`.
    #[must_use]
    pub fn days_ago(self, days: u32) -> String {
        match days {
            0 => self.ago_today().to_owned(),
            1 => self.ago_yesterday().to_owned(),
            _ => self.ago_days(days),
        }
    }
}
