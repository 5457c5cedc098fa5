//! Where the hours go: hours there are, dealt over classes, turned into contacts, calls and a list for each week (METHODS 1, 4 and 8).
//! Knows nothing of tables, workspaces, screens or wording; days are handed in.

mod class;
mod channel;
mod staff;
mod split;
mod need;
mod call_plan;
mod contract;
mod mix;
mod selling;
mod follow_up;
mod call_list;

pub use call_list::{Call, CallCustomer, CallFrame, CallList, CallReason, ClassWeek, MOST_WEEKS, RepWeek, WEEK_DAYS, call_list, monday_of};
pub use call_plan::{CallPlan, call_plan, whole_parts};
pub use channel::Channel;
pub use class::{ClassKind, WorkClass};
pub use contract::{Contract, ContractStanding, contacts_due};
pub use follow_up::follow_up_due;
pub use mix::{Adequacy, ChannelMix, MixFigures, Move, moved};
pub use need::{ClassNeed, contacts_in};
pub use selling::{Decision, Selling, SellingGain, Task, TaskName, gain};
pub use split::{ClassHours, Dealt, KindHours, Split, deal};
pub use staff::Staff;
