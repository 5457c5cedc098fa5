//! Contacts made against contacts needed, where contacts are imported.

use leptos::prelude::*;

use super::state::TimeState;
use crate::effort::WorkClass;
use crate::ui::components::ExplainedFigure;
use crate::ui::words::TimeFigure;

#[component]
pub fn AdequacyTable() -> impl IntoView {
    let page = TimeState::get();
    let known = Memo::new(move |_| page.read(|view| view.contacts.all > 0).unwrap_or(false));
    let rows = move || {
        let texts = page.texts();
        let adequacy = page.read(|view| view.adequacy).unwrap_or_default();
        let shown = WorkClass::ALL.into_iter().filter(|class| adequacy[class.index()].needed > 0.0);
        let row = |class: WorkClass| {
            let of = adequacy[class.index()];
            let ratio = of.ratio().map_or_else(|| "–".to_owned(), |ratio| texts.share(ratio));
            view! {
                <tr>
                    <th scope="row">{texts.work_class(Some(class))}</th>
                    <td class="num">{texts.decimal(of.made, 0)}</td>
                    <td class="num">
                        <ExplainedFigure
                            text=move || texts.decimal(of.needed, 0)
                            explanation=move || page.explain(TimeFigure::Needed(class))
                        />
                    </td>
                    <td class="num strong">
                        <ExplainedFigure text=move || ratio.clone() explanation=move || page.explain(TimeFigure::Adequacy(class)) />
                    </td>
                </tr>
            }
        };
        shown.map(row).collect_view()
    };
    let note =
        move || page.read(|view| view.contacts.until.map(|day| page.texts().channels_adequacy_note(page.texts().day(day)))).flatten();
    let without = move || {
        let count = page.read(|view| view.contacts.without_channel).unwrap_or_default();
        (count > 0).then(|| view! { <p class="note">{page.texts().channels_without(page.texts().count(count))}</p> })
    };
    view! {
        <Show when=move || known.get()>
            <section class="section" aria-labelledby="adequacy-title">
                <h2 id="adequacy-title">{move || page.texts().channels_adequacy()}</h2>
                <p class="note">{note}</p>
                <table class="table flush" data-testid="adequacy-table">
                    <thead>
                        <tr>
                            <th>{move || page.texts().time_col_class()}</th>
                            <th class="num">{move || page.texts().channels_made()}</th>
                            <th class="num">{move || page.texts().channels_needed()}</th>
                            <th class="num">{move || page.texts().channels_ratio()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {without}
            </section>
        </Show>
    }
}
