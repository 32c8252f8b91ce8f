//! The life situations that come with the program.

use super::house;
use crate::situations::{entries, situation_gaps};
use crate::tests::db;
use crate::{
    ServiceFilter, SituationBranch, install_demo_services, install_life_situations, list_services, list_situations,
    published_situations, situation,
};
use kernel::{Caller, PageRequest};
use std::collections::BTreeSet;
use test_support::TestDb;

// req: POR-04, POR-19
#[tokio::test]
async fn both_branches_cover_what_the_plan_names() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let slugs = async |branch| -> BTreeSet<String> {
        list_situations(&tx, Some(branch)).await.unwrap().into_iter().map(|line| line.slug).collect()
    };
    let residents = slugs(SituationBranch::Residents).await;
    for slug in [
        "childbirth",
        "parenting",
        "leaving-school",
        "new-job",
        "job-loss",
        "disability",
        "becoming-needy",
        "foster-parent",
        "name-change",
        "coming-of-age",
        "death-in-family",
        "living-abroad",
        "returning",
        "retirement",
        "illness",
    ] {
        assert!(residents.contains(slug), "{slug}");
    }
    let businesses = slugs(SituationBranch::Businesses).await;
    assert_eq!(
        businesses,
        ["closing-business", "first-employee", "running-business", "starting-business"].map(str::to_owned).into()
    );
    assert_eq!(list_situations(&tx, None).await.unwrap().len(), residents.len() + businesses.len());
}

// req: OPN-04
#[tokio::test]
async fn the_gateway_is_told_of_its_own_and_each_page_goes_on_where_the_last_one_ended() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let listed = async |sdg: Option<bool>| {
        let (mut found, mut page) = (Vec::new(), PageRequest::first(3));
        loop {
            let lines = published_situations(&tx, sdg, &page).await.unwrap();
            found.extend(lines.items);
            let Some(next) = lines.next else { break found };
            page = PageRequest::new(3, Some(next));
        }
    };
    let (all, told, others) = (listed(None).await, listed(Some(true)).await, listed(Some(false)).await);
    assert_eq!((all.len(), told.len() + others.len()), (20, 20));
    assert!(told.iter().all(|line| line.sdg) && others.iter().all(|line| !line.sdg) && !others.is_empty());
    assert!(told.len() > 10, "{told:?}");
    let slugs: Vec<&str> = all.iter().map(|line| line.slug.as_str()).collect();
    let ordered: BTreeSet<&str> = slugs.iter().copied().collect();
    assert_eq!(slugs, ordered.into_iter().collect::<Vec<_>>(), "each once, in the order of the words");
    // What a foreign reader is told is there in English.
    for line in &told {
        let text = situation(&tx, &line.slug).await.unwrap().text;
        assert!(!text.title.en.is_empty() && text.steps.iter().all(|step| !step.text.en.is_empty()), "{}", line.slug);
    }
}

// req: POR-21
#[tokio::test]
async fn the_branch_of_businesses_leads_to_every_register_and_to_help_in_disputes() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let (mut institutions, mut words) = (BTreeSet::new(), String::new());
    for line in list_situations(&tx, Some(SituationBranch::Businesses)).await.unwrap() {
        let text = situation(&tx, &line.slug).await.unwrap().text;
        for step in &text.steps {
            institutions.extend(step.institution);
            words.push_str(&format!("{} {} ", step.title.lv, step.text.lv));
        }
        for code in text.services() {
            institutions.insert(crate::service(&tx, &code).await.unwrap().holder);
        }
    }
    for code in ["UR", "VZD", "VID"] {
        let id = institutions::by_code(&tx, code).await.unwrap().unwrap().id;
        assert!(institutions.contains(&id), "{code}");
    }
    for word in [
        "Patentu valde",
        "zemesgrāmatā",
        "atļauju",
        "licenc",
        "juridisko palīdzību",
        "mediator",
        "Ziņas sniedziet vienreiz",
    ] {
        assert!(words.contains(word), "{word}");
    }
}

// req: A11-04, CAT-31
#[tokio::test]
async fn every_one_is_complete_in_both_languages_and_names_services_that_can_be_opened() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    for entry in entries().unwrap() {
        let found = situation(&tx, &entry.slug).await.unwrap();
        assert_eq!(situation_gaps(&found.text), [], "{}", entry.slug);
        assert!(found.text.steps.len() >= 3 && !found.text.keywords.lv.is_empty(), "{}", entry.slug);
        assert!(!found.text.services().is_empty(), "{} leads to no service", entry.slug);
        for code in found.text.services() {
            crate::service(&tx, &code).await.unwrap();
        }
        for text in found.text.steps.iter().flat_map(|step| [&step.title, &step.text]) {
            assert!(
                text.lv != text.en && !text.en.contains(['ā', 'ē', 'ū', 'š', 'ļ', 'ņ']),
                "{}: {}",
                entry.slug,
                text.en
            );
        }
    }
}

/// A description names its life situations by the same words, so that both ends agree.
// req: CAT-31, POR-15
#[tokio::test]
async fn the_words_that_descriptions_use_are_situations_that_name_them() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let all = list_services(&tx, &ServiceFilter::default(), &PageRequest::first(100)).await.unwrap().items;
    for item in all {
        let service = crate::service(&tx, &item.code).await.unwrap();
        for word in &service.description.life_events {
            let found = situation(&tx, &word.replace('_', "-")).await.unwrap_or_else(|_| panic!("{word}"));
            assert!(found.text.services().contains(&item.code), "{word} does not name {} {}", item.code, item.name.lv);
        }
    }
}

// req: POR-03, CAT-24
#[tokio::test]
async fn a_service_that_only_some_installations_have_is_named_where_it_is() {
    let joint = async |db: &TestDb| {
        let mut tx = db.writing(&Caller::engine()).await;
        install_life_situations(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        let tx = db.reading(&Caller::anonymous()).await;
        let mut names = Vec::new();
        for code in situation(&tx, "childbirth").await.unwrap().text.services() {
            names.push(crate::service(&tx, &code).await.unwrap().name().lv.clone());
        }
        names.iter().any(|name| name == "Atbalsts ģimenei, kurā piedzimis bērns")
    };
    assert!(!joint(&db().await).await);
    let demo = db().await;
    let mut tx = demo.writing(&Caller::engine()).await;
    install_demo_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert!(joint(&demo).await);
}

// req: POR-03
#[tokio::test]
async fn the_commission_on_disability_is_not_asked_by_a_request_for_a_benefit() {
    let db = house().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let text = situation(&tx, "disability").await.unwrap().text;
    let step = text.steps.iter().find(|step| step.title.lv.contains("VDEĀVK")).unwrap();
    assert!(step.services.is_empty() && step.institution.is_some());
}

#[tokio::test]
async fn installing_again_adds_nothing() {
    let db = house().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(install_life_situations(&mut tx).await.unwrap(), 0);
}
