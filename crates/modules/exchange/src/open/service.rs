//! One service as `cpsv:PublicService`, with everything that its description says.

use super::sources::Sources;
use super::{Graph, channels, concepts, documents, laws, organisations, periods, publisher::OpenData, schemes};
use catalogue::{Description, Service, ServiceListItem, ServiceState, SituationBranch, Territory};
use chrono::{DateTime, SecondsFormat, Utc};
use kernel::{InstitutionId, LangText, Result};
use oxrdf::NamedNode;
use std::collections::BTreeSet;
use storage::Read;

/// Everything that is known of a service, by CPSV-AP 3.2 (CAT-19, OPN-03). Related services are named with what they are
/// called and who answers for them.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn describe_service(tx: &Read, open: &OpenData, service: &Service) -> Result<Graph> {
    let mut sources = Sources::default();
    sources.gather(tx, &[service]).await?;
    let mut graph = Graph::default();
    public_service(&mut graph, open, service, &sources);
    for item in service.description.related.iter().filter_map(|code| sources.related(code)) {
        mention(&mut graph, open, item, &sources);
    }
    Ok(graph)
}

/// What a part of the mapping needs: the service, its address, and where the triples go.
pub(super) struct Mapping<'a> {
    pub graph: &'a mut Graph,
    pub open: &'a OpenData,
    pub service: &'a Service,
    pub node: NamedNode,
    pub sources: &'a Sources,
}

impl<'a> Mapping<'a> {
    pub fn text(&self) -> &'a Description {
        &self.service.description
    }

    /// A part of the service with an address of its own: `#channel-electronic`.
    pub fn part(&self, name: &str) -> NamedNode {
        self.open.thing(&format!("id/service/{}#{name}", self.service.code))
    }

    /// What a part is and how it is called in registers: `1007-channel-electronic`.
    pub fn begin(&mut self, part: &NamedNode, classes: &[&str], name: &str) {
        self.graph.a(part, classes);
        self.graph.plain(part, "dct:identifier", &format!("{}-{name}", self.service.code));
    }

    /// An edge from the service.
    pub fn link(&mut self, property: &str, to: &NamedNode) {
        self.graph.link(&self.node, property, to);
    }

    pub fn organisation(&mut self, id: InstitutionId) -> Option<NamedNode> {
        let institution = self.sources.institution(id)?;
        Some(organisations::organisation(self.graph, self.open, institution))
    }

    /// A word of a list of ours.
    pub fn word(&mut self, list: &str, word: &str) -> NamedNode {
        schemes::concept(self.graph, self.open, list, word)
    }
}

/// The triples of one service.
pub(super) fn public_service(graph: &mut Graph, open: &OpenData, service: &Service, sources: &Sources) {
    let node = open.service(&service.code);
    let mut map = Mapping { graph, open, service, node, sources };
    names(&mut map);
    details(&mut map);
    lists(&mut map);
    map.classes();
    let authority = map.organisation(service.holder);
    if let Some(authority) = &authority {
        map.link("cv:hasCompetentAuthority", authority);
    }
    let contacts = channels::participations(&mut map);
    for contact in contacts {
        map.link("cv:contactPoint", &contact);
    }
    channels::channels(&mut map, authority.as_ref());
    documents::requirements(&mut map);
    documents::inputs(&mut map);
    documents::outputs(&mut map);
    laws::rules(&mut map);
    for code in map.text().related.iter().filter(|code| sources.related(code).is_some()) {
        let other = open.service(code);
        map.link("cv:relatedService", &other);
    }
}

fn names(map: &mut Mapping<'_>) {
    let (node, text, service) = (map.node.clone(), map.text(), map.service);
    map.graph.a(&node, &["cpsv:PublicService"]);
    map.graph.plain(&node, "dct:identifier", &service.code);
    map.graph.texts(&node, "dct:title", &text.name);
    if !map.graph.texts(&node, "dct:description", &text.summary) {
        map.graph.texts(&node, "dct:description", &text.name);
    }
    for (language, words) in [("lv", &text.keywords.lv), ("en", &text.keywords.en)] {
        for word in words {
            map.graph.text(&node, "dcat:keyword", word, language);
        }
    }
    map.graph.typed(&node, "dct:modified", &instant(service.updated_at), "xsd:dateTime");
    if let Some(from) = service.valid_from {
        map.graph.typed(&node, "dct:issued", &instant(from), "xsd:dateTime");
    }
    map.graph.plain(&node, "adms:version", &service.version.to_string());
    for language in ["lv", "en"] {
        let address = format!("{}/{language}/services/{}", map.open.settings().base_url, service.code);
        if let Some(page) = organisations::page(map.graph, &address) {
            map.graph.link(&node, "foaf:page", &page);
        }
    }
}

/// What stands beside the names: a notice, how long filling in takes, on which days the service is offered, and when
/// its description was checked last.
fn details(map: &mut Mapping<'_>) {
    let (node, text) = (map.node.clone(), map.text());
    if let Some(notice) = &text.notice {
        map.graph.texts(&node, "skos:note", notice);
    }
    if let Some(minutes) = text.minutes_to_fill {
        map.graph.typed(&node, "schema:timeRequired", &format!("PT{minutes}M"), "xsd:duration");
    }
    periods::period(map, &node, "offered", text.valid_from, text.valid_to);
    if let Some(day) = text.checked_on {
        map.graph.typed(&node, "schema:lastReviewed", &day.to_string(), "xsd:date");
    }
}

/// An instant as linked data write it.
pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

fn lists(map: &mut Mapping<'_>) {
    let (node, text) = (map.node.clone(), map.text());
    let (status, label) = match map.service.state {
        ServiceState::Draft => ("status:UnderDevelopment", "Under development"),
        ServiceState::Open => ("status:Completed", "Completed"),
        ServiceState::Closed => ("status:Withdrawn", "Withdrawn"),
    };
    let status = concepts::others(map.graph, status, label);
    map.link("adms:status", &status);
    let mut tags: BTreeSet<&str> = text.name.languages().map(|(tag, _)| tag).collect();
    tags.extend(text.summary.languages().map(|(tag, _)| tag));
    for tag in tags {
        if let Some(language) = concepts::language(map.graph, tag) {
            map.link("dct:language", &language);
        }
    }
    match &text.territory {
        Territory::WholeCountry => {
            let country = concepts::latvia(map.graph);
            map.link("dct:spatial", &country);
        }
        Territory::Municipalities(codes) => {
            for code in codes {
                let place = concepts::municipality(map.graph, map.open, code);
                map.link("dct:spatial", &place);
            }
        }
    }
    concepts::cofog(map.graph, map.open, &node, &text.cofog);
    life_events(map);
}

/// The life situations, or those in the life of a business, that the service belongs to (CAT-31): the published ones by
/// their branch and title, and words of the description that no published one has.
fn life_events(map: &mut Mapping<'_>) {
    let (open, service, sources) = (map.open, map.service, map.sources);
    let published = sources.situations(&service.code);
    for line in published {
        let kind = match line.branch {
            SituationBranch::Residents => "cv:LifeEvent",
            SituationBranch::Businesses => "cv:BusinessEvent",
        };
        life_event(map, &line.word(), &["cv:Event", kind], &line.title);
    }
    for word in &service.description.life_events {
        if published.iter().all(|line| line.word() != *word) {
            let title = open.word(&format!("life-event-{word}")).unwrap_or_else(|| LangText::new("", word));
            life_event(map, word, &["cv:Event"], &title);
        }
    }
}

fn life_event(map: &mut Mapping<'_>, word: &str, classes: &[&str], title: &LangText) {
    let event = map.open.thing(&format!("id/life-event/{word}"));
    if map.graph.first(&event) {
        map.graph.a(&event, classes);
        map.graph.plain(&event, "dct:identifier", word);
        map.graph.texts(&event, "dct:title", title);
    }
    map.link("cv:isGroupedBy", &event);
}

impl Mapping<'_> {
    /// For whom it is, how one signs in, how far it is digital, and its marks (CAT-10, CAT-26, CAT-28, CAT-30).
    fn classes(&mut self) {
        let text = self.text();
        let audience = self.word("client-circle", text.client_circle.as_str());
        self.link("dct:audience", &audience);
        let identification = serde_json::to_value(text.identification).unwrap_or_default();
        let mut words: Vec<(&str, &str)> = vec![("signature", text.signature.as_str())];
        words.extend(identification.as_str().map(|word| ("identification", word)));
        words.extend(text.digital.as_ref().map(|digital| ("digital", digital.mode.as_str())));
        words.extend(text.flags.words().map(|word| ("mark", word)));
        for (list, word) in words {
            let concept = self.word(list, word);
            self.link("cv:isClassifiedBy", &concept);
        }
    }
}

/// What a related service is called, and who answers for it.
pub(super) fn mention(graph: &mut Graph, open: &OpenData, item: &ServiceListItem, sources: &Sources) {
    let node = open.service(&item.code);
    let authority = sources.institution(item.holder).map(|holder| organisations::organisation(graph, open, holder));
    graph.a(&node, &["cpsv:PublicService"]);
    graph.plain(&node, "dct:identifier", &item.code);
    graph.texts(&node, "dct:title", &item.name);
    if !graph.texts(&node, "dct:description", &item.summary) {
        graph.texts(&node, "dct:description", &item.name);
    }
    if let Some(authority) = authority {
        graph.link(&node, "cv:hasCompetentAuthority", &authority);
    }
}
