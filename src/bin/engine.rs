//! The engine program: a worker that holds the open workspace, answers queries and saves. See [`fourfold::store::Session`].

fn main() {
    #[cfg(target_arch = "wasm32")]
    fourfold::browser::run_engine();
}
