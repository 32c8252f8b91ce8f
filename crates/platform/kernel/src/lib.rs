#![doc = include_str!("../README.md")]

mod caller;
mod channel;
mod clock;
mod contact;
mod day_time;
mod error;
mod ids;
mod letters;
mod money;
mod paging;
mod remit;
mod source;
mod text;
mod words;

pub use caller::{Assurance, Caller, Party, Role};
pub use channel::Channel;
pub use clock::{Clock, FixedClock, SystemClock, riga_date, whole_micros};
pub use contact::{is_email, is_hyphen, is_phone, is_published_phone, phone};
pub use day_time::DayTime;
pub use error::{Error, ErrorArg, ErrorKind, FieldError, Result, no_faults};
pub use ids::{
    ApiClientId, ArticleId, CaseId, ConsultationId, CorrectionId, DocumentId, DraftId, EnquiryId, InstitutionId,
    MembershipId, NominationId, OrganisationId, ParseIdError, PersonId, RepresentationId, SearchRuleId, ServiceId,
    SituationId,
};
pub use letters::{fold, folded, sort_key};
pub use money::Money;
pub use paging::{Cursor, Page, PageRequest};
pub use remit::Remit;
pub use source::{CountingIds, Ids, RandomIds, digest_hex};
pub use text::{LangText, Locale, holds_personal_code};

#[cfg(test)]
mod tests;
