//! The whole file is being read: how far, how fast, how long still.

use leptos::prelude::*;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::browser::clock;
use crate::import::Progress as ReadProgress;
use crate::ui::components::Progress;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::ui::words::about;

/// `since`: when reading began, in milliseconds since 1970.
#[component]
pub fn Reading(since: f64) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let share = Signal::derive(move || flow.progress.get().map(read_share));
    let rows = move || state.texts().count(flow.progress.get().map_or(0, |progress| progress.rows));
    let of = move || {
        let texts = state.texts();
        match of_preview(flow, |preview| preview.estimated_rows) {
            0 => texts.reading_rows().to_owned(),
            rows => texts.reading_of(texts.count(about(rows))),
        }
    };
    let facts = move || {
        let texts = state.texts();
        flow.progress.get().map(|progress| words(texts, progress, clock::now() - since))
    };
    view! {
        <div class="dialog-body padded reading">
            <p class="reading-figure"><b>{rows}</b> " " {of}</p>
            <Progress value=share label=move || state.texts().reading_label() />
            <p class="muted">{facts} " " {move || state.texts().reading_safe()}</p>
        </div>
    }
}

fn read_share(progress: ReadProgress) -> f64 {
    if progress.total_bytes == 0 { 0.0 } else { (progress.bytes as f64 / progress.total_bytes as f64).clamp(0.0, 1.0) }
}

/// `61% read · 42,000 rows a second · under 1 second left.`
fn words(texts: Texts, progress: ReadProgress, elapsed: f64) -> String {
    let share = read_share(progress);
    if share >= 1.0 || elapsed < 1.0 {
        return format!("{}.", texts.reading_handing());
    }
    let rate = about((progress.rows as f64 / elapsed * 1000.0) as u64);
    let left = elapsed / 1000.0 * (1.0 - share) / share.max(0.001);
    let left = if left < 1.0 { texts.reading_left_under().to_owned() } else { texts.reading_left(texts.decimal(left.ceil(), 0)) };
    let parts = [texts.reading_percent(texts.share(share)), texts.reading_rate(texts.count(rate)), left];
    format!("{}.", parts.join(" · "))
}
