//! The quadrant picture as a file of its own: finding, rule, chart and credit, as SVG or as PNG at twice its size.

use crate::browser::clock;
use crate::chart::picture::{Sheet, svg};
use crate::chart::scatter::{Room, ScatterCuts, ScatterInput, ScatterLayout, draw, layout};
use crate::chart::{Palette, ScaleKind};
use crate::classify::Side;
use crate::engine::{PointsView, QuadrantView, Query, TrialCuts, WorkspaceView};
use crate::ui::drawing::png;
use crate::ui::i18n::Texts;
use crate::ui::state::AppState;
use crate::ui::words::{contribution_tick, finding, rule_sentence, rule_text, scatter_texts, score_tick};
use crate::workspace::AxisScale;

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
    existing: QuadrantView,
    points: PointsView,
}

impl Subject {
    async fn of(app: AppState) -> Option<Self> {
        let workspace = app.ask(Query::Workspace).await?;
        let existing = app.ask(Query::Quadrant { side: Side::Existing, trial: TrialCuts::default() }).await?;
        let points = app.ask(Query::Points { side: Side::Existing, trial: TrialCuts::default() }).await?;
        Some(Self { texts: app.texts_now(), workspace, existing, points })
    }

    fn finding(&self) -> String {
        finding(self.texts, &self.existing, self.workspace.settings.contribution, &self.workspace.currency)
    }

    fn rule(&self) -> String {
        rule_text(&rule_sentence(self.texts, &self.existing, &self.workspace))
    }

    fn credit(&self) -> String {
        self.texts.export_credit(&self.workspace.name, self.texts.day(clock::today()))
    }

    fn layout(&self, size: (f64, f64)) -> ScatterLayout {
        let (texts, settings, currency) = (self.texts, &self.workspace.settings, &self.workspace.currency);
        let cuts = self.existing.cuts;
        layout(&ScatterInput {
            size,
            room: Room::PICTURE,
            score: &self.points.score,
            contribution: &self.points.vertical,
            class: &self.points.class,
            names: &self.points.names,
            cuts: ScatterCuts {
                score: cuts.map(|cuts| self.existing.score_scale.score(cuts.horizontal)),
                contribution: cuts.map(|cuts| cuts.vertical),
            },
            scale: if settings.scale == AxisScale::Log { ScaleKind::Log } else { ScaleKind::Linear },
            window: None,
            hidden: [false; 4],
            selected: None,
            focused: None,
            most_names: NAMES,
            texts: &scatter_texts(texts, &self.existing, settings, currency, true),
            score_tick: &|score| score_tick(texts, score),
            contribution_tick: &|tick| contribution_tick(texts, tick, currency),
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
