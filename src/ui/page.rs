//! Pages and their addresses. Hash routes, because static hosts and USB sticks know no others.

use crate::classify::Side;

/// Pages by hash route: `#/existing`. `Start` is the empty route.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    #[default]
    Start,
    Existing,
    Potential,
    Funnel,
    Changes,
    Wallet,
    Future,
    Time,
    Playbook,
    Actions,
    Data,
    Workspaces,
    Versions,
    Help,
    /// Every component in every state, for looking at; no link leads there.
    Gallery,
}

impl Page {
    pub const ALL: [Self; 15] = [
        Self::Start,
        Self::Existing,
        Self::Potential,
        Self::Funnel,
        Self::Changes,
        Self::Wallet,
        Self::Future,
        Self::Time,
        Self::Playbook,
        Self::Actions,
        Self::Data,
        Self::Workspaces,
        Self::Versions,
        Self::Help,
        Self::Gallery,
    ];

    /// As in the address and in the handles `nav-<page>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Start => "",
            Self::Existing => "existing",
            Self::Potential => "potential",
            Self::Funnel => "funnel",
            Self::Changes => "changes",
            Self::Wallet => "wallet",
            Self::Future => "future",
            Self::Time => "time",
            Self::Playbook => "playbook",
            Self::Actions => "actions",
            Self::Data => "data",
            Self::Workspaces => "workspaces",
            Self::Versions => "versions",
            Self::Help => "help",
            Self::Gallery => "gallery",
        }
    }

    /// `#/existing`.
    #[must_use]
    pub fn hash(self) -> String {
        format!("#/{}", self.code())
    }

    /// The page of an address; an unknown one leads to the start.
    #[must_use]
    pub fn from_hash(hash: &str) -> Self {
        let code = hash.trim_start_matches('#').trim_start_matches('/');
        let code = code.split(['?', '/']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|page| page.code() == code).unwrap_or_default()
    }

    /// Whose quadrant the page shows, where it shows one.
    #[must_use]
    pub fn side(self) -> Side {
        if self == Self::Potential { Side::Potential } else { Side::Existing }
    }

    /// Whether the page shows an open workspace and is empty without one.
    #[must_use]
    pub fn needs_workspace(self) -> bool {
        matches!(
            self,
            Self::Existing
                | Self::Potential
                | Self::Funnel
                | Self::Changes
                | Self::Wallet
                | Self::Future
                | Self::Time
                | Self::Playbook
                | Self::Actions
                | Self::Data
                | Self::Versions
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_back_to_their_pages() {
        for page in Page::ALL {
            assert_eq!(Page::from_hash(&page.hash()), page);
        }
        assert_eq!(Page::from_hash(""), Page::Start);
        assert_eq!(Page::from_hash("#/nowhere"), Page::Start);
    }
}
