//! A case, its states, and which act leads from one to another.

use crate::CaseNumber;
use chrono::{DateTime, Utc};
use kernel::{CaseId, Channel, DocumentId, InstitutionId, Party, PersonId};

kernel::words! {
    /// Where a case stands.
    State {
        /// Received, nobody has looked at it.
        Submitted = "submitted",
        /// The handler has taken it on.
        Accepted = "accepted",
        /// Somebody works on it.
        InProgress = "in_progress",
        /// The client must act; the clock stands still.
        WaitingForClient = "waiting_for_client",
        /// Decided, the client does not have the result yet.
        Decided = "decided",
        /// The client has the result.
        Delivered = "delivered",
        /// Over.
        Closed = "closed",
        /// Taken back by the client.
        Withdrawn = "withdrawn",
    }
}

kernel::words! {
    /// How a case was decided.
    Outcome {
        /// As asked.
        Granted = "granted",
        /// Not.
        Refused = "refused",
        /// In part.
        Partly = "partly",
    }
}

kernel::words! {
    /// Who must act next.
    Desk {
        /// The handler.
        Office = "office",
        /// The client.
        Client = "client",
        /// Nobody must: the client has the result, and the case ends by itself unless an officer ends it before.
        Delivered = "delivered",
        /// Nobody.
        Done = "done",
    }
}

kernel::words! {
    /// What moves a case from state to state.
    Act {
        /// The handler takes it on.
        Accept = "accept",
        /// An officer begins.
        Claim = "claim",
        /// An officer hands it back to the queue.
        GiveBack = "give_back",
        /// An officer asks the client.
        Ask = "ask",
        /// The client answers, or the time for it is over.
        Answer = "answer",
        /// An officer decides.
        Decide = "decide",
        /// The result goes to the client.
        Deliver = "deliver",
        /// Nothing more is to be done.
        Close = "close",
        /// The client takes it back.
        Withdraw = "withdraw",
    }
}

impl State {
    /// Where an act leads; none when it cannot be done in this state.
    #[must_use]
    pub const fn after(self, act: Act) -> Option<Self> {
        use Act as A;
        use State as S;
        Some(match (self, act) {
            (S::Submitted, A::Accept) => S::Accepted,
            (S::Accepted, A::Claim) => S::InProgress,
            (S::InProgress, A::GiveBack) => S::Accepted,
            (S::InProgress, A::Ask) => S::WaitingForClient,
            (S::WaitingForClient, A::Answer) => S::InProgress,
            (S::InProgress, A::Decide) => S::Decided,
            (S::Decided, A::Deliver) => S::Delivered,
            (S::Delivered, A::Close) => S::Closed,
            (S::Submitted | S::Accepted | S::InProgress | S::WaitingForClient, A::Withdraw) => S::Withdrawn,
            _ => return None,
        })
    }

    /// Who must act next.
    #[must_use]
    pub const fn desk(self) -> Desk {
        match self {
            Self::Submitted | Self::Accepted | Self::InProgress | Self::Decided => Desk::Office,
            Self::WaitingForClient => Desk::Client,
            Self::Delivered => Desk::Delivered,
            Self::Closed | Self::Withdrawn => Desk::Done,
        }
    }

    /// Whether nobody has to act any more: the client has the result, or the case is over.
    #[must_use]
    pub const fn has_ended(self) -> bool {
        matches!(self.desk(), Desk::Delivered | Desk::Done)
    }

    /// Whether the case waits for a decision: only then can it become overdue or be withdrawn.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::Submitted | Self::Accepted | Self::InProgress | Self::WaitingForClient)
    }
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Id.
    pub id: CaseId,
    /// The number people know it by.
    pub number: CaseNumber,
    /// Code of the service.
    pub service: String,
    /// Who answers for the service.
    pub holder: InstitutionId,
    /// Who carries the case out.
    pub handler: InstitutionId,
    /// Part of the handler, where a source names one.
    pub unit: Option<String>,
    /// The client; none for an unidentified one (REG-04).
    pub client: Option<Party>,
    /// The person who asked, for the client or as the client.
    pub applicant: Option<PersonId>,
    /// By which channel it came.
    pub channel: Channel,
    /// By which channel the result went out.
    pub receipt_channel: Option<Channel>,
    /// Where it stands.
    pub state: State,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// Who works on it.
    pub assignee: Option<PersonId>,
    /// When it came.
    pub submitted_at: DateTime<Utc>,
    /// Until when it is to be decided; while the client must act, as it was when the clock stopped.
    pub due_at: DateTime<Utc>,
    /// Working days that were left when the clock stopped.
    pub remaining: Option<worktime::Remaining>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// When it was closed or withdrawn.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether the due time passed while the office had to act.
    pub overdue: bool,
    /// Key and version of the form it was asked with.
    pub form: Option<(String, u32)>,
    /// Doubts about imported data: `end_before_start` …
    pub flags: Vec<String>,
    /// Number of its last event.
    pub revision: i64,
}

impl Case {
    /// Who must act next.
    #[must_use]
    pub const fn desk(&self) -> Desk {
        self.state.desk()
    }

    /// Whether nobody works on it and an officer may take it.
    #[must_use]
    pub const fn is_free(&self) -> bool {
        self.assignee.is_none() && matches!(self.state, State::Submitted | State::Accepted)
    }

    /// How the deadline stands at `now`, for a badge.
    #[must_use]
    pub(crate) fn sla(&self, calendar: &worktime::Calendar, now: DateTime<Utc>) -> worktime::Sla {
        let progress = match self.state {
            State::WaitingForClient => worktime::Progress::Paused,
            state if state.is_undecided() => worktime::Progress::Running,
            _ => worktime::Progress::Done,
        };
        calendar.sla(now, self.due_at, progress)
    }
}

/// What an institution noted of a request that came to it another way and that it registered itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// Words; may be empty. The client reads them.
    pub note: String,
}

/// What an officer wants to know from the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InformationRequest {
    /// The question.
    pub question: String,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// Until when an answer is expected.
    pub answer_due: DateTime<Utc>,
    /// The answer.
    pub answer: Option<String>,
    /// When it came.
    pub answered_at: Option<DateTime<Utc>>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// How.
    pub outcome: Outcome,
    /// Its words.
    pub text: String,
    /// The decision as a file.
    pub document: Option<DocumentId>,
    /// When.
    pub decided_at: DateTime<Utc>,
}

/// What the client complained of (REG-12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// Its words.
    pub text: String,
    /// When it came.
    pub filed_at: DateTime<Utc>,
}

/// What the client thought of it (ANA-02: 1 to 5, voluntary, with an optional text).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// 1 (bad) to 5 (very good).
    pub rating: u8,
    /// Words.
    pub comment: Option<String>,
    /// When.
    pub rated_at: DateTime<Utc>,
}
