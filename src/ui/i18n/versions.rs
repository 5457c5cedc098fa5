//! Wording of the versions of a workspace.

use super::Texts;
use crate::workspace::{Change, WorkspacePart};

texts! {
    title_versions => "Versions", "历史版本";
    versions_title => "Versions", "历史版本";
    versions_lead => "Every save stays for a while: the last twenty, one an hour of the last day, one a day before that. A version with a name stays for good.",
        "每次保存都会保留一段时间：最近二十次、近一天内每小时一次、更早每天一次。命名的版本长期保留。";
    versions_link => "Versions of this workspace", "查看本工作区的历史版本";
    versions_name_label => "Name for the present state", "为当前状态命名";
    versions_keep => "Keep by this name", "按此名称保留";
    versions_kept(name) => "Kept as “{name}”", "已保留为“{name}”";
    versions_none => "Nothing was saved yet", "尚无保存记录";
    versions_none_text => "The first version appears with the first save, a moment after a change.", "更改后随即保存，届时出现第一个版本。";
    versions_when => "Saved", "保存时间";
    versions_change => "Last change", "最后一次更改";
    versions_name => "Name", "名称";
    versions_name_of(when) => "Name of the version of {when}", "{when} 版本的名称";
    versions_now => "now", "当前";
    versions_before_migration => "kept from before an update of Fourfold", "Fourfold 更新前的备份";
    versions_compare => "Compare", "比较";
    versions_compare_with(when) => "Compare the version of {when} with now", "比较 {when} 的版本与当前";
    versions_restore => "Go back to it", "恢复到此版本";
    versions_restore_to(when) => "Go back to it: the version of {when}", "恢复到此版本：{when}";
    versions_restored(when) => "The state of {when} is back", "已恢复到 {when} 的状态";
    versions_same => "No difference from now, except for the steps of undo.", "除撤销步骤外，与当前状态相同。";
    versions_differs => "Differs from now in:", "与当前不同之处：";
    versions_count(part, then, now) => "{part}: {then} then, {now} now", "{part}：当时 {then}，现在 {now}";
    older_title => "The last state of this workspace is damaged.", "此工作区的最后状态已损坏。";
    older_text(when, lost) => "Saved {lost}, it cannot be read any more. Open is the state of {when}. The damaged one stays where it is.",
        "{lost} 保存的内容已无法读取，现已打开 {when} 的状态。损坏的内容仍原样保留。";
    older_than_known_title => "This is an older state than the last one saved here.", "当前打开的状态早于此前最后一次保存。";
    older_than_known_text => "The browser has lost newer saves. Look through the versions, or open a workspace file.",
        "浏览器丢失了较新的保存内容。请查看历史版本，或打开工作区文件。";
    change_none => "opened", "新建";
    change_unknown => "a change of a newer Fourfold", "较新版 Fourfold 的更改";
    change_rename => "name of the workspace", "工作区名称";
    change_settings => "rules of existing customers", "现有客户的规则";
    change_funnel => "plan of the funnel", "漏斗计划";
    change_add_scenario => "scenario added", "新增方案";
    change_rename_scenario => "scenario renamed", "重命名方案";
    change_remove_scenario => "scenario removed", "删除方案";
    change_choose_scenario => "another scenario is the plan", "改用其他方案";
    change_effort => "hours and calls", "时间与拜访";
    change_playbook_text => "text of a playbook", "策略手册文字";
    change_customer_playbook => "playbook of a customer", "客户的策略";
    change_planned_action => "planned action", "行动计划";
    change_override => "class set by hand", "手动分类";
    change_note => "note", "备注";
    change_merge => "names merged", "合并名称";
    change_split => "names taken apart", "拆分名称";
    change_decline_merge => "suggestion to merge declined", "拒绝合并建议";
    change_potential_settings => "rules of potential customers", "潜在客户的规则";
    change_prospects => "potential customers", "潜在客户";
    change_remove_prospects => "potential customers removed", "删除潜在客户";
    change_start_placement => "blind placement begun", "开始盲排";
    change_place => "customer placed", "摆放客户";
    change_reveal_placement => "blind placement revealed", "揭晓盲排";
    change_remove_placement => "blind placement removed", "删除盲排";
    change_clear_data => "data cleared", "清空数据";
    change_append => "data added", "追加数据";
    change_replace => "data replaced", "替换数据";
    change_windows => "windows of then and now", "前后对比的时段";
    change_wallet => "purchase potential", "购买潜力";
    change_future_customers => "future customers", "未来客户";
    change_move_to_funnel => "future customer moved to the funnel", "未来客户转入漏斗";
    change_restore => "went back to a version", "恢复历史版本";
    part_overrides => "classes set by hand", "手动分类";
    part_notes => "notes", "备注";
    part_merges => "merged names", "合并的名称";
    part_placements => "blind placements", "盲排";
    part_actions => "planned actions", "行动计划";
    part_playbooks => "playbooks", "策略手册";
    part_data => "rows of data", "数据行数";
}

impl Texts {
    /// What a change was about.
    #[must_use]
    pub fn change(self, change: Change) -> &'static str {
        match change {
            Change::Rename => self.change_rename(),
            Change::Settings => self.change_settings(),
            Change::Funnel => self.change_funnel(),
            Change::AddScenario => self.change_add_scenario(),
            Change::RenameScenario => self.change_rename_scenario(),
            Change::RemoveScenario => self.change_remove_scenario(),
            Change::ChooseScenario => self.change_choose_scenario(),
            Change::Effort => self.change_effort(),
            Change::PlaybookText => self.change_playbook_text(),
            Change::CustomerPlaybook => self.change_customer_playbook(),
            Change::PlannedAction => self.change_planned_action(),
            Change::Override => self.change_override(),
            Change::Note => self.change_note(),
            Change::Merge => self.change_merge(),
            Change::Split => self.change_split(),
            Change::DeclineMerge => self.change_decline_merge(),
            Change::PotentialSettings => self.change_potential_settings(),
            Change::Prospects => self.change_prospects(),
            Change::RemoveProspects => self.change_remove_prospects(),
            Change::StartPlacement => self.change_start_placement(),
            Change::Place => self.change_place(),
            Change::RevealPlacement => self.change_reveal_placement(),
            Change::RemovePlacement => self.change_remove_placement(),
            Change::ClearData => self.change_clear_data(),
            Change::Append => self.change_append(),
            Change::Replace => self.change_replace(),
            Change::Windows => self.change_windows(),
            Change::Wallet => self.change_wallet(),
            Change::FutureCustomers => self.change_future_customers(),
            Change::MoveToFunnel => self.change_move_to_funnel(),
            Change::RestoreVersion => self.change_restore(),
        }
    }

    #[must_use]
    pub fn workspace_part(self, part: WorkspacePart) -> &'static str {
        match part {
            WorkspacePart::Name => self.change_rename(),
            WorkspacePart::Data => self.part_data(),
            WorkspacePart::ExistingSettings => self.change_settings(),
            WorkspacePart::PotentialSettings => self.change_potential_settings(),
            WorkspacePart::Overrides => self.part_overrides(),
            WorkspacePart::Notes => self.part_notes(),
            WorkspacePart::Merges => self.part_merges(),
            WorkspacePart::Prospects => self.change_prospects(),
            WorkspacePart::Placements => self.part_placements(),
            WorkspacePart::Funnel => self.change_funnel(),
            WorkspacePart::Effort => self.change_effort(),
            WorkspacePart::Playbooks => self.part_playbooks(),
            WorkspacePart::PlannedActions => self.part_actions(),
            WorkspacePart::Windows => self.change_windows(),
            WorkspacePart::Wallet => self.change_wallet(),
            WorkspacePart::FutureCustomers => self.change_future_customers(),
        }
    }
}
