//! How sure the plan is: entries at a chosen confidence, the curve of chances, the revenue to expect, what helps most.

use leptos::prelude::*;

use super::drawing::DrawingOptions;
use super::state::FunnelState;
use crate::chart::band;
use crate::chart::certainty::{CertaintyInput, CertaintyTexts, MarkedEntries, draw, layout};
use crate::engine::{Certainty, CertaintyView, FunnelView};
use crate::order;
use crate::plan::{Allowed, Reach};
use crate::ui::components::{Explained, ExplainedFigure, FigureField, FigureKind, Progress};
use crate::ui::drawing::PlainCanvas;
use crate::ui::pause::Pause;
use crate::ui::state::Followed;
use crate::ui::words::{FunnelFigure, reach_text};
use crate::units::rounded_up;

/// Moves of the slider in quick succession are one change.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(250);

#[component]
pub fn SureSection() -> impl IntoView {
    let page = FunnelState::get();
    let view = page.certainty;
    let result = Memo::new(move |_| view.with(|view| view.as_ref().and_then(|view| view.result.clone())));
    let working = Memo::new(move |_| {
        view.with(|view| {
            view.as_ref().filter(|view| view.result.is_none() && view.draws > 0).map(|view| f64::from(view.done) / f64::from(view.draws))
        })
    });
    view! {
        <section class="section sure" aria-labelledby="sure-title">
            <div class="section-head">
                <h2 id="sure-title">{move || page.texts().funnel_sure()}</h2>
                <DrawingOptions />
            </div>
            <ConfidenceField />
            {move || working.get().map(|share| view! { <Progress value=Some(share) label=move || page.texts().funnel_sure_working(page.texts().share(share)) /> })}
            <Show
                when=move || result.with(Option::is_some)
                fallback=move || working.get().is_none().then(|| view! { <p class="note">{move || page.texts().funnel_sure_unknown()}</p> })
            >
                <Answer result view />
            </Show>
            <Helps />
        </section>
    }
}

#[component]
fn ConfidenceField() -> impl IntoView {
    let page = FunnelState::get();
    let confidence = Memo::new(move |_| page.scenario.with(|scenario| scenario.confidence));
    let pause = Pause::new();
    on_cleanup(move || pause.cancel());
    let set = move |share: f64| page.edit(|scenario| scenario.confidence = share);
    let set_some = move |share: Option<f64>| share.into_iter().for_each(set);
    let slide = move |event| {
        if let Ok(percent) = event_target_value(&event).parse::<f64>() {
            pause.then(PAUSE, move || set(percent / 100.0));
        }
    };
    let percent = move || format!("{}", (confidence.get() * 1000.0).round() / 10.0);
    let at = move || format!("{:.1}%", (confidence.get() - 0.5) / 0.49 * 100.0);
    view! {
        <div class="range-pair">
            <input
                r#type="range"
                min="50"
                max="99"
                aria-label=move || page.texts().funnel_confidence()
                prop:value=percent
                style:--at=at
                on:input=slide
            />
            <FigureField
                label=move || page.texts().funnel_confidence()
                label_hidden=true
                value=Signal::derive(move || Some(confidence.get()))
                kind=FigureKind::Percent
                allowed=Allowed::Confidence
                testid="funnel-confidence"
                on_change=set_some
            />
        </div>
    }
}

#[component]
fn Answer(result: Memo<Option<Certainty>>, view: Followed<CertaintyView>) -> impl IntoView {
    let page = FunnelState::get();
    let read =
        move |part: fn(FunnelState, &Certainty) -> String| move || result.with(|result| result.as_ref().map(|result| part(page, result)));
    let draws = move || {
        let texts = page.texts();
        let (draws, error) = (
            view.with(|view| view.as_ref().map_or(0, |view| view.draws)),
            result.with(|result| result.as_ref().map_or(0.0, |result| result.error)),
        );
        let seed = page.scenario.with(|scenario| scenario.seed);
        texts.funnel_sure_error(texts.count(draws), seed, texts.decimal(error * 100.0, 1))
    };
    view! {
        <p class="answer">
            <span data-testid="funnel-sure-answer">{read(answer_text)}</span>
            <Explained explanation=Signal::derive(move || page.explain(FunnelFigure::Confident { stage: last_stage(page) })) />
        </p>
        <p class="note">{read(plain_text)}<Explained explanation=page.why(FunnelFigure::ChancePlain) /></p>
        <Show when=move || has_stock(page)>
            <p class="note">{read(stock_text)}<Explained explanation=page.why(FunnelFigure::ChanceStock) />{read(extra_text)}</p>
        </Show>
        <div class="certainty-plot" role="img" aria-label=read(answer_text)>
            <PlainCanvas draw=move |pen, size, palette| {
                result.with(|result| {
                    let Some(result) = result else { return };
                    let texts = page.texts();
                    let confidence = page.scenario.with(|scenario| scenario.confidence);
                    let words = CertaintyTexts {
                        chance_title: String::new(),
                        entries_title: format!("{} →", texts.funnel_entries_at(farthest(page))),
                    };
                    let mark = |entries: f64, probability: f64| MarkedEntries {
                        entries,
                        probability,
                        text: format!("{}: {}", texts.decimal(rounded_up(entries), 0), texts.share(probability)),
                    };
                    let input = CertaintyInput {
                        size,
                        points: &result.curve,
                        confidence,
                        answer: result.entries.needed().map(|entries| mark(entries, confidence)),
                        plain: page.chain(|chain| chain.entries().needed()).flatten().map(|entries| mark(entries, result.plain)),
                        texts: &words,
                        entries_tick: &|entries| texts.decimal(entries, 0),
                        share_tick: &|share| texts.share(share),
                    };
                    // A canvas cannot fail to take a line.
                    drop(draw(pen, &layout(&input), palette));
                });
            } />
        </div>
        <p class="note">{draws}</p>
        <Band result />
        <ByMonth result />
    }
}

fn last_stage(page: FunnelState) -> usize {
    page.read(|view| view.stages.len().saturating_sub(1)).unwrap_or_default()
}

fn farthest(page: FunnelState) -> String {
    page.stage_name(last_stage(page))
}

fn has_stock(page: FunnelState) -> bool {
    page.read(|view| view.held.as_ref().is_some_and(|held| held.expected_sales > 0.0)).unwrap_or(false)
}

fn times(texts: crate::ui::i18n::Texts, share: f64) -> String {
    texts.decimal((share * 100.0).round(), 0)
}

fn answer_text(page: FunnelState, result: &Certainty) -> String {
    let texts = page.texts();
    let confidence = page.scenario.with(|scenario| scenario.confidence);
    texts.funnel_sure_answer(reach_text(texts, result.entries), farthest(page), texts.share(confidence))
}

fn plain_text(page: FunnelState, result: &Certainty) -> String {
    let texts = page.texts();
    let plain = page.chain(|chain| chain.entries()).unwrap_or(Reach::Needed(0.0));
    texts.funnel_sure_plain(reach_text(texts, plain), times(texts, result.plain))
}

fn stock_text(page: FunnelState, result: &Certainty) -> String {
    page.texts().funnel_sure_stock(times(page.texts(), result.stock))
}

/// What it takes beside the stock; nothing where the stock will do.
fn extra_text(page: FunnelState, result: &Certainty) -> String {
    let texts = page.texts();
    let extra = result.extra.last().filter(|extra| **extra != Reach::Needed(0.0));
    extra.map(|extra| texts.funnel_sure_extra(reach_text(texts, *extra), farthest(page))).unwrap_or_default()
}

/// The 10, 50 and 90 % points of the revenue of the stock on hand.
#[component]
fn Band(result: Memo<Option<Certainty>>) -> impl IntoView {
    let page = FunnelState::get();
    let point = move |place: usize| result.with(|result| result.as_ref().map_or(0.0, |result| result.revenue[place]));
    let money = move |place: usize| page.texts().money_short(point(place), &page.read(|view| view.currency.clone()).unwrap_or_default());
    let shown = Memo::new(move |_| result.with(|result| result.as_ref().is_some_and(|result| result.revenue[2] > 0.0)));
    let cell = move |place: usize, testid: &'static str| {
        view! {
            <b data-testid=testid data-value=move || point(place).to_string()>
                <ExplainedFigure text=move || money(place) explanation=move || page.explain(FunnelFigure::Band { point: place }) />
            </b>
        }
    };
    view! {
        <Show when=move || shown.get()>
            <h3>{move || page.texts().funnel_band()}</h3>
            <p class="band-figures">{cell(0, "forecast-p10")}" · "{cell(1, "forecast-p50")}" · "{cell(2, "forecast-p90")}</p>
            <p class="note">{move || page.texts().funnel_band_text(money(0), money(1), money(2))}</p>
        </Show>
    }
}

/// Revenue by month until the period closes, as a band; nothing where its days are not known.
#[component]
fn ByMonth(result: Memo<Option<Certainty>>) -> impl IntoView {
    let page = FunnelState::get();
    let months = Memo::new(move |_| result.with(|result| result.as_ref().and_then(|result| result.by_month.clone())));
    let text = move || {
        let in_time = months.with(|months| months.as_ref().map(|months| months.in_time.share))?;
        Some(page.texts().funnel_band_in_time(times(page.texts(), in_time)))
    };
    view! {
        <Show when=move || months.with(Option::is_some)>
            <h3>{move || page.texts().funnel_band_months()}</h3>
            <p class="note">{text}<Explained explanation=page.why(FunnelFigure::ChanceInTime) /></p>
            <div class="certainty-plot" role="img" aria-label=text data-testid="funnel-band">
                <PlainCanvas draw=move |pen, size, palette| {
                    months.with(|found| {
                        let Some(found) = found else { return };
                        let (texts, currency) = (page.texts(), page.read(|view| view.currency.clone()).unwrap_or_default());
                        let money = |amount: f64| texts.money_short(amount, &currency);
                        let month = |month: &crate::plan::RevenueMonth| band::BandMonth {
                            label: texts.month(month.first),
                            low: month.until.p10,
                            middle: month.until.p50,
                            high: month.until.p90,
                        };
                        let shown: Vec<_> = found.months.iter().map(month).collect();
                        let target = page.chain(|chain| chain.remaining);
                        let end = |words: &str, amount: f64| band::EndText { line: format!("{} {words}", money(amount)), short_line: money(amount) };
                        let last = shown.last().map_or((0.0, 0.0, 0.0), |last| (last.low, last.middle, last.high));
                        let words = band::BandTexts {
                            amount_title: String::new(),
                            target: end(texts.funnel_target(), target.unwrap_or_default()),
                            high: end(texts.funnel_band_above(), last.2),
                            middle: end(texts.funnel_band_middle(), last.1),
                            low: end(texts.funnel_band_below(), last.0),
                        };
                        let input = band::BandInput { size, months: &shown, target, texts: &words, amount_tick: &money };
                        // A canvas cannot fail to take a line.
                        drop(band::draw(pen, &band::layout(&input), palette));
                    });
                } />
            </div>
        </Show>
    }
}

/// One more percentage point on each rate; which rate is least known.
#[component]
fn Helps() -> impl IntoView {
    let page = FunnelState::get();
    let steps = Memo::new(move |_| {
        page.read(|view| {
            let saved = view.steps.iter().enumerate().filter_map(|(step, found)| Some((step, found.point_saves?)));
            let mut steps: Vec<(usize, f64)> = saved.collect();
            order::sort_by(&mut steps, |left, right| right.1.total_cmp(&left.1));
            steps
        })
        .unwrap_or_default()
    });
    let rows = move || {
        let texts = page.texts();
        let most = steps.with(|steps| steps.first().map_or(1.0, |first| first.1));
        let row = |(step, saves): (usize, f64)| {
            let share = format!("{:.1}%", 100.0 * saves / most);
            let text = move || format!("−{}", page.texts().share_fine(saves));
            view! {
                <li>
                    <span>{texts.funnel_step(page.stage_name(step + 1), page.stage_name(step))}</span>
                    <i style:--share=share></i>
                    <b><ExplainedFigure text explanation=move || page.explain(FunnelFigure::Helps { step }) /></b>
                </li>
            }
            .into_any()
        };
        steps.get().into_iter().map(row).collect_view()
    };
    let tie =
        move || page.read(|view| view.relative_lift).flatten().map(|share| page.texts().funnel_helps_tie(page.texts().share_fine(share)));
    let least = Memo::new(move |_| {
        let known = |view: &FunnelView| {
            let known = view.steps.iter().enumerate().filter_map(|(step, found)| Some((step, found.uncertainty?)));
            known.max_by(|left, right| left.1.total_cmp(&right.1))
        };
        page.read(known).flatten()
    });
    let next = move || {
        let (step, share) = least.get()?;
        Some(page.texts().funnel_measure_next(page.stage_name(step + 1), page.stage_name(step), page.texts().share(share)))
    };
    let why_next = Signal::derive(move || page.explain(FunnelFigure::Uncertainty { step: least.get()?.0 }));
    view! {
        <Show when=move || !steps.with(Vec::is_empty)>
            <h3>{move || page.texts().funnel_helps()}</h3>
            <ul class="helps" data-testid="funnel-helps">{rows}</ul>
            <p class="note">{tie}<Explained explanation=page.why(FunnelFigure::RelativeLift) /></p>
            <p class="note">{next}<Explained explanation=why_next /></p>
        </Show>
    }
}
