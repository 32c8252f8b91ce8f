//! One service: everything the regulation asks to be told about it, in words people use.

use std::sync::Arc;

use axum::extract::{Path, Query};
use catalogue::{Contact, Description, Service, ServiceState, Territory};
use i18n::Args;
use kernel::{Channel, Locale, Result, Role};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Template, Visit};

use super::history::Moment;
use super::parts::elsewhere::{Elsewhere, elsewhere};
use super::parts::open::OpenPart;
use super::parts::{Extra, extra};
use super::translated;
use crate::names::{Link, Names, deadline, fee, foreign, service_names, text_of};
use crate::unified::FamilyPart;

/// A term with its value.
#[derive(Debug, Serialize)]
struct Fact {
    icon: &'static str,
    term: String,
    value: String,
}

#[derive(Debug, Serialize)]
struct Step {
    title: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct ChannelLine {
    name: String,
    r#where: String,
    fee: String,
    deadline: String,
}

#[derive(Debug, Serialize)]
struct Law {
    title: String,
    lang: Option<&'static str>,
    href: Option<String>,
    site: String,
}

/// A way to reach somebody.
#[derive(Debug, Serialize)]
pub(crate) struct ContactLine {
    pub(crate) icon: &'static str,
    pub(crate) href: Option<String>,
    pub(crate) text: String,
}

/// Context of `services/show.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ServicePage {
    href: String,
    code: String,
    name: String,
    lead: String,
    /// The language of name and lead, where they are not in the language of the page.
    lang: Option<&'static str>,
    facts: Vec<Fact>,
    closed: Option<String>,
    apply: Option<String>,
    /// The institution's own form, where it is requested on-line elsewhere (CAT-06, POR-12).
    elsewhere: Option<Elsewhere>,
    draft: Option<String>,
    documents: Vec<String>,
    who: String,
    /// A notice above the description.
    notice: Option<String>,
    steps: Vec<Step>,
    channels: Vec<ChannelLine>,
    /// Help for those who cannot use the electronic way.
    support: Option<String>,
    related: Vec<Link>,
    appeal: String,
    laws: Vec<Law>,
    holder: String,
    providers: Vec<String>,
    /// Whether several institutions give it and none holds it alone (CAT-24).
    together: bool,
    contacts: Vec<ContactLine>,
    register: Vec<Fact>,
    open: Option<OpenPart>,
    /// Where the nearest place is looked up; none for what is not given in person.
    places: Option<String>,
    family: Option<FamilyPart>,
    /// Of which moment the page speaks.
    moment: Moment,
    /// When the description was last checked.
    checked: Option<chrono::NaiveDate>,
    /// Life situations and languages.
    extra: Extra,
}

/// `?lang=uk`
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    lang: String,
}

/// `GET /services/{code}`
pub(crate) async fn show(visit: Visit, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    if !asked.lang.is_empty() {
        return translated::show(&tx, &visit, &service, &asked.lang).await;
    }
    visit.render(&page(&tx, &visit, &service).await?)
}

impl ServicePage {
    /// The same page, speaking of another moment than the present; a former version cannot be requested.
    pub(super) fn at(mut self, moment: Moment) -> Self {
        if moment.kind == "version" {
            (self.apply, self.elsewhere, self.draft, self.closed) = (None, None, None, None);
        }
        self.moment = moment;
        self
    }
}

pub(super) async fn page(tx: &Read, visit: &Visit, service: &Arc<Service>) -> Result<ServicePage> {
    let text = &service.description;
    let locale = visit.locale();
    let ids = text.providers.iter().map(|provider| provider.institution).chain([service.holder, service.provider]);
    let names = Names::of(tx, visit, ids).await?;
    let online = service.is_open() && service.form_key.is_some() && service.requestable_by(Channel::Electronic);
    let href = visit.url(&format!("/services/{}", service.code));
    let mut providers: Vec<String> = text.providers.iter().map(|provider| names.get(provider.institution)).collect();
    let holder = names.get(service.holder);
    let together = text.flags.joint;
    providers.retain(|name| together || *name != holder);
    providers.dedup();
    let conditions: Vec<String> = text.conditions.iter().map(|one| format!("- {}", one.get(locale))).collect();
    Ok(ServicePage {
        code: service.code.clone(),
        name: text.name.get(locale).to_owned(),
        lead: text.summary.get(locale).to_owned(),
        lang: foreign(&text.name, locale),
        facts: facts(visit, service),
        closed: (service.state == ServiceState::Closed).then(|| closed_words(visit, service)),
        apply: online.then(|| format!("{href}/apply")),
        elsewhere: elsewhere(service).filter(|_| !online && service.is_open()),
        draft: draft_of(tx, visit, &service.code).await?,
        documents: documents(visit, text),
        who: [text.audience.get(locale).to_owned(), conditions.join("\n")].join("\n\n"),
        notice: text.notice.as_ref().map(|notice| notice.get(locale).to_owned()),
        steps: text
            .steps
            .iter()
            .map(|step| Step { title: step.title.get(locale).to_owned(), text: step.text.get(locale).to_owned() })
            .collect(),
        channels: channels(visit, service),
        support: text.digital.as_ref().map(|digital| digital.support.get(locale).to_owned()),
        related: related(tx, visit, &text.related).await?,
        appeal: text.appeal.get(locale).to_owned(),
        laws: text
            .legal_basis
            .iter()
            .map(|act| Law {
                title: act.title.get(locale).to_owned(),
                lang: foreign(&act.title, locale),
                site: site(act.link.as_deref()),
                href: web_link(act.link.as_deref()),
            })
            .collect(),
        holder,
        providers,
        together,
        contacts: text.providers.first().map(|provider| contacts(&provider.contact)).unwrap_or_default(),
        register: register(visit, service),
        open: OpenPart::of(visit, service),
        places: super::places::link(visit, service),
        family: FamilyPart::of(tx, visit, service.id).await?,
        moment: Moment::now(visit, &service.code, service.version),
        checked: super::checked::checked(tx, service).await?,
        extra: extra(tx, visit, service).await?,
        href,
    })
}

/// Links to related services that are still there.
async fn related(tx: &Read, visit: &Visit, codes: &[String]) -> Result<Vec<Link>> {
    let names = service_names(tx, visit, codes.iter().cloned()).await?;
    let link = |(code, name): (String, String)| Link { href: visit.url(&format!("/services/{code}")), name };
    Ok(names.into_iter().map(link).collect())
}

async fn draft_of(tx: &Read, visit: &Visit, code: &str) -> Result<Option<String>> {
    if visit.caller().role != Role::Client {
        return Ok(None);
    }
    let drafts = forms::drafts_of(tx).await?;
    let own = drafts.into_iter().find(|draft| draft.service_code == code);
    Ok(own.map(|draft| visit.url(&format!("/drafts/{}", draft.id))))
}

fn closed_words(visit: &Visit, service: &Service) -> String {
    text_of(visit, "service-closed-since", "day", i18n::date(visit.locale(), kernel::riga_date(service.updated_at)))
}

fn facts(visit: &Visit, service: &Service) -> Vec<Fact> {
    let channel = if service.offer(Channel::Electronic).is_some() {
        Channel::Electronic
    } else {
        service.description.channels.first().map_or(Channel::Institution, |offer| offer.channel)
    };
    let mut facts = Vec::new();
    if let Some(cost) = service.fee(channel) {
        facts.push(Fact { icon: "euro", term: visit.text("service-fact-fee"), value: fee(visit, cost) });
    }
    let term = deadline(visit, service.deadline(channel));
    facts.push(Fact { icon: "calendar", term: visit.text("service-fact-deadline"), value: term });
    if let Some(minutes) = service.description.minutes_to_fill {
        let mut values = Args::new();
        values.set("count", i64::from(minutes));
        facts.push(Fact {
            icon: "clock",
            term: visit.text("service-fact-fill"),
            value: visit.text_with("service-minutes", &values),
        });
    }
    let (way, icon) = if service.form_key.is_some() || elsewhere(service).is_some() {
        ("service-fact-online", "globe")
    } else {
        ("service-fact-offline", "building")
    };
    facts.push(Fact { icon, term: visit.text("service-fact-form"), value: visit.text(way) });
    facts
}

fn documents(visit: &Visit, text: &Description) -> Vec<String> {
    let line = |document: &catalogue::RequiredDocument| {
        let name = document.name.get(visit.locale());
        let name =
            if document.required { name.to_owned() } else { text_of(visit, "service-optional-document", "name", name) };
        match &document.note {
            Some(note) => format!("{name}: {}", note.get(visit.locale())),
            None => name,
        }
    };
    text.documents.iter().map(line).collect()
}

fn channels(visit: &Visit, service: &Service) -> Vec<ChannelLine> {
    let offers = service.description.channels.iter();
    let line = |offer: &catalogue::ChannelOffer| ChannelLine {
        name: visit.text(&format!("channel-{}", offer.channel)),
        r#where: offer.hours.get(visit.locale()).to_owned(),
        fee: fee(visit, offer.fee),
        deadline: deadline(visit, service.deadline(offer.channel)),
    };
    offers.map(line).collect()
}

pub(crate) fn contacts(contact: &Contact) -> Vec<ContactLine> {
    let digits = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let mut lines = Vec::new();
    if let Some(phone) = &contact.phone {
        lines.push(ContactLine { icon: "phone", href: Some(format!("tel:{}", digits(phone))), text: phone.clone() });
    }
    if let Some(email) = &contact.email {
        lines.push(ContactLine { icon: "mail", href: Some(format!("mailto:{email}")), text: email.clone() });
    }
    if let Some(website) = &contact.website {
        lines.push(ContactLine { icon: "globe", href: web_link(Some(website)), text: website.clone() });
    }
    if let Some(address) = &contact.address {
        lines.push(ContactLine { icon: "map-pin", href: None, text: address.clone() });
    }
    lines
}

/// Only addresses of the web become links: descriptions are written by people.
pub(crate) fn web_link(link: Option<&str>) -> Option<String> {
    link.filter(|link| link.starts_with("https://") || link.starts_with("http://")).map(str::to_owned)
}

pub(super) fn site(link: Option<&str>) -> String {
    let host = link.and_then(|link| link.split("://").nth(1)).and_then(|rest| rest.split('/').next());
    host.unwrap_or_default().to_owned()
}

fn register(visit: &Visit, service: &Service) -> Vec<Fact> {
    let fact = |term: &str, value: String| Fact { icon: "info", term: visit.text(term), value };
    let territory = match &service.description.territory {
        Territory::WholeCountry => visit.text("service-territory-country"),
        Territory::Municipalities(codes) => {
            let mut values = Args::new();
            values.set("count", i64::try_from(codes.len()).unwrap_or(i64::MAX));
            visit.text_with("service-territory-municipalities", &values)
        }
    };
    let circle = service.description.client_circle.as_str();
    let mut facts = vec![
        fact("service-fact-code", service.code.clone()),
        fact("service-fact-clients", visit.text(&format!("service-circle-{circle}"))),
        fact("service-fact-territory", territory),
        fact("service-fact-cofog", service.description.cofog.clone()),
    ];
    if service.form_key.is_some() {
        facts.push(fact("service-fact-sign-in", visit.text("service-fact-sign-in-value")));
    }
    if let Some(day) = service.valid_from.map(kernel::riga_date) {
        facts.push(fact("service-fact-updated", i18n::date(visit.locale(), day)));
    }
    facts
}

impl Template for ServicePage {
    const NAME: &'static str = "citizen/services/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let href = format!("/{locale}/services/1001");
        let [now, former, preview] = Moment::samples(locale);
        let fact = |icon, term: &str, value: &str| Fact { icon, term: term.to_owned(), value: value.to_owned() };
        let sample = |closed: Option<&str>, apply: bool, draft: bool| Self {
            href: href.clone(),
            code: "1001".to_owned(),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            lead: "Vienreizējs pabalsts par katru jaundzimušo bērnu.".to_owned(),
            lang: closed.map(|_| "lv"),
            facts: vec![fact("euro", "Maksa", "Bez maksas"), fact("calendar", "Termiņš", "10 darba dienas")],
            closed: closed.map(str::to_owned),
            apply: apply.then(|| format!("{href}/apply")),
            elsewhere: draft.then(|| Elsewhere { href: "https://vsaa.lv/x".to_owned(), site: "vsaa.lv".to_owned() }),
            draft: draft.then(|| format!("/{locale}/drafts/1")),
            documents: if apply { vec!["Bankas konta numurs <IBAN>".to_owned()] } else { Vec::new() },
            who: "Bērna vecāks.\n\n- dzīvo Latvijā\n- bērns ir līdz 8 dienu vecs".to_owned(),
            notice: draft.then(|| "Apraksts ir saīsināts paraugs.".to_owned()),
            steps: vec![Step { title: "Iesniedzat".to_owned(), text: "Saņemat numuru.".to_owned() }],
            channels: vec![ChannelLine {
                name: "Elektroniski".to_owned(),
                r#where: "Visu diennakti".to_owned(),
                fee: "Bez maksas".to_owned(),
                deadline: "10 darba dienas".to_owned(),
            }],
            support: Some("Palīdzam klātienē.".to_owned()),
            related: vec![Link {
                href: format!("/{locale}/services/1002"),
                name: "Bērna kopšanas pabalsts".to_owned(),
            }],
            appeal: "Lēmumu var apstrīdēt viena mēneša laikā.".to_owned(),
            laws: vec![
                Law {
                    title: "Valsts sociālo pabalstu likums".to_owned(),
                    lang: None,
                    href: Some("https://likumi.lv/ta/id/68483".to_owned()),
                    site: "likumi.lv".to_owned(),
                },
                Law { title: "Regulation".to_owned(), lang: Some("en"), href: None, site: String::new() },
            ],
            holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            providers: vec!["Valsts sociālās apdrošināšanas aģentūra".to_owned()],
            together: !apply,
            contacts: contacts(&Contact {
                phone: Some("6700 0000".to_owned()),
                email: Some("info@example.lv".to_owned()),
                address: Some("Lāčplēša iela 70a, Rīga".to_owned()),
                website: Some("https://example.lv".to_owned()),
            }),
            register: vec![fact("info", "Kods", "1001")],
            open: apply.then(|| OpenPart::at(locale, "1001")),
            places: apply.then(|| format!("{href}/places")),
            family: draft.then(|| FamilyPart::sample(locale)),
            moment: now.clone(),
            checked: chrono::NaiveDate::from_ymd_opt(2026, 11, 12).filter(|_| apply),
            extra: Extra::sample(locale),
        };
        let plain = || sample(None, true, false);
        vec![
            sample(None, true, true),
            sample(Some("Pakalpojums slēgts."), false, false),
            sample(None, false, false),
            plain().at(former),
            plain().at(preview),
        ]
    }
}
