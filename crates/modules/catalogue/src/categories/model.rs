//! What a category is, and for whom one looks at it.

use crate::{ClientCircle, Description, Territory};
use kernel::{Channel, InstitutionId};
use std::collections::BTreeSet;

/// Everywhere in Latvia, as the table says it.
pub(crate) const WHOLE_COUNTRY: &str = "LV";

kernel::words! {
    /// By what services are sorted.
    CategoryKind {
        /// All services that can be requested.
        All = "all",
        /// By division of COFOG: `10`.
        Theme = "theme",
        /// By holder: its id.
        Holder = "holder",
        /// By a channel in which they can be requested.
        Channel = "channel",
        /// Internal services, for staff only (CAT-22, POR-11).
        Internal = "internal",
    }
}

/// One category.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Category {
    pub(crate) kind: CategoryKind,
    pub(crate) value: String,
}

impl Category {
    /// All services that can be requested.
    #[must_use]
    pub const fn all() -> Self {
        Self { kind: CategoryKind::All, value: String::new() }
    }

    /// A division of COFOG, `01` to `10`.
    #[must_use]
    pub fn theme(division: impl Into<String>) -> Self {
        Self { kind: CategoryKind::Theme, value: division.into() }
    }

    /// What an institution answers for.
    #[must_use]
    pub fn holder(id: InstitutionId) -> Self {
        Self { kind: CategoryKind::Holder, value: id.to_string() }
    }

    /// What can be requested in a channel.
    #[must_use]
    pub fn channel(channel: Channel) -> Self {
        Self { kind: CategoryKind::Channel, value: channel.as_str().to_owned() }
    }

    pub(crate) const fn internal() -> Self {
        Self { kind: CategoryKind::Internal, value: String::new() }
    }

    /// As the table names it.
    pub(crate) fn key(&self) -> String {
        format!("{}:{}", self.kind.as_str(), self.value)
    }
}

/// A category with the number of lines in its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryCount {
    /// The value within its kind: `10`.
    pub value: String,
    /// How many services; those of a family are one where the list shows a family once.
    pub services: i64,
}

/// Which circle of clients looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clients {
    /// Natural persons: what is for them or for anybody (POR-09).
    Persons,
    /// Legal persons: what is for them or for anybody (POR-10).
    Companies,
}

impl Clients {
    const fn word(self) -> &'static str {
        match self {
            Self::Persons => "person",
            Self::Companies => "company",
        }
    }
}

/// For whom a category is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Of which circle of clients; of all when none.
    pub clients: Option<Clients>,
    /// Services of the whole country and of this municipality (ATVK code); of all places when none.
    pub municipality: Option<String>,
    /// With a municipality: its own services only.
    pub own_only: bool,
}

impl View {
    /// The scopes whose union this view is.
    pub(crate) fn scopes(&self) -> Vec<String> {
        let places: Vec<&str> = match (&self.municipality, self.own_only) {
            (None, _) => vec![""],
            (Some(own), true) => vec![own],
            (Some(own), false) => vec![WHOLE_COUNTRY, own],
        };
        let clients = self.clients.map_or_else(|| vec![Clients::Persons, Clients::Companies], |one| vec![one]);
        places.iter().flat_map(|place| clients.iter().map(move |one| scope(place, *one))).collect()
    }
}

fn scope(place: &str, clients: Clients) -> String {
    format!("{place}/{}", clients.word())
}

/// Where a published description belongs: categories and, within each, scopes.
pub(crate) fn entries(holder: InstitutionId, description: &Description) -> BTreeSet<(Category, String)> {
    if description.flags.internal {
        return BTreeSet::from([(Category::internal(), String::new())]);
    }
    let clients: &[Clients] = match description.client_circle {
        ClientCircle::Any => &[Clients::Persons, Clients::Companies],
        ClientCircle::NaturalPerson => &[Clients::Persons],
        ClientCircle::LegalPerson => &[Clients::Companies],
    };
    let mut places = vec![""];
    match &description.territory {
        Territory::WholeCountry => places.push(WHOLE_COUNTRY),
        Territory::Municipalities(codes) => places.extend(codes.iter().map(String::as_str)),
    }
    let scopes: Vec<String> =
        places.iter().flat_map(|place| clients.iter().map(move |one| scope(place, *one))).collect();
    let each = |category: Category| scopes.iter().map(move |scope| (category.clone(), scope.clone()));
    categories(holder, description).into_iter().flat_map(each).collect()
}

fn categories(holder: InstitutionId, description: &Description) -> Vec<Category> {
    let mut found = vec![Category::all(), Category::holder(holder)];
    let division = description.cofog.split('.').next().unwrap_or_default();
    if !division.is_empty() {
        found.push(Category::theme(division));
    }
    found.extend(description.channels.iter().map(|offer| Category::channel(offer.channel)));
    found
}
