//! The pages, one folder or file each.

mod changes;
mod actions;
mod banners;
mod data;
mod funnel;
mod future;
mod gallery;
mod help;
pub mod import;
mod anonymous;
mod file_age;
mod passphrase;
mod plan_card;
mod playbook;
pub mod quadrant;
mod start;
mod versions;
mod wallet;
mod time;
mod workspaces;

pub use actions::ActionsPage;
pub use anonymous::AnonymousDialog;
pub use banners::Banners;
pub use changes::ChangesPage;
pub use data::DataPage;
pub use funnel::FunnelPage;
pub use future::FuturePage;
pub use gallery::GalleryPage;
pub use help::HelpPage;
pub use passphrase::PassphraseDialog;
pub use playbook::PlaybookPage;
pub use start::StartPage;
pub use time::TimePage;
pub use versions::VersionsPage;
pub use wallet::WalletPage;
pub use workspaces::WorkspacesPage;
