//! The directory of those who work in institutions: colleagues find them by name, role and institution (POR-14). It
//! shows names and roles at work and nothing else that is known of a person.

use crate::person::{names_of, require};
use crate::policy::Action;
use crate::store::people;
use crate::store::staff_words::{self, ANY, Wanted};
use kernel::{Cursor, Error, InstitutionId, MembershipId, Page, PageRequest, Party, PersonId, Result, Role, folded};
use std::collections::BTreeSet;
use storage::{Read, Write};

/// A name is found by its beginnings of so many letters; more than that are not looked at.
const BEGINNING: std::ops::RangeInclusive<usize> = 2..=10;
/// More words than this has no name.
const MOST_WORDS: usize = 5;

/// Who is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindStaff {
    /// Beginnings of given and family names, with or without diacritics.
    pub words: String,
    /// Who works there.
    pub institution: Option<InstitutionId>,
    /// In this role.
    pub role: Option<Role>,
}

/// Somebody in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// Who.
    pub person: PersonId,
    /// Given and family names.
    pub name: String,
    /// Where.
    pub institution: InstitutionId,
    /// As what.
    pub role: Role,
    /// Unit of the institution, when it matters.
    pub unit: Option<String>,
}

/// Those who hold a role now and have every word in their name. Nobody without words or an institution: a role alone
/// would go through the staff of the country.
///
/// # Errors
/// Unauthenticated and forbidden for everybody but staff; invalid `bad-cursor` for a cursor of another list.
pub async fn find_staff(tx: &Read, find: &FindStaff, page: &PageRequest) -> Result<Page<StaffMember>> {
    require(tx.caller(), Action::FindStaff)?;
    let words = typed(&find.words);
    let (first, further) = match words.split_first() {
        Some((first, further)) => (first.as_str(), further),
        None if find.institution.is_some() && find.words.trim().is_empty() => (ANY, words.as_slice()),
        None => return Ok(Page { items: Vec::new(), next: None }),
    };
    let FindStaff { institution, role, .. } = *find;
    let wanted = Wanted { first, further, institution, role, after: after(page)?, limit: page.probe() };
    let ids = staff_words::found(tx, &wanted).await?;
    let ids = Page::from_probe(ids, page, |id| Cursor::from_parts(&["staff", &id.to_string()]));
    // What ended since the reader looked is not shown.
    let held = institutions::memberships_that_hold(tx, &ids.items).await?;
    let people: Vec<Party> = held.iter().map(|membership| Party::Person(membership.person)).collect();
    let names = names_of(tx, &people).await?;
    let member = |held: institutions::Membership| StaffMember {
        name: names.get(&Party::Person(held.person)).cloned().unwrap_or_default(),
        person: held.person,
        institution: held.institution,
        role: held.role,
        unit: held.unit,
    };
    Ok(Page { items: held.into_iter().map(member).collect(), next: ids.next })
}

fn after(page: &PageRequest) -> Result<Option<MembershipId>> {
    let Some(after) = &page.after else { return Ok(None) };
    let [list, id] = after.parts()?;
    let id = id.parse::<MembershipId>().ok().filter(|_| list == "staff");
    id.map(Some).ok_or_else(|| Error::invalid("bad-cursor"))
}

/// Puts somebody into the directory as they are now: under their present name, with the roles that are not over.
pub(crate) async fn list_again(tx: &Write, person: PersonId) -> Result<()> {
    staff_words::forget(tx, person).await?;
    let now = tx.now();
    let mut roles = institutions::memberships_of(tx, person).await?;
    roles.retain(|membership| membership.valid_to.is_none_or(|end| now < end));
    if roles.is_empty() {
        return Ok(());
    }
    let Some((_, name)) = people::names(tx, &[person.uuid()]).await?.pop() else { return Ok(()) };
    let words = beginnings(&name);
    for membership in &roles {
        staff_words::insert(tx, membership, &words).await?;
    }
    Ok(())
}

/// The words that were typed as the directory keeps them, the longest first: the fewest have it.
fn typed(words: &str) -> Vec<String> {
    let mut typed: Vec<String> =
        parts(words).map(|letters| letters.into_iter().take(*BEGINNING.end()).collect()).collect();
    typed.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    typed.dedup();
    typed.truncate(MOST_WORDS);
    typed
}

/// Every beginning of every part of a name.
fn beginnings(name: &str) -> BTreeSet<String> {
    let of = |letters: Vec<char>| {
        let longest = letters.len().min(*BEGINNING.end());
        (*BEGINNING.start()..=longest).map(move |length| letters.iter().take(length).collect::<String>())
    };
    parts(name).flat_map(of).collect()
}

/// The parts of a name in small letters without diacritics; single letters are none.
fn parts(name: &str) -> impl Iterator<Item = Vec<char>> {
    let plain = folded(name);
    let parts: Vec<Vec<char>> =
        plain.split(|sign: char| !sign.is_alphanumeric()).map(|part| part.chars().collect()).collect();
    parts.into_iter().filter(|letters| letters.len() >= *BEGINNING.start())
}

#[cfg(test)]
mod tests {
    use super::{beginnings, typed};

    // req: POR-14
    #[test]
    fn a_name_is_kept_by_its_beginnings_and_asked_for_by_its_longest_word() {
        let kept: Vec<String> = beginnings("Žanis K. Ošs-Ābele").into_iter().collect();
        assert_eq!(kept, ["ab", "abe", "abel", "abele", "os", "oss", "za", "zan", "zani", "zanis"]);
        assert_eq!(typed("Oš ŽANIS x oš"), ["zanis", "os"]);
        assert_eq!(typed("Vārnukalniņa-Bērziņa"), ["varnukalni", "berzina"]);
        assert_eq!((typed(" x - "), beginnings("").len()), (Vec::<String>::new(), 0));
    }
}
