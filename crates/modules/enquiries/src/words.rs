//! The closed lists of words about enquiries, and the terms of the law.

use worktime::Deadline;

kernel::words! {
    /// What somebody writes about.
    EnquiryKind {
        /// They want to know something.
        Question = "question",
        /// Something could be better.
        Suggestion = "suggestion",
        /// Something went wrong.
        Complaint = "complaint",
    }

    /// Where an enquiry is.
    EnquiryState {
        /// It waits for an answer.
        Open = "open",
        /// It was answered.
        Answered = "answered",
    }
}

impl EnquiryKind {
    /// How long the institution has. A question is answered within seven working days (OPS-05, OPS-06; draft of MK 402,
    /// p.12.2), everything else is a submission: one month at most (Law on Submissions, section 5).
    #[must_use]
    pub const fn term(self) -> Deadline {
        match self {
            Self::Question => Deadline::WorkingDays(7),
            Self::Suggestion | Self::Complaint => Deadline::Months(1),
        }
    }
}
