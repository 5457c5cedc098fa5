//! Bars of two figures a row with the table of the same figures beside them, and their file; here and on the page of potential and headroom.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plotters_backend::DrawingBackend;

use crate::browser::clock;
use crate::chart::pairs::{PairBar, PairTexts, PairsInput, draw, layout};
use crate::chart::picture::{Sheet, svg};
use crate::chart::{Drawn, Palette, Pen};
use crate::ui::components::{Explain, Icon, Menu, SourceTag};
use crate::ui::drawing::{PlainCanvas, png};
use crate::ui::exporting::file_name;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;

/// Of an exported picture, in chart units.
const SIZE: (f64, f64) = (1200.0, 700.0);

/// Everything the picture and its table show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PairsShown {
    pub bars: Vec<PairBar>,
    pub texts: PairTexts,
    /// Head of the column of names.
    pub names: &'static str,
    pub currency: String,
    /// Title and rule of the exported picture.
    pub finding: String,
    pub rule: String,
}

impl PairsShown {
    fn draw<B: DrawingBackend>(&self, texts: Texts, pen: &Pen<B>, size: (f64, f64), palette: &Palette) -> Drawn<B> {
        let money = |figure: f64| texts.money_short(figure, &self.currency);
        let input = PairsInput { size, bars: &self.bars, texts: &self.texts, figure_text: &money };
        draw(pen, &layout(&input), palette)
    }
}

type Words = fn(Texts) -> &'static str;

/// What a picture is called; copy it freely.
#[derive(Clone, Copy)]
pub struct PairsNames {
    /// Begins the handles: `<handle>-chart`, `<handle>-chart-table`, `export-<handle>-svg`.
    pub handle: &'static str,
    /// Handle of the menu that saves the picture.
    pub menu: &'static str,
    pub source: SourceTag,
    pub title: Words,
    /// How the figures are found.
    pub how: Words,
    pub file: Words,
}

#[component]
pub fn PairsPicture(names: PairsNames, #[prop(into)] shown: Signal<PairsShown>) -> impl IntoView {
    let app = AppState::get();
    let PairsNames { handle, menu, source, title, how, file } = names;
    let id = format!("{handle}-picture");
    let label = move || format!("{}: {}", title(app.texts()), shown.with(|shown| shown.finding.clone()));
    // The picture is as high as its rows need.
    let rows = move || shown.with(|shown| shown.bars.len().to_string());
    let save = move |as_png: bool| export(app, shown.get_untracked(), file, as_png);
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <div class="section-head">
                <h2 id=id.clone()>
                    {move || title(app.texts())}
                    <Explain source title=move || title(app.texts()) text=move || how(app.texts()) />
                </h2>
                <Menu icon=Icon::Export label=move || app.texts().growth_picture_export() testid=menu>
                    <button type="button" class="button quiet" data-testid=format!("export-{handle}-svg") on:click=move |_| save(false)>"SVG"</button>
                    <button type="button" class="button quiet" data-testid=format!("export-{handle}-png") on:click=move |_| save(true)>"PNG"</button>
                </Menu>
            </div>
            <div class="pairs">
                <div class="pairs-plot" style:--rows=rows role="img" aria-label=label data-testid=format!("{handle}-chart")>
                    <PlainCanvas draw=move |pen, size, palette| {
                        // A canvas cannot fail to take a line.
                        shown.with(|shown| drop(shown.draw(app.texts(), pen, size, palette)));
                    } />
                </div>
                <PairsTable handle shown labelled_by=id.clone() />
            </div>
        </section>
    }
}

#[component]
fn PairsTable(handle: &'static str, shown: Signal<PairsShown>, labelled_by: String) -> impl IntoView {
    let app = AppState::get();
    let rows = move || {
        let texts = app.texts();
        shown.with(|shown| {
            let money = |figure: f64| texts.money(figure, &shown.currency);
            let row = |bar: &PairBar| {
                let name = if bar.code.is_empty() { bar.name.clone() } else { format!("{} {}", bar.code, bar.name) };
                let outlined = bar.outlined.map_or_else(|| "–".to_owned(), money);
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td class="num" data-value=bar.filled.to_string()>{money(bar.filled)}</td>
                        <td class="num" data-value=bar.outlined.map(|figure| figure.to_string())>{outlined}</td>
                        <td class="num">{bar.note.clone()}</td>
                    </tr>
                }
                .into_any()
            };
            shown.bars.iter().map(row).collect::<Vec<_>>()
        })
    };
    let head = move |of: fn(&PairTexts) -> &str| move || shown.with(|shown| of(&shown.texts).to_owned());
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby=labelled_by>
            <table class="table flush" data-testid=format!("{handle}-chart-table")>
                <thead>
                    <tr>
                        <th scope="col">{move || shown.with(|shown| shown.names)}</th>
                        <th scope="col" class="num">{head(|texts| &texts.filled)}</th>
                        <th scope="col" class="num">{head(|texts| &texts.outlined)}</th>
                        <th scope="col" class="num">{head(|texts| &texts.note)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The picture with finding, rule and credit as a file.
fn export(app: AppState, shown: PairsShown, file: Words, as_png: bool) {
    spawn_local(async move {
        let (texts, workspace) = (app.texts_now(), app.workspace_name());
        let credit = texts.export_credit(&workspace, texts.day(clock::today()));
        let sheet = Sheet { size: SIZE, title: &shown.finding, rule: &shown.rule, credit: &credit };
        let bytes = if as_png {
            png(&sheet, |pen, size| shown.draw(texts, pen, size, &Palette::LIGHT)).await
        } else {
            svg(&sheet, &Palette::LIGHT, |pen, size| shown.draw(texts, pen, size, &Palette::LIGHT)).ok().map(String::into_bytes)
        };
        let (ending, media_type) = if as_png { ("png", "image/png") } else { ("svg", "image/svg+xml") };
        match bytes {
            Some(bytes) => app.download(&file_name(&workspace, file(texts), ending), media_type, &bytes),
            None => app.say(texts.export_failed(), None),
        }
    });
}
