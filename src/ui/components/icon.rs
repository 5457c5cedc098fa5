//! The icon set: outlines on a 20 × 20 grid, drawn in the colour of the words beside them.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Quadrant,
    Prospect,
    Funnel,
    Changes,
    Wallet,
    Future,
    Data,
    Workspaces,
    Help,
    Undo,
    Redo,
    Present,
    Export,
    Close,
    Check,
    Warning,
    Question,
    Info,
    Table,
    More,
    Search,
    Zoom,
    Menu,
    Open,
    Paste,
    Plus,
    Trash,
    Edit,
    Copy,
    Curve,
    Time,
    Playbook,
    Actions,
}

impl Icon {
    pub const ALL: [Self; 33] = [
        Self::Quadrant,
        Self::Prospect,
        Self::Funnel,
        Self::Changes,
        Self::Wallet,
        Self::Future,
        Self::Data,
        Self::Workspaces,
        Self::Help,
        Self::Undo,
        Self::Redo,
        Self::Present,
        Self::Export,
        Self::Close,
        Self::Check,
        Self::Warning,
        Self::Question,
        Self::Info,
        Self::Table,
        Self::More,
        Self::Search,
        Self::Zoom,
        Self::Menu,
        Self::Open,
        Self::Paste,
        Self::Plus,
        Self::Trash,
        Self::Edit,
        Self::Copy,
        Self::Curve,
        Self::Time,
        Self::Playbook,
        Self::Actions,
    ];

    fn path(self) -> &'static str {
        match self {
            Self::Quadrant => "M3.5 3v13.5H17M10.200 3.500v10M6 9.800h11",
            Self::Prospect => "M10 3a7 7 0 1 0 7 7M10 6.500a3.500 3.500 0 1 0 3.500 3.500M10 10l6.500-6.500m-3 0h3v3",
            Self::Funnel => "M3 4.500h14M5.500 8.500h9M7.500 12.500h5M9 16.500h2",
            Self::Changes => "M3 6.500h11m-3-3 3 3-3 3M17 13.500H6m3 3-3-3 3-3",
            Self::Wallet => "M4 16.500v-4.500h3v4.500zM8.500 16.500v-8h3v8zM13 16.500V4h3v12.500z",
            Self::Future => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6v4l3 2",
            Self::Data | Self::Table => "M3 4h14v12H3zM3 8h14M3 12h14M8.5 8v8",
            Self::Workspaces => "M3 15.500v-11h5l1.500 2H17v9z",
            Self::Help => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M8 8.200a2 2 0 1 1 2.900 1.800c-.6.3-.9.7-.9 1.300v.3M10 13.800v.1",
            Self::Undo => "M7 5 3.500 8.500 7 12M4 8.500h7.500a4 4 0 0 1 0 8H9",
            Self::Redo => "m13 5 3.500 3.500L13 12M16 8.500H8.500a4 4 0 0 0 0 8H11",
            Self::Present => "M3 4h14v9H3zM10 13v3M6.500 16.500h7",
            Self::Export => "M10 3.500v9m-3.500-3.500 3.500 3.500 3.500-3.500M4 16.500h12",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Check => "m4.500 10.500 3.500 3.500 7.500-8",
            Self::Warning => "M10 3.500 17.500 16.500h-15zM10 8.500v3.500M10 14.200v.1",
            Self::Question => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M8 8.200a2 2 0 1 1 2.900 1.800c-.6.3-.9.7-.9 1.300v.3M10 13.800v.1",
            Self::Info => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 9.200v4.300M10 6.500v.1",
            Self::More => "",
            Self::Search => "M9 4a5 5 0 1 0 0 10a5 5 0 1 0 0-10M12.700 12.700 16.500 16.500",
            Self::Zoom => "M4 8V4h4M16 8V4h-4M4 12v4h4M16 12v4h-4",
            Self::Menu => "M4 6h12M4 10h12M4 14h12",
            Self::Open => "M3 15.500v-11h4.500l1.500 2h6v2M3 15.500l2-7h12.500l-2 7z",
            Self::Paste => "M7 4.500H5v12h10v-12h-2M7.500 3h5v3h-5zM7.500 10h5M7.500 13h5",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Trash => "M4 6h12M8 6V4h4v2M5.500 6l.7 10.500h7.600L14.500 6",
            Self::Edit => "M4 16l.8-3.200L13 4.600l2.400 2.400-8.200 8.200z",
            Self::Copy => "M7 7h9v9.500H7zM4 13V3.500h9",
            Self::Curve => "M3 3v14h14M3.500 16C5 8 9 5 17 4.500",
            Self::Time => "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6.500V10l2.700 2",
            Self::Playbook => {
                "M10 5.500C8 4 5.500 4 3 4.500v11c2.500-.5 5-.5 7 1c2-1.500 4.500-1.500 7-1v-11c-2.500-.5-5-.5-7 1zM10 5.500v11"
            }
            Self::Actions => {
                "m3.500 5.500 1.200 1.200L7 4M9.500 5.500H17M3.500 10.500l1.200 1.200L7 9M9.500 10.500H17M3.500 15.500l1.200 1.200L7 14M9.500 15.500H17"
            }
        }
    }

    /// Heavier points beside the outline.
    fn dots(self) -> Option<&'static str> {
        match self {
            Self::Quadrant => Some("M6.800 6.500h.01M13 5.600h.01M15.500 7.200h.01M13.800 12.700h.01M6.800 12.900h.01"),
            Self::More => Some("M5 10h.01M10 10h.01M15 10h.01"),
            _ => None,
        }
    }

    /// The drawing, hidden from screen readers: a word always stands beside it or in the button's label.
    pub fn view(self) -> impl IntoView {
        view! {
            <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
                <path d=self.path()></path>
                {self.dots().map(|dots| view! { <path class="dots" d=dots></path> })}
            </svg>
        }
    }
}
