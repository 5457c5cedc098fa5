//! The levels as data: added, renamed, put in another order, defined in the user's own words; and what the file's stages stand for.

use leptos::prelude::*;

use super::head::StageField;
use super::state::FunnelState;
use crate::plan::{Allowed, Level, LevelText, Sale, Scheme, SchemeError};
use crate::tables::Standing;
use crate::ui::components::{Button, Choice, Dialog, FigureField, FigureKind, Look, SelectField, TextField};
use crate::ui::i18n::Texts;
use crate::ui::i18n::funnel::levels::SchemeKind;
use crate::workspace::FunnelPlan;

/// Days between two contacts, up to ten years.
const CADENCE: Allowed = Allowed::Whole { least: 1, most: 3_650 };

#[component]
pub fn LevelsDialog(open: RwSignal<bool>) -> impl IntoView {
    let page = FunnelState::get();
    let count = Memo::new(move |_| page.scheme().levels().len());
    let rows = move || (0..count.get()).map(|place| view! { <LevelFields place /> }.into_any()).collect_view();
    let stages = Memo::new(move |_| {
        page.read(|view| view.plan.stages.keys().chain(&view.plan.left_out).cloned().collect::<Vec<_>>()).unwrap_or_default()
    });
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
    let options = Signal::derive(move || {
        let (texts, scheme) = (page.texts(), page.scheme());
        let mut list = vec![Choice::new("contract", texts.scheme_contract()), Choice::new("purchase", texts.scheme_purchase())];
        if SchemeKind::of(&scheme) == SchemeKind::Own {
            list.push(Choice::new("own", texts.scheme_name(&scheme)));
        }
        list
    });
    let value = Signal::derive(move || {
        let code = match SchemeKind::of(&page.scheme()) {
            SchemeKind::Contract => "contract",
            SchemeKind::PurchaseTime => "purchase",
            SchemeKind::Own => "own",
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
    let taken = RwSignal::new(None::<String>);
    let rename =
        move |code: String| taken.set(rename_level(page, place, &code).err().map(|error| page.app.texts_now().scheme_error(&error)));
    let set_days = move |days: Option<f64>, edit: fn(&mut Level, f64)| {
        if let Some(days) = days {
            change_level(page, place, move |level| edit(level, days));
        }
    };
    view! {
        <li class="level-fields">
            <TextField
                label=move || page.texts().funnel_level_code()
                value=Signal::derive(code)
                testid=format!("level-code-{place}")
                maxlength=40
                refused=taken
                on_change=rename
            />
            {TEXTS.map(|part| level_text(page, place, part))}
            <FigureField
                label=move || page.texts().funnel_level_cadence()
                value=Signal::derive(move || level.get().map(|level| f64::from(level.cadence_days)))
                kind=FigureKind::Number
                allowed=CADENCE
                testid=format!("level-cadence-{place}")
                on_change=move |days| set_days(days, |level, days| level.cadence_days = days as u32)
            />
            <FigureField
                label=move || page.texts().funnel_level_dwell()
                value=Signal::derive(move || level.get().map(|level| level.dwell_days))
                kind=FigureKind::Number
                allowed=Allowed::NotNegative
                testid=format!("level-dwell-{place}")
                on_change=move |days| set_days(days, |level, days| level.dwell_days = days)
            />
            <div class="actions">
                <Button look=Look::Quiet text=move || page.texts().funnel_level_up() on_click=move |_| move_level(page, place, -1) />
                <Button look=Look::Quiet text=move || page.texts().funnel_level_down() on_click=move |_| move_level(page, place, 1) />
                <Button look=Look::Quiet text=move || page.texts().funnel_level_remove(code()) on_click=move |_| remove_level(page, place) />
            </div>
        </li>
    }
}

/// A part of a level's words: its label, and the part itself.
type TextPart = (fn(Texts) -> &'static str, fn(&mut LevelText) -> &mut String);

const TEXTS: [TextPart; 4] = [
    (Texts::funnel_level_name, |text| &mut text.name),
    (Texts::funnel_level_definition, |text| &mut text.definition),
    (Texts::funnel_level_deadline, |text| &mut text.deadline),
    (Texts::funnel_level_maintenance, |text| &mut text.maintenance),
];

fn level_text(page: FunnelState, place: usize, (label, part): TextPart) -> AnyView {
    let words = move || {
        let scheme = page.scheme();
        let code = scheme.levels().get(place).map(|level| level.code.clone()).unwrap_or_default();
        page.texts().level(&scheme, &code)
    };
    let set = move |text: String| {
        let mut now = untrack(words);
        *part(&mut now) = text;
        change_level(page, place, move |level| level.text = Some(now));
    };
    let value = Signal::derive(move || std::mem::take(part(&mut words())));
    view! { <TextField label=move || label(page.texts()) value testid="" maxlength=300 on_change=set /> }.into_any()
}

/// Builds the scheme anew; what would be no scheme is said and changes nothing.
fn change_scheme(page: FunnelState, edit: impl FnOnce(Vec<Level>) -> Vec<Level>, sale: Sale) {
    let levels = untrack(move || page.scheme()).levels().to_vec();
    match Scheme::new(edit(levels), sale) {
        Ok(scheme) => page.edit_plan(|plan| plan.scheme = scheme),
        Err(error) => page.app.say(page.app.texts_now().scheme_error(&error), None),
    }
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
fn rename_level(page: FunnelState, place: usize, code: &str) -> Result<(), SchemeError> {
    let scheme = untrack(move || page.scheme());
    let mut levels = scheme.levels().to_vec();
    let Some(level) = levels.get_mut(place) else { return Ok(()) };
    let old = std::mem::replace(&mut level.code, code.to_owned());
    let scheme = Scheme::new(levels, scheme.sale())?;
    page.edit_plan(|plan| rename(plan, scheme, &old, code));
    Ok(())
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
