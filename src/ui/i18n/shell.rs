//! Wording of the frame: navigation, bar, toasts.

texts! {
    nav_existing => "Existing", "现有客户";
    nav_data => "Data", "数据";
    nav_workspaces => "Workspaces", "工作区";
    nav_help => "Help", "帮助";
    bar_saved_at(time) => "Saved {time}", "已保存 {time}";
    bar_saving => "Saving", "正在保存";
    bar_undo => "Undo", "撤销";
    bar_redo => "Redo", "重做";
    bar_export => "Export", "导出";
    bar_present => "Present", "演示";
    language => "Language", "语言";
    theme => "Theme", "外观";
    theme_light => "Light", "浅色";
    theme_dark => "Dark", "深色";
    theme_system => "System", "跟随系统";
}
