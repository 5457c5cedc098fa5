//! The picture with its finding, its rule and its tools: the quadrant, the curve, or either as a table.

use leptos::prelude::*;

use super::class_table::ClassTable;
use super::curve::{Curve, CurveTable};
use super::empty::{NothingRated, nobody_typed};
use super::rule::RuleLine;
use super::scatter::Quadrant;
use super::state::{PageState, Picture};
use super::warnings::Warnings;
use crate::classify::Side;
use crate::ui::components::{Button, Choice, Icon, Later, Look, SelectOptions, Switch};
use crate::ui::words;
use crate::workspace::AxisScale;

#[component]
pub fn PictureSection() -> impl IntoView {
    let page = PageState::get();
    let shown = Memo::new(move |_| (page.picture.get(), page.as_table.get(), rated(page) > 0));
    let told = Memo::new(move |_| page.overview.with(Option::is_some));
    let picture = move || match shown.get() {
        (Picture::Curve, false, _) => view! { <Curve /> }.into_any(),
        (Picture::Curve, true, _) => view! { <CurveTable /> }.into_any(),
        (Picture::Quadrant, _, false) => view! { <NothingRated /> }.into_any(),
        (Picture::Quadrant, true, true) => view! { <ClassTable /> }.into_any(),
        (Picture::Quadrant, false, true) => view! { <Quadrant /> }.into_any(),
    };
    view! {
        <section class="section picture" aria-labelledby="finding">
            <div class="picture-head">
                <p class="kicker">{move || page.texts().kicker(page.side)}</p>
                <Later><Tools /></Later>
            </div>
            <h1 id="finding">{move || finding(page)}</h1>
            <Show when=move || told.get()><Later><RuleLine /></Later></Show>
            <Warnings />
            {picture}
        </section>
    }
}

/// How many customers have a class; tracked.
pub fn rated(page: PageState) -> u32 {
    page.overview.with(|view| view.as_ref().map_or(0, |view| view.classes[..4].iter().map(|class| class.customers).sum()))
}

/// The sentence above the picture; tracked.
pub fn finding(page: PageState) -> String {
    let texts = page.texts();
    match page.picture.get() {
        Picture::Quadrant => page.overview.with(|view| match (view, page.side) {
            (None, _) => String::new(),
            (Some(view), Side::Existing) => words::finding(texts, view, page.settings.get().contribution, &page.currency.get()),
            (Some(_), Side::Potential) if nobody_typed(page) => texts.potential_empty_title().to_owned(),
            (Some(view), Side::Potential) => words::potential_finding(texts, view),
        }),
        Picture::Curve => page.curve.with(|view| view.as_ref().map(|view| words::curve_finding(texts, view)).unwrap_or_default()),
    }
}

#[component]
fn Tools() -> impl IntoView {
    let page = PageState::get();
    let pictures = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("quadrant", texts.picture_quadrant()), Choice::new("curve", texts.picture_curve())]
    });
    let shown = Signal::derive(move || if page.picture.get() == Picture::Curve { "curve" } else { "quadrant" }.to_owned());
    let table_text = move || if page.as_table.get() { page.texts().picture_as_picture() } else { page.texts().picture_as_table() };
    view! {
        <div class="tools push">
            <Switch
                label=move || page.texts().picture_switch()
                options=pictures
                value=shown
                on_change=move |code: String| page.picture.set(if code == "curve" { Picture::Curve } else { Picture::Quadrant })
            />
            <Show when=move || page.picture.get() == Picture::Quadrant && !page.as_table.get() && page.look.get().is_money><ScaleSelect /></Show>
            <Button
                look=Look::Quiet
                icon=Icon::Quadrant
                text=move || page.texts().placement_open()
                on_click=move |_| page.placing.set(true)
                attr:data-testid="blind-placement"
            />
            <Button
                look=Look::Quiet
                icon=Icon::Table
                text=table_text
                on_click=move |_| page.as_table.update(|table| *table = !*table)
                attr:aria-pressed=move || page.as_table.get().to_string()
                attr:data-testid="as-table"
            />
        </div>
    }
}

/// Log or linear money axis.
#[component]
fn ScaleSelect() -> impl IntoView {
    let page = PageState::get();
    let options = Signal::derive(move || {
        let texts = page.texts();
        vec![Choice::new("log", texts.picture_log()), Choice::new("linear", texts.picture_linear())]
    });
    let value = Signal::derive(move || if page.look.get().scale == AxisScale::Log { "log" } else { "linear" }.to_owned());
    let change = move |event| {
        let scale = if event_target_value(&event) == "linear" { AxisScale::Linear } else { AxisScale::Log };
        page.set_scale(scale);
    };
    view! {
        <select class="select quiet" data-testid="scale-contribution" aria-label=move || if page.side == Side::Existing { page.texts().picture_scale() } else { page.texts().potential_scale() } on:change=change>
            <SelectOptions options value />
        </select>
    }
}
