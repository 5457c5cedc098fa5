//! The quadrant picture as a file of its own: finding, rule, chart and credit, as SVG or as PNG at twice its size.

use leptos::prelude::GetUntracked;
use plotters_backend::DrawingBackend;

use super::canvas::context_of;
use super::crowd::{coloured, put_cells};
use crate::browser::clock;
use crate::chart::crowd::{CrowdFrame, Pale};
use crate::chart::picture::{self, Sheet, svg};
use crate::chart::scatter::{Room, ScatterCuts, ScatterInput, ScatterLayout, draw, draw_frame, draw_texts, draw_thresholds, layout};
use crate::chart::{Drawn, Palette, Pen, Rect};
use crate::classify::Side;
use crate::engine::{CrowdQuery, CrowdView, PointsView, PotentialView, QuadrantView, Query, TrialCuts, WorkspaceView};
use crate::ui::drawing::{PNG_SCALE, png_with};
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::ui::words::{
    Look, contribution_tick, finding, potential_finding, potential_sentence, rule_sentence, rule_text, scatter_texts, score_tick,
};

/// A picture's bytes and the workspace it is of.
pub struct Exported {
    pub workspace: String,
    pub bytes: Vec<u8>,
}

/// In chart units; a slide of 3 : 2.
const SIZE: (f64, f64) = (1200.0, 800.0);
/// The export has more room for names than the page.
const NAMES: usize = 12;

/// Everything a picture is made from, as it is at this moment.
struct Subject {
    texts: Texts,
    workspace: WorkspaceView,
    overview: QuadrantView,
    points: PointsView,
    /// Of the potential side.
    potential: Option<PotentialView>,
}

impl Subject {
    async fn of(app: AppState) -> Option<Self> {
        let workspace = app.ask(Query::Workspace).await?;
        let side = app.page.get_untracked().side();
        let overview = app.ask(Query::Quadrant { side, trial: TrialCuts::default() }).await?;
        let points = app.ask(Query::Landmarks { side, also: Vec::new() }).await?;
        let potential = match side {
            Side::Existing => None,
            Side::Potential => Some(app.ask(Query::Potential).await?),
        };
        Some(Self { texts: app.texts_now(), workspace, overview, points, potential })
    }

    fn finding(&self) -> String {
        match &self.potential {
            None => finding(self.texts, &self.overview, self.workspace.settings.contribution, &self.workspace.currency),
            Some(_) => potential_finding(self.texts, &self.overview),
        }
    }

    fn look(&self) -> Look {
        match &self.potential {
            None => Look::of_existing(&self.workspace.settings),
            Some(view) => Look::of_potential(&view.settings),
        }
    }

    fn rule(&self) -> String {
        rule_text(&match &self.potential {
            None => rule_sentence(self.texts, &self.overview, &self.workspace),
            Some(view) => potential_sentence(self.texts, view, &self.workspace.currency),
        })
    }

    fn credit(&self) -> String {
        self.texts.export_credit(&self.workspace.name, self.texts.day(clock::today()))
    }

    fn layout(&self, size: (f64, f64)) -> ScatterLayout {
        let (texts, look, currency) = (self.texts, self.look(), &self.workspace.currency);
        let cuts = self.overview.cuts;
        layout(&ScatterInput {
            size,
            room: Room::PICTURE,
            score: &self.points.score,
            contribution: &self.points.vertical,
            class: &self.points.class,
            names: &self.points.names,
            crowd: self.points.crowd > 0,
            cuts: ScatterCuts {
                score: cuts.map(|cuts| self.overview.score_scale.score(cuts.horizontal)),
                contribution: cuts.map(|cuts| cuts.vertical),
            },
            scale: look.scale_kind(),
            window: None,
            hidden: [false; 4],
            selected: None,
            focused: None,
            most_names: NAMES,
            texts: &scatter_texts(texts, &self.overview, look, currency, true),
            score_tick: &|score| score_tick(texts, score),
            contribution_tick: &|tick| contribution_tick(texts, look, tick, currency),
        })
    }
}

/// The rule sentence of the open workspace; empty where the engine does not answer.
pub async fn rule_of_workspace(app: AppState) -> String {
    Subject::of(app).await.map(|subject| subject.rule()).unwrap_or_default()
}

/// What stands around the picture.
struct Around {
    title: String,
    rule: String,
    credit: String,
}

impl Around {
    fn new(subject: &Subject) -> Self {
        let density = if subject.points.crowd > 0 { subject.texts.picture_density_rule() } else { "" };
        let rule = format!("{} {density}", subject.rule());
        Self { title: subject.finding(), rule: rule.trim_end().to_owned(), credit: subject.credit() }
    }

    fn sheet(&self) -> Sheet<'_> {
        Sheet { size: SIZE, title: &self.title, rule: &self.rule, credit: &self.credit }
    }
}

/// Side of a crowd's cells in chart units.
const CELL: f64 = 1.5;

/// The points of a crowd, for the room a sheet leaves; `None` where the picture holds all points itself.
async fn crowd_of(app: AppState, subject: &Subject, sheet: &Sheet<'_>) -> Option<CrowdView> {
    let room = picture::layout(sheet).chart;
    let layout = subject.layout((room.width(), room.height()));
    if !layout.crowd {
        return None;
    }
    let frame = CrowdFrame { axes: layout.axes(), cell: CELL, hidden: [false; 4], pale: Pale::Nobody };
    let question = CrowdQuery { side: subject.overview.side, trial: TrialCuts::default(), frame };
    app.ask(Query::Crowd(Box::new(question))).await
}

/// Everything but the points of a crowd, which `put` lays between the lines.
fn draw_around<B: DrawingBackend>(pen: &Pen<B>, layout: &ScatterLayout, put: impl FnOnce() -> Drawn<B>) -> Drawn<B> {
    draw_frame(pen, layout, &Palette::LIGHT)?;
    put()?;
    draw_thresholds(pen, layout, &Palette::LIGHT)?;
    draw_texts(pen, layout, &Palette::LIGHT)
}

/// The picture as an SVG document.
pub async fn picture_svg(app: AppState) -> Option<Exported> {
    let subject = Subject::of(app).await?;
    let around = Around::new(&subject);
    let crowd = crowd_of(app, &subject, &around.sheet()).await;
    let href = crowd.as_ref().and_then(|view| coloured(view, &Palette::LIGHT)?.to_data_url().ok());
    let document = svg(&around.sheet(), &Palette::LIGHT, |pen, size| {
        let layout = subject.layout(size);
        match (&crowd, &href) {
            (Some(view), Some(href)) => draw_around(pen, &layout, || pen.image(area_of(view), href)),
            _ => draw(pen, &layout, &subject.points.class, &Palette::LIGHT),
        }
    });
    Some(Exported { workspace: subject.workspace.name, bytes: document.ok()?.into_bytes() })
}

/// Where the cells lie under their own axes.
fn area_of(view: &CrowdView) -> Rect {
    let (plot, picture) = (view.frame.axes.plot, &view.picture);
    let length = |cells: u32| f64::from(cells) * view.frame.cell;
    Rect { right: plot.left + length(picture.columns), bottom: plot.top + length(picture.rows), ..plot }
}

/// The picture as PNG.
pub async fn picture_png(app: AppState) -> Option<Exported> {
    let subject = Subject::of(app).await?;
    let around = Around::new(&subject);
    let crowd = crowd_of(app, &subject, &around.sheet()).await;
    let room = picture::layout(&around.sheet()).chart;
    let bytes = png_with(&around.sheet(), |pen, size, canvas| {
        let layout = subject.layout(size);
        let Some(view) = &crowd else { return draw(pen, &layout, &subject.points.class, &Palette::LIGHT) };
        draw_around(pen, &layout, || {
            if let (Some(context), Some(cells)) = (context_of(canvas), coloured(view, &Palette::LIGHT)) {
                context.save();
                // A place that cannot be moved to leaves the picture without its points; there is no such canvas.
                drop(context.translate(room.left * PNG_SCALE, room.top * PNG_SCALE));
                put_cells(&context, &cells, view, &layout.axes(), PNG_SCALE);
                context.restore();
            }
            Ok(())
        })
    })
    .await?;
    Some(Exported { workspace: subject.workspace.name, bytes })
}
