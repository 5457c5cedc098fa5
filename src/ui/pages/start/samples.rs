//! Real data to try, each with its credit and licence. One click puts the chart on screen.

use leptos::prelude::*;

use crate::browser::offline::has_sample;
use crate::ui::i18n::Texts;
use crate::ui::pages::import::{Asked, ImportDoor};
use crate::ui::state::AppState;

struct Sample {
    testid: &'static str,
    file: &'static str,
    /// A second file that belongs to it.
    followed_by: Option<&'static str>,
    name: fn(Texts) -> &'static str,
    size: fn(Texts) -> &'static str,
    credit: fn(Texts) -> &'static str,
    /// Language of the name where it is not the page's own.
    lang: Option<&'static str>,
}

const SAMPLES: [Sample; 5] = [
    Sample {
        testid: "sample-online-retail",
        file: "online_retail_invoices.csv",
        followed_by: None,
        name: Texts::start_sample_retail,
        size: Texts::start_sample_retail_size,
        credit: Texts::start_sample_retail_credit,
        lang: None,
    },
    Sample {
        testid: "sample-northwind",
        file: "northwind_order_lines.csv",
        followed_by: None,
        name: Texts::start_sample_northwind,
        size: Texts::start_sample_northwind_size,
        credit: Texts::start_sample_northwind_credit,
        lang: None,
    },
    Sample {
        testid: "sample-zh-retail",
        file: "zh_retail_gbk.csv",
        followed_by: None,
        name: Texts::start_sample_zh,
        size: Texts::start_sample_zh_size,
        credit: Texts::start_sample_zh_credit,
        lang: Some("zh-CN"),
    },
    Sample {
        testid: "sample-crm-pipeline",
        file: "crm_pipeline.csv",
        followed_by: Some("crm_pipeline_history.csv"),
        name: Texts::start_sample_pipeline,
        size: Texts::start_sample_pipeline_size,
        credit: Texts::start_sample_pipeline_credit,
        lang: None,
    },
    Sample {
        testid: "sample-zh-pipeline",
        file: "zh_pipeline_gbk.csv",
        followed_by: Some("zh_pipeline_history_gbk.csv"),
        name: Texts::start_sample_pipeline_zh,
        size: Texts::start_sample_pipeline_zh_size,
        credit: Texts::start_sample_pipeline_credit,
        lang: Some("zh-CN"),
    },
];

#[component]
pub fn Samples() -> impl IntoView {
    let state = AppState::get();
    view! {
        <section class="way" aria-labelledby="way-samples">
            <h2 id="way-samples">{move || state.texts().start_samples()}</h2>
            <ul class="rows">{SAMPLES.into_iter().filter(|sample| has_sample(sample.file)).map(|sample| row(state, sample)).collect_view()}</ul>
        </section>
    }
}

fn row(state: AppState, sample: Sample) -> impl IntoView {
    let door = ImportDoor::get();
    let Sample { testid, file, followed_by, name, size, credit, lang } = sample;
    let take = move |_| door.ask(Asked::Sample { file, name: name(state.texts_now()), followed_by });
    view! {
        <li>
            <button type="button" class="row-button" data-testid=testid on:click=take>
                <b lang=lang>{move || name(state.texts())}</b>
                <span>{move || size(state.texts())}</span>
                <small>{move || credit(state.texts())}</small>
            </button>
        </li>
    }
}
