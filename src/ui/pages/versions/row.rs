//! One version: when, what was changed, its name, and what can be done with it.

use leptos::prelude::*;

use super::state::VersionsState;
use crate::engine::protocol::{PartDifference, VersionRow};
use crate::ui::components::{Button, Look, ShareBar, settled};
use crate::ui::i18n::Texts;

#[component]
pub fn VersionRows() -> impl IntoView {
    let page = VersionsState::get();
    let texts = move || page.app.texts();
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=move || texts().versions_title()>
            <table class="table flush versions" data-testid="version-table">
                <thead>
                    <tr>
                        <th scope="col">{move || texts().versions_when()}</th>
                        <th scope="col">{move || texts().versions_change()}</th>
                        <th scope="col">{move || texts().versions_name()}</th>
                        <th scope="col" class="num wide-only">{move || texts().workspaces_customers()}</th>
                        <th scope="col" class="money-cell wide-only">{move || texts().workspaces_money()}</th>
                        <th scope="col"><span class="hidden-label">{move || texts().workspaces_more()}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || page.versions.get() key=|version| version.generation let:version><Row version /></For>
                </tbody>
            </table>
        </div>
    }
}

/// Of a version, its name alone can change.
#[component]
fn Row(version: VersionRow) -> impl IntoView {
    let page = VersionsState::get();
    let texts = move || page.app.texts();
    let VersionRow { generation, saved_at, change, before_migration, customers, class_shares, .. } = version;
    let when = move || page.when(saved_at);
    let named = move || {
        page.versions.with(|versions| versions.iter().find(|version| version.generation == generation).map(|version| version.name.clone()))
    };
    let is_newest =
        Memo::new(move |_| page.versions.with(|versions| versions.first().is_some_and(|newest| newest.generation == generation)));
    let what = move || change.map_or(texts().change_none(), |change| texts().change(change));
    let shown = Memo::new(move |_| page.compared.with(|compared| compared.as_ref().is_some_and(|(shown, _)| *shown == generation)));
    let told = StoredValue::new(version);
    let mark = move || {
        if is_newest.get() { Some(texts().versions_now()) } else { before_migration.then(|| texts().versions_before_migration()) }
    };
    view! {
        <tr data-testid="version-row" data-generation=generation.to_string()>
            <th scope="row">{when}" "{move || mark().map(|mark| view! { <span class="note open-mark">{mark}</span> })}</th>
            <td>{what}</td>
            <td>
                <input
                    class="input"
                    data-testid="version-rename"
                    maxlength="80"
                    aria-label=move || texts().versions_name_of(when())
                    prop:value=settled(move || named().unwrap_or_default())
                    on:change=move |event| page.name(Some(generation), event_target_value(&event).trim().to_owned())
                />
            </td>
            <td class="num wide-only">{move || texts().count(customers)}</td>
            <td class="money-cell wide-only"><ShareBar shares=class_shares /></td>
            <td class="num">
                <Show when=move || !is_newest.get()>
                    <Button
                        look=Look::Quiet
                        text=move || texts().versions_compare()
                        on_click=move |_| page.compare(generation)
                        attr:data-testid="version-compare"
                        attr:aria-expanded=move || shown.get().to_string()
                        attr:aria-label=move || texts().versions_compare_with(when())
                    />
                    <Button
                        text=move || texts().versions_restore()
                        on_click=move |_| told.with_value(|version| page.restore(version))
                        attr:data-testid="version-restore"
                        attr:aria-label=move || texts().versions_restore_to(when())
                    />
                </Show>
            </td>
        </tr>
        <Show when=move || shown.get()>
            <tr class="version-differences"><td colspan="6" data-testid="version-differences">{move || differences(page)}</td></tr>
        </Show>
    }
}

/// In what the compared version differs from the present state, once known.
fn differences(page: VersionsState) -> Option<AnyView> {
    let texts = page.app.texts();
    let found = page.compared.with(|compared| compared.as_ref().and_then(|(_, found)| found.clone()))?;
    if found.is_empty() {
        return Some(view! { <p class="note">{texts.versions_same()}</p> }.into_any());
    }
    let lines = found.into_iter().map(|difference| view! { <li>{line(texts, difference)}</li> }).collect_view();
    Some(view! { <p>{texts.versions_differs()}</p><ul>{lines}</ul> }.into_any())
}

fn line(texts: Texts, difference: PartDifference) -> String {
    let part = texts.workspace_part(difference.part);
    match difference.counts {
        Some((then, now)) => texts.versions_count(part, texts.count(then), texts.count(now)),
        None => part.to_owned(),
    }
}
