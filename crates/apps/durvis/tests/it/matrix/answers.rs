//! Asks one route as one person about one thing, and says in a word what was answered.
use std::collections::BTreeMap;

use axum::http::Method;
use kernel::{Caller, Role};
use web_kit::RouteRow;

use super::plan::{About, address, body, lets_in};
use crate::browser::Page;
use crate::things::{Far, Office, Thing, World};

/// Whose thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    Own,
    Others,
    Missing,
}

impl Whose {
    pub const fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Others => "other",
            Self::Missing => "missing",
        }
    }
}

/// What the objects of a route are: routes about nobody's own things have no other's.
pub fn objects(about: About) -> &'static [Whose] {
    match about {
        About::Nothing => &[Whose::Own],
        About::Service
        | About::Institution
        | About::Copy(_)
        | About::Persona
        | About::Synonym
        | About::Boost
        | About::Act
        | About::Unified
        | About::Template(_)
        | About::Situation
        | About::Article
        | About::Category
        | About::Norm => &[Whose::Own, Whose::Missing],
        _ => &[Whose::Own, Whose::Others, Whose::Missing],
    }
}

/// The role somebody acts in.
pub fn role_of(world: &World, key: &str) -> Role {
    match key {
        "system" => Role::ApiClient,
        key => world.who(key).caller.as_ref().map_or(Role::Anonymous, |caller: &Caller| caller.role),
    }
}

/// One answer.
pub struct Cell {
    /// The status, or `in` for "sign in first".
    pub word: String,
    /// The body without what differs from request to request.
    pub text: String,
    /// The answer itself.
    pub page: Page,
}

/// Asks routes; keeps the things that nobody may change, so that they serve every request.
pub struct Asker<'a> {
    pub world: &'a World,
    kept: BTreeMap<String, Thing>,
}

impl<'a> Asker<'a> {
    pub fn new(world: &'a World) -> Self {
        Self { world, kept: BTreeMap::new() }
    }

    /// One cell of the table.
    pub async fn ask(&mut self, row: &RouteRow, about: About, key: &str, whose: Whose) -> Cell {
        // What the rule lets somebody change is made anew for each request; a client has one open draft. What another
        // institution writes for the portal and says of itself and its services the platform changes too.
        let changes = row.method == Method::POST && lets_in(row.access, role_of(self.world, key));
        let shared = matches!(about, About::WrittenSituation | About::Correction | About::Nomination | About::Record);
        let anew = about == About::Draft || (changes && (whose == Whose::Own || shared));
        let thing = self.thing(about, key, whose, anew).await;
        // Signing out, switching and signing in anew end the session: they get one of their own.
        let ends =
            ["/{lang}/sign-out", "/{lang}/profile/switch", "/demo/sign-in/{persona}"].contains(&row.path.as_str());
        let mut who = self.world.who(key).clone();
        if ends && who.cookie.is_some() {
            who = self.world.house.persona(key).await;
        }
        let sent = body(self.world, row, key, &thing).await;
        let answer = self.world.house.ask(&who, row.method.as_str(), &address(row, &thing), sent).await;
        Cell { word: word(&answer), text: plain(&answer, &thing), page: answer }
    }

    async fn thing(&mut self, about: About, key: &str, whose: Whose, anew: bool) -> Thing {
        if whose == Whose::Missing || about == About::Nothing {
            return missing(about);
        }
        let name = format!("{about:?} {key} {whose:?}");
        if !anew && let Some(thing) = self.kept.get(&name) {
            return thing.clone();
        }
        let thing = self.make(about, key, whose).await;
        if !anew {
            self.kept.insert(name, thing.clone());
        }
        thing
    }

    async fn make(&self, about: About, key: &str, whose: Whose) -> Thing {
        let world = self.world;
        let own = whose == Whose::Own;
        match about {
            About::Nothing => Thing::default(),
            About::Service => Thing { id: world.services["P.11"].clone(), ..Thing::default() },
            About::Institution => Thing { id: "VSAA".to_owned(), ..Thing::default() },
            About::Copy(far) => world.copy(far).await,
            About::Proposal => world.proposal(if own { "P.11" } else { "P.02" }).await,
            About::Instruction => world.instruction(own).await,
            About::Persona => Thing { id: "resident".to_owned(), ..Thing::default() },
            About::Case(far) => {
                let (client, office) = case_of(key, own);
                world.case(client, office, far).await
            }
            About::Draft => {
                let (client, office) = case_of(key, own);
                // Everybody has one draft, for one service; that of the employee is for an assigned one.
                let office = if office == Office::Assigned { office } else { Office::Vsaa };
                world.draft_of(client, office).await
            }
            About::Session => world.session(session_of(key, own)).await,
            About::Consultation => {
                let mine = if ["specialist", "officer", "officer-nva"].contains(&key) { key } else { "officer" };
                let theirs = if key == "officer" { "officer-nva" } else { "officer" };
                world.consultation(if own { mine } else { theirs }).await
            }
            About::Unified => Thing { id: "V101".to_owned(), ..Thing::default() },
            About::Template(stand) => world.template(stand).await,
            About::Representation => world.representation(own).await,
            About::Membership => world.membership(if own { "VSAA" } else { "NVA" }).await,
            About::System => world.system(if own { "VSAA" } else { "NVA" }).await,
            About::Table => world.table(if own { "VSAA" } else { "NVA" }).await,
            About::Synonym => world.search_rule(false).await,
            About::Boost => world.search_rule(true).await,
            About::Act => world.act().await,
            About::Situation => world.situation("VSAA").await,
            About::WrittenSituation => world.situation(if own { "VSAA" } else { "NVA" }).await,
            About::Correction => world.correction(if own { "VSAA" } else { "NVA" }).await,
            About::Letter { answered } => {
                let (client, office) = case_of(key, own);
                world.letter(client, office, answered).await
            }
            About::Article => world.article().await,
            About::Category => Thing { id: "theme/10".to_owned(), ..Thing::default() },
            About::Norm => Thing { id: "20.5".to_owned(), ..Thing::default() },
            About::Nomination => world.nomination(if own { "VSAA" } else { "NVA" }).await,
            About::OwnIndicator => world.own_indicator(if own { "P.11" } else { "P.02" }).await,
            About::Branch => world.branch(if own { "VSAA" } else { "NVA" }).await,
            About::Record => world.record(if own { "VSAA" } else { "NVA" }).await,
        }
    }
}

/// Whose case stands for "own" and "other's": a client's own or another client's; for people of institutions one that
/// their institution (VSAA; NVA for its officer) handles or does not. Who has no cases at all is shown those of VSAA.
fn case_of(key: &str, own: bool) -> (&'static str, Office) {
    match (key, own) {
        ("resident2", true) | ("resident" | "anonymous", false) => ("resident2", Office::Vsaa),
        ("company", true) | ("employee", false) => ("company", Office::Vsaa),
        ("employee", true) => ("employee", Office::Assigned),
        ("resident2" | "company", false) => ("resident", Office::Vsaa),
        ("officer-nva", true) => ("resident", Office::Nva),
        ("officer-nva", false) | ("resident" | "anonymous", true) => ("resident", Office::Vsaa),
        (_, true) => ("resident", Office::Vsaa),
        (_, false) => ("resident", Office::Nva),
    }
}

/// Who is signed in once more: whoever asks, or somebody else. Those who cannot sign in get somebody's.
fn session_of(key: &str, own: bool) -> &str {
    match (key, own) {
        ("anonymous" | "system", _) => "resident",
        ("resident", false) => "resident2",
        (_, false) => "resident",
        (key, true) => key,
    }
}

/// A thing that does not exist, in a form that could.
fn missing(about: About) -> Thing {
    let id = match about {
        About::Nothing => "",
        About::Service | About::Copy(_) => "9999",
        About::Institution | About::Record => "NOBODY",
        About::Persona => "nobody",
        About::Unified | About::Template(_) => "V999",
        About::Case(Far::Submitted | Far::Taken | Far::Asked | Far::Decided | Far::Delivered) => "1007-999999",
        About::Situation | About::WrittenSituation => "nowhere",
        About::Article => "news/nowhere",
        About::Category => "nothing/nowhere",
        About::Norm => "20.9",
        About::OwnIndicator => "9999-R1",
        About::Branch => "VSAA-999",
        _ => "01900000-0000-7000-8000-00000000dead",
    };
    let document = "01900000-0000-7000-8000-00000000beef".to_owned();
    Thing { id: id.to_owned(), document, revision: 1, ..Thing::default() }
}

fn word(answer: &Page) -> String {
    if answer.asks_to_sign_in() { "in".to_owned() } else { answer.status.to_string() }
}

/// Body and place without what was typed in the address, the number of the request, and how long the session lasts.
fn plain(answer: &Page, thing: &Thing) -> String {
    let mut text = format!("{}\n{}", answer.header("location"), timeless(&answer.body));
    let incident = answer.header("x-request-id").to_owned();
    let spoken = thing.id.replace('-', " ");
    let version = format!("/versions/{}/", thing.version());
    let encoded = web_kit::percent(&thing.id);
    for typed in [&thing.document, &thing.id, &encoded, &spoken, &incident, &version] {
        if !typed.is_empty() {
            text = text.replace(typed.as_str(), "…");
        }
    }
    text
}

/// The same without the seconds that the session lasts.
fn timeless(body: &str) -> String {
    const SECONDS: &str = "data-session=\"/session\" data-seconds=\"";
    let Some((before, after)) = body.split_once(SECONDS) else { return body.to_owned() };
    format!("{before}{SECONDS}{}", after.trim_start_matches(|c: char| c.is_ascii_digit()))
}
