//! One row of the inventory, and what it becomes.

use crate::ensure_sample::{offer, sample_description};
use crate::{ClientCircle, Contact, Description, Fee, Flags, LegalAct, ProviderStage, Stage};
use csv::StringRecord;
use kernel::{Channel, Error, InstitutionId, LangText, Locale, Result};

/// Columns without which a row says nothing.
const NEEDED: [&str; 5] = ["service_id", "service_name_en", "service_description_en", "owner_org", "owner_org_title"];

/// Columns that tell whether a channel is offered: a number of requests, or not applicable.
const CHANNELS: [(&str, Channel); 3] = [
    ("num_applications_by_phone", Channel::Phone),
    ("num_applications_by_mail", Channel::Post),
    ("num_applications_in_person", Channel::Institution),
];

/// The parts of a row that are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub service_id: String,
    pub owner: String,
    owner_title: String,
    name: String,
    summary: String,
    program: String,
    website: String,
    internal: bool,
    client_circle: ClientCircle,
    channels: Vec<Channel>,
    fee: Fee,
}

impl Row {
    /// That the heading has the needed columns.
    pub fn require_columns(columns: &StringRecord) -> Result<()> {
        match NEEDED.iter().find(|name| !columns.iter().any(|column| column == **name)) {
            Some(missing) => Err(Error::invalid("services-file").field(*missing, "services-column")),
            None => Ok(()),
        }
    }

    /// Reads a row, or says what is wrong with it.
    pub fn read(columns: &StringRecord, record: &StringRecord) -> Result<Self, String> {
        let cell = |name: &str| {
            let place = columns.iter().position(|column| column == name);
            place.and_then(|place| record.get(place)).unwrap_or_default().trim().to_owned()
        };
        if let Some(empty) = NEEDED.iter().find(|name| cell(name).is_empty()) {
            return Err(format!("{empty} is empty"));
        }
        let offered = |column: &str| !matches!(cell(column).as_str(), "" | "NA" | "N");
        let mut channels: Vec<Channel> =
            CHANNELS.iter().filter(|(column, _)| offered(column)).map(|(_, channel)| *channel).collect();
        if cell("os_application") == "Y" || offered("num_applications_online") {
            channels.insert(0, Channel::Electronic);
        }
        Ok(Self {
            service_id: cell("service_id"),
            owner: cell("owner_org"),
            owner_title: cell("owner_org_title"),
            name: cell("service_name_en"),
            summary: cell("service_description_en"),
            program: cell("program_name_en"),
            website: cell("service_uri_en"),
            internal: cell("service_scope") == "INTERN",
            client_circle: client_circle(&cell("client_target_groups")),
            channels,
            fee: if cell("service_fee") == "Y" { Fee::Stated } else { Fee::Free },
        })
    }

    /// The identifier that makes a repeated import recognise the service.
    pub fn external_id(&self) -> String {
        format!("canada:{}", self.service_id)
    }

    /// The English half of the owner's name, marked as test data.
    pub fn owner_name(&self) -> LangText {
        let english = self.owner_title.split('|').next().unwrap_or_default().trim();
        LangText::new(format!("{english} (testa dati)"), format!("{english} (test data)"))
    }

    /// The description: English only, Latvian readers see the English text.
    pub fn description(&self, holder: InstitutionId) -> Description {
        let english = |text: &str| LangText::new("", text);
        let website = Some(self.website.clone()).filter(|link| link.starts_with("http"));
        let contact = Contact { website, ..Contact::default() };
        let stages = Stage::ALL.iter();
        Description {
            client_circle: self.client_circle,
            channels: self.channels.iter().map(|channel| offer(*channel, self.fee)).collect(),
            providers: stages
                .map(|stage| ProviderStage { stage: *stage, institution: holder, contact: contact.clone() })
                .collect(),
            legal_basis: Some(self.program.trim_matches(['\'', '"']))
                .filter(|program| !program.is_empty())
                .map(|program| LegalAct { title: english(program), link: None })
                .into_iter()
                .collect(),
            flags: Flags { internal: self.internal, ..Flags::default() },
            only_language: Some(Locale::En),
            ..sample_description(holder, english(&self.name), english(&self.summary))
        }
    }
}

/// People and organisations are named by separate words.
fn client_circle(groups: &str) -> ClientCircle {
    let people = groups.split(',').any(|group| group.trim() == "PERSON");
    let bodies = groups.split(',').any(|group| matches!(group.trim(), "ECONOM" | "NGO" | "PTC" | "INTERN_GOV"));
    match (people, bodies) {
        (true, false) => ClientCircle::NaturalPerson,
        (false, true) => ClientCircle::LegalPerson,
        _ => ClientCircle::Any,
    }
}
