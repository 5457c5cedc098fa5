//! The criteria of a scorecard with their weights and the sum; criteria can be renamed, added and removed.

use leptos::prelude::*;

use super::state::PageState;
use crate::classify::{Axis, Criterion, Scorecard, ScorecardFault};
use crate::plan::Allowed;
use crate::ui::components::{Button, FigureField, FigureKind, Icon, Look, settled};
use crate::ui::i18n::Texts;
use crate::workspace::PotentialSettings;

/// What a new criterion counts.
const FIRST_WEIGHT: f64 = 1.0;

fn card(settings: &PotentialSettings, axis: Axis) -> &Scorecard {
    match axis {
        Axis::Vertical => &settings.expected_card,
        Axis::Horizontal => &settings.intent_card,
    }
}

fn card_mut(settings: &mut PotentialSettings, axis: Axis) -> &mut Scorecard {
    match axis {
        Axis::Vertical => &mut settings.expected_card,
        Axis::Horizontal => &mut settings.intent_card,
    }
}

/// One scorecard being edited, with what was refused last.
#[derive(Clone, Copy)]
struct Editing {
    page: PageState,
    axis: Axis,
    refused: RwSignal<Option<(usize, ScorecardFault)>>,
}

impl Editing {
    /// Tracked.
    fn read<Value>(self, read: impl FnOnce(&Scorecard) -> Value) -> Option<Value> {
        self.page.potential.with(|view| view.as_ref().map(|view| read(card(&view.settings, self.axis))))
    }

    /// Sends the edited scorecard, or says at the criterion it was edited at why it cannot be.
    fn edit(self, place: usize, edit: impl FnOnce(&mut Scorecard)) {
        let Some(mut tried) = untrack(|| self.read(Clone::clone)) else { return };
        edit(&mut tried);
        match tried.check() {
            Ok(()) => {
                self.refused.set(None);
                self.page.set_potential(move |settings| *card_mut(settings, self.axis) = tried);
            }
            Err(fault) => self.refused.set(Some((place, fault))),
        }
    }

    fn refusal(self, place: usize) -> Option<String> {
        let (at, fault) = self.refused.get()?;
        (at == place).then(|| self.page.texts().scorecard_fault(fault).to_owned())
    }

    fn add(self) {
        let texts = self.page.app.texts_now();
        let taken = self.page.potential.with_untracked(|view| view.as_ref().map(|view| view.settings.clone()));
        let Some(settings) = taken else { return };
        let place = card(&settings, self.axis).criteria.len();
        let free = |name: &String| card(&settings, self.axis).criteria.iter().all(|criterion| criterion.name != *name);
        let first = std::iter::once(texts.weights_new().to_owned());
        let name = first.chain((2..).map(|number: u32| texts.weights_new_numbered(number))).find(free).unwrap_or_default();
        self.edit(place, |card| card.add(&name, FIRST_WEIGHT, |code| settings.has_criterion(code)));
    }
}

#[component]
pub fn Weights(axis: Axis) -> impl IntoView {
    let page = PageState::get();
    let editing = Editing { page, axis, refused: RwSignal::new(None) };
    let codes = Memo::new(move |_| {
        editing.read(|card| card.criteria.iter().map(|criterion| criterion.code.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    let sum = move || {
        page.potential
            .with(|view| view.as_ref().map_or(0.0, |view| if axis == Axis::Vertical { view.expected_weight } else { view.intent_weight }))
    };
    let (title, side): (fn(Texts) -> &'static str, _) = match axis {
        Axis::Vertical => (Texts::weights_title_expected, "expected"),
        Axis::Horizontal => (Texts::weights_title_intent, "intent"),
    };
    view! {
        <table class="table flush small weights" data-testid=format!("weights-{side}")>
            <caption class="hidden-label">{move || title(page.texts())}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || page.texts().weights_criterion()}</th>
                    <th scope="col" class="num">{move || page.texts().weights_weight()}</th>
                    <th scope="col" class="num">{move || page.texts().weights_share()}</th>
                    <td></td>
                </tr>
            </thead>
            <tbody>
                <For each=move || codes.get() key=Clone::clone let(code)><Row editing code /></For>
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{move || page.texts().weights_sum()}</th>
                    <td class="num" data-testid=format!("weights-{side}-sum") data-value=move || sum().to_string()>
                        {move || page.texts().decimal(sum(), 2)}
                    </td>
                    <td class="num">{move || page.texts().share(1.0)}</td>
                    <td></td>
                </tr>
            </tfoot>
        </table>
        <p class="note">{move || page.texts().weights_how()}</p>
        <Button
            look=Look::Quiet
            icon=Icon::Plus
            text=move || page.texts().weights_add()
            on_click=move |_| editing.add()
            attr:data-testid=format!("weights-{side}-add")
        />
    }
}

#[component]
fn Row(editing: Editing, code: String) -> impl IntoView {
    let page = editing.page;
    let own = StoredValue::new(code.clone());
    let found = Memo::new(move |_| {
        editing
            .read(|card| {
                let at = card.criteria.iter().position(|criterion| own.with_value(|own| criterion.code == *own))?;
                Some((at, card.criteria[at].clone(), card.weight_sum()))
            })
            .flatten()
    });
    let place = move || found.with_untracked(|found| found.as_ref().map_or(0, |(at, ..)| *at));
    let name = move || found.with(|found| found.as_ref().map(|(_, criterion, _)| page.texts().criterion(criterion)).unwrap_or_default());
    let weight = Signal::derive(move || found.with(|found| found.as_ref().map(|(_, criterion, _)| criterion.weight)));
    let part = move || {
        found.with(|found| match found {
            Some((_, criterion, sum)) if *sum > 0.0 => page.texts().share(criterion.weight / sum),
            _ => "–".to_owned(),
        })
    };
    let edit = move |change: &dyn Fn(&mut Criterion)| {
        let at = place();
        editing.edit(at, |card| {
            if let Some(criterion) = card.criteria.get_mut(at) {
                change(criterion);
            }
        });
    };
    let rename = move |event| {
        let typed = event_target_value(&event).trim().to_owned();
        // The built-in name itself is no name of one's own: it follows the language.
        if typed != untrack(name) {
            edit(&|criterion| criterion.name.clone_from(&typed));
        }
    };
    let refused = Signal::derive(move || editing.refusal(found.with(|found| found.as_ref().map_or(0, |(at, ..)| *at))));
    let remove = move |_| {
        let at = place();
        editing.edit(at, |card| drop(card.criteria.remove(at)));
    };
    let reweigh = move |weight: Option<f64>| edit(&|criterion| criterion.weight = weight.unwrap_or(0.0));
    let how = move || own.with_value(|own| page.texts().criterion_how(own));
    view! {
        <tr data-criterion=code.clone()>
            <th scope="row">
                <input
                    class="input quiet"
                    maxlength="40"
                    title=how
                    data-testid=format!("criterion-name-{code}")
                    aria-label=move || page.texts().weights_name_of(name())
                    prop:value=settled(name)
                    on:change=rename
                />
            </th>
            <td class="num">
                <FigureField
                    label=move || page.texts().weights_weight_of(name())
                    label_hidden=true
                    value=weight
                    kind=FigureKind::Number
                    allowed=Allowed::NotNegative
                    testid=format!("weight-{code}")
                    refused
                    on_change=reweigh
                />
            </td>
            <td class="num">{part}</td>
            <td>
                <button
                    type="button"
                    class="button quiet icon-only"
                    data-testid=format!("criterion-remove-{code}")
                    aria-label=move || page.texts().weights_remove(name())
                    on:click=remove
                >
                    {Icon::Close.view()}
                </button>
            </td>
        </tr>
    }
}
