//! The files program: a worker that reads spreadsheets into tables and writes XLSX; one for each job.

fn main() {
    #[cfg(target_arch = "wasm32")]
    fourfold::browser::run_files();
}
