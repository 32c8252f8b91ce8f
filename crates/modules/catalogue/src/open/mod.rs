//! The register open both ways: the feed of its changes, pages of everything for the public, and descriptions that
//! institutions' systems send (MK 399 p.11).

mod changes;
mod check;
mod copy;
mod feed;
mod gaps;
mod public;
mod rebuild;
mod receive;
mod save;
mod sender;
mod sent;
mod withdraw;
mod write;

pub use changes::{ChangeKind, Changes, FeedEnd, ServiceChange, feed_end, service_changes};
pub use check::{check_description, check_publication};
pub use feed::{FEED_READER, ServiceFeedReader};
pub use gaps::fill_gaps;
pub use public::{PublicServices, public_services, service_as_of};
pub use rebuild::{FeedReport, rebuild_feed};
pub use receive::{Done, ReceiveService, Received, edition, receive};
pub use save::{SaveDescription, save_description};
pub use sender::Seen;
pub use sent::{OwnService, WriteRefused, own_service, own_service_by_name, own_services_whole, refused_writes};
pub use withdraw::withdraw_sent;
pub(crate) use write::may_publish;
