//! Wording of what is said where stored workspaces are gone, damaged or cannot be read.

texts! {
    lost_title(workspaces) => "{workspaces} workspaces were kept here and are gone", "此处保存的 {workspaces} 个工作区已丢失";
    lost_some(names) => "Kept here and gone: {names}.", "曾保存于此、现已丢失：{names}。";
    lost_text => "The browser has cleared or lost its storage; Fourfold did not delete them. Open the workspace files you saved.",
        "浏览器清除或丢失了存储内容，并非 Fourfold 删除。请打开另存的工作区文件。";
    recovery_unreadable_title(workspaces) => "{workspaces} workspaces were kept here and cannot be read", "此处保存的 {workspaces} 个工作区无法读取";
    recovery_gone_text => "The browser has cleared or lost its storage; Fourfold did not delete them. This is what was known of them.",
        "浏览器清除或丢失了存储内容，并非 Fourfold 删除。以下是仍然知道的信息。";
    recovery_unreadable_text => "The browser does not open its storage. Nothing has been deleted by Fourfold, and nothing is written over what is there.",
        "浏览器无法打开其存储。Fourfold 没有删除任何内容，也不会覆盖已有内容。";
    recovery_reason => "The browser says:", "浏览器提示：";
    recovery_last_save(when) => "Last save: {when}.", "最后一次保存：{when}。";
    recovery_changed => "Last known change", "最后已知更改";
    recovery_saves => "Last acknowledged save, no.", "最后确认的保存序号";
    recovery_what_to_do => "What you can do", "可以这样做";
    recovery_files => "Open the workspace files you saved: each brings its workspace back whole.", "打开另存的工作区文件：每个文件都能完整恢复其工作区。";
    recovery_profile => "Look whether this is the browser and the profile you worked in; a private window has a storage of its own.",
        "确认这是您之前使用的浏览器和用户配置；无痕窗口有独立的存储。";
    recovery_again_text => "Close other Fourfold tabs and look again. A full or failing disk, or a clean-up program, is the usual cause.",
        "关闭其他 Fourfold 标签页后重新查看。常见原因是磁盘已满或故障，或清理软件。";
    recovery_again => "Look again", "重新查看";
    recovery_begin => "Begin anew without them", "不再保留，重新开始";
    recovery_work_on => "Work on without them for now", "暂时不用它们，继续工作";
    damaged_mark => "damaged", "已损坏";
    damaged_title => "Damaged", "已损坏";
    damaged_hint => "The list could not be read for these. Open one to see what is there, save what is stored of it as a file, or delete it. The next save mends the list.",
        "这些工作区的列表信息无法读取。可打开查看现存内容、导出存储的内容，或将其删除；下次保存会修复列表。";
    table_purchases => "purchases", "购买记录";
    table_customers => "customer list", "客户名单";
    table_funnel_entries => "funnel entries", "漏斗条目";
    table_level_history => "level history", "级别变动记录";
    table_potential => "purchase potential", "购买潜力";
    table_contacts => "contacts", "客户联系记录";
    lost_tables(tables) => "Damaged in storage and left out: {tables}.", "存储中已损坏、未能打开：{tables}。";
    lost_rows(rows, files) => "Missing, as far as the imports tell: {rows} rows of {files}.", "据导入记录，缺少 {files} 的 {rows} 行。";
    lost_tables_text => "All else is open and can be worked on: settings, classes set by hand, notes, merged names, the other tables. Import the file again and they belong together as before, or open a workspace file. What is stored of the damaged part stays where it is; undo steps that need it are left out.",
        "其余内容均已打开，可继续使用：设置、手动分类、备注、合并的名称和其他数据。重新导入原文件即可恢复原有关联，也可打开工作区文件。损坏部分的存储内容仍原样保留；需要它的撤销步骤已略去。";
    lost_import => "Import the file again", "重新导入文件";
    lost_put_away => "Not now", "暂不处理";
    save_raw => "Save what is stored", "导出存储的内容";
}
