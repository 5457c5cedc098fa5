//! Where the time of an import goes, natively: the very calls the programs make, one after the other, from a file's bytes to classes.
//! `cargo bench --bench import -- bench/out/orders-1000000.csv` prints milliseconds (the median of five) and the most memory held.
#![allow(clippy::print_stdout, reason = "it is a report")]
#![allow(clippy::unwrap_used, reason = "a failed step ends the report")]

use std::collections::BTreeMap;
use std::fs;
use std::io::BufReader;
use std::time::Instant;

use fourfold::classify::Side;
use fourfold::engine::handover::ArrivingTables;
use fourfold::engine::protocol::ImportTarget;
use fourfold::engine::{Engine, Query, TrialCuts, View};
use fourfold::import::{Choices, Context, InputFile, inspect, read_in_pieces};
use fourfold::store::write_file;
use fourfold::workspace::Workspace;

const RUNS: usize = 5;
const PIECE_ROWS: usize = 1 << 16;

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    for path in paths {
        let mut report = Report::default();
        (0..RUNS).for_each(|_| run(&path, &mut report));
        report.print(&path);
    }
}

fn run(path: &str, report: &mut Report) {
    report.step("the file's bytes alone", || fs::read(path).unwrap().len());
    let mut files = [opened(path)];
    let preview = report.step("preview", || inspect(&mut files, &Choices::default(), &Context::default()).unwrap());
    assert!(preview.questions.is_empty(), "{:?}", preview.questions);
    // The app opens its files anew for the read.
    let plan = preview.plan.as_ref().unwrap();
    let mut tables = ArrivingTables::default();
    report.step("rows, piece by piece", || {
        // In the app each piece also travels as bytes, to another program that works at the same time.
        let mut take = |piece, expected| tables.take_purchases(piece, expected as u64);
        let imported = read_in_pieces(&mut [opened(path)], plan, &mut |_| {}, PIECE_ROWS, &mut take).unwrap();
        tables.take_part(&postcard::to_stdvec(&imported).unwrap());
    });
    let imported = report.step("put together", || tables.finish().unwrap());
    let mut engine = Engine::default();
    let summary = report.step("taken in", || engine.import(imported, ImportTarget::New, "", 0.0, false).unwrap());
    let query = Query::Quadrant { side: Side::Existing, trial: TrialCuts::default() };
    let view = report.step("classes", || engine.query(&query).unwrap());
    let query = Query::Points { side: Side::Existing, trial: TrialCuts::default() };
    report.step("points", || engine.query(&query).unwrap().pack().unwrap());
    report.step("saved", || saved(engine.workspace().clone()));
    let View::Quadrant(view) = view else { return };
    let counts: Vec<_> = view.classes.iter().map(|class| class.customers).collect();
    report.found = format!("{} rows, {} customers, {:.2}, {counts:?}", summary.rows_used, summary.customers, summary.total);
}

/// Bytes of the workspace as a file: its tables written and compressed, as every save does.
fn saved(workspace: Workspace) -> usize {
    write_file(&workspace).unwrap().len()
}

fn opened(path: &str) -> InputFile {
    let size = fs::metadata(path).unwrap().len();
    InputFile::new(path.to_owned(), size, Box::new(BufReader::new(fs::File::open(path).unwrap())))
}

/// Times and memory by step, in the order of their first run.
#[derive(Default)]
struct Report {
    steps: Vec<&'static str>,
    milliseconds: BTreeMap<&'static str, Vec<f64>>,
    megabytes: BTreeMap<&'static str, u64>,
    found: String,
}

impl Report {
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        if !self.steps.contains(&name) {
            self.steps.push(name);
        }
        // Linux alone forgets its high-water mark when told so.
        let _ = fs::write("/proc/self/clear_refs", "5");
        let start = Instant::now();
        let result = work();
        self.milliseconds.entry(name).or_default().push(start.elapsed().as_secs_f64() * 1e3);
        let most = self.megabytes.entry(name).or_default();
        *most = (*most).max(high_water_megabytes());
        result
    }

    fn print(&mut self, path: &str) {
        println!("{path}: {}", self.found);
        let mut total = 0.0;
        for name in &self.steps {
            let times = self.milliseconds.entry(name).or_default();
            times.sort_by(f64::total_cmp);
            let median = times.get(times.len() / 2).copied().unwrap_or(f64::NAN);
            total += median;
            println!("  {name:24} {median:8.1} ms {:6} MB", self.megabytes.get(name).copied().unwrap_or(0));
        }
        println!("  {:24} {total:8.1} ms", "together");
    }
}

fn high_water_megabytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0) / 1000
}
