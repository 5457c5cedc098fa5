//! EII: why the customer buys unevenly, and what helps.

use leptos::prelude::*;

use super::PlanState;
use crate::playbook::Cause;
use crate::ui::components::{Choice, Explain, SelectField, SourceTag};

#[component]
pub fn CauseSection() -> impl IntoView {
    let plan = PlanState::get();
    let cause = Memo::new(move |_| plan.read(|view| view.playbook.cause).flatten());
    let options = Signal::derive(move || {
        let texts = plan.texts();
        let choice = |cause: Cause| Choice::new(cause.code(), format!("{}. {}", cause.code(), texts.cause(cause)));
        std::iter::once(Choice::new("", texts.cause_unknown())).chain(Cause::ALL.map(choice)).collect::<Vec<_>>()
    });
    let remedies = move || {
        let cause = cause.get()?;
        let texts = plan.texts();
        let items = cause.remedies().iter().map(|remedy| view! { <li>{texts.remedy(*remedy)}</li> }).collect_view();
        Some(view! { <p class="note">{texts.cause_remedies()}</p><ul class="remedies" data-testid="remedies">{items}</ul> })
    };
    view! {
        <div class="section">
            <h3>
                {move || plan.texts().cause_title()}
                <Explain source=SourceTag::S title=move || plan.texts().cause_title() text=move || plan.texts().explain_playbook() />
            </h3>
            <SelectField
                label=move || plan.texts().cause_choose()
                options
                value=Signal::derive(move || cause.get().map_or("", Cause::code).to_owned())
                on_change=move |code: String| plan.edit(|playbook| playbook.cause = Cause::from_code(&code))
                testid="cause"
            />
            {remedies}
        </div>
    }
}
