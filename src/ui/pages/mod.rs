//! The pages, one folder or file each.

mod changes;
mod data;
pub mod existing;
mod funnel;
mod future;
mod gallery;
mod help;
pub mod import;
mod start;
mod wallet;
mod workspaces;

pub use changes::ChangesPage;
pub use data::DataPage;
pub use funnel::FunnelPage;
pub use future::FuturePage;
pub use gallery::GalleryPage;
pub use help::HelpPage;
pub use start::StartPage;
pub use wallet::WalletPage;
pub use workspaces::WorkspacesPage;
