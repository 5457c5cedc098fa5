//! Which sales the outside figures are held against, and the main figures.

use leptos::prelude::*;

use super::state::WalletState;
use crate::engine::WalletView;
use crate::ui::components::{Button, DayField, Explain, Look, SourceTag};
use crate::ui::i18n::Texts;
use crate::workspace::Window;

#[component]
pub fn Options() -> impl IntoView {
    let page = WalletState::get();
    let reversed = RwSignal::new(false);
    let shown = Memo::new(move |_| page.read(|view| view.days).flatten());
    let set = move |edit: &dyn Fn(&mut Window)| {
        let mut window = shown.get_untracked().map(|(from, to)| Window { from: Some(from), to: Some(to) }).unwrap_or_default();
        edit(&mut window);
        let backwards = matches!(window, Window { from: Some(from), to: Some(to) } if to < from);
        reversed.set(backwards);
        if !backwards {
            page.edit(|settings| settings.window = Some(window));
        }
    };
    let refused = Signal::derive(move || reversed.get().then(|| page.texts().changes_window_reversed().to_owned()));
    let own = Memo::new(move |_| page.read(|view| view.settings.window.is_some()).unwrap_or(false));
    let per_year = Memo::new(move |_| page.read(|view| view.settings.per_year).unwrap_or(false));
    let rule = move || page.read(|view| rule(page.texts(), view));
    view! {
        <div class="wallet-options">
            <DayField
                label=move || page.texts().wallet_sales_from()
                value=Signal::derive(move || shown.get().map(|days| days.0))
                testid="wallet-from"
                on_change=move |day| set(&|window| window.from = day)
            />
            <DayField
                label=move || page.texts().wallet_sales_to()
                value=Signal::derive(move || shown.get().map(|days| days.1))
                testid="wallet-to"
                refused
                on_change=move |day| set(&|window| window.to = day)
            />
            <Show when=move || own.get()>
                <Button
                    look=Look::Quiet
                    text=move || page.texts().wallet_window_all()
                    on_click=move |_| page.edit(|settings| settings.window = None)
                />
            </Show>
            <label class="check">
                <input
                    type="checkbox"
                    data-testid="wallet-per-year"
                    prop:checked=move || per_year.get()
                    on:change=move |event| page.edit(|settings| settings.per_year = event_target_checked(&event))
                />
                {move || page.texts().wallet_per_year()}
            </label>
        </div>
        <p class="rule">{rule}</p>
    }
}

fn rule(texts: Texts, view: &WalletView) -> String {
    let sales = match view.days {
        Some((first, last)) => texts.wallet_rule(texts.days(first, last)),
        None => texts.wallet_rule_list().to_owned(),
    };
    let mut rule = vec![sales];
    if view.settings.per_year && view.days.is_some() {
        rule.push(texts.wallet_rule_year(texts.decimal(view.factor, 3)));
    }
    rule.push(texts.wallet_rule_whole().to_owned());
    rule.join(" ")
}

type Of = fn(Texts, &WalletView) -> (String, Option<f64>);
type Words = fn(Texts) -> &'static str;

const FIGURES: [(&str, Words, Words, Of); 4] = [
    ("potential", Texts::wallet_potential, Texts::wallet_rule_whole, |texts, view| {
        (texts.money(view.total.potential, &view.currency), Some(view.total.potential))
    }),
    ("sales", Texts::wallet_sales, Texts::wallet_share_how, |texts, view| {
        (texts.money(view.total.sales, &view.currency), Some(view.total.sales))
    }),
    ("share", Texts::wallet_share, Texts::wallet_share_how, |texts, view| {
        let share = view.total.share();
        (share.map_or_else(|| "–".to_owned(), |share| texts.share_fine(share)), share)
    }),
    ("headroom", Texts::wallet_headroom, Texts::wallet_headroom_how, |texts, view| {
        (texts.money(view.total.headroom(), &view.currency), Some(view.total.headroom()))
    }),
];

#[component]
pub fn Figures() -> impl IntoView {
    let page = WalletState::get();
    let figure = move |(code, name, how, of): (&'static str, Words, Words, Of)| {
        let shown = Memo::new(move |_| page.read(|view| of(page.texts(), view)));
        let inputs = Signal::derive(move || page.read(|view| inputs(page.texts(), view)).unwrap_or_default());
        view! {
            <div>
                <dt>
                    {move || name(page.texts())}
                    <Explain source=SourceTag::S title=move || name(page.texts()) text=move || how(page.texts()) inputs />
                </dt>
                <dd data-testid=format!("wallet-{code}") data-value=move || shown.get().and_then(|shown| shown.1).map(|value| value.to_string())>
                    {move || shown.get().map(|shown| shown.0)}
                </dd>
            </div>
        }
    };
    let notes = move || {
        let texts = page.texts();
        page.read(|view| {
            let over = (view.over > 0).then(|| texts.wallet_over(texts.count(view.over), texts.money(-view.over_headroom, &view.currency)));
            let without = (view.without > 0)
                .then(|| texts.wallet_without(texts.count(view.without), texts.money(view.without_sales, &view.currency)));
            let none = (!view.has_customers).then(|| texts.wallet_no_customers().to_owned());
            [none, over, without].into_iter().flatten().map(|line| view! { <p class="note">{line}</p> }).collect_view()
        })
    };
    view! {
        <dl class="growth-figures">{FIGURES.map(figure).collect_view()}</dl>
        {notes}
    }
}

fn inputs(texts: Texts, view: &WalletView) -> Vec<(String, String)> {
    let money = |value: f64| texts.money_exact(value, &view.currency);
    vec![
        (texts.wallet_customers().to_owned(), texts.count(view.customers)),
        (texts.wallet_sales().to_owned(), money(view.total.sales)),
        (texts.wallet_potential().to_owned(), money(view.total.potential)),
    ]
}
