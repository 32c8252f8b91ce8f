//! What the index keeps of a service: its texts by weight, and what it can be narrowed by.

use super::chosen::{FacetName, WHOLE_COUNTRY};
use crate::situations::word_of;
use crate::store::{service_rows::Model, situation_links};
use crate::templates::representatives;
use crate::{ClientCircle, Description, ServiceState, Territory};
use kernel::{InstitutionId, LangText, Locale, Result, ServiceId};
use search::Document;
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;

/// The facet that the services of a family share.
pub(super) const FAMILY: &str = "family";

/// Names that descriptions refer to.
#[derive(Default)]
pub(crate) struct Names {
    holders: BTreeMap<InstitutionId, LangText>,
    /// By ATVK code.
    municipalities: BTreeMap<String, LangText>,
    /// Codes of the templates that stand for services.
    families: BTreeMap<ServiceId, String>,
    /// The words of the published life situations whose steps name a service, single or unified, by its code.
    situations: BTreeMap<String, Vec<String>>,
}

impl Names {
    /// Knows the municipalities and the life situations: they are few, and read once for all services.
    pub async fn load(tx: &Read) -> Result<Self> {
        let all = institutions::municipalities(tx).await?;
        let named = all.into_iter().filter_map(|one| Some((one.atvk?, one.name)));
        let mut situations: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (service, slug) in situation_links::steps(tx).await? {
            situations.entry(service).or_default().push(word_of(&slug));
        }
        Ok(Self { municipalities: named.collect(), situations, ..Self::default() })
    }

    /// Learns the holders and the families of these rows.
    pub async fn learn(&mut self, tx: &Read, rows: &[Model]) -> Result<()> {
        let mut unknown: Vec<InstitutionId> = rows.iter().map(|row| InstitutionId::new(row.holder)).collect();
        unknown.retain(|id| !self.holders.contains_key(id));
        unknown.sort_unstable();
        unknown.dedup();
        self.holders.extend(institutions::names_of(tx, &unknown).await?);
        let services: Vec<ServiceId> = rows.iter().map(|row| ServiceId::new(row.id)).collect();
        let standing = representatives(tx, &services).await?.into_iter();
        self.families = standing.map(|(service, family)| (service, family.template)).collect();
        Ok(())
    }
}

/// Whether the public may find it.
pub(crate) fn is_findable(row: &Model) -> bool {
    row.state != ServiceState::Draft.as_str() && !row.internal
}

/// The document of a findable service.
pub(crate) fn document(row: &Model, description: &Description, names: &Names) -> Document {
    let mut document = Document::new(&row.code)
        .order(order(row.number))
        .version(version(row.revision))
        .code(&row.code)
        .facet("state", &row.state)
        .facet("client_circle", &row.client_circle);
    if let Some(pilot) = &row.pilot {
        document = document.code(pilot);
    }
    for (locale, name) in [(Locale::Lv, &description.name.lv), (Locale::En, &description.name.en)] {
        if !name.is_empty() {
            document = document.title(locale, name);
        }
    }
    let holder = InstitutionId::new(row.holder);
    if let Some(family) = names.families.get(&ServiceId::new(row.id)) {
        // The card of a family shows this code, so people may type it.
        document = document.facet(FAMILY, family).code(family);
    }
    let document = keywords(document, description);
    let document = body(document, description, names.holders.get(&holder));
    let document = narrowed(document, row, description).facet(FacetName::Holder.as_str(), holder.to_string());
    let document = situations(document, row, description, names);
    territory(document, &description.territory, names)
}

/// The place of the document of a service that has this number.
pub(super) fn order(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// The version of the document of a service that has this revision.
pub(super) fn version(revision: i64) -> u64 {
    u64::try_from(revision).unwrap_or_default()
}

/// Other words people use for it, and its name in further languages.
fn keywords(mut document: Document, description: &Description) -> Document {
    for words in [&description.keywords.lv, &description.keywords.en] {
        if !words.is_empty() {
            document = document.keyword(words.join(", "));
        }
    }
    let further = description.name.other.values().filter(|name| !name.is_empty());
    further.fold(document, |document, name| document.keyword(name))
}

/// What is said about it. The text of the steps is left out: it is the same for most services.
fn body(document: Document, description: &Description, holder: Option<&LangText>) -> Document {
    let steps = description.steps.iter().map(|step| &step.title);
    let documents = description.documents.iter().map(|document| &document.name);
    let outputs = description.outputs.iter().map(|output| &output.name);
    let acts = description.legal_basis.iter().map(|act| &act.title);
    let said = [&description.summary, &description.audience].into_iter().chain(&description.conditions);
    let said = said.chain(steps).chain(documents).chain(outputs).chain(acts).chain(holder);
    said.flat_map(LangText::languages).fold(document, |document, (_, text)| document.body(text))
}

fn narrowed(mut document: Document, row: &Model, description: &Description) -> Document {
    let circles: &[ClientCircle] = match description.client_circle {
        ClientCircle::Any => &[ClientCircle::NaturalPerson, ClientCircle::LegalPerson],
        ClientCircle::NaturalPerson => &[ClientCircle::NaturalPerson],
        ClientCircle::LegalPerson => &[ClientCircle::LegalPerson],
    };
    for circle in circles {
        document = document.facet(FacetName::Client.as_str(), circle.as_str());
    }
    for offer in &description.channels {
        document = document.facet(FacetName::Channel.as_str(), offer.channel.as_str());
    }
    let online = description.online(row.form_key.is_some()).is_some();
    let said = |yes: bool| if yes { "yes" } else { "no" };
    let document = document.facet(FacetName::Sdg.as_str(), said(description.flags.sdg));
    document.facet(FacetName::Online.as_str(), said(online))
}

/// The life situations that the description names, and those that name the service or its unified service. A word that
/// no published situation has stays: old descriptions may use it.
fn situations(document: Document, row: &Model, description: &Description, names: &Names) -> Document {
    let family = names.families.get(&ServiceId::new(row.id)).into_iter();
    let linked = family.chain([&row.code]).filter_map(|code| names.situations.get(code)).flatten();
    let words: BTreeSet<&String> = description.life_events.iter().chain(linked).collect();
    words.into_iter().fold(document, |document, word| document.facet(FacetName::Life.as_str(), word))
}

fn territory(document: Document, territory: &Territory, names: &Names) -> Document {
    let name = FacetName::Territory.as_str();
    match territory {
        Territory::WholeCountry => document.facet(name, WHOLE_COUNTRY),
        Territory::Municipalities(codes) => codes.iter().fold(document, |document, code| {
            let document = document.facet(name, code);
            let named = names.municipalities.get(code).into_iter().flat_map(LangText::languages);
            named.fold(document, |document, (_, text)| document.body(text))
        }),
    }
}
