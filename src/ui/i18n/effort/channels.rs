//! Channels: what contacts cost and take, what moving them saves.

texts! {
    channels_title => "Channels", "联系方式";
    channels_text(cost) => "The contacts of a year cost {cost}.", "一年的联系成本为 {cost}。";
    channels_source_typed => "Contacts as typed.", "次数为手工输入。";
    channels_source_data => "Contacts of the last year in the data.", "次数取自数据中最近一年。";
    channels_source_need => "Contacts as the cadences ask for them.", "次数按各类周期推算。";
    channels_col_channel => "Channel", "方式";
    channels_col_contacts => "Contacts", "次数";
    channels_col_cost => "Cost of one", "单次成本";
    channels_col_hours => "Hours of one", "单次小时";
    channels_col_total => "Cost", "成本";
    channels_contacts_of(channel) => "{channel}: contacts a year", "{channel}：每年次数";
    channels_cost_of(channel) => "{channel}: cost of a contact", "{channel}：单次成本";
    channels_hours_of(channel) => "{channel}: hours of a contact", "{channel}：单次小时";
    channels_all => "Together", "合计";
    channels_explain => "Relative costs: a visit 100, a call 1, an e-mail 0.01. Type your own costs to see money.", "相对成本：上门 100，电话 1，邮件 0.01。输入实际成本即为金额。";
    channels_hours_explain => "Length of a contact by channel: 2.0, 0.25 and 0.1 hours. Hours per class and visits follow from it.", "各方式单次时长：2.0、0.25、0.1 小时；各类次数由此得出。";
    channels_move => "Move", "改用";
    channels_move_contacts => "Contacts to move", "改用次数";
    channels_move_from => "from", "从";
    channels_move_to => "to", "改为";
    channels_after(cost, change) => "After that they cost {cost}, {change}.", "之后成本为 {cost}，{change}。";
    channels_after_hours(hours) => "That changes the hours by {hours}.", "时间变化 {hours} 小时。";
    channels_adequacy => "Contacts made against need", "已联系与应联系";
    channels_adequacy_note(day) => "In the year up to {day}.", "截至 {day} 的一年。";
    channels_made => "Made", "已联系";
    channels_needed => "Needed", "应联系";
    channels_ratio => "Adequacy", "充足率";
    channels_without(count) => "{count} contacts of that year do not say how they were made.", "当年有 {count} 条未写明方式。";
}
