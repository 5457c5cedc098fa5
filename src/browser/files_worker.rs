//! The files program inside its worker: one job, then it is thrown away. See [`crate::import`] for the work itself.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, MessagePort};

use super::blob_source::BlobSource;
use super::worker_scope::{listen, send};
use super::{BrowserError, clock, wire};
use crate::calendar::Day;
use crate::engine::handover::ImportPiece;
use crate::engine::protocol::{FilesCall, FilesMessage};
use crate::import::{Choices, Context, ImportError, InputFile, MappingMemory, Progress, ReadPlan};
use crate::report::{ReportTable, xlsx_bytes};
use crate::tables::PurchaseTable;

/// Bytes handed to the engine in one message: large enough to be few, small enough not to hold the whole twice.
const PIECE: usize = 4 << 20;

/// Rows handed to the engine in one message while the file is being read.
const PIECE_ROWS: usize = 1 << 16;

/// Shortest time between two progress messages, in milliseconds.
const PROGRESS_EVERY: f64 = 50.0;

/// Runs the files program in this worker.
pub fn run_files() {
    // The files of the last look, workbooks opened: a read goes on with them.
    let files = RefCell::new(Vec::new());
    listen(move |call, objects| {
        let answer = match call {
            FilesCall::Inspect { choices, memory, today } => opened(objects).and_then(|opened| {
                *files.borrow_mut() = opened;
                inspect(&mut files.borrow_mut(), &choices, memory, today)
            }),
            FilesCall::Read { plan } => read(&mut files.borrow_mut(), &plan, objects),
            FilesCall::Rehearse => rehearse(objects),
            FilesCall::WriteXlsx { table, today } => Ok(write_xlsx(&table, Day(today))),
        };
        send(&answer.unwrap_or_else(FilesMessage::Failed));
    });
    send(&FilesMessage::Ready);
}

fn write_xlsx(table: &ReportTable, today: Day) -> FilesMessage {
    xlsx_bytes(table, today).map_or_else(FilesMessage::XlsxFailed, FilesMessage::Xlsx)
}

fn inspect(files: &mut [InputFile], choices: &Choices, memory: MappingMemory, today: i32) -> Result<FilesMessage, ImportError> {
    let context = Context { memory, today: Some(today) };
    let preview = crate::import::inspect(files, choices, &context)?;
    Ok(FilesMessage::Preview(Box::new(preview)))
}

/// Looks at the files and reads them, all with the first guess.
fn rehearse(objects: Vec<JsValue>) -> Result<FilesMessage, ImportError> {
    let mut files = opened(objects.clone())?;
    let preview = crate::import::inspect(&mut files, &Choices::default(), &Context::default())?;
    match preview.plan {
        Some(plan) => read(&mut files, &plan, objects),
        None => Ok(FilesMessage::Handed),
    }
}

fn read(files: &mut [InputFile], plan: &ReadPlan, objects: Vec<JsValue>) -> Result<FilesMessage, ImportError> {
    let port: MessagePort = objects
        .into_iter()
        .find_map(|object| object.dyn_into().ok())
        .ok_or_else(|| ImportError::Io { detail: "no way to the engine".to_owned() })?;
    match imported_bytes(files, plan, &port) {
        Ok(bytes) => {
            for part in bytes.chunks(PIECE) {
                hand(&port, &ImportPiece::Part(part.to_vec()))?;
            }
            hand(&port, &ImportPiece::End)?;
            Ok(FilesMessage::Handed)
        }
        Err(error) => {
            hand(&port, &ImportPiece::Failed(error.clone()))?;
            Err(error)
        }
    }
}

/// What the engine does not have yet when the file has been read.
fn imported_bytes(files: &mut [InputFile], plan: &ReadPlan, port: &MessagePort) -> Result<Vec<u8>, ImportError> {
    let mut told_at = 0.0;
    let mut tell = |progress: Progress| {
        let now = clock::now();
        if now - told_at >= PROGRESS_EVERY {
            told_at = now;
            send(&FilesMessage::Progress(progress));
        }
    };
    let mut handed = Ok(());
    let mut take = |piece: PurchaseTable, expected: usize| {
        if handed.is_ok() {
            handed = hand(port, &ImportPiece::Purchases { piece: Box::new(piece), expected: expected as u64 });
        }
    };
    let imported = crate::import::read_in_pieces(files, plan, &mut tell, PIECE_ROWS, &mut take)?;
    handed?;
    postcard::to_stdvec(&imported).map_err(|error| ImportError::Io { detail: error.to_string() })
}

fn opened(objects: Vec<JsValue>) -> Result<Vec<InputFile>, ImportError> {
    let open = |file: File| {
        let content = BlobSource::new(file.clone().into()).map_err(|error| ImportError::Io { detail: error.to_string() })?;
        // A file's size is a whole number below 2^53.
        Ok(InputFile::new(file.name(), file.size() as u64, Box::new(content)))
    };
    objects.into_iter().filter_map(|object| object.dyn_into().ok()).map(open).collect()
}

fn hand(port: &MessagePort, piece: &ImportPiece) -> Result<(), ImportError> {
    wire::pack(piece, &[], &[])
        .and_then(|(message, transfer)| {
            port.post_message_with_transferable(&message, &transfer).map_err(|cause| BrowserError::new("hand over", &cause))
        })
        .map_err(|error| ImportError::Io { detail: error.to_string() })
}
