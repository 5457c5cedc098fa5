//! The follow-up audit and the two readings of K.

use super::{rates_to, real};
use crate::engine::{FunnelAuditView, FunnelView, OverdueRow};
use crate::ui::i18n::Texts;
use crate::ui::words::explain::{Explanation, Tag};

/// A figure of the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuditFigure {
    Overdue,
    Card,
    Raises,
    Sample,
    Conversion,
    Recovery,
}

#[must_use]
pub fn explain_audit(texts: Texts, figure: AuditFigure, found: &FunnelAuditView, view: &FunnelView) -> Option<Explanation> {
    match figure {
        AuditFigure::Overdue => Some(overdue(texts, found)),
        AuditFigure::Card => card(texts, found),
        AuditFigure::Raises => Some(
            Explanation::new(texts.why_raises(), Tag::Extension, texts.why_raises_how())
                .line(format!("{} ÷ {}", texts.count(found.raises.without_record_total), texts.count(found.raises.all)))
                .input(texts.why_raises_unknown(), texts.count(found.raises.unknown)),
        ),
        AuditFigure::Sample => Some(
            Explanation::new(texts.audit_sample(), Tag::Extension, texts.why_sample_how())
                .line(format!("{} ÷ {}", found.sample.len(), texts.count(found.open)))
                .input(texts.explain_seed(), view.shown().seed.to_string()),
        ),
        AuditFigure::Conversion => Some(
            Explanation::new(texts.audit_k_conversion(), Tag::Extension, texts.why_conversion_how())
                .line(texts.why_conversion_rule())
                .line(format!("{} = {}", rates_to(texts, view, view.steps.len()), real(texts, found.readings.conversion?))),
        ),
        AuditFigure::Recovery => {
            let readings = &found.readings;
            let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| real(texts, value));
            let result = readings.recovery.as_ref().and_then(|found| found.as_ref().ok().copied());
            Some(Explanation::new(texts.audit_k_recovery(), Tag::Extension, texts.why_recovery_how()).line(format!(
                "{} ÷ {} = {}",
                number(readings.cash_received),
                number(readings.contract_value),
                number(result)
            )))
        }
    }
}

fn overdue(texts: Texts, found: &FunnelAuditView) -> Explanation {
    let explanation = Explanation::new(texts.why_overdue(), Tag::Extension, texts.why_overdue_how())
        .line(texts.why_overdue_rule())
        .line(format!("{} ÷ {}", texts.count(found.overdue_total), texts.count(found.open)))
        .input(texts.why_day_of_audit(), texts.day(found.today));
    found.levels.iter().fold(explanation, |explanation, level| {
        let every = texts.why_cadence_days(texts.count(level.cadence_days));
        let due = format!("{every}: {} ÷ {}", texts.count(level.overdue), texts.count(level.open));
        explanation.input(&texts.why_cadence(&level.code), due)
    })
}

fn card(texts: Texts, found: &FunnelAuditView) -> Option<Explanation> {
    let share = found.card.share?;
    let filled: u64 = found.card.fields.iter().map(|(_, entries)| u64::from(*entries)).sum();
    let all = u64::from(found.open) * found.card.fields.len() as u64;
    let explanation = Explanation::new(texts.why_card(), Tag::Extension, texts.why_card_how()).line(texts.why_card_rule()).line(format!(
        "{} ÷ {} = {}",
        texts.count(filled),
        texts.count(all),
        texts.share_fine(share)
    ));
    let name = |field| texts.profile_field(field);
    Some(found.card.fields.iter().fold(explanation, |explanation, (field, entries)| explanation.input(name(*field), texts.count(*entries))))
}

/// Why one entry is overdue.
#[must_use]
pub fn explain_overdue(texts: Texts, row: &OverdueRow, found: &FunnelAuditView) -> Explanation {
    let cadence = found.levels.iter().find(|level| level.code == row.level).map_or(0, |level| level.cadence_days);
    let explanation = Explanation::new(texts.why_overdue(), Tag::Extension, texts.why_overdue_how()).line(texts.why_overdue_rule());
    let Some((since, days)) = row.entry.last_contact.or(row.entry.entered).zip(row.days) else { return explanation };
    explanation.line(format!(
        "{} − {} − {} = {}",
        texts.day(found.today),
        texts.day(since),
        texts.why_cadence_days(texts.count(cadence)),
        texts.why_cadence_days(texts.count(days.unsigned_abs()))
    ))
}
