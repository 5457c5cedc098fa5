//! Blind placement, for both quadrants.

texts! {
    placement_open => "Blind placement", "盲评";
    placement_close => "Back to the data", "返回数据";
    placement_title => "Place them before you see the data", "先凭判断摆放，再看数据";
    placement_text => "Everyone puts the customers into the quadrants by what they think. Then the data is shown, and the differences are counted.",
        "每位参与者凭自己的判断把客户放入象限，随后公布数据并统计差异。";
    placement_count => "Customers to place", "摆放客户数";
    placement_count_how => "The largest by contribution, in alphabetical order, so that the order gives nothing away.", "取贡献最大的若干家，按名称排列，以免顺序泄露信息。";
    placement_start => "Start", "开始";
    placement_participant => "Who is placing", "参与者";
    placement_participant_hint => "Type your name; the next person types theirs.", "请填写姓名；下一位填写自己的姓名。";
    placement_pool => "Not placed yet", "待摆放";
    placement_pool_empty => "All are placed.", "已全部摆放。";
    placement_keys => "Drag a name into a quadrant, or focus it and press 1 to 4; 0 puts it back.", "将名称拖入象限，或选中后按 1 至 4；按 0 放回。";
    placement_quadrant(code, strategy) => "{code} {strategy}", "{code} 类 {strategy}";
    placement_sides_existing_one => "high contribution, steady", "贡献高，稳定";
    placement_sides_existing_two => "high contribution, uneven", "贡献高，波动大";
    placement_sides_existing_three => "low contribution, steady", "贡献低，稳定";
    placement_sides_existing_four => "low contribution, uneven", "贡献低，波动大";
    placement_sides_potential_one => "high expected, high intent", "预期高，意向强";
    placement_sides_potential_two => "high expected, low intent", "预期高，意向弱";
    placement_sides_potential_three => "low expected, high intent", "预期低，意向强";
    placement_sides_potential_four => "low expected, low intent", "预期低，意向弱";
    placement_in(name, quadrant) => "{name}, in {quadrant}", "{name}，位于 {quadrant}";
    placement_not_in(name) => "{name}, not placed", "{name}，未摆放";
    placement_said(name, quadrant) => "{name} is in {quadrant}", "{name} 已放入 {quadrant}";
    placement_said_back(name) => "{name} is back", "{name} 已放回";
    placement_reveal => "Reveal the data", "公布数据";
    placement_remove => "Discard this placement", "删除本次摆放";
    placement_new => "New placement", "新一轮摆放";
    placement_progress(placed, all) => "{placed} of {all} placed", "已摆放 {placed} / {all}";
    placement_participants => "Participants so far", "已参与";
    placement_none => "Nobody has placed anything.", "尚无人摆放。";
    placement_agree(same, compared, share) => "{same} of {compared} agree with the data ({share})", "{compared} 家中 {same} 家与数据一致（{share}）";
    placement_agree_none => "No placed customer has a class", "所摆放的客户均无类别";
    placement_high(count) => "{count} placed too high", "{count} 家高估";
    placement_low(count) => "{count} placed too low", "{count} 家低估";
    placement_right_existing(count) => "{count} thought steadier than they are", "{count} 家的稳定度被高估";
    placement_left_existing(count) => "{count} thought less steady than they are", "{count} 家的稳定度被低估";
    placement_right_potential(count) => "{count} thought more ready than they are", "{count} 家的意向度被高估";
    placement_left_potential(count) => "{count} thought less ready than they are", "{count} 家的意向度被低估";
    placement_not_rated(count) => "{count} without a class", "{count} 家无类别";
    placement_left_out(count) => "{count} not placed", "{count} 家未摆放";
    placement_table => "Placed and found", "摆放与数据对照";
    placement_customer => "Customer", "客户";
    placement_data => "Data", "数据";
    placement_only_different => "Differences only", "仅显示差异";
    placement_all_agree => "No differences.", "没有差异。";
    placement_by(name) => "Placed by {name}", "{name} 的摆放";
    placement_earlier => "Earlier placements", "以往摆放";
    placement_of(date, count) => "{date}, {count} customers", "{date}，{count} 家";
    placement_how => "Agreement = placed where the data put them ÷ placed customers with a class.", "一致率 = 与数据一致的客户数 ÷ 已摆放且有类别的客户数。";
}
