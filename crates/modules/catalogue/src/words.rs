//! The closed lists of words that descriptions use.

kernel::words! {
    /// Where a service is in its life.
    ServiceState {
        /// Registered, not yet shown to the public.
        Draft = "draft",
        /// Published; can be requested.
        Open = "open",
        /// Published once; can no longer be requested.
        Closed = "closed",
    }

    /// Where a version of a description is in its life.
    VersionState {
        /// Written, never public.
        Draft = "draft",
        /// Public from a day to come.
        Scheduled = "scheduled",
        /// In force, or was until a later version took its place.
        Published = "published",
        /// Was scheduled and taken back before its day.
        Withdrawn = "withdrawn",
    }

    /// What comes of a service.
    OutputKind {
        /// A decision of the institution.
        Decision = "decision",
        /// A payment to the client.
        Payment = "payment",
        /// A document: certificate, statement, permit.
        Document = "document",
        /// An entry in a register.
        Registration = "registration",
        /// Help in kind: care, a place, equipment.
        Assistance = "assistance",
        /// An answer to a question.
        Information = "information",
    }

    /// A day of the week, for opening hours.
    Weekday {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
        /// Sunday.
        Sunday = "sunday",
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
