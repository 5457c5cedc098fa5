//! The quadrant picture as a file of its own: finding, rule, chart and credit, as SVG or as PNG at twice its size.

use leptos::prelude::GetUntracked;

use crate::browser::clock;
use crate::chart::Palette;
use crate::chart::picture::{Sheet, svg};
use crate::chart::scatter::{Room, ScatterCuts, ScatterInput, ScatterLayout, draw, layout};
use crate::classify::Side;
use crate::engine::{PointsView, PotentialView, QuadrantView, Query, TrialCuts, WorkspaceView};
use crate::ui::drawing::png;
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
        let points = app.ask(Query::Points { side, trial: TrialCuts::default() }).await?;
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
            crowd: false,
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

/// The picture as an SVG document.
pub async fn picture_svg(app: AppState) -> Option<Exported> {
    let subject = Subject::of(app).await?;
    let (title, rule, credit) = (subject.finding(), subject.rule(), subject.credit());
    let sheet = Sheet { size: SIZE, title: &title, rule: &rule, credit: &credit };
    let document =
        svg(&sheet, &Palette::LIGHT, |pen, size| draw(pen, &subject.layout(size), &subject.points.class, &Palette::LIGHT)).ok()?;
    Some(Exported { workspace: subject.workspace.name, bytes: document.into_bytes() })
}

/// The picture as PNG.
pub async fn picture_png(app: AppState) -> Option<Exported> {
    let subject = Subject::of(app).await?;
    let (title, rule, credit) = (subject.finding(), subject.rule(), subject.credit());
    let sheet = Sheet { size: SIZE, title: &title, rule: &rule, credit: &credit };
    let bytes = png(&sheet, |pen, size| draw(pen, &subject.layout(size), &subject.points.class, &Palette::LIGHT)).await?;
    Some(Exported { workspace: subject.workspace.name, bytes })
}
