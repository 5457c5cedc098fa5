//! The levels as data: added, renamed, put in another order, defined in the user's own words; and what the file's stages stand for.

use leptos::prelude::*;

use super::head::StageField;
use super::state::FunnelState;
use crate::plan::{Level, LevelText, Sale, Scheme, SchemeError};
use crate::tables::Standing;
use crate::ui::components::{Button, Choice, Dialog, Look, SelectField};
use crate::workspace::FunnelPlan;

#[component]
pub fn LevelsDialog(open: RwSignal<bool>) -> impl IntoView {
    let page = FunnelState::get();
    let count = Memo::new(move |_| page.scheme().levels().len());
    let rows = move || (0..count.get()).map(|place| view! { <LevelFields place /> }.into_any()).collect_view();
    let stages = Memo::new(move |_| page.read(|view| view.plan.stages.keys().cloned().collect::<Vec<_>>()).unwrap_or_default());
    let stage_fields = move || stages.get().into_iter().map(|stage| view! { <StageField stage /> }.into_any()).collect_view();
    view! {
        <Dialog open title=move || page.texts().funnel_levels() testid="funnel-levels-dialog">
            <div class="dialog-body padded levels">
                <div class="levels-head">
                    <SchemeField />
                    <SaleField />
                </div>
                <ol class="level-list">{rows}</ol>
                <Button text=move || page.texts().funnel_level_add() on_click=move |_| add_level(page) attr:data-testid="level-add" />
                <Show when=move || !stages.with(Vec::is_empty)>
                    <h3>{move || page.texts().funnel_stages_title()}</h3>
                    <div class="funnel-stages">{stage_fields}</div>
                </Show>
            </div>
        </Dialog>
    }
}

#[component]
fn SchemeField() -> impl IntoView {
    let page = FunnelState::get();
    let is_own = Memo::new(move |_| {
        let scheme = page.scheme();
        scheme != Scheme::contract() && scheme != Scheme::purchase_time()
    });
    let options = Signal::derive(move || {
        let texts = page.texts();
        let mut list = vec![Choice::new("contract", texts.scheme_contract()), Choice::new("purchase", texts.scheme_purchase())];
        if is_own.get() {
            list.push(Choice::new("own", texts.scheme_own(texts.count(page.scheme().levels().len() as u32))));
        }
        list
    });
    let value = Signal::derive(move || {
        let scheme = page.scheme();
        let code = if is_own.get() {
            "own"
        } else if scheme == Scheme::contract() {
            "contract"
        } else {
            "purchase"
        };
        code.to_owned()
    });
    let choose = move |code: String| {
        let scheme = match code.as_str() {
            "contract" => Scheme::contract(),
            "purchase" => Scheme::purchase_time(),
            _ => return,
        };
        page.edit_plan(|plan| plan.scheme = scheme);
    };
    view! { <SelectField label=move || page.texts().funnel_levels_scheme() options value on_change=choose testid="funnel-scheme" /> }
}

#[component]
fn SaleField() -> impl IntoView {
    let page = FunnelState::get();
    let options = Signal::derive(move || {
        let (texts, scheme) = (page.texts(), page.scheme());
        let nearest = scheme.levels().first().map(|level| level.code.clone()).unwrap_or_default();
        vec![Choice::new("nearest", texts.funnel_levels_sale_nearest(nearest)), Choice::new("won", texts.funnel_levels_sale_won())]
    });
    let value = Signal::derive(move || if page.scheme().sale() == Sale::Won { "won" } else { "nearest" }.to_owned());
    let choose = move |code: String| {
        let sale = if code == "won" { Sale::Won } else { Sale::NearestLevel };
        change_scheme(page, move |levels| levels, sale);
    };
    view! { <SelectField label=move || page.texts().funnel_levels_sale() options value on_change=choose testid="funnel-sale" /> }
}

/// Everything about one level.
#[component]
fn LevelFields(place: usize) -> impl IntoView {
    let page = FunnelState::get();
    let level = Memo::new(move |_| page.scheme().levels().get(place).cloned());
    let code = move || level.get().map(|level| level.code).unwrap_or_default();
    let words = move || page.texts().level(&page.scheme(), &code());
    let set_text = move |edit: fn(&mut LevelText, String), text: String| {
        let mut now = untrack(words);
        edit(&mut now, text);
        change_level(page, place, move |level| level.text = Some(now));
    };
    let text_field = move |label: Signal<String>, value: Signal<String>, edit: fn(&mut LevelText, String)| {
        view! {
            <label class="field">
                <span class="label">{move || label.get()}</span>
                <input class="input" maxlength="300" prop:value=move || value.get() on:change=move |event| set_text(edit, event_target_value(&event)) />
            </label>
        }
        .into_any()
    };
    let number_field = move |label: Signal<String>, value: Signal<String>, edit: fn(&mut Level, f64)| {
        let take = move |event| {
            if let Some(days) = crate::ui::derived::typed_number(&event_target_value(&event)).filter(|days| *days >= 0.0) {
                change_level(page, place, move |level| edit(level, days));
            }
        };
        view! {
            <label class="field">
                <span class="label">{move || label.get()}</span>
                <input class="input" r#type="number" min="0" step="any" prop:value=move || value.get() on:change=take />
            </label>
        }
        .into_any()
    };
    let label = move |word: fn(crate::ui::i18n::Texts) -> &'static str| Signal::derive(move || word(page.texts()).to_owned());
    let own = move |part: fn(LevelText) -> String| Signal::derive(move || part(words()));
    let days = move |part: fn(Level) -> String| Signal::derive(move || level.get().map(part).unwrap_or_default());
    view! {
        <li class="level-fields">
            <label class="field">
                <span class="label">{move || page.texts().funnel_level_code()}</span>
                <input
                    class="input"
                    maxlength="40"
                    data-testid=format!("level-code-{place}")
                    prop:value=code
                    on:change=move |event| rename_level(page, place, event_target_value(&event).trim())
                />
            </label>
            {text_field(label(|texts| texts.funnel_level_name()), own(|text| text.name), |text, value| text.name = value)}
            {text_field(label(|texts| texts.funnel_level_definition()), own(|text| text.definition), |text, value| text.definition = value)}
            {text_field(label(|texts| texts.funnel_level_deadline()), own(|text| text.deadline), |text, value| text.deadline = value)}
            {text_field(label(|texts| texts.funnel_level_maintenance()), own(|text| text.maintenance), |text, value| text.maintenance = value)}
            {number_field(label(|texts| texts.funnel_level_cadence()), days(|level| level.cadence_days.to_string()), |level, days| level.cadence_days = days.round() as u32)}
            {number_field(label(|texts| texts.funnel_level_dwell()), days(|level| level.dwell_days.to_string()), |level, days| level.dwell_days = days)}
            <div class="actions">
                <Button look=Look::Quiet text=move || page.texts().funnel_level_up() on_click=move |_| move_level(page, place, -1) />
                <Button look=Look::Quiet text=move || page.texts().funnel_level_down() on_click=move |_| move_level(page, place, 1) />
                <Button look=Look::Quiet text=move || page.texts().funnel_level_remove(code()) on_click=move |_| remove_level(page, place) />
            </div>
        </li>
    }
}

/// Builds the scheme anew; what would be no scheme is said and changes nothing.
fn change_scheme(page: FunnelState, edit: impl FnOnce(Vec<Level>) -> Vec<Level>, sale: Sale) {
    let levels = untrack(move || page.scheme()).levels().to_vec();
    match Scheme::new(edit(levels), sale) {
        Ok(scheme) => page.edit_plan(|plan| plan.scheme = scheme),
        Err(error) => refuse(page, &error),
    }
}

fn refuse(page: FunnelState, error: &SchemeError) {
    let texts = page.app.texts_now();
    page.app.say(texts.scheme_error(error), None);
}

fn sale_now(page: FunnelState) -> Sale {
    untrack(move || page.scheme()).sale()
}

fn change_level(page: FunnelState, place: usize, edit: impl FnOnce(&mut Level)) {
    let change = move |mut levels: Vec<Level>| {
        if let Some(level) = levels.get_mut(place) {
            edit(level);
        }
        levels
    };
    change_scheme(page, change, sale_now(page));
}

fn move_level(page: FunnelState, place: usize, by: isize) {
    let change = move |mut levels: Vec<Level>| {
        if let Some(other) = place.checked_add_signed(by).filter(|other| *other < levels.len()) {
            levels.swap(place, other);
        }
        levels
    };
    change_scheme(page, change, sale_now(page));
}

fn remove_level(page: FunnelState, place: usize) {
    let change = move |mut levels: Vec<Level>| {
        levels.remove(place);
        levels
    };
    change_scheme(page, change, sale_now(page));
}

/// A new level is the farthest one.
fn add_level(page: FunnelState) {
    let change = |mut levels: Vec<Level>| {
        let code = ('A'..='Z').map(String::from).find(|code| levels.iter().all(|level| level.code != *code)).unwrap_or_default();
        levels.push(Level { code, text: None, cadence_days: 60, dwell_days: 30.0 });
        levels
    };
    change_scheme(page, change, sale_now(page));
}

/// A new code goes wherever the old one stood: in the mapping and in every scenario.
fn rename_level(page: FunnelState, place: usize, code: &str) {
    let scheme = untrack(move || page.scheme());
    let mut levels = scheme.levels().to_vec();
    let Some(level) = levels.get_mut(place) else { return };
    let old = std::mem::replace(&mut level.code, code.to_owned());
    match Scheme::new(levels, scheme.sale()) {
        Ok(scheme) => page.edit_plan(|plan| rename(plan, scheme, &old, code)),
        Err(error) => refuse(page, &error),
    }
}

fn rename(plan: &mut FunnelPlan, scheme: Scheme, old: &str, new: &str) {
    plan.scheme = scheme;
    for standing in plan.stages.values_mut() {
        if *standing == Standing::Level(old.to_owned()) {
            *standing = Standing::Level(new.to_owned());
        }
    }
    for scenario in &mut plan.scenarios {
        if let Some(choice) = scenario.levels.remove(old) {
            scenario.levels.insert(new.to_owned(), choice);
        }
    }
}
