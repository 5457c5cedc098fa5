//! One open question at a time; the others wait. Answers show the example both ways.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::ImportFlow;
use super::mapping::of_preview;
use crate::calendar::Day;
use crate::import::{DateOrder, DecimalMark, Question, Role, StabilityDirection};
use crate::ui::components::{Button, Choice, Notice, SelectOptions, Tone};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::ui::words::column_name;

#[component]
pub fn OpenQuestion() -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let question = Memo::new(move |_| of_preview(flow, |preview| preview.questions.first().cloned()));
    let more = Memo::new(move |_| of_preview(flow, |preview| preview.questions.len().saturating_sub(1)));
    // An answered question takes its buttons with it: the focus goes on to the next one, or to the way on.
    Effect::new(move |before: Option<Option<Question>>| {
        let now = question.get();
        if before.is_some_and(|before| before.is_some() && before != now) {
            let next =
                if now.is_some() { "[data-testid=import-question] :is(button, select, input)" } else { "[data-testid=import-accept]" };
            request_animation_frame(move || focus(next));
        }
        now
    });
    let show = move |question: Question| {
        let words = question.clone();
        view! {
            <div class="question-group" role="group" aria-labelledby="import-asks" data-testid="import-question">
                <Notice tone=Tone::Question>
                    <div class="question-text">
                        <p id="import-asks">
                            {move || {
                                let (asked, why) = state.texts().question(&words);
                                view! { <b>{asked}</b> " " {why} }
                            }}
                            {move || (more.get() > 0).then(|| view! { " " <span class="muted">{state.texts().ask_waiting(more.get())}</span> })}
                        </p>
                        <div class="answers">{answers(question)}</div>
                    </div>
                </Notice>
            </div>
        }
    };
    view! { {move || question.get().map(show)} }
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // An element that cannot take the focus leaves it in the dialog.
    found.map(|element| element.focus());
}

fn answers(question: Question) -> AnyView {
    match question {
        Question::DateOrder { example, day_first, month_first, .. } => date_answers(&example, day_first, month_first).into_any(),
        Question::DecimalMark { point, comma, .. } => decimal_answers(point, comma).into_any(),
        Question::Year { suggestion } => view! { <YearAnswer suggestion=suggestion /> }.into_any(),
        Question::Currencies { currencies, .. } => currency_answers(currencies).into_any(),
        Question::Discount { options, .. } => {
            let flow = ImportFlow::get();
            let answer = |kind| {
                let words = move |texts: Texts| (texts.discount_kind(kind).to_owned(), String::new());
                view! { <Answer words=words choose=move || flow.choose(move |choices| choices.discount = Some(kind)) /> }
            };
            options.into_iter().map(answer).collect_view().into_any()
        }
        Question::StabilityDirection { .. } => direction_answers().into_any(),
        Question::MissingRole { role } => view! { <RoleAnswer role=role /> }.into_any(),
    }
}

/// A button that says the answer and, quieter, what follows from it.
#[component]
fn Answer(words: impl Fn(Texts) -> (String, String) + Copy + Send + Sync + 'static, choose: impl Fn() + 'static) -> impl IntoView {
    let state = AppState::get();
    view! {
        <button type="button" class="button answer-button" on:click=move |_| choose()>
            <b>{move || words(state.texts()).0}</b>
            <span>{move || words(state.texts()).1}</span>
        </button>
    }
}

fn date_answers(example: &str, day_first: i32, month_first: i32) -> impl IntoView + use<> {
    let flow = ImportFlow::get();
    let example = StoredValue::new(example.to_owned());
    [(DateOrder::DayFirst, day_first), (DateOrder::MonthFirst, month_first)]
        .map(|(order, day)| {
            let words = move |texts: Texts| {
                (texts.day_long(Day(day)), format!("{} {}", example.get_value(), texts.date_order(order).to_lowercase()))
            };
            view! { <Answer words=words choose=move || flow.choose(move |choices| choices.date_order = Some(order)) /> }
        })
        .collect_view()
}

fn decimal_answers(point: f64, comma: f64) -> impl IntoView {
    let flow = ImportFlow::get();
    [(DecimalMark::Point, point), (DecimalMark::Comma, comma)]
        .map(|(mark, value)| {
            let words = move |texts: Texts| {
                let decimals = if value.fract() == 0.0 { 0 } else { 3 };
                (texts.decimal(value, decimals), texts.decimal_mark(mark).to_owned())
            };
            view! { <Answer words=words choose=move || flow.choose(move |choices| choices.decimal = Some(mark)) /> }
        })
        .collect_view()
}

fn currency_answers(currencies: Vec<(String, u32)>) -> impl IntoView {
    let flow = ImportFlow::get();
    let answer = move |(code, rows): (String, u32)| {
        let code = StoredValue::new(code);
        let words = move |texts: Texts| (code.get_value(), texts.ask_currency_rows(texts.count(rows)));
        view! { <Answer words=words choose=move || flow.choose(|choices| choices.currency = Some(code.get_value())) /> }
    };
    currencies.into_iter().map(answer).collect_view()
}

fn direction_answers() -> impl IntoView {
    let flow = ImportFlow::get();
    [StabilityDirection::LowIsStable, StabilityDirection::HighIsStable]
        .map(|direction| {
            let words = move |texts: Texts| {
                let (answer, example) = texts.stability_direction(direction);
                (answer.to_owned(), example.to_owned())
            };
            view! { <Answer words=words choose=move || flow.choose(move |choices| choices.stability_direction = Some(direction)) /> }
        })
        .collect_view()
}

#[component]
fn YearAnswer(suggestion: Option<i32>) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let typed = RwSignal::new(suggestion.map(|year| year.to_string()).unwrap_or_default());
    let year = Memo::new(move |_| typed.with(|text| text.trim().parse::<i32>().ok()).filter(|year| (1900..=2200).contains(year)));
    view! {
        <label class="with-unit">
            {move || state.texts().ask_year_field()}
            <input
                class="input year-field"
                inputmode="numeric"
                data-testid="import-year"
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
        </label>
        <Button
            text=move || state.texts().ask_year_take()
            disabled=Signal::derive(move || year.get().is_none())
            on_click=move |_| flow.choose(|choices| choices.year = year.get_untracked())
        />
    }
}

/// The same as choosing the use under a column's name, for those who look here first.
#[component]
fn RoleAnswer(role: Role) -> impl IntoView {
    let (state, flow) = (AppState::get(), ImportFlow::get());
    let options = Signal::derive(move || {
        let texts = state.texts();
        let mut list = vec![Choice::new("", texts.ask_role_choose())];
        of_preview(flow, |preview| {
            list.extend(preview.columns.iter().map(|column| Choice::new(column.index.to_string(), column_name(texts, column))));
        });
        list
    });
    let choose = move |event| {
        if let Ok(column) = event_target_value(&event).parse() {
            flow.use_column(column, Some(role));
        }
    };
    view! {
        <select class="select" aria-label=move || state.texts().ask_role(state.texts().role(role)) on:change=choose>
            <SelectOptions options=options value=String::new() />
        </select>
    }
}
