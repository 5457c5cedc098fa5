//! The pages, one folder or file each.

mod data;
pub mod existing;
mod funnel;
mod gallery;
mod help;
pub mod import;
mod start;
mod workspaces;

pub use data::DataPage;
pub use funnel::FunnelPage;
pub use gallery::GalleryPage;
pub use help::HelpPage;
pub use start::StartPage;
pub use workspaces::WorkspacesPage;
