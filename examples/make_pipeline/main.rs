//! Writes the sample pipelines that the app ships: `cargo run --example make_pipeline`. The same seed gives the same bytes;
//! `tests/samples.rs` holds the shipped files to it.

mod files;
mod pipeline;
mod words;

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/samples");
    for (name, bytes) in files::samples() {
        std::fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}
