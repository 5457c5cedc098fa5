//! The call list of the weeks, filtered, saved and printed.

use leptos::prelude::*;

use super::call_rows::CallRows;
use super::load::LoadTable;
use super::state::TimeState;
use crate::effort::WorkClass;
use crate::engine::CallRow;
use crate::plan::Allowed;
use crate::report::csv_bytes;
use crate::ui::components::{Button, Choice, DayField, Explain, FigureField, FigureKind, Icon, Look, Menu, SelectField, SourceTag};
use crate::ui::exporting::{CSV, file_name, write_workbook};
use crate::ui::words::{call_codes, call_sheet, calls_finding, rep_name};

/// Which calls the page shows; `None` shows all.
#[derive(Clone, Copy)]
pub struct CallFilter {
    pub rep: RwSignal<Option<u32>>,
    pub week: RwSignal<Option<u32>>,
    pub class: RwSignal<Option<WorkClass>>,
}

impl CallFilter {
    fn new() -> Self {
        Self { rep: RwSignal::new(None), week: RwSignal::new(None), class: RwSignal::new(None) }
    }

    /// The test by what is chosen now; tracked.
    pub fn test(self) -> impl Fn(&CallRow) -> bool {
        let (rep, week, class) = (self.rep.get(), self.week.get(), self.class.get());
        move |call| {
            rep.is_none_or(|rep| rep == call.rep)
                && week.is_none_or(|week| week == call.week)
                && class.is_none_or(|class| class == call.class)
        }
    }
}

#[component]
pub fn CallsSection() -> impl IntoView {
    let page = TimeState::get();
    let filter = CallFilter::new();
    let has_customers = Memo::new(move |_| page.listed(|list| list.customers > 0).unwrap_or(false));
    let finding = Memo::new(move |_| page.listed(|list| calls_finding(page.texts(), list)).unwrap_or_default());
    view! {
        <Show when=move || has_customers.get()>
            <section class="section calls" aria-labelledby="calls-title">
                <div class="section-head">
                    <h2 id="calls-title">
                        {move || page.texts().calls_title()}
                        <Explain source=SourceTag::X title=move || page.texts().calls_title() text=move || page.texts().calls_rule() />
                    </h2>
                    <Tools filter />
                </div>
                <p class="answer" data-testid="calls-finding" aria-live="polite">{move || finding.get()}</p>
                <Frame />
                <LoadTable />
                <Filters filter />
                <CallRows filter />
                <Notes />
            </section>
        </Show>
    }
}

#[component]
fn Tools(filter: CallFilter) -> impl IntoView {
    let page = TimeState::get();
    let name = move |extension: &str| {
        let workspace = page.app.workspace.with_untracked(|view| view.as_ref().map(|view| view.name.clone()).unwrap_or_default());
        file_name(&workspace, page.app.texts_now().calls_file(), extension)
    };
    let csv = move |_| {
        let test = untrack(|| filter.test());
        if let Some(list) = page.list.get_untracked() {
            page.app.download(&name("csv"), CSV, &csv_bytes(&call_codes(&list, &test)));
        }
    };
    let workbook = move |_| {
        let test = untrack(|| filter.test());
        if let Some(list) = page.list.get_untracked() {
            write_workbook(page.app, call_sheet(page.app.texts_now(), &list, &test), name("xlsx"));
        }
    };
    // Where printing is blocked, nothing happens and nothing is lost.
    let print = move |_| drop(window().print());
    view! {
        <div class="tools">
            <Button look=Look::Quiet text=move || page.texts().calls_print() on_click=print attr:data-testid="print-calls" />
            <Menu icon=Icon::Export label=move || page.texts().calls_export() testid="calls-export">
                <button type="button" class="button quiet" data-testid="export-calls-csv" on:click=csv>{move || page.texts().calls_export_csv()}</button>
                <button type="button" class="button quiet" data-testid="export-calls-xlsx" on:click=workbook>{move || page.texts().calls_export_xlsx()}</button>
            </Menu>
        </div>
    }
}

/// From which week on, and how many.
#[component]
fn Frame() -> impl IntoView {
    let page = TimeState::get();
    let first = Signal::derive(move || page.listed(|list| list.first));
    let set_weeks = move |weeks: Option<f64>| {
        let most = f64::from(crate::effort::MOST_WEEKS);
        page.edit(|plan| plan.list_weeks = weeks.map_or(4, |weeks| weeks.round().clamp(1.0, most) as u32));
    };
    view! {
        <div class="call-frame">
            <DayField
                label=move || page.texts().calls_from()
                value=first
                testid="call-from"
                on_change=move |day| page.edit(|plan| plan.list_from = day)
            />
            <FigureField
                label=move || page.texts().calls_weeks()
                value=page.figure(|plan| f64::from(plan.list_weeks))
                kind=FigureKind::Number
                allowed=Allowed::Positive
                testid="call-weeks"
                on_change=set_weeks
            />
        </div>
    }
}

#[component]
fn Filters(filter: CallFilter) -> impl IntoView {
    let page = TimeState::get();
    let reps = Signal::derive(move || {
        let texts = page.texts();
        let named = page.listed(|list| {
            list.reps
                .iter()
                .enumerate()
                .map(|(place, rep)| Choice::new(place.to_string(), rep_name(texts, &rep.name, place)))
                .collect::<Vec<_>>()
        });
        all(texts.calls_rep_all(), named.unwrap_or_default())
    });
    let weeks = Signal::derive(move || {
        let texts = page.texts();
        let named = page.listed(|list| {
            let of_first_rep = list.weeks.iter().filter(|week| week.rep == 0);
            of_first_rep.map(|week| Choice::new(week.week.to_string(), texts.day(week.monday))).collect::<Vec<_>>()
        });
        all(texts.calls_week_all(), named.unwrap_or_default())
    });
    let classes = Signal::derive(move || {
        let texts = page.texts();
        let there = |class: &WorkClass| page.listed(|list| list.calls.iter().any(|call| call.class == *class)).unwrap_or(false);
        let named = WorkClass::ALL.into_iter().filter(there).map(|class| Choice::new(class.code(), texts.work_class(Some(class))));
        all(texts.calls_class_all(), named.collect())
    });
    let shown = move |value: Option<u32>| value.map_or_else(String::new, |value| value.to_string());
    view! {
        <div class="call-frame">
            <SelectField
                label=move || page.texts().calls_rep()
                options=reps
                value=Signal::derive(move || shown(filter.rep.get()))
                on_change=move |code: String| filter.rep.set(code.parse().ok())
                testid="call-rep"
            />
            <SelectField
                label=move || page.texts().calls_week()
                options=weeks
                value=Signal::derive(move || shown(filter.week.get()))
                on_change=move |code: String| filter.week.set(code.parse().ok())
                testid="call-week"
            />
            <SelectField
                label=move || page.texts().calls_class()
                options=classes
                value=Signal::derive(move || filter.class.get().map_or("", WorkClass::code).to_owned())
                on_change=move |code: String| filter.class.set(WorkClass::from_code(&code))
                testid="call-class"
            />
        </div>
    }
}

fn all(words: &str, choices: Vec<Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", words)).chain(choices).collect()
}

#[component]
fn Notes() -> impl IntoView {
    let page = TimeState::get();
    let contacts = move || {
        let texts = page.texts();
        page.listed(|list| match list.contacts.all {
            0 => texts.calls_contacts_none().to_owned(),
            all => texts.calls_contacts(texts.count(all), texts.count(list.contacts.unmatched)),
        })
    };
    let kept = move || {
        let share = page.listed(|list| list.kept_share).unwrap_or_default();
        (share > 0.0).then(|| view! { <p class="note">{page.texts().calls_kept(page.texts().share(share))}</p> })
    };
    view! {
        <p class="note">{contacts}</p>
        {kept}
    }
}
