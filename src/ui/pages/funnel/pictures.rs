//! The pictures of the funnel, one at a time, each with its file; the tables of the page hold the same figures.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plotters_backend::DrawingBackend;

use super::state::FunnelState;
use crate::browser::clock;
use crate::chart::picture::{Sheet, svg};
use crate::chart::{Drawn, Palette, Pen, dwell, funnel, intervals, pyramid};
use crate::engine::FunnelView;
use crate::ui::components::{Choice, Icon, Menu, SelectField};
use crate::ui::drawing::{PlainCanvas, png};
use crate::ui::exporting::file_name;
use crate::ui::i18n::Texts;
use crate::ui::words::{
    dwell_levels, dwell_texts, funnel_finding, funnel_levels, funnel_texts, part_text, pyramid_levels, pyramid_texts, rate_steps,
    rates_texts,
};
use crate::units::rounded_up;

/// Of an exported picture, in chart units.
const SIZE: (f64, f64) = (1200.0, 700.0);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Picture {
    Funnel,
    Pyramid,
    Rates,
    Dwell,
}

const PICTURES: [(Picture, &str); 4] =
    [(Picture::Funnel, "funnel"), (Picture::Pyramid, "pyramid"), (Picture::Rates, "rates"), (Picture::Dwell, "dwell")];

impl Picture {
    fn words(self, texts: Texts) -> &'static str {
        match self {
            Self::Funnel => texts.funnel_picture_funnel(),
            Self::Pyramid => texts.funnel_picture_pyramid(),
            Self::Rates => texts.funnel_picture_rates(),
            Self::Dwell => texts.funnel_picture_dwell(),
        }
    }

    /// Whether there are figures for it.
    fn is_there(self, view: &FunnelView) -> bool {
        self != Self::Dwell || view.stages.iter().any(|stage| stage.dwell.is_some())
    }

    fn draw<B: DrawingBackend>(self, texts: Texts, view: &FunnelView, pen: &Pen<B>, size: (f64, f64), palette: &Palette) -> Drawn<B> {
        let share = |share: f64| texts.share(share);
        let count = |count: f64| texts.decimal(rounded_up(count), 0);
        match self {
            Self::Funnel => {
                let (levels, words) = (funnel_levels(texts, view), funnel_texts(texts));
                let yields = |value: f64| part_text(texts, value);
                let input = funnel::FunnelInput { size, levels: &levels, texts: &words, count_text: &count, yield_text: &yields };
                funnel::draw(pen, &funnel::layout(&input), palette)
            }
            Self::Pyramid => {
                let (levels, words) = (pyramid_levels(texts, view), pyramid_texts(texts));
                let input = pyramid::PyramidInput { size, levels: &levels, texts: &words, count_text: &count, share_text: &share };
                pyramid::draw(pen, &pyramid::layout(&input), palette)
            }
            Self::Rates => {
                let (steps, words) = (rate_steps(texts, view), rates_texts(texts));
                let interval = |low: f64, high: f64| texts.funnel_interval(texts.share(low), texts.share(high));
                let input = intervals::IntervalsInput {
                    size,
                    steps: &steps,
                    texts: &words,
                    rate_text: &share,
                    interval_text: &interval,
                    share_tick: &share,
                };
                intervals::draw(pen, &intervals::layout(&input), palette)
            }
            Self::Dwell => {
                let ((levels, bin_days), words) = (dwell_levels(texts, view), dwell_texts(texts));
                let days = |days: f64| texts.decimal(days, 0);
                let input = dwell::DwellInput { size, levels: &levels, bin_days, texts: &words, day_tick: &days, share_text: &share };
                dwell::draw(pen, &dwell::layout(&input), palette)
            }
        }
    }
}

#[component]
pub fn PicturesSection() -> impl IntoView {
    let page = FunnelState::get();
    let chosen = RwSignal::new(Picture::Funnel);
    let options = Signal::derive(move || {
        let there = |view: &FunnelView| PICTURES.iter().filter(|(picture, _)| picture.is_there(view)).copied().collect::<Vec<_>>();
        let there = page.read(there).unwrap_or_default();
        there.into_iter().map(|(picture, code)| Choice::new(code, picture.words(page.texts()))).collect::<Vec<_>>()
    });
    let value =
        Signal::derive(move || PICTURES.iter().find(|(picture, _)| *picture == chosen.get()).map_or("", |(_, code)| code).to_owned());
    let choose = move |code: String| {
        if let Some((picture, _)) = PICTURES.iter().find(|(_, known)| *known == code) {
            chosen.set(*picture);
        }
    };
    let title = move || chosen.get().words(page.texts());
    let label = move || page.read(|view| format!("{}: {}", chosen.get().words(page.texts()), funnel_finding(page.texts(), view)));
    view! {
        <section class="section pictures" aria-labelledby="pictures-title">
            <div class="section-head">
                <h2 id="pictures-title">{title}</h2>
                <div class="tools">
                    <SelectField label=move || page.texts().funnel_pictures() options value on_change=choose testid="funnel-picture" />
                    <Menu icon=Icon::Export label=move || page.texts().funnel_picture_export() testid="funnel-picture-export">
                        <button type="button" class="button quiet" data-testid="export-funnel-svg" on:click=move |_| export(page, chosen.get_untracked(), false)>
                            "SVG"
                        </button>
                        <button type="button" class="button quiet" data-testid="export-funnel-png" on:click=move |_| export(page, chosen.get_untracked(), true)>
                            "PNG"
                        </button>
                    </Menu>
                </div>
            </div>
            <div class="funnel-plot" role="img" aria-label=label data-testid="funnel-chart">
                <PlainCanvas draw=move |pen, size, palette| {
                    let picture = chosen.get();
                    // A canvas cannot fail to take a line.
                    page.read(|view| drop(picture.draw(page.texts(), view, pen, size, palette)));
                } />
            </div>
        </section>
    }
}

/// The picture with finding, rule and credit as a file.
fn export(page: FunnelState, picture: Picture, as_png: bool) {
    let Some(view) = page.view.get_untracked() else { return };
    let app = page.app;
    spawn_local(async move {
        let texts = app.texts_now();
        let workspace = app.workspace.with_untracked(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default());
        let (title, credit) = (funnel_finding(texts, &view), texts.export_credit(&workspace, texts.day(clock::today())));
        let sheet = Sheet { size: SIZE, title: &title, rule: texts.funnel_chain_rule(), credit: &credit };
        let bytes = if as_png {
            png(&sheet, |pen, size| picture.draw(texts, &view, pen, size, &Palette::LIGHT)).await
        } else {
            svg(&sheet, &Palette::LIGHT, |pen, size| picture.draw(texts, &view, pen, size, &Palette::LIGHT)).ok().map(String::into_bytes)
        };
        let (ending, media_type) = if as_png { ("png", "image/png") } else { ("svg", "image/svg+xml") };
        match bytes {
            Some(bytes) => app.download(&file_name(&workspace, picture.words(texts), ending), media_type, &bytes),
            None => app.say(texts.export_failed(), None),
        }
    });
}
