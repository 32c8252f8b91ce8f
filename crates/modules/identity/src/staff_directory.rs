//! The directory of those who work in institutions: colleagues find them by name, role and institution (POR-14). It
//! shows names and roles at work and nothing else that is known of a person.

use crate::person::{names_of, require};
use crate::policy::Action;
use crate::store::people;
use crate::store::staff_words::{self, ANY, Place, Wanted};
use kernel::{Cursor, Error, InstitutionId, MembershipId, Page, PageRequest, Party, PersonId, Result, Role, folded};
use std::collections::BTreeSet;
use storage::{Read, Write};

/// A name is found by its beginnings of so many letters; more than that are not looked at.
const BEGINNING: std::ops::RangeInclusive<usize> = 2..=10;
/// More words than this has no name.
const MOST_WORDS: usize = 5;
/// Of those who have the longest word so many are looked through for the others, at one time.
pub(crate) const MOST_READ: u64 = 2_000;

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

/// Those who hold a role now and have every word in their name, by name. Nobody without words or an institution: a role
/// alone would go through the staff of the country. Several words that very many have are looked for in a part of the
/// directory at one time: a page may then hold fewer than were asked for, even nobody, and name a next one all the same.
///
/// # Errors
/// Unauthenticated and forbidden for everybody but staff; invalid `bad-cursor` for a cursor of another list.
pub async fn find_staff(tx: &Read, find: &FindStaff, page: &PageRequest) -> Result<Page<StaffMember>> {
    require(tx.caller(), Action::FindStaff)?;
    let words = typed(&find.words);
    let (word, further) = match words.split_first() {
        Some((first, further)) => (first.as_str(), further),
        None if find.institution.is_some() && find.words.trim().is_empty() => (ANY, words.as_slice()),
        None => return Ok(Page { items: Vec::new(), next: None }),
    };
    let FindStaff { institution, role, .. } = *find;
    let limit = if further.is_empty() { page.probe() } else { MOST_READ };
    let wanted = Wanted { word, institution, role, after: after(page)?, limit };
    let read = staff_words::found(tx, &wanted).await?;
    let places = fitting(read, further, page);
    let ids: Vec<MembershipId> = places.items.iter().map(|place| place.membership).collect();
    // What ended since the reader looked is not shown.
    let held = institutions::memberships_that_hold(tx, &ids).await?;
    let people: Vec<Party> = held.iter().map(|membership| Party::Person(membership.person)).collect();
    let names = names_of(tx, &people).await?;
    let member = |held: institutions::Membership| StaffMember {
        name: names.get(&Party::Person(held.person)).cloned().unwrap_or_default(),
        person: held.person,
        institution: held.institution,
        role: held.role,
        unit: held.unit,
    };
    Ok(Page { items: held.into_iter().map(member).collect(), next: places.next })
}

/// Of those who have the leading word the ones who have the others too; the next page begins where reading ended.
fn fitting(read: Vec<Place>, further: &[String], page: &PageRequest) -> Page<Place> {
    let cut = !further.is_empty() && read.len() as u64 >= MOST_READ;
    let end = read.last().filter(|_| cut).map(cursor);
    let fits = |place: &Place| further.iter().all(|word| has(&place.name, word));
    let found = Page::from_probe(read.into_iter().filter(fits).collect(), page, cursor);
    Page { next: found.next.or(end), items: found.items }
}

fn cursor(place: &Place) -> Cursor {
    Cursor::from_parts(&["staff", &place.name, &place.membership.to_string()])
}

fn after(page: &PageRequest) -> Result<Option<Place>> {
    let Some(after) = &page.after else { return Ok(None) };
    let (list, name, membership): (String, _, _) = after.three()?;
    if list == "staff" { Ok(Some(Place { name, membership })) } else { Err(Error::invalid("bad-cursor")) }
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
    let (words, name) = (beginnings(&name), folded(&name));
    for membership in &roles {
        staff_words::insert(tx, membership, &name, &words).await?;
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

/// Whether a part of a name begins so.
fn has(name: &str, word: &str) -> bool {
    parts(name).any(|letters| letters.into_iter().collect::<String>().starts_with(word))
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
    use super::{beginnings, folded, has, typed};

    // req: POR-14
    #[test]
    fn a_name_is_kept_by_its_beginnings_and_asked_for_by_its_longest_word() {
        let kept: Vec<String> = beginnings("Žanis K. Ošs-Ābele").into_iter().collect();
        assert_eq!(kept, ["ab", "abe", "abel", "abele", "os", "oss", "za", "zan", "zani", "zanis"]);
        assert_eq!(typed("Oš ŽANIS x oš"), ["zanis", "os"]);
        assert_eq!(typed("Vārnukalniņa-Bērziņa"), ["varnukalni", "berzina"]);
        assert_eq!((typed(" x - "), beginnings("").len()), (Vec::<String>::new(), 0));
        let name = folded("Žanis K. Ošs-Vārnukalniņa");
        for word in ["za", "zanis", "oss", "varnukalni"] {
            assert!(has(&name, word), "{word}");
        }
        for word in ["anis", "k", "ossv", "varnukalns"] {
            assert!(!has(&name, word), "{word}");
        }
    }
}
