//! Wording of lists of workspaces.

texts! {
    copy_of(name) => "{name} (copy)", "{name}（副本）";
    workspace_deleted(name) => "“{name}” was deleted", "已删除“{name}”";
}
