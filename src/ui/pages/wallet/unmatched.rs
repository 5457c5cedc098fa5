//! Outside figures of nobody: listed with whom they may mean, joined by hand or left as they are.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::WalletState;
use crate::engine::{CalledView, Query, UnmatchedRow};
use crate::tables::folded_spelling;
use crate::ui::components::Notice;
use crate::ui::state::ToastAction;
use crate::workspace::{Action, UnmatchedWhy};

/// Rows shown; the export has all of them.
const MOST_SHOWN: usize = 200;

#[component]
pub fn UnmatchedSection() -> impl IntoView {
    let page = WalletState::get();
    let any = Memo::new(move |_| page.read(|view| !view.unmatched.is_empty()).unwrap_or(false));
    let title = move || {
        let texts = page.texts();
        page.read(|view| {
            let rows = texts.count(view.unmatched.len() as u64);
            texts.wallet_unmatched(rows, texts.money(view.unmatched_potential, &view.currency))
        })
    };
    let rows = move || {
        page.read(|view| view.unmatched.iter().take(MOST_SHOWN).map(|row| unmatched_row(page, &view.currency, row)).collect::<Vec<_>>())
            .unwrap_or_default()
    };
    view! {
        <Show when=move || any.get()>
            <section class="section" aria-labelledby="wallet-unmatched">
                <h2 id="wallet-unmatched">{title}</h2>
                <Notice><p>{move || page.texts().wallet_unmatched_note()}</p></Notice>
                <div class="table-scroll" tabindex="0" role="group" aria-labelledby="wallet-unmatched">
                    <table class="table flush" data-testid="wallet-unmatched">
                        <thead>
                            <tr>
                                <th scope="col" class="num">{move || page.texts().wallet_unmatched_row()}</th>
                                <th scope="col">{move || page.texts().changes_col_customer()}</th>
                                <th scope="col">{move || page.texts().wallet_product()}</th>
                                <th scope="col" class="num">{move || page.texts().wallet_potential()}</th>
                                <th scope="col">{move || page.texts().wallet_unmatched_why()}</th>
                                <th scope="col">{move || page.texts().future_actions()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn unmatched_row(page: WalletState, currency: &str, unmatched: &UnmatchedRow) -> AnyView {
    let texts = page.texts();
    let row = &unmatched.row;
    let spelling = row.customer.clone();
    let why = match unmatched.why {
        UnmatchedWhy::Unknown => texts.code_unknown(),
        UnmatchedWhy::Ambiguous => texts.code_ambiguous(),
    };
    let joins = unmatched.suggestions.iter().map(|(key, name)| join_button(page, &spelling, key, name)).collect_view();
    let declines = (!unmatched.suggestions.is_empty() && unmatched.why == UnmatchedWhy::Unknown).then(|| {
        let folded = folded_spelling(&spelling);
        let label = texts.future_of(texts.wallet_not_the_same(), &spelling);
        let decline = move |_| page.app.dispatch(Action::DeclineMerge { folded: folded.clone() });
        view! {
            <button type="button" class="button quiet" aria-label=label on:click=decline>{texts.wallet_not_the_same()}</button>
        }
    });
    let shown = if row.name.is_empty() { spelling.clone() } else { format!("{spelling} · {}", row.name) };
    view! {
        <tr data-spelling=spelling.clone()>
            <td class="num">{texts.count(row.row)}</td>
            <th scope="row">{shown}</th>
            <td>{row.product.clone()}</td>
            <td class="num">{texts.money(row.potential, currency)}</td>
            <td>{why}</td>
            <td><div class="actions">{joins}{declines}<JoinByHand spelling=spelling.clone() /></div></td>
        </tr>
    }
    .into_any()
}

fn join_button(page: WalletState, spelling: &str, key: &str, name: &str) -> impl IntoView + use<> {
    let texts = page.texts();
    let shown = if key == name { key.to_owned() } else { format!("{name} ({key})") };
    let (spelling, key) = (spelling.to_owned(), key.to_owned());
    let label = texts.future_of(texts.wallet_counts_as(&shown), &spelling);
    let text = texts.wallet_counts_as(&shown);
    view! {
        <button type="button" class="button" aria-label=label on:click=move |_| join(page, &spelling, &key)>{text}</button>
    }
}

/// As the spellings of purchases: the same merge, which the data page lists and takes back.
fn join(page: WalletState, spelling: &str, key: &str) {
    let texts = page.app.texts_now();
    page.app.dispatch(Action::MergeCustomers { pairs: vec![(spelling.to_owned(), key.to_owned())] });
    page.app.say(texts.wallet_merged(spelling, key), Some(ToastAction::Undo));
}

/// What became of a typed key or name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Refused {
    Unknown,
    Several,
}

/// A key or name typed by hand; one that means nobody, or several, is refused at the field.
#[component]
fn JoinByHand(spelling: String) -> impl IntoView {
    let page = WalletState::get();
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<Refused>);
    let named = spelling.clone();
    let label = move || page.texts().future_of(page.texts().wallet_pick(), &named);
    let button_label = {
        let spelling = spelling.clone();
        move || page.texts().future_of(page.texts().wallet_pick_button(), &spelling)
    };
    let send = move || {
        let (text, spelling) = (typed.get_untracked().trim().to_owned(), spelling.clone());
        if text.is_empty() {
            return;
        }
        spawn_local(async move {
            let Some(found) = page.app.ask::<CalledView>(Query::Called { text }).await else { return };
            match found.customers.as_slice() {
                [(key, _)] => join(page, &spelling, key),
                [] => drop(refused.try_set(Some(Refused::Unknown))),
                _ => drop(refused.try_set(Some(Refused::Several))),
            }
        });
    };
    let on_submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send();
    };
    let message = move || {
        refused.get().map(|refused| {
            let text = match refused {
                Refused::Unknown => page.texts().wallet_pick_unknown(),
                Refused::Several => page.texts().wallet_pick_several(),
            };
            view! { <span class="message" role="alert">{text}</span> }
        })
    };
    view! {
        <form class="join-by-hand field" class:wrong=move || refused.get().is_some() on:submit=on_submit>
            <input
                class="input"
                type="text"
                autocomplete="off"
                aria-label=label
                aria-invalid=move || refused.get().is_some().then_some("true")
                data-testid="wallet-join"
                placeholder=move || page.texts().wallet_pick()
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    refused.set(None);
                }
            />
            <button type="submit" class="button quiet" aria-label=button_label>{move || page.texts().wallet_pick_button()}</button>
            {message}
        </form>
    }
}
