//! The closed lists of words that descriptions use.

use kernel::{Error, Result};
use serde::{Deserialize, Serialize};

/// Makes a closed list of words: the enum, its text in the database, and back.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
        }

        impl $name {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word used in the database, the API and exports.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self> {
                let known = Self::ALL.iter().copied().find(|word| word.as_str() == text);
                known.ok_or_else(|| Error::invalid("service-word").arg("word", text))
            }
        }
    )*};
}

words! {
    /// Where a service is in its life.
    ServiceState {
        /// Registered, not yet shown to the public.
        Draft = "draft",
        /// Published; can be requested.
        Open = "open",
        /// Published once; can no longer be requested.
        Closed = "closed",
    }

    /// Who may receive a service (MK 399 p.9.7).
    ClientCircle {
        /// Anybody.
        Any = "any",
        /// A natural person.
        NaturalPerson = "natural_person",
        /// A legal person.
        LegalPerson = "legal_person",
    }

    /// The stages a service is made of (MK 399 p.2.3).
    Stage {
        /// Requesting it.
        Request = "request",
        /// Carrying it out.
        Execution = "execution",
        /// Receiving the result.
        Receipt = "receipt",
    }

    /// What a client must have at hand.
    DocumentKind {
        /// A document the client brings or attaches.
        Document = "document",
        /// A form the client fills in.
        Form = "form",
    }

    /// Why the holder chose a channel (MK 399 p.16).
    ChannelReason {
        /// Accessibility, convenience, less burden.
        Access = "access",
        /// Cost and economy.
        Cost = "cost",
        /// What clients need.
        ClientNeeds = "client_needs",
        /// The nature of the process.
        Process = "process",
    }

    /// Whether a request must be signed (CAT-28).
    Signature {
        /// No signature.
        NotNeeded = "not_needed",
        /// Signing in is enough.
        IdentificationSuffices = "identification_suffices",
        /// A qualified electronic signature.
        Qualified = "qualified",
    }

    /// How far a service has moved to electronic means (CAT-26).
    DigitalScope {
        /// Given electronically unless the client asks otherwise.
        DigitalByDefault = "digital_by_default",
        /// Electronic means come first, others stay.
        PrimarilyDigital = "primarily_digital",
        /// Only electronic.
        DigitalOnly = "digital_only",
    }
}
