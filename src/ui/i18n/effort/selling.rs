//! Direct selling time: the tasks of a week.

texts! {
    selling_title => "Direct selling time", "直接销售时间";
    selling_text(before) => "{before} of the week is spent with customers. Decide below what can go.", "每周 {before} 的时间与客户相处。请在下方决定哪些可以减掉。";
    selling_gain(before, after, gain, people, like) => "{before} → {after}: {gain}. {people} people work like {like}.", "{before} → {after}：{gain}。{people} 人相当于 {like} 人。";
    selling_col_task => "Task", "事项";
    selling_col_hours => "Hours a week", "每周小时";
    selling_col_decision => "Decision", "处理";
    selling_task_name => "Name of the task", "事项名称";
    selling_hours_of(task) => "{task}: hours a week", "{task}：每周小时";
    selling_decision_of(task) => "{task}: decision", "{task}：处理";
    selling_keep => "Keep", "保留";
    selling_drop => "Drop", "取消";
    selling_shrink => "Shrink", "压缩";
    selling_reassign => "Reassign", "转给他人";
    selling_direct => "With customers", "与客户相处";
    selling_shrink_to(task) => "{task}: shrink to hours", "{task}：压缩到（小时）";
    selling_role(task) => "{task}: reassign to the role", "{task}：转给的岗位";
    selling_role_hint => "cheaper role", "成本较低的岗位";
    selling_add => "Add a task", "添加事项";
    selling_new_task => "New task", "新事项";
    selling_remove(task) => "Remove {task}", "删除 {task}";
    selling_reset => "Back to the usual week", "恢复默认一周";
    selling_apply(share) => "Plan with {share}", "按 {share} 计算";
    selling_week(hours) => "{hours} hours a week", "每周 {hours} 小时";
    selling_freed(hours) => "{hours} hours freed", "省下 {hours} 小时";
}
