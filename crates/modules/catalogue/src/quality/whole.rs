//! Checks of lists, references and the description as a whole.

use super::elements::links;
use super::lists::is_cofog;
use super::rules::Check;
use super::{Out, QualityContext};
use crate::{Contact, Description, LegalAct, Stage, Territory};
use std::collections::BTreeSet;

/// Runs one check.
pub fn run(check: &Check, d: &Description, context: &QualityContext, out: &mut Out<'_>) {
    match check {
        Check::ListMissing => lists(d, out),
        Check::TerritoryMissing if d.territory == Territory::Municipalities(Vec::new()) => out.add("territory"),
        Check::ValidityOrder if d.valid_from.zip(d.valid_to).is_some_and(|(from, to)| to < from) => out.add("valid_to"),
        Check::CofogUnknown if !is_cofog(&d.cofog) => out.with("cofog", [("code", d.cofog.clone())]),
        Check::StageWithoutProvider | Check::StageWithoutContact => providers(check, d, out),
        Check::JointAlone if d.flags.joint && institutions(d) < 2 => out.add("providers"),
        Check::DigitalMissing if d.digital.is_none() => out.add("digital"),
        Check::DigitalDateMissing if d.digital.as_ref().is_some_and(|digital| digital.since.is_none()) => {
            out.add("digital/since");
        }
        Check::KeywordsFew { least } if d.keywords.lv.len() < *least => {
            let count = d.keywords.lv.len().to_string();
            out.with("keywords", [("count", count), ("least", least.to_string())]);
        }
        Check::LawRepealed => repealed(d, context, out),
        Check::LawLinkMissing => acts(d, out, |act| act.link.as_deref().unwrap_or_default().trim().is_empty()),
        Check::LawElsewhere { hosts } => acts(d, out, |act| {
            let host = act.link.as_deref().and_then(host_of);
            host.is_some_and(|host| !hosts.iter().any(|known| known == host))
        }),
        Check::LinkFaulty => {
            let faulty = links(d).into_iter().filter(|(_, link)| host_of(link).is_none());
            faulty.for_each(|(place, link)| out.with(place.path, [("link", shortened(link))]));
        }
        Check::LinkDead => {
            let dead = links(d).into_iter().filter(|(_, link)| context.dead_links.contains(*link));
            dead.for_each(|(place, link)| out.with(place.path, [("link", shortened(link))]));
        }
        Check::EmailFaulty => emails(d, out),
        Check::EvidenceForNothing => evidence(d, out),
        Check::DocumentChannelMissing => document_channels(d, out),
        Check::Duplicate => others(&context.duplicates, out),
        // Of a service of the same name the rule above tells.
        Check::Alike if context.duplicates.is_empty() => others(&context.alike, out),
        Check::NotConfirmed => {
            if let Some(quarter) = &context.unconfirmed {
                out.with("confirmed", [("quarter", quarter.clone())]);
            }
        }
        _ => {}
    }
}

/// Other services that may be this one.
fn others(codes: &[String], out: &mut Out<'_>) {
    if !codes.is_empty() {
        out.with("name", [("codes", codes.iter().take(3).cloned().collect::<Vec<_>>().join(", "))]);
    }
}

/// An address for a line of a list.
fn shortened(link: &str) -> String {
    link.chars().take(120).collect()
}

fn lists(d: &Description, out: &mut Out<'_>) {
    let empty = [
        ("steps", d.steps.is_empty()),
        ("documents", d.documents.is_empty()),
        ("conditions", d.conditions.is_empty()),
        ("legal_basis", d.legal_basis.is_empty()),
        ("outputs", d.outputs.is_empty()),
    ];
    for (path, _) in empty.into_iter().filter(|(path, empty)| *empty && out.rule.looks_at(path)) {
        out.add(path);
    }
}

/// How many institutions give it.
fn institutions(d: &Description) -> usize {
    d.providers.iter().map(|provider| provider.institution).collect::<BTreeSet<_>>().len()
}

/// A stage without anybody is one defect, a stage whose providers cannot be reached another.
fn providers(check: &Check, d: &Description, out: &mut Out<'_>) {
    for stage in Stage::ALL {
        let mut of_stage = d.providers.iter().filter(|provider| provider.stage == *stage).peekable();
        let nobody = of_stage.peek().is_none();
        let unreachable = !nobody && of_stage.all(|provider| Contact::is_empty(&provider.contact));
        let found = if *check == Check::StageWithoutProvider { nobody } else { unreachable };
        if found {
            out.add(format!("providers/{}", stage.as_str()));
        }
    }
}

fn acts(d: &Description, out: &mut Out<'_>, wrong: impl Fn(&LegalAct) -> bool) {
    for (place, _) in d.legal_basis.iter().enumerate().filter(|(_, act)| wrong(act)) {
        out.add(format!("legal_basis/{place}/link"));
    }
}

fn repealed(d: &Description, context: &QualityContext, out: &mut Out<'_>) {
    for (place, act) in d.legal_basis.iter().enumerate() {
        let number = act.link.as_deref().and_then(act_number);
        if let Some(known) = number.and_then(|number| context.repealed.get(&number)) {
            let args =
                [("act", known.title.clone()), ("successor", known.successor.clone()), ("link", known.link.clone())];
            out.with(format!("legal_basis/{place}"), args);
        }
    }
}

/// The number of an act in its address at likumi.lv: `/ta/id/68483-title`, `/doc.php?id=68483`.
pub(super) fn act_number(link: &str) -> Option<i64> {
    let host = host_of(link)?;
    if !(host == "likumi.lv" || host.ends_with(".likumi.lv")) {
        return None;
    }
    let behind = link.split_once("/id/").or_else(|| link.split_once("id=")).map(|(_, behind)| behind)?;
    behind.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The host of an address of the web, in lower case as browsers write it; none for anything else.
pub(super) fn host_of(link: &str) -> Option<&str> {
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?.split(':').next()?;
    let fits = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    let clean = !link.chars().any(|c| c.is_whitespace() || c.is_control());
    (fits && clean).then_some(host)
}

fn emails(d: &Description, out: &mut Out<'_>) {
    for (place, provider) in d.providers.iter().enumerate() {
        let Some(email) = provider.contact.email.as_deref() else { continue };
        if !kernel::is_email(email) {
            out.add(format!("providers/{place}/email"));
        }
    }
}

fn evidence(d: &Description, out: &mut Out<'_>) {
    for (place, document) in d.documents.iter().enumerate() {
        let there = |number: u16| (1..=d.conditions.len()).contains(&usize::from(number));
        if document.proves.is_some_and(|number| !there(number)) {
            out.add(format!("documents/{place}/proves"));
        }
    }
}

/// Documents that are needed only in channels of which the service has not all.
fn document_channels(d: &Description, out: &mut Out<'_>) {
    for (place, document) in d.documents.iter().enumerate() {
        let missing = document.channels.iter().find(|needed| d.channels.iter().all(|offer| offer.channel != **needed));
        if let Some(channel) = missing {
            out.with(format!("documents/{place}/channels"), [("channel", channel.to_string())]);
        }
    }
}
