//! Hours by class against their need, as a picture; the table above it holds the same figures.

use leptos::prelude::*;

use super::state::TimeState;
use crate::chart::pairs::{PairsInput, draw, layout};
use crate::ui::drawing::PlainCanvas;
use crate::ui::words::{hours_bars, hours_text, hours_texts};

#[component]
pub fn HoursPicture() -> impl IntoView {
    let page = TimeState::get();
    view! {
        <div class="hours-plot" role="img" aria-label=move || page.texts().time_chart_label() data-testid="time-chart">
            <PlainCanvas draw=move |pen, size, palette| {
                let texts = page.texts();
                let bars = page.read(|view| hours_bars(texts, view)).unwrap_or_default();
                let (words, hours) = (hours_texts(texts), |hours: f64| hours_text(texts, hours));
                let input = PairsInput { size, bars: &bars, texts: &words, figure_text: &hours };
                // A canvas cannot fail to take a line.
                drop(draw(pen, &layout(&input), palette));
            } />
        </div>
    }
}
