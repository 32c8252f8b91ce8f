//! The closed lists of words about services that are alike.

kernel::words! {
    /// What became of a pair.
    SimilarState {
        /// Found; nobody has decided.
        Open = "open",
        /// Somebody decided that they are not the same.
        Dismissed = "dismissed",
        /// Both are attached to one template.
        Merged = "merged",
    }

    /// Why two services look alike.
    SimilarReason {
        /// The words of their names.
        Name = "name",
        /// The laws they stand on.
        Law = "law",
        /// The documents they ask for.
        Documents = "documents",
        /// The words of their short descriptions.
        Summary = "summary",
        /// The class of the state function.
        Cofog = "cofog",
        /// Both are permits, or benefits, or certificates.
        Kind = "kind",
    }

    /// What a service is, by the words of its name: a common feature by which similar services are looked for (UNI-05).
    SimilarKind {
        /// A permit or a licence.
        Permit = "permit",
        /// A benefit or another payment.
        Benefit = "benefit",
        /// A certificate or a statement.
        Certificate = "certificate",
        /// An entry in a register or a list.
        Registration = "registration",
    }
}
