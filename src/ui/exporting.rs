//! What every page that lets something out as a file needs: names, media types, the workbook's writer.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::FilesJob;
use crate::engine::protocol::FilesMessage;
use crate::report::ReportTable;
use crate::ui::state::AppState;

pub const CSV: &str = "text/csv;charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `Harbour Wholesale classes.csv`, without what a file name cannot hold.
#[must_use]
pub fn file_name(workspace: &str, what: &str, extension: &str) -> String {
    let plain: String = workspace.chars().filter(|letter| !letter.is_control() && !r#"\/:*?"<>|"#.contains(*letter)).collect();
    let plain = plain.trim();
    if plain.is_empty() { format!("{what}.{extension}") } else { format!("{plain} {what}.{extension}") }
}

/// The files program writes the workbook; the job lives until it has answered.
pub fn write_workbook(app: AppState, table: ReportTable, name: String) {
    let job = StoredValue::new_local(None::<FilesJob>);
    let written = FilesJob::start(move |message| {
        match message {
            FilesMessage::Xlsx(bytes) => app.download(&name, XLSX, &bytes),
            FilesMessage::XlsxFailed(_) | FilesMessage::Failed(_) => app.say(app.texts_now().export_failed(), None),
            _ => return,
        }
        // A job must not be dropped inside its own call.
        set_timeout(move || drop(job.try_set_value(None)), Duration::ZERO);
    });
    written.write_xlsx(table);
    job.set_value(Some(written));
}
