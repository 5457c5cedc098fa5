//! Contacts by channel: what they cost and take, and what moving some to a cheaper channel saves (METHODS 4).

use serde::{Deserialize, Serialize};

use super::Channel;
use crate::units::Sum;

/// Contacts, cost of one and hours of one, by [`Channel::index`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChannelMix {
    pub contacts: [f64; Channel::COUNT],
    /// Relative or in a currency.
    pub unit_cost: [f64; Channel::COUNT],
    pub hours_each: [f64; Channel::COUNT],
}

/// A mix added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MixFigures {
    pub contacts: f64,
    pub cost: f64,
    pub hours: f64,
    /// By channel.
    pub cost_by_channel: [f64; Channel::COUNT],
    pub hours_by_channel: [f64; Channel::COUNT],
}

impl ChannelMix {
    /// The relative costs of METHODS 4 and the hours of METHODS 8.
    #[must_use]
    pub fn with_defaults(contacts: [f64; Channel::COUNT]) -> Self {
        Self { contacts, unit_cost: Channel::RELATIVE_COST, hours_each: Channel::HOURS }
    }

    /// ```
    /// use fourfold::effort::ChannelMix;
    /// let mix = ChannelMix::with_defaults([600.0, 300.0, 100.0]);
    /// assert!((mix.figures().cost - 60_301.0).abs() < 1e-9);
    /// assert!((mix.figures().hours - 1285.0).abs() < 1e-9);
    /// ```
    #[must_use]
    pub fn figures(&self) -> MixFigures {
        let times = |each: &[f64; Channel::COUNT]| Channel::ALL.map(|channel| self.contacts[channel.index()] * each[channel.index()]);
        let (cost_by_channel, hours_by_channel) = (times(&self.unit_cost), times(&self.hours_each));
        MixFigures {
            contacts: self.contacts.into_iter().collect::<Sum>().value(),
            cost: cost_by_channel.into_iter().collect::<Sum>().value(),
            hours: hours_by_channel.into_iter().collect::<Sum>().value(),
            cost_by_channel,
            hours_by_channel,
        }
    }
}

/// Contacts that change their channel.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Move {
    pub from: Channel,
    pub to: Channel,
    pub contacts: f64,
}

/// The mix after a move; no more contacts leave a channel than it has.
///
/// ```
/// use fourfold::effort::{Channel, ChannelMix, Move, moved};
/// let mix = ChannelMix::with_defaults([600.0, 300.0, 100.0]);
/// let after = moved(&mix, Move { from: Channel::Field, to: Channel::Phone, contacts: 100.0 }).figures();
/// assert!((after.cost - 50_401.0).abs() < 1e-9);
/// assert!((after.cost / mix.figures().cost - 1.0 - -0.164).abs() < 0.0005);
/// ```
#[must_use]
pub fn moved(mix: &ChannelMix, change: Move) -> ChannelMix {
    let mut after = *mix;
    if change.from != change.to {
        let moving = change.contacts.clamp(0.0, mix.contacts[change.from.index()].max(0.0));
        after.contacts[change.from.index()] -= moving;
        after.contacts[change.to.index()] += moving;
    }
    after
}

/// Contacts made against contacts needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Adequacy {
    pub made: f64,
    pub needed: f64,
}

impl Adequacy {
    /// Made ÷ needed; `None` where nothing is needed.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        (self.needed > 0.0).then(|| self.made / self.needed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_contacts_move_than_there_are() {
        let mix = ChannelMix::with_defaults([10.0, 0.0, 0.0]);
        let after = moved(&mix, Move { from: Channel::Field, to: Channel::Email, contacts: 40.0 });
        assert_eq!(after.contacts, [0.0, 0.0, 10.0]);
        assert_eq!(moved(&mix, Move { from: Channel::Field, to: Channel::Field, contacts: 4.0 }), mix);
    }

    #[test]
    fn adequacy_needs_a_need() {
        assert_eq!(Adequacy { made: 30.0, needed: 40.0 }.ratio(), Some(0.75));
        assert_eq!(Adequacy::default().ratio(), None);
    }
}
