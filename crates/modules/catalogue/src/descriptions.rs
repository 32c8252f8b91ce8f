//! The description of a service: everything MK 399 p.9 asks for, in two languages. A version of it never changes.

use crate::{
    ChannelOffer, ClientCircle, Contact, DigitalScope, DocumentKind, FormChoice, OutputKind, Signature, Stage,
};
use chrono::NaiveDate;
use kernel::{Assurance, Channel, InstitutionId, LangText, Locale};
use serde::{Deserialize, Serialize};

/// A whole description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// Name (CAT-04).
    pub name: LangText,
    /// Short description (CAT-04).
    pub summary: LangText,
    /// Class of the state function served, by COFOG: `10.4.0` (CAT-09).
    pub cofog: String,
    /// Who may receive it (CAT-10).
    pub client_circle: ClientCircle,
    /// The same in words.
    pub audience: LangText,
    /// Where it is given (CAT-11).
    pub territory: Territory,
    /// What to do and what happens, in order (CAT-07).
    pub steps: Vec<Step>,
    /// Documents and forms (CAT-06).
    pub documents: Vec<RequiredDocument>,
    /// Conditions to be met (CAT-07).
    pub conditions: Vec<LangText>,
    /// What comes of it: a decision, a payment, a document (CPSV-AP `Output`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<Output>,
    /// Legal basis (CAT-08).
    pub legal_basis: Vec<LegalAct>,
    /// How to contest and appeal (CAT-08).
    pub appeal: LangText,
    /// Who provides which stage, and how to reach them (CAT-05, CAT-12).
    pub providers: Vec<ProviderStage>,
    /// All channels with fee and deadline (CAT-07, CAT-13, CAT-25).
    pub channels: Vec<ChannelOffer>,
    /// The form of the portal to request it with (CAT-06).
    #[serde(default, skip_serializing_if = "FormChoice::is_unsaid")]
    pub form: FormChoice,
    /// Least assurance of identity for an electronic request (CAT-28).
    pub identification: Assurance,
    /// Whether a request must be signed (CAT-28).
    pub signature: Signature,
    /// How far it is digital (CAT-26).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digital: Option<DigitalMode>,
    /// Marks (CAT-22, CAT-30).
    #[serde(default)]
    pub flags: Flags,
    /// Codes of related services (CAT-31).
    #[serde(default)]
    pub related: Vec<String>,
    /// Life situations it belongs to (CAT-31), as words of the list in the texts: `childbirth`.
    #[serde(default)]
    pub life_events: Vec<String>,
    /// Other words people use for it.
    #[serde(default)]
    pub keywords: Keywords,
    /// How, where and when to pay (CAT-04): the account, the details, before the request or after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<LangText>,
    /// How long filling in takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_to_fill: Option<u16>,
    /// A notice above the description.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<LangText>,
    /// The day on which the holder last checked it (CAT-16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<NaiveDate>,
    /// Offered from this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// Offered up to and including this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// The only language there is, when it is only one: imported descriptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_language: Option<Locale>,
}

impl Description {
    /// A description in which nothing is said: what stands in each element then means what an input left empty means.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            name: LangText::default(),
            summary: LangText::default(),
            cofog: String::new(),
            client_circle: ClientCircle::Any,
            audience: LangText::default(),
            territory: Territory::WholeCountry,
            steps: Vec::new(),
            documents: Vec::new(),
            conditions: Vec::new(),
            outputs: Vec::new(),
            legal_basis: Vec::new(),
            appeal: LangText::default(),
            providers: Vec::new(),
            channels: Vec::new(),
            form: FormChoice::default(),
            identification: Assurance::None,
            signature: Signature::NotNeeded,
            digital: None,
            flags: Flags::default(),
            related: Vec::new(),
            life_events: Vec::new(),
            keywords: Keywords::default(),
            payment: None,
            minutes_to_fill: None,
            notice: None,
            checked_on: None,
            valid_from: None,
            valid_to: None,
            only_language: None,
        }
    }

    /// Whether the service is offered on a day: not before its first one, nor after its last one.
    #[must_use]
    pub fn is_offered_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|first| first <= day) && self.valid_to.is_none_or(|last| day <= last)
    }

    /// Who carries the service out, so that its cases come there (CAT-12): the institution of the execution stage. The
    /// holder, who keeps the responsibility, where that stage names nobody or several institutions.
    #[must_use]
    pub fn provider(&self, holder: InstitutionId) -> InstitutionId {
        let execution = self.providers.iter().filter(|provider| provider.stage == Stage::Execution);
        let mut named = execution.map(|provider| provider.institution);
        let first = named.next().unwrap_or(holder);
        if named.all(|other| other == first) { first } else { holder }
    }
}

/// Where a service is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Territory {
    /// In all of Latvia.
    WholeCountry,
    /// In these municipalities, by ATVK code.
    Municipalities(Vec<String>),
}

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The stage it belongs to.
    pub stage: Stage,
    /// What happens, in a few words.
    pub title: LangText,
    /// The same in a sentence or two.
    pub text: LangText,
}

/// A document or a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequiredDocument {
    /// Its name.
    pub name: LangText,
    /// Document or form.
    pub kind: DocumentKind,
    /// Whether everybody needs it.
    pub required: bool,
    /// When, or from where it is obtained.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LangText>,
    /// Where the form is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The kind of evidence it is (CPSV-AP `EvidenceType`, not the paper itself): by the code of our shared list
    /// ([`crate::evidence_types`]), `birth-certificate`; by an address of somebody else's list; or in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence_type: Option<String>,
    /// Number of the condition that it proves, from 1 (CPSV-AP `Requirement`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proves: Option<u16>,
    /// Needed in these channels only; in all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
}

impl RequiredDocument {
    /// The kind of evidence it is, if it says one.
    #[must_use]
    pub fn evidence(&self) -> Option<&str> {
        self.evidence_type.as_deref().map(str::trim).filter(|kind| !kind.is_empty())
    }
}

/// What comes of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Output {
    /// Its name.
    pub name: LangText,
    /// What it is.
    pub kind: OutputKind,
}

/// A legal act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalAct {
    /// Its title.
    pub title: LangText,
    /// Its page at likumi.lv.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Who provides a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderStage {
    /// The stage.
    pub stage: Stage,
    /// The provider; the holder keeps the responsibility.
    pub institution: InstitutionId,
    /// How to reach them about this stage.
    pub contact: Contact,
}

/// How far a service is digital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DigitalMode {
    /// How far.
    pub mode: DigitalScope,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Help for those who cannot.
    pub support: LangText,
}

/// Marks of a service.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Flags {
    /// A member of staff may do it for the client (e-assistant).
    pub e_assistant: bool,
    /// An authorised e-service.
    pub authorised: bool,
    /// Can be offered before it is asked for.
    pub proactive: bool,
    /// In the scope of the Single Digital Gateway.
    pub sdg: bool,
    /// In the minimum basket of the unified centres.
    pub minimum_basket: bool,
    /// For the staff of institutions only.
    pub internal: bool,
    /// Without a single holder: several institutions give it together; the ministry describes it with them (CAT-24).
    #[serde(skip_serializing_if = "is_unset")]
    pub joint: bool,
}

impl Flags {
    /// The words of the marks, as the interfaces call them.
    pub const WORDS: [&'static str; 7] =
        ["e_assistant", "authorised", "proactive", "sdg", "minimum_basket", "internal", "joint"];

    /// The words of the marks that are set.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let set = [
            self.e_assistant,
            self.authorised,
            self.proactive,
            self.sdg,
            self.minimum_basket,
            self.internal,
            self.joint,
        ];
        Self::WORDS.into_iter().zip(set).filter(|(_, set)| *set).map(|(word, _)| word)
    }
}

/// Descriptions written before the mark existed keep their digest.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde passes")]
pub(crate) const fn is_unset(mark: &bool) -> bool {
    !*mark
}

/// Words to be found by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Keywords {
    /// Latvian.
    pub lv: Vec<String>,
    /// English.
    pub en: Vec<String>,
}
