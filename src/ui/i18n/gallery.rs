//! Wording of the gallery's samples.

texts! {
    gallery_colours => "Colour", "颜色";
    gallery_classes => "Classes", "类别";
    gallery_type => "Type", "字号";
    gallery_type_sample => "Steady 稳定的客户 57%", "稳定的客户 Steady 57%";
    gallery_icons => "Icons", "图标";
    gallery_buttons => "Buttons", "按钮";
    gallery_fields => "Fields", "字段";
    gallery_table => "Table", "表格";
    gallery_messages => "Messages", "消息";
    gallery_floating => "Floating", "浮层";
    gallery_plain => "Outlined", "描边";
    gallery_primary => "Primary", "主要";
    gallery_quiet => "Quiet", "次要";
    gallery_danger => "Delete", "删除";
    gallery_disabled => "Disabled", "不可用";
    gallery_one => "First", "第一项";
    gallery_two => "Second", "第二项";
    gallery_hint => "the evidence of a guess", "推断的依据";
    gallery_message => "A message says what was found, what is allowed and what to do.", "消息说明发现了什么、允许什么、应做什么。";
    gallery_toast => "4 customers changed class", "4 家客户改变了类别";
    gallery_show_toast => "Show a toast", "显示提示";
    gallery_show_dialog => "Open a dialog", "打开对话框";
    gallery_popover => "Open a popover", "打开浮层";
    gallery_empty => "Nothing here yet", "暂无内容";
    gallery_empty_text => "What is missing, and the way to get it.", "缺少什么，如何获得。";
    gallery_formula_text => "1 ÷ (1 + CV) of 12 monthly totals since the first purchase, zeros counted.", "首次购买以来 12 个月合计的 1 ÷ (1 + CV)，零计入。";
}
