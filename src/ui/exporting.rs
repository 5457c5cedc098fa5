//! What every page that lets something out as a file needs: names, media types, the workbook's writer.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::FilesJob;
use crate::engine::TableWording;
use crate::engine::protocol::FilesMessage;
use crate::report::ReportTable;
use crate::ui::i18n::Texts;
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

/// A list in the words of a language; `notes` are the rules below it.
#[must_use]
pub fn worded(texts: Texts, title: &str, notes: Vec<String>, make: impl FnOnce(&TableWording<'_>) -> ReportTable) -> ReportTable {
    make(&TableWording { title: title.to_owned(), word: &|code| texts.growth_code(code).to_owned(), notes })
}

/// The files program writes the workbook; the job lives until it has answered, whatever becomes of the menu it was asked from.
pub fn write_workbook(app: AppState, table: ReportTable, name: String) {
    let job = Rc::new(RefCell::new(None::<FilesJob>));
    let held = Rc::clone(&job);
    let written = FilesJob::start(move |message| {
        match message {
            FilesMessage::Xlsx(bytes) => app.download(&name, XLSX, &bytes),
            FilesMessage::XlsxFailed(_) | FilesMessage::Failed(_) => app.say(app.texts_now().export_failed(), None),
            _ => return,
        }
        let held = Rc::clone(&held);
        // A job must not be dropped inside its own call.
        set_timeout(move || drop(held.take()), Duration::ZERO);
    });
    written.write_xlsx(table);
    job.replace(Some(written));
}
