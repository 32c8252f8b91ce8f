//! The municipality of the declared residence, proposed to those who have chosen none (POR-09). Nothing of it is kept
//! until they choose.

use identity::Person;
use institutions::Institution;
use registers::Lookup;
use web_kit::Visit;

use crate::services::ask_register;

/// A municipality that a register led to.
#[derive(Debug)]
pub(super) struct Declared {
    /// Its ATVK code.
    pub(super) atvk: String,
    /// Name of the register that knows the residence.
    pub(super) register: String,
}

/// Where somebody lives by the person register; none where it does not say or does not answer. It goes over the
/// network.
pub(super) async fn declared(visit: &Visit, person: &Person, all: &[Institution]) -> Option<Declared> {
    let Ok(Lookup::Found(found)) = ask_register(visit, person).await else { return None };
    let place = municipality_of(found.value.address.as_deref()?, all)?;
    Some(Declared { atvk: place.atvk.clone()?, register: found.register })
}

/// The municipality that an address in one line names: its county, or its city where it stands in none.
fn municipality_of<'a>(address: &str, all: &'a [Institution]) -> Option<&'a Institution> {
    let parts: Vec<&str> = address.split(',').map(str::trim).collect();
    let county = parts.iter().find_map(|part| part.strip_suffix(" nov.").or_else(|| part.strip_suffix(" novads")));
    all.iter().find(|one| match county {
        Some(county) => one.name.lv.strip_suffix(" novada pašvaldība") == Some(county),
        None => one.name.lv.strip_suffix(" valstspilsētas pašvaldība").is_some_and(|city| names(city, &parts)),
    })
}

/// Whether some part is the city whose genitive this is: `Rīgas` of `Rīga`, `Daugavpils` of itself.
fn names(genitive: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| *part == genitive || Some(*part) == genitive.strip_suffix('s'))
}

#[cfg(test)]
mod tests {
    use super::municipality_of;
    use kernel::{Caller, Locale};
    use test_support::TestDb;

    // req: POR-09
    #[tokio::test]
    async fn an_address_leads_to_its_county_or_to_its_city() {
        let db = TestDb::sqlite().await;
        let mut tx = db.writing(&Caller::engine()).await;
        institutions::install_reference_data(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let all = crate::own::municipalities(&db.reading(&Caller::anonymous()).await, Locale::Lv).await.unwrap();
        let found = |address| municipality_of(address, &all).map(|one| one.name.lv.as_str());
        for (address, name) in [
            ("Ozolu iela 12 - 5, Cēsis, Cēsu nov., LV-4101", "Cēsu novada pašvaldība"),
            ("Kalni, Lībagu pagasts, Talsu novads, LV-3258", "Talsu novada pašvaldība"),
            ("Liepu iela 8 - 41, Rīga, LV-1050", "Rīgas valstspilsētas pašvaldība"),
            ("Rīgas iela 2, Daugavpils, LV-5401", "Daugavpils valstspilsētas pašvaldība"),
            ("Pasta iela 1, Rēzekne, LV-4601", "Rēzeknes valstspilsētas pašvaldība"),
            ("Rēzekne, Rēzeknes nov.", "Rēzeknes novada pašvaldība"),
        ] {
            assert_eq!(found(address), Some(name), "{address}");
        }
        for unknown in ["", "Rīgas iela 2", "Berlin, 10115", "Nekurienes nov."] {
            assert_eq!(found(unknown), None, "{unknown}");
        }
    }
}
