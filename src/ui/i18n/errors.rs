//! What went wrong: what was found, what is allowed, what to do.

use super::Texts;
use crate::engine::protocol::{EngineError, StoreProblem};
use crate::import::{ImportError, Role};
use crate::tables::ProfileField;

texts! {
    error_no_workspace => "No workspace is open.", "没有打开的工作区。";
    error_nothing_to_undo => "There is nothing to undo.", "没有可撤销的操作。";
    error_nothing_to_redo => "There is nothing to redo.", "没有可重做的操作。";
    error_bad_plan(why) => "The plan was left as it was. {why}", "计划未更改。{why}";
    error_bad_action(detail) => "That change does not fit the data ({detail}). Nothing was changed.", "该更改与数据不符（{detail}），未作任何更改。";
    error_interrupted => "Reading stopped before the end. Nothing was taken in; your workspace is unchanged.", "读取中断，未导入任何内容，工作区保持不变。";
    error_message(detail) => "An answer could not be read ({detail}). Reload the page; your workspace is safe.", "无法读取计算结果（{detail}）。请刷新页面，工作区不受影响。";
    error_stopped => "The calculation has stopped. Everything saved is safe: open the workspace again.", "计算程序已停止。已保存的内容完好：请重新打开工作区。";
    store_full => "The browser's storage is full. Save a workspace as a file and delete old ones.", "浏览器存储空间已满。请将工作区存为文件并删除旧的。";
    store_closed => "The browser closed its storage. Reload the page.", "浏览器关闭了存储。请刷新页面。";
    store_damaged(detail) => "The stored workspace is damaged ({detail}). It was left as it is; open a workspace file you saved.",
        "存储的工作区已损坏（{detail}），原样保留；请打开另存的工作区文件。";
    store_newer(found, known) => "This workspace was saved by a newer version (format {found}; this one reads up to {known}). Reload the page to get the new version.",
        "该工作区由更新的版本保存（格式 {found}，本版本最高支持 {known}）。请刷新页面以获取新版本。";
    store_not_a_workspace => "This is not a workspace file. A workspace file ends in .fourfold; spreadsheets go through Import.",
        "这不是工作区文件。工作区文件以 .fourfold 结尾；表格请使用导入。";
    store_not_found => "This workspace is not in storage any more.", "存储中已没有该工作区。";
    store_checksum => "The file was changed or cut on its way (its checksum differs). Get it again from where it came.",
        "文件在传输中被改动或截断（校验和不符）。请重新获取该文件。";
    store_changed_elsewhere => "Another tab has saved this workspace since. Its work was not overwritten.", "另一个标签页已保存该工作区，未覆盖其内容。";
    store_other(detail) => "The browser's storage refused ({detail}).", "浏览器存储拒绝操作（{detail}）。";
    import_empty => "The file is empty. A table has a header row and at least one row below it.", "文件为空。表格应有标题行，其下至少一行数据。";
    import_no_rows => "There is a header but no row below it.", "只有标题行，没有数据行。";
    import_not_a_table(what) => "This is {what}, not a table. Fourfold reads CSV and other delimited text, XLSX, XLSM, XLSB, XLS and ODS.",
        "这是{what}，不是表格。可读取 CSV 等分隔文本、XLSX、XLSM、XLSB、XLS 和 ODS。";
    import_html => "This is a web page saved as a spreadsheet. Open it in Excel, save it as XLSX, and import that.",
        "这是以表格扩展名保存的网页。请用 Excel 打开，另存为 XLSX 后再导入。";
    import_protected => "The workbook is encrypted with a password. Open it in Excel, remove the password (File, Info, Protect Workbook) and import it again.",
        "工作簿已用密码加密。请用 Excel 打开，去除密码（文件—信息—保护工作簿）后再导入。";
    import_truncated => "The file ends too early: part of it is missing. Copy or download it again.", "文件不完整，缺少一部分。请重新复制或下载。";
    import_damaged(detail) => "The file is damaged and cannot be read ({detail}). If Excel opens it, save it again there and import the new file.",
        "文件已损坏，无法读取（{detail}）。如果 Excel 能打开，请另存后导入新文件。";
    import_too_large(size, limit) => "Unpacked, the file would be {size}; up to {limit} can be read. Save only the sheet with the data as CSV.",
        "文件解压后为 {size}，最多可读取 {limit}。请只将数据所在的工作表另存为 CSV。";
    import_unknown_encoding(label) => "The encoding “{label}” is not known. Save the file as UTF-8 and import it again.",
        "无法识别编码“{label}”。请将文件另存为 UTF-8 后再导入。";
    import_no_sheet => "That sheet is not in the file.", "文件中没有该工作表。";
    import_missing_role(role) => "No column is used as “{role}”. Choose one above its values.", "没有列用作“{role}”。请在列标题下选择。";
    import_unanswered => "A question about the file is still open.", "还有关于文件的问题未回答。";
    import_crashed => "Reading was stopped: the file asks for more memory than there is. Nothing was taken in; your workspace is unchanged. Save the sheet as CSV and import that.",
        "读取已停止：文件所需内存超出限制。未导入任何内容，工作区保持不变。请将工作表另存为 CSV 后导入。";
    import_io(detail) => "The browser could not read the file ({detail}). If it was changed or moved meanwhile, choose it again.",
        "浏览器无法读取该文件（{detail}）。如果文件已被修改或移动，请重新选择。";
    what_image => "a picture", "图片";
    what_archive => "a packed archive", "压缩包";
    what_database => "a database", "数据库文件";
    what_document => "a text document", "文字文档";
    what_slides => "a presentation", "演示文稿";
    what_binary => "a file that holds no text", "非文本文件";
    what_named(code) => "a {code} file", " {code} 文件";
}

impl Texts {
    #[must_use]
    pub fn engine_error(self, error: &EngineError) -> String {
        match error {
            EngineError::NoWorkspace => self.error_no_workspace().to_owned(),
            EngineError::ReadOnly => self.error_read_only().to_owned(),
            EngineError::NothingToUndo => self.error_nothing_to_undo().to_owned(),
            EngineError::NothingToRedo => self.error_nothing_to_redo().to_owned(),
            EngineError::BadAction { detail } => self.error_bad_action(detail),
            EngineError::BadPlan(fault) => self.error_bad_plan(self.plan_fault(fault)),
            EngineError::BadProspect(fault) => self.error_bad_prospect(self.prospect_fault(fault)),
            EngineError::BadPlacement(fault) => self.error_bad_prospect(self.placement_fault(fault)),
            EngineError::Store(problem) => self.store_problem(problem),
            EngineError::Import(error) => self.import_error(error),
            EngineError::ImportInterrupted => self.error_interrupted().to_owned(),
            EngineError::Message { detail } => self.error_message(detail),
            EngineError::Stopped => self.error_stopped().to_owned(),
        }
    }

    #[must_use]
    pub fn store_problem(self, problem: &StoreProblem) -> String {
        match problem {
            StoreProblem::Full => self.store_full().to_owned(),
            StoreProblem::Closed => self.store_closed().to_owned(),
            StoreProblem::Damaged { detail } => self.store_damaged(detail),
            StoreProblem::Newer { found, known } => self.store_newer(found, known),
            StoreProblem::NeedsPassphrase => self.passphrase_needed().to_owned(),
            StoreProblem::WrongPassphrase => self.passphrase_wrong().to_owned(),
            StoreProblem::NotAWorkspace => self.store_not_a_workspace().to_owned(),
            StoreProblem::NotFound => self.store_not_found().to_owned(),
            StoreProblem::Checksum => self.store_checksum().to_owned(),
            StoreProblem::ChangedElsewhere => self.store_changed_elsewhere().to_owned(),
            StoreProblem::Other { detail } => self.store_other(detail),
        }
    }

    #[must_use]
    pub fn import_error(self, error: &ImportError) -> String {
        match error {
            ImportError::Empty => self.import_empty().to_owned(),
            ImportError::NoRows => self.import_no_rows().to_owned(),
            ImportError::NotATable { what } if what == "html" => self.import_html().to_owned(),
            ImportError::NotATable { what } => self.import_not_a_table(self.kind_of_file(what)),
            ImportError::Protected => self.import_protected().to_owned(),
            ImportError::Truncated => self.import_truncated().to_owned(),
            ImportError::Damaged { detail } => self.import_damaged(detail),
            ImportError::TooLarge { size, limit } => self.import_too_large(self.size(*size), self.size(*limit)),
            ImportError::UnknownEncoding { label } => self.import_unknown_encoding(label),
            ImportError::NoSuchSheet => self.import_no_sheet().to_owned(),
            ImportError::MissingRole { role } => self.import_missing_role(self.role(*role)),
            ImportError::Unanswered => self.import_unanswered().to_owned(),
            ImportError::Crashed => self.import_crashed().to_owned(),
            ImportError::Io { detail } => self.import_io(detail),
        }
    }

    /// A file that is no table, in words; see the codes of [`ImportError::NotATable`].
    fn kind_of_file(self, code: &str) -> String {
        match code {
            "png" | "jpeg" | "gif" => self.what_image().to_owned(),
            "zip" | "gzip" | "bzip2" | "xz" | "7z" | "rar" | "zstd" => self.what_archive().to_owned(),
            "sqlite" | "parquet" | "arrow" => self.what_database().to_owned(),
            "docx" | "doc" | "odt" | "rtf" => self.what_document().to_owned(),
            "pptx" | "ppt" | "odp" => self.what_slides().to_owned(),
            "binary" => self.what_binary().to_owned(),
            other => self.what_named(other.to_ascii_uppercase()),
        }
    }

    /// A column's use, as in the role selects.
    #[must_use]
    pub fn role(self, role: Role) -> &'static str {
        match role {
            Role::Customer => self.role_customer(),
            Role::Name => self.role_name(),
            Role::Date => self.role_date(),
            Role::Amount => self.role_amount(),
            Role::Quantity => self.role_quantity(),
            Role::UnitPrice => self.role_unit_price(),
            Role::Discount => self.role_discount(),
            Role::Cost => self.role_cost(),
            Role::Order => self.role_order(),
            Role::Product => self.role_product(),
            Role::Region => self.role_region(),
            Role::Rep => self.role_rep(),
            Role::Currency => self.role_currency(),
            Role::Status => self.role_status(),
            Role::Contribution => self.role_contribution(),
            Role::Stability => self.role_stability(),
            Role::Margin => self.role_margin(),
            Role::Potential => self.role_potential(),
            Role::SaidBy => self.role_said_by(),
            Role::Level => self.role_level(),
            Role::Outcome => self.role_outcome(),
            Role::Entered => self.role_entered(),
            Role::Closed => self.role_closed(),
            Role::LastContact => self.role_last_contact(),
            Role::SnapshotDate => self.role_snapshot_date(),
            Role::Channel => self.role_channel(),
            Role::ContactKind => self.role_contact_kind(),
            Role::Expected => self.expected_contribution(),
            Role::Intent => self.intent(),
            Role::Rating(criterion) => self.rated_criterion(criterion),
            Role::Profile(field) => self.profile_field(field),
        }
    }

    /// A field of the customer profile card.
    #[must_use]
    pub fn profile_field(self, field: ProfileField) -> &'static str {
        match field {
            ProfileField::ContactPerson => self.profile_contact_person(),
            ProfileField::ContactRole => self.profile_contact_role(),
            ProfileField::PhoneOrEmail => self.profile_phone_or_email(),
            ProfileField::Address => self.profile_address(),
            ProfileField::Business => self.profile_business(),
            ProfileField::Size => self.profile_size(),
            ProfileField::Need => self.profile_need(),
            ProfileField::Budget => self.profile_budget(),
            ProfileField::DecisionMaker => self.profile_decision_maker(),
            ProfileField::Rivals => self.profile_rivals(),
            ProfileField::NextStep => self.profile_next_step(),
        }
    }
}

texts! {
    role_customer => "Customer", "客户";
    role_name => "Customer name", "客户名称";
    role_date => "Date", "日期";
    role_amount => "Amount", "金额";
    role_quantity => "Quantity", "数量";
    role_unit_price => "Unit price", "单价";
    role_discount => "Discount", "折扣";
    role_cost => "Cost", "成本";
    role_order => "Order number", "订单号";
    role_product => "Product", "产品";
    role_region => "Region", "地区";
    role_rep => "Sales rep", "业务员";
    role_currency => "Currency", "币种";
    role_status => "Order status", "订单状态";
    role_contribution => "Contribution", "贡献度";
    role_stability => "Stability", "稳定度";
    role_margin => "Margin", "毛利";
    role_potential => "Purchase potential", "购买潜力";
    role_said_by => "Source of the figure", "数据来源";
    role_level => "Level", "客户级别";
    role_outcome => "Outcome", "结果";
    role_entered => "Entered on", "进入日期";
    role_closed => "Closed on", "结束日期";
    role_last_contact => "Last contact", "最近联系";
    role_channel => "Channel", "联系渠道";
    role_contact_kind => "Kind of contact", "联系类型";
    role_snapshot_date => "Snapshot date", "快照日期";
    profile_contact_person => "Contact person", "联系人";
    profile_contact_role => "Contact's role", "联系人职务";
    profile_phone_or_email => "Phone or e-mail", "电话或邮箱";
    profile_address => "Address", "地址";
    profile_business => "Business", "主营业务";
    profile_size => "Size", "规模";
    profile_need => "Need", "需求";
    profile_budget => "Budget", "预算";
    profile_decision_maker => "Decision maker", "决策人";
    profile_rivals => "Rivals", "竞争对手";
    profile_next_step => "Next step", "下一步";
}
