//! A case as officials see it, and what an officer does with it.

mod act;
mod answers;
mod ask;
mod client;
mod close;
mod course;
mod decide;
mod deliver;
mod fields;
mod file;
mod give_back;
mod open;
mod page;
mod receive;
mod register;
mod register_page;
mod reveal;
mod samples;
mod show;
mod take;
mod withdraw;

pub use ask::ask;
pub use close::close;
pub use course::{institutions_of, title_of, who};
pub use decide::decide;
pub use deliver::deliver;
pub use file::file;
pub use give_back::give_back;
pub use page::CasePage;
pub use receive::receive;
pub use register::{begin, register};
pub use register_page::RegisterPage;
pub use reveal::{IdentityPage, reveal};
pub use show::show;
pub use take::take;
pub use withdraw::withdraw;
