//! Wording of the frame: navigation, bar, toasts, keys, messages that concern the whole app.

texts! {
    part_not_arrived => "This part of Fourfold could not be fetched. Your work is safe.", "未能加载此部分，您的工作不受影响。";
    part_on_its_way => "One moment …", "请稍候…";
    try_again => "Try again", "重试";
    nav_pages => "Pages", "页面";
    nav_start => "Start page", "起始页";
    nav_existing => "Existing", "现有客户";
    nav_funnel => "Funnel", "漏斗";
    nav_data => "Data", "数据";
    nav_workspaces => "Workspaces", "工作区";
    nav_help => "Help", "帮助";
    title_existing => "Existing customers", "现有客户";
    title_gallery => "Components", "组件";
    skip_to_content => "Skip to the content", "跳到正文";
    bar_label => "Workspace and tools", "工作区与工具";
    bar_workspace_name => "Workspace name", "工作区名称";
    bar_rows(rows) => "{rows} rows", "{rows} 行";
    bar_customers(customers) => "{customers} customers", "{customers} 家客户";
    bar_saved => "Saved", "已保存";
    bar_saved_at(time) => "Saved {time}", "已保存 {time}";
    bar_saving => "Saving", "正在保存";
    bar_not_saved => "Not saved", "未保存";
    bar_undo => "Undo", "撤销";
    bar_redo => "Redo", "重做";
    bar_export => "Export", "导出";
    bar_present => "Present", "演示";
    bar_more => "Language and theme", "语言与外观";
    language => "Language", "语言";
    theme => "Theme", "外观";
    theme_light => "Light", "浅色";
    theme_dark => "Dark", "深色";
    theme_system => "System", "跟随系统";
    close => "Close", "关闭";
    cancel => "Cancel", "取消";
    dismiss => "Dismiss", "关闭提示";
    drop_title => "Drop to import", "松开即可导入";
    drop_text => "Spreadsheets are shown before anything is taken in; a .fourfold file opens as a workspace.",
        "表格会先预览，确认后才读入；.fourfold 文件作为工作区打开。";
    keys_title => "Keys", "快捷键";
    keys_undo => "Undo", "撤销";
    keys_redo => "Redo", "重做";
    keys_paste => "Import the cells that were copied", "导入已复制的单元格";
    keys_find => "Find a customer", "查找客户";
    keys_isolate => "Show one class alone", "只看一个类别";
    keys_threshold => "Move a threshold one step; with Shift ten", "移动界线一步；按住 Shift 移动十步";
    keys_home => "Return a threshold to its rule", "界线恢复为规则值";
    keys_points => "Go to the nearest customer in the chart", "在图中移到最近的客户";
    keys_open => "Open the customer's card", "打开客户档案卡";
    keys_escape => "Clear the selection, close", "清除选择，关闭";
    keys_help => "Show these keys", "显示快捷键";
    not_saved_full => "The browser's storage is full. Your work is still here: save it as a file now, then delete an old workspace.",
        "浏览器存储空间已满。当前内容仍在：请先存为文件，再删除旧工作区。";
    not_saved_other(problem) => "{problem} Your work is still here: save it as a file now.", "{problem}当前内容仍在：请先存为文件。";
    not_saved_title => "This change is not saved.", "此更改尚未保存。";
    memory_only_title => "Nothing can be kept in this browser.", "此浏览器无法保留数据。";
    memory_only_text => "Storage is blocked, as in a private window. You can work, but closing the page loses it: save a workspace file.",
        "存储被禁用（例如无痕窗口）。可以继续使用，但关闭页面后内容会丢失：请存为工作区文件。";
    read_only_title => "Open in another tab.", "此工作区已在另一标签页中打开。";
    read_only_text => "That tab writes; this one shows the same and follows it.", "由该标签页写入，本页同步显示。";
    read_only_take_over => "Take over here", "在此接管";
    error_read_only => "Another tab writes this workspace. Take over here to change it.", "另一标签页正在写入此工作区。请先在此接管再更改。";
    stopped_title => "The calculation has stopped.", "计算程序已停止。";
    stopped_text => "Everything saved is safe. Open the workspace again to go on.", "已保存的内容完好。重新打开工作区即可继续。";
    stopped_again => "Open again", "重新打开";
    unasked_title => "This page keeps nothing by itself.", "此页面不会自动保存内容。";
    unasked_text => "Your work stays in this window: save it to a file before you close it.", "您的工作只在此窗口中，关闭前请存为文件。";
    unasked_why => "Why, and how to change it", "原因与更改方法";
    unasked_reason => "A browser gives one storage to all pages opened from this computer’s disk. Whatever Fourfold kept there, any other page you open from a downloaded file could read or delete.",
        "浏览器让所有从本机磁盘打开的页面共用同一存储空间。Fourfold 存在那里的内容，其他从下载文件打开的页面也能读取或删除。";
    unasked_choice => "If you open no pages of strangers from disk, you may keep your work here all the same. Files remain the safer place.",
        "如果您不会从磁盘打开来历不明的页面，也可以选择保留在此浏览器中。存为文件仍更稳妥。";
    unasked_agree => "Keep it in this browser", "保留在此浏览器中";
    save_to_file => "Save to file", "存为文件";
    in_the_file => "In the file", "已存入文件";
    not_in_a_file => "Not in a file yet", "尚未存入文件";
    update_title => "A new version of Fourfold is ready.", "Fourfold 新版本已就绪。";
    update_text => "It starts by itself once every Fourfold tab has been closed.", "关闭所有 Fourfold 标签页后，下次打开即为新版本。";
    update_take => "Save and reload now", "立即保存并重新加载";
    forked(name) => "Another tab saved this workspace; what you have here goes on as “{name}”", "另一个标签页已保存该工作区；此处内容另存为“{name}”";
    save_as_file => "Save as a file", "存为文件";
    explain_label(figure, letter) => "{figure}: how it is found (source {letter})", "{figure}：计算方法（来源 {letter}）";
    source_s => "S: stated by the sales handbook this product implements", "S：出自本产品所依据的销售手册";
    source_p => "P: a published method", "P：已发表的方法";
    source_x => "X: our own extension, editable", "X：自行扩展，可以修改";
    walk_in => "Walk-in customers", "散客";
}

impl super::Texts {
    /// The sentence of a source tag.
    #[must_use]
    pub fn source(self, letter: &str) -> &'static str {
        match letter {
            "S" => self.source_s(),
            "P" => self.source_p(),
            _ => self.source_x(),
        }
    }
}
