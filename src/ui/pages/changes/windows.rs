//! The two windows: halves of the data, days, or what an import brought; and the rule they are judged by.

use leptos::prelude::*;

use super::state::ChangesState;
use crate::calendar::{Day, Grain};
use crate::engine::{ChangesView, WindowView};
use crate::ui::components::{Choice, DayField, Notice, SelectField, Tone};
use crate::ui::i18n::Texts;
use crate::workspace::{ChangesSettings, Window, WindowChoice};

#[component]
pub fn Windows() -> impl IntoView {
    let page = ChangesState::get();
    let hold = Memo::new(move |_| page.read(|view| view.settings.hold_cuts).unwrap_or(false));
    let rule = move || {
        let texts = page.texts();
        let cuts = if hold.get() { texts.changes_rule_held() } else { texts.changes_rule_own() };
        format!("{cuts} {}", texts.changes_rule_hand())
    };
    let lines = move || page.read(|view| [false, true].map(|later| window_line(page.texts(), view, later)));
    let warnings = move || page.read(|view| warnings(page.texts(), view)).unwrap_or_default();
    view! {
        <div class="window-pair">
            <WindowChooser later=false />
            <WindowChooser later=true />
        </div>
        <label class="check">
            <input
                type="checkbox"
                data-testid="changes-hold"
                prop:checked=move || hold.get()
                on:change=move |event| page.edit(|settings| settings.hold_cuts = event_target_checked(&event))
            />
            {move || page.texts().changes_hold()}
        </label>
        <p class="rule">{rule}</p>
        {move || lines().map(|lines| lines.into_iter().flatten().map(|line| view! { <p class="note">{line}</p> }).collect_view())}
        {move || warnings().into_iter().map(|text| view! { <Notice tone=Tone::Warn><p>{text}</p></Notice> }).collect_view()}
    }
}

fn choice_of(settings: &ChangesSettings, later: bool) -> WindowChoice {
    if later { settings.second } else { settings.first }
}

fn window_name(texts: Texts, later: bool) -> &'static str {
    if later { texts.changes_now() } else { texts.changes_then() }
}

#[component]
fn WindowChooser(later: bool) -> impl IntoView {
    let page = ChangesState::get();
    let reversed = RwSignal::new(false);
    let name = move || window_name(page.texts(), later);
    let set = move |choice: WindowChoice| {
        page.edit(|settings| if later { settings.second = choice } else { settings.first = choice });
    };
    let days = Memo::new(move |_| page.read(|view| shown_days(view, later)).unwrap_or_default());
    let options = Signal::derive(move || page.read(|view| choices(page.texts(), view, later)).unwrap_or_default());
    let value = Signal::derive(move || page.read(|view| choice_code(choice_of(&view.settings, later))).unwrap_or_default());
    let choose = move |code: String| {
        reversed.set(false);
        set(chosen(&code, days.get_untracked()));
    };
    let set_day = move |edit: &dyn Fn(&mut Window)| {
        let mut window = days.get_untracked();
        edit(&mut window);
        let backwards = matches!(window, Window { from: Some(from), to: Some(to) } if to < from);
        reversed.set(backwards);
        if !backwards {
            set(WindowChoice::Days(window));
        }
    };
    let refused = Signal::derive(move || reversed.get().then(|| page.texts().changes_window_reversed().to_owned()));
    let [select, first_day, last_day] = if later {
        ["changes-second", "changes-second-from", "changes-second-to"]
    } else {
        ["changes-first", "changes-first-from", "changes-first-to"]
    };
    view! {
        <fieldset class="window-choice">
            <legend>{name}</legend>
            <SelectField label=move || page.texts().changes_choose(name()) options value on_change=choose testid=select />
            <div class="option-pair">
                <DayField
                    label=move || page.texts().changes_from(name())
                    value=Signal::derive(move || days.get().from)
                    testid=first_day
                    on_change=move |day| set_day(&|window| window.from = day)
                />
                <DayField
                    label=move || page.texts().changes_to(name())
                    value=Signal::derive(move || days.get().to)
                    testid=last_day
                    refused
                    on_change=move |day| set_day(&|window| window.to = day)
                />
            </div>
        </fieldset>
    }
}

/// The days that the fields hold: those chosen, else those that came out.
fn shown_days(view: &ChangesView, later: bool) -> Window {
    let came_out = || view.windows[usize::from(later)].days.map(|(from, to)| Window { from: Some(from), to: Some(to) });
    match choice_of(&view.settings, later) {
        WindowChoice::Days(window) => {
            let ends = view.data_days;
            Window { from: window.from.or(ends.map(|days| days.0)), to: window.to.or(ends.map(|days| days.1)) }
        }
        WindowChoice::Half | WindowChoice::Import(_) => came_out().unwrap_or_default(),
    }
}

fn choices(texts: Texts, view: &ChangesView, later: bool) -> Vec<Choice> {
    let half = if later { texts.changes_half_second() } else { texts.changes_half_first() };
    let mut choices = vec![Choice::new("half", half), Choice::new("days", texts.changes_days())];
    for import in &view.imports {
        let files = import.files.join(", ");
        choices.push(Choice::new(format!("import-{}", import.import), texts.changes_import(files)));
    }
    choices
}

fn choice_code(choice: WindowChoice) -> String {
    match choice {
        WindowChoice::Half => "half".to_owned(),
        WindowChoice::Days(_) => "days".to_owned(),
        WindowChoice::Import(import) => format!("import-{import}"),
    }
}

fn chosen(code: &str, days: Window) -> WindowChoice {
    match code.strip_prefix("import-").and_then(|number| number.parse().ok()) {
        Some(import) => WindowChoice::Import(import),
        None if code == "days" => WindowChoice::Days(days),
        None => WindowChoice::Half,
    }
}

/// `Then: 1 Jan – 31 May 2011, 2,489 customers, £2,565,884; cuts: …; 5 months counted`.
fn window_line(texts: Texts, view: &ChangesView, later: bool) -> Option<String> {
    let window = &view.windows[usize::from(later)];
    let (first, last) = window.days?;
    let money = texts.money(window.total, &view.currency);
    let mut line = texts.changes_window_line(window_name(texts, later), texts.days(first, last), texts.count(window.customers), money);
    if let Some(cuts) = window.cuts {
        let cut = texts.money_exact(cuts.vertical, &view.currency);
        line.push_str(" · ");
        line.push_str(&texts.changes_window_cuts(cut, texts.measure_short(view.measure), texts.decimal(cuts.horizontal, 3)));
    }
    if let Some((.., counted)) = window.counted {
        line.push_str(" · ");
        let counted = texts.count(counted);
        line.push_str(&if view.grain == Grain::Month {
            texts.changes_window_counted(counted)
        } else {
            texts.changes_window_counted_quarters(counted)
        });
    }
    Some(line)
}

fn warnings(texts: Texts, view: &ChangesView) -> Vec<String> {
    let mut warnings = Vec::new();
    for later in [false, true] {
        let WindowView { days, cuts, .. } = &view.windows[usize::from(later)];
        match (days, cuts) {
            (None, _) => warnings.push(texts.changes_window_none(window_name(texts, later))),
            (Some(_), None) => warnings.push(texts.changes_window_nobody(window_name(texts, later))),
            _ => {}
        }
    }
    if view.overlap_days > 0 {
        warnings.push(texts.changes_overlap(texts.count(view.overlap_days)));
    }
    warnings
}

/// First and last day in words, for the tables below.
#[must_use]
pub fn days_text(texts: Texts, days: Option<(Day, Day)>) -> String {
    days.map_or_else(|| "–".to_owned(), |(first, last)| texts.days(first, last))
}
