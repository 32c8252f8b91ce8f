//! The visitor's own view of the register: municipality, for whom they act, what was assigned to them (POR-09, POR-10).

use std::time::Duration;

use catalogue::{Clients, ServiceListItem, ServiceState, View};
use http::HeaderValue;
use institutions::Institution;
use kernel::{Locale, Party, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Visit, private_cookie};

use crate::names::text_of;

pub(crate) use kernel::sort_key;

/// The cookie that remembers the municipality of those who are not signed in, by its ATVK code. It holds nothing else and
/// serves what was asked for, so it needs no consent.
const COOKIE: &str = "municipality";
/// How long a browser remembers the choice.
const YEAR: Duration = Duration::from_secs(365 * 24 * 3600);

/// A choice of a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }
}

/// For whom the pages are shown.
pub(crate) struct Own {
    /// The chosen municipality.
    pub(crate) municipality: Option<Institution>,
    /// All municipalities, by name.
    pub(crate) all: Vec<Institution>,
    clients: Option<Clients>,
}

impl Own {
    /// From the profile of somebody who acts for themselves, from the cookie of everybody else.
    pub(crate) async fn of(tx: &Read, visit: &Visit) -> Result<Self> {
        let all = municipalities(tx, visit.locale()).await?;
        let chosen = own_code(tx, visit).await?;
        let municipality = all.iter().find(|one| one.atvk.is_some() && one.atvk == chosen).cloned();
        let clients = match (visit.caller().role, visit.caller().party) {
            (Role::Client, Some(Party::Organisation(_))) => Some(Clients::Companies),
            (Role::Client, _) => Some(Clients::Persons),
            _ => None,
        };
        Ok(Self { municipality, all, clients })
    }

    /// What they see first.
    pub(crate) fn view(&self) -> View {
        let municipality = self.municipality.as_ref().and_then(|one| one.atvk.clone());
        View { clients: self.clients, municipality, own_only: false }
    }

    /// How many services of the whole register a category holds, where its list shows all of them: with a municipality
    /// chosen it shows fewer.
    pub(crate) fn counted(&self, services: i64) -> Option<i64> {
        self.municipality.is_none().then_some(services)
    }

    /// Whether they act for a company.
    pub(crate) fn is_company(&self) -> bool {
        self.clients == Some(Clients::Companies)
    }

    /// In words, what the view leaves out; none when it shows everything.
    pub(crate) fn words(&self, visit: &Visit) -> Option<String> {
        let clients = self.clients.map(|clients| match clients {
            Clients::Persons => visit.text("browse-view-persons"),
            Clients::Companies => visit.text("browse-view-companies"),
        });
        let place = self.municipality.as_ref().map(|one| one.name.get(visit.locale()).to_owned());
        let words: Vec<String> = place.into_iter().chain(clients).collect();
        (!words.is_empty()).then(|| words.join(" · "))
    }

    /// The municipalities as choices.
    pub(crate) fn choices(&self, locale: Locale) -> Vec<Choice> {
        let choice = |one: &Institution| Some(Choice::new(one.atvk.clone()?, one.name.get(locale)));
        self.all.iter().filter_map(choice).collect()
    }
}

/// The ATVK code of the chosen municipality, as the profile or the cookie has it.
async fn own_code(tx: &Read, visit: &Visit) -> Result<Option<String>> {
    Ok(match keeps_in_profile(visit) {
        true => identity::profile(tx).await?.municipality,
        false => visit.cookie(COOKIE),
    })
}

/// The visitor's municipality, where nothing else of [`Own`] is needed.
pub(crate) async fn own_municipality(tx: &Read, visit: &Visit) -> Result<Option<Institution>> {
    let Some(code) = own_code(tx, visit).await? else { return Ok(None) };
    let all = institutions::municipalities(tx).await?;
    Ok(all.into_iter().find(|one| one.atvk.as_ref() == Some(&code)))
}

/// The company that the visitor acts for; empty for who acts for themselves.
pub(crate) fn company(visit: &Visit) -> String {
    visit.visitor().session.as_ref().and_then(|session| session.acting_for.clone()).unwrap_or_default()
}

/// The services that company management assigned to the visitor and that can be requested, in the order of their codes;
/// none where nothing limits them.
pub(crate) async fn assigned(tx: &Read, visit: &Visit) -> Result<Option<Vec<ServiceListItem>>> {
    let Some(codes) = visit.caller().remit.codes() else { return Ok(None) };
    let codes: Vec<String> = codes.iter().cloned().collect();
    let mut items = catalogue::services_by_codes(tx, &codes).await?;
    items.retain(|item| item.state == ServiceState::Open);
    by_code(&mut items);
    Ok(Some(items))
}

/// In the order of the codes as numbers.
pub(crate) fn by_code(items: &mut [ServiceListItem]) {
    items.sort_by_key(|item| item.number);
}

/// Why the visitor cannot apply for a service here, where company management did not assign it to them.
pub(crate) fn unassigned(visit: &Visit, code: &str) -> Option<String> {
    (!visit.caller().may_use(code)).then(|| text_of(visit, "service-unassigned", "company", company(visit)))
}

/// Whether the choice of a municipality belongs to a profile: somebody is signed in and acts for themselves.
pub(crate) fn keeps_in_profile(visit: &Visit) -> bool {
    let caller = visit.caller();
    caller.role == Role::Client && matches!(caller.party, Some(Party::Person(_)))
}

/// The cookie that remembers a municipality, or forgets it.
pub(crate) fn municipality_cookie(visit: &Visit, atvk: Option<&str>) -> HeaderValue {
    let age = atvk.map_or(Duration::ZERO, |_| YEAR);
    private_cookie(visit.state().settings(), COOKIE, atvk.unwrap_or_default(), age)
}

/// All municipalities in the order of their names.
pub(crate) async fn municipalities(tx: &Read, locale: Locale) -> Result<Vec<Institution>> {
    let mut all = institutions::municipalities(tx).await?;
    all.sort_by_key(|one| sort_key(one.name.get(locale)));
    Ok(all)
}
