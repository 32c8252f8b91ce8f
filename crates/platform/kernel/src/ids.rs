//! Typed ids: a case id cannot be passed where a person id is meant.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// A text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a valid {0} id")]
pub struct ParseIdError(&'static str);

macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID; new ids are made by [`crate::Ids::uuid`] (version 7, sorted by time).
            #[must_use]
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The bare UUID, for storage.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}:{}", $word, self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self).map_err(|_| ParseIdError($word))
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )*};
}

typed_ids! {
    /// A natural person.
    PersonId = "person";
    /// A company or other legal person.
    OrganisationId = "organisation";
    /// The right of a person to act for an organisation.
    RepresentationId = "representation";
    /// A service holder, provider or service centre.
    InstitutionId = "institution";
    /// A person's role in an institution, from a date to a date.
    MembershipId = "membership";
    /// A service of the catalogue.
    ServiceId = "service";
    /// A life situation of the portal.
    SituationId = "situation";
    /// A reported mistake in the portal's content.
    CorrectionId = "correction";
    /// What somebody wrote to an institution.
    EnquiryId = "enquiry";
    /// A news or help article.
    ArticleId = "article";
    /// A service case.
    CaseId = "case";
    /// An application that is being filled in.
    DraftId = "draft";
    /// A stored file.
    DocumentId = "document";
    /// A registered consultation.
    ConsultationId = "consultation";
    /// An institution's system that calls the API.
    ApiClientId = "api-client";
    /// What editors tell the search: other words, a service that is to stand higher.
    SearchRuleId = "search-rule";
    /// That an institution wants a service to become an e-service.
    NominationId = "nomination";
}
