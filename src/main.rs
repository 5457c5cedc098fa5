//! The app program: which of its views load in which part, and the start of the interface.
//!
//! The marks stand here and not in the library, because every program that holds a mark carries all the code behind it.

#[cfg(target_arch = "wasm32")]
mod parts {
    use fourfold::ui::pages::import::ImportRoom;
    use fourfold::ui::pages::quadrant::{BarActions, ExistingPage, PotentialPage, Presenter};
    use fourfold::ui::pages::{
        ActionsPage, AnonymousDialog, Banners, ChangesPage, DataPage, FunnelPage, FuturePage, GalleryPage, HelpPage, PassphraseDialog,
        PlaybookPage, RecentWorkspaces, RecoveryPage, TimePage, VersionsPage, WalletPage, WorkspacesPage,
    };
    use fourfold::ui::parts::{Arriving, Made, Parts};
    use leptos::prelude::*;
    #[cfg(not(feature = "whole"))]
    use wasm_split_helpers::wasm_split;

    /// Marks for each view where its part begins.
    macro_rules! parts {
        ($($part:ident: $($view:ident = $component:ident),+;)+) => {
            $($(
                #[cfg(not(feature = "whole"))]
                #[wasm_split($part, fallible)]
                fn $view() -> Made {
                    Ok(|| view! { <$component /> }.into_any())
                }

                #[cfg(feature = "whole")]
                async fn $view() -> Made {
                    Ok(|| view! { <$component /> }.into_any())
                }
            )+)+

            /// Every view, still to be fetched.
            pub fn parts() -> Parts {
                Parts { $($($view: Arriving::new($view),)+)+ }
            }
        };
    }

    parts! {
        quadrant: existing = ExistingPage, potential = PotentialPage, presenter = Presenter, bar_actions = BarActions;
        funnel: funnel = FunnelPage;
        import: import = ImportRoom;
        growth: changes = ChangesPage, wallet = WalletPage, future = FuturePage;
        effort: time = TimePage, playbook = PlaybookPage, actions = ActionsPage;
        others: data = DataPage, workspaces = WorkspacesPage, versions = VersionsPage, passphrase = PassphraseDialog, anonymous = AnonymousDialog, banners = Banners, recovery = RecoveryPage, recent = RecentWorkspaces, help = HelpPage, gallery = GalleryPage;
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    fourfold::ui::start(parts::parts);
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
