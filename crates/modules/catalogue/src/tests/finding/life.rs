//! Life situations in the search: those that name a service and those that its description names are one list.

use crate::tests::{contact, db, pilot, registration};
use crate::{
    FacetName, FindServices, Online, PublishService, PublishSituation, SaveSituation, SearchIndex, ServiceState,
    WithdrawSituation, find_services, install_life_situations, online_of, publish, publish_situation, register_service,
    save_situation, service, services_by_codes, situation, situation_titles, situations_of_service, withdraw_situation,
};
use kernel::{Caller, Channel, LangText, PageRequest, Role};
use search::Location;
use test_support::TestDb;

async fn house() -> TestDb {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    db
}

/// How many open services belong to this word.
async fn count(db: &TestDb, index: &SearchIndex, name: FacetName, word: &str) -> u64 {
    let find = FindServices {
        words: String::new(),
        states: vec![ServiceState::Open],
        chosen: crate::Chosen::default(),
        page: PageRequest::first(1),
    };
    let found = find_services(&db.reading(&Caller::anonymous()).await, index, &find).await.unwrap();
    found.counts.of(name).iter().find(|(value, _)| value == word).map_or(0, |(_, count)| *count)
}

async fn refresh(db: &TestDb, index: &SearchIndex) -> usize {
    index.refresh(&db.reading(&Caller::engine()).await).await.unwrap()
}

// req: CAT-31, POR-08
#[tokio::test]
async fn a_service_is_found_by_a_situation_that_only_its_steps_or_only_its_description_name() {
    let db = house().await;
    let index = SearchIndex::open(Location::Ram).unwrap();
    refresh(&db, &index).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let closing = situation(&tx, "closing-business").await.unwrap().text.services();
    let one = service(&tx, &closing[0]).await.unwrap();
    assert!(!one.description.life_events.contains(&"closing_business".to_owned()));
    drop(tx);
    assert_eq!(count(&db, &index, FacetName::Life, "closing_business").await, closing.len() as u64);

    // The holder says it of a service of its own; and a word that no situation has does no harm.
    let before = pilot(&db, "P.11").await;
    let mut description = (*before.description).clone();
    description.life_events = vec!["closing_business".to_owned(), "old_word".to_owned()];
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    refresh(&db, &index).await;
    assert_eq!(count(&db, &index, FacetName::Life, "closing_business").await, closing.len() as u64 + 1);
    assert_eq!(count(&db, &index, FacetName::Life, "old_word").await, 1);
    let tx = db.reading(&Caller::anonymous()).await;
    let slugs: Vec<String> =
        situations_of_service(&tx, "1007").await.unwrap().into_iter().map(|line| line.slug).collect();
    assert!(slugs.contains(&"closing-business".to_owned()) && slugs.contains(&"childbirth".to_owned()));
}

// req: CAT-31
#[tokio::test]
async fn a_changed_situation_moves_the_services_that_name_it_and_the_index_follows() {
    let db = house().await;
    let before = pilot(&db, "P.11").await;
    let mut description = (*before.description).clone();
    description.life_events = vec!["closing_business".to_owned()];
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let index = SearchIndex::open(Location::Ram).unwrap();
    refresh(&db, &index).await;
    let revision = async || service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().revision;
    let first = revision().await;
    let platform = Caller { role: Role::PlatformAdministrator, ..contact(&db, "VSAA").await };
    let mut tx = db.writing(&platform).await;
    let now = situation(&tx, "closing-business").await.unwrap();
    let mut text = (*now.text).clone();
    text.title = LangText::new("Uzņēmuma beigas", "The end of a business");
    let slug = || "closing-business".to_owned();
    let kept = save_situation(&mut tx, SaveSituation { slug: slug(), revision: 2, text }).await.unwrap();
    publish_situation(&mut tx, PublishSituation { slug: slug(), revision: kept, note: String::new() }).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(revision().await, first + 1);
    assert_eq!(refresh(&db, &index).await, now.text.services().len() + 1);

    let titles = async || {
        let tx = db.reading(&Caller::anonymous()).await;
        situation_titles(&tx, &["closing_business", "childbirth", "old_word", "closing-business"]).await.unwrap()
    };
    let known = titles().await;
    assert_eq!((known.len(), known["closing_business"].en.as_str()), (2, "The end of a business"));

    let mut tx = db.writing(&platform).await;
    withdraw_situation(&mut tx, WithdrawSituation { slug: slug(), revision: kept + 1 }).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(revision().await, first + 2);
    assert_eq!(titles().await.into_keys().collect::<Vec<_>>(), ["childbirth"]);
    refresh(&db, &index).await;
    assert_eq!(count(&db, &index, FacetName::Life, "closing_business").await, 1, "its own word stays");
}

// req: POR-08, POR-12
#[tokio::test]
async fn on_line_means_the_same_everywhere() {
    let db = db().await;
    let index = SearchIndex::open(Location::Ram).unwrap();
    refresh(&db, &index).await;
    let with_form = pilot(&db, "P.11").await;
    let without = pilot(&db, "P.12").await;
    assert_eq!((with_form.online(), without.online()), (Some(Online::Here), None));
    let yes = count(&db, &index, FacetName::Online, "yes").await;
    let mut description = (*without.description).clone();
    let electronic = description.channels.iter_mut().find(|offer| offer.channel == Channel::Electronic).unwrap();
    electronic.stages.push(crate::Stage::Request);
    electronic.link = Some("https://www.vsaa.gov.lv/veidlapa".to_owned());
    let mut closed_channel = description.clone();
    closed_channel.channels.retain(|offer| offer.channel != Channel::Electronic);
    assert_eq!(closed_channel.online(true), None, "a form that no channel offers is no way in");
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    publish(&mut tx, PublishService::now(&without.code, without.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(pilot(&db, "P.12").await.online(), Some(Online::Elsewhere));
    let draft = registration(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let draft = register_service(&mut tx, draft).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let codes = [with_form.code.clone(), without.code.clone(), draft];
    let items = services_by_codes(&tx, &codes).await.unwrap();
    let ways = online_of(&tx, &items.iter().collect::<Vec<_>>()).await.unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!((ways.len(), ways[&with_form.id], ways[&without.id]), (2, Online::Here, Online::Elsewhere));
    assert!(online_of(&tx, &[]).await.unwrap().is_empty());
    drop(tx);
    refresh(&db, &index).await;
    assert_eq!(count(&db, &index, FacetName::Online, "yes").await, yes + 1);
}
