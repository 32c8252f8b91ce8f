//! The parts in which a description is edited, and the states of a working copy.

kernel::words! {
    /// A part of a description that is edited, saved and revised by itself.
    Section {
        /// Name, summary, clients, function, territory, notice.
        Basics = "basics",
        /// What happens, in order.
        Steps = "steps",
        /// Documents and forms.
        Documents = "documents",
        /// Conditions, and what comes of the service.
        Conditions = "conditions",
        /// Legal basis and appeal.
        Law = "law",
        /// Channels with fees, deadline and hours; how to pay; the form of the portal.
        Channels = "channels",
        /// Who provides which stage, with contact data.
        Providers = "providers",
        /// Identification, signature, digital mode, marks.
        Digital = "digital",
        /// Related services, life situations, words to be found by.
        Links = "links",
        /// From which day the new text holds, and what is said of the change. No part of the description.
        Plan = "plan",
    }

    /// Where a working copy is.
    DraftState {
        /// Somebody writes in it.
        Editing = "editing",
        /// A colleague reads it; nobody writes.
        InReview = "in_review",
        /// The colleague asked for changes.
        Returned = "returned",
    }
}

impl Section {
    /// The sections of the description, in the order of the editor.
    pub const DESCRIPTION: [Self; 9] = [
        Self::Basics,
        Self::Steps,
        Self::Documents,
        Self::Conditions,
        Self::Law,
        Self::Channels,
        Self::Providers,
        Self::Digital,
        Self::Links,
    ];

    /// The top-level elements of the description that belong to it.
    #[must_use]
    pub const fn elements(self) -> &'static [&'static str] {
        match self {
            Self::Basics => &[
                "name",
                "summary",
                "audience",
                "client_circle",
                "cofog",
                "territory",
                "minutes_to_fill",
                "valid_from",
                "valid_to",
                "notice",
            ],
            Self::Steps => &["steps"],
            Self::Documents => &["documents"],
            Self::Conditions => &["conditions", "outputs"],
            Self::Law => &["legal_basis", "appeal"],
            Self::Channels => &["channels", "payment", "form"],
            Self::Providers => &["providers"],
            Self::Digital => &["identification", "signature", "digital", "flags"],
            Self::Links => &["related", "life_events", "keywords"],
            Self::Plan => &[],
        }
    }

    /// The section that an element such as `steps/1/title` belongs to; none for what is not edited by hand.
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let element = path.split('/').next().unwrap_or_default();
        Self::DESCRIPTION.into_iter().find(|section| section.elements().contains(&element))
    }

    /// The first parts of the names of its inputs.
    pub(crate) fn owns(self, name: &str) -> bool {
        let first = name.split('/').next().unwrap_or_default();
        first == LANGUAGE || (self == Self::Plan && first == "plan") || self.elements().contains(&first)
    }
}

/// The input that names a further language of a section's texts.
pub const LANGUAGE: &str = "language";
