//! The closed lists of words about life situations.

kernel::words! {
    /// For whom a life situation is written (POR-04): each branch has its coordinator.
    SituationBranch {
        /// Residents.
        Residents = "residents",
        /// Merchants and those who want to become one.
        Businesses = "businesses",
    }

    /// Where a life situation is in its life.
    SituationState {
        /// Written, not yet public.
        Draft = "draft",
        /// Public.
        Published = "published",
        /// Was public once.
        Withdrawn = "withdrawn",
    }

    /// Where a reported mistake is.
    CorrectionState {
        /// The platform has it.
        Received = "received",
        /// The responsible institution has it.
        Forwarded = "forwarded",
        /// The text was corrected.
        Corrected = "corrected",
        /// Something else was corrected; the answer says what and where.
        Elsewhere = "elsewhere",
        /// The text stays as it is; the answer says why.
        Refused = "refused",
    }

    /// How a reported mistake ends.
    Resolution {
        /// The text was corrected, and what is corrected is published.
        Corrected = "corrected",
        /// The mistake was corrected where it was: not in this text.
        Elsewhere = "elsewhere",
        /// The text stays as it is.
        Refused = "refused",
    }
}

impl CorrectionState {
    /// Whether somebody still has to do something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::Forwarded)
    }
}
