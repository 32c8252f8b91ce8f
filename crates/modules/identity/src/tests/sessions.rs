//! Sessions: limits, capacities, revocation.

use super::{id_of, install, with_personas};
use crate::{
    Demonstration, ProfileChoice, Session, SignIn, end_other_sessions, end_representation, end_session, lapsed_session,
    own_sessions, profiles_of, purge_expired, session_by_token, sign_in, sign_in_by, sign_out, switch_profile,
    touch_session,
};
use chrono::TimeDelta;
use kernel::{Assurance, Caller, Clock as _, ErrorKind, InstitutionId, Party, Role};
use test_support::{TestDb, TestPostgres};

async fn begin(db: &TestDb, demo: &Demonstration, key: &str, profile: ProfileChoice) -> String {
    let mut tx = db.writing(&Caller::engine()).await;
    let input = SignIn { person: id_of(demo, key), profile, assurance: Assurance::Substantial };
    let token = sign_in(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    token.reveal().to_owned()
}

async fn found(db: &TestDb, token: &str) -> Option<Session> {
    session_by_token(&db.reading(&Caller::anonymous()).await, token).await.unwrap()
}

async fn staff_profile(db: &TestDb, demo: &Demonstration, key: &str) -> (InstitutionId, ProfileChoice) {
    let tx = db.reading(&Caller::engine()).await;
    let profiles = profiles_of(&tx, id_of(demo, key)).await.unwrap();
    let staff = profiles.iter().find_map(|profile| match profile.choice {
        ProfileChoice::Staff(institution, _) => Some((institution, profile.choice)),
        _ => None,
    });
    staff.unwrap()
}

async fn a_session_tells_who_acts_on(db: &TestDb) {
    let demo = install(db).await;
    let token = begin(db, &demo, "resident", ProfileChoice::Myself).await;
    let session = found(db, &token).await.unwrap();
    let anna = id_of(&demo, "resident");
    assert_eq!(session.caller, Caller { assurance: Assurance::Substantial, ..Caller::client(anna) });
    assert!(session.has_mark(&session.csrf) && !session.has_mark("") && !session.has_mark(&token));
    assert_eq!((session.display_name.as_str(), session.acting_for), ("Anna Bērziņa", None));
    assert!(session.csrf.len() >= 43 && session.csrf != token);
    assert_eq!(found(db, "guessed").await, None);

    let tx = db.reading(&Caller::engine()).await;
    let firm = profiles_of(&tx, id_of(&demo, "company")).await.unwrap().remove(1);
    drop(tx);
    let session = found(db, &begin(db, &demo, "company", firm.choice).await).await.unwrap();
    assert_eq!(session.acting_for.as_deref(), Some("SIA „Rīta Rasa”"));
    assert_eq!(session.caller.mandate.as_deref(), Some("board-member"));
    assert!(matches!(session.caller.party, Some(Party::Organisation(_))));

    let (institution, choice) = staff_profile(db, &demo, "officer").await;
    let session = found(db, &begin(db, &demo, "officer", choice).await).await.unwrap();
    assert_eq!((session.caller.role, session.caller.institution), (Role::Officer, Some(institution)));
    assert!(session.institution_name.unwrap().lv.contains("sociālās apdrošināšanas"));
}

async fn a_session_remembers_the_provider(db: &TestDb) {
    const ISSUER: &str = "https://login.example.lv";
    let demo = install(db).await;
    let input = |key| SignIn { person: id_of(&demo, key), profile: ProfileChoice::Myself, assurance: Assurance::High };
    let mut tx = db.writing(&Caller::engine()).await;
    let token = sign_in_by(&mut tx, input("company"), ISSUER).await.unwrap();
    let plain = sign_in(&mut tx, input("resident")).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(db, token.reveal()).await.unwrap().issuer.as_deref(), Some(ISSUER));
    assert_eq!(found(db, plain.reveal()).await.unwrap().issuer, None);
    // In another capacity it is still the same sign-in.
    let tx = db.reading(&Caller::engine()).await;
    let firm = profiles_of(&tx, id_of(&demo, "company")).await.unwrap().remove(1);
    drop(tx);
    let mut tx = db.writing(&Caller::engine()).await;
    let other = switch_profile(&mut tx, token.reveal(), firm.choice).await.unwrap();
    tx.commit().await.unwrap();
    let session = found(db, other.reveal()).await.unwrap();
    assert_eq!((session.issuer.as_deref(), session.acting_for.is_some()), (Some(ISSUER), true));
    let mut tx = db.writing(&Caller::client(id_of(&demo, "resident"))).await;
    assert_eq!(sign_in_by(&mut tx, input("resident"), ISSUER).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

// req: POR-12
#[tokio::test]
async fn a_session_remembers_which_provider_signed_somebody_in() {
    let cluster = TestPostgres::start();
    a_session_remembers_the_provider(&TestDb::sqlite().await).await;
    a_session_remembers_the_provider(&TestDb::postgres(&cluster).await).await;
}

// req: AUT-01, ACC-01, ACC-02, ACC-03
#[tokio::test]
async fn a_session_tells_who_acts() {
    a_session_tells_who_acts_on(&TestDb::sqlite().await).await;
}

// req: AUT-01, ACC-01, ACC-02, ACC-03
#[tokio::test]
async fn a_session_tells_who_acts_on_postgresql() {
    let cluster = TestPostgres::start();
    a_session_tells_who_acts_on(&TestDb::postgres(&cluster).await).await;
}

// req: AUT-01
#[tokio::test]
async fn a_session_ends_when_idle_and_after_twelve_hours() {
    let (db, demo) = with_personas().await;
    let (_, staff) = staff_profile(&db, &demo, "officer").await;
    let client = begin(&db, &demo, "resident", ProfileChoice::Myself).await;
    let officer = begin(&db, &demo, "officer", staff).await;
    db.test_clock().advance(TimeDelta::minutes(14));
    assert!(found(&db, &client).await.unwrap().needs_touch);
    db.test_clock().advance(TimeDelta::minutes(1));
    assert_eq!(found(&db, &client).await, None, "a client may be idle for 15 minutes");
    for _ in 0..24 {
        let session = found(&db, &officer).await.expect("used every half hour");
        assert!(session.needs_touch);
        let mut tx = db.writing(&session.caller).await;
        touch_session(&mut tx, &officer).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!found(&db, &officer).await.unwrap().needs_touch);
        db.test_clock().advance(TimeDelta::minutes(29));
    }
    db.test_clock().advance(TimeDelta::minutes(9));
    assert_eq!(found(&db, &officer).await, None, "twelve hours after sign-in it is over");
}

// req: AUT-01
#[tokio::test]
async fn a_session_that_ran_out_tells_for_a_while_whose_it_was_and_an_ended_one_does_not() {
    let (db, demo) = with_personas().await;
    let token = begin(&db, &demo, "resident", ProfileChoice::Myself).await;
    let signed_out = begin(&db, &demo, "resident", ProfileChoice::Myself).await;
    let lapsed = async |token: &str| lapsed_session(&db.reading(&Caller::anonymous()).await, token).await.unwrap();
    let session = found(&db, &token).await.unwrap();
    assert_eq!(session.ends_at, db.test_clock().now() + TimeDelta::minutes(15));
    assert_eq!((session.idle, session.expires_at > session.ends_at), (TimeDelta::minutes(15), true));
    assert_eq!(lapsed(&token).await, None, "it has not run out");
    let mut tx = db.writing(&session.caller).await;
    sign_out(&mut tx, &signed_out).await.unwrap();
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::minutes(15));
    assert_eq!(found(&db, &token).await, None);
    let late = lapsed(&token).await.unwrap();
    assert_eq!((&late.caller, &late.csrf), (&session.caller, &session.csrf));
    assert_eq!((lapsed(&signed_out).await, lapsed("guessed").await), (None, None));
    db.test_clock().advance(TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert!(lapsed(&token).await.is_some());
    db.test_clock().advance(TimeDelta::seconds(1));
    assert_eq!(lapsed(&token).await, None, "after twelve hours it tells nothing");
}

// req: AUT-01
#[tokio::test]
async fn a_revoked_role_or_representation_ends_at_the_next_request() {
    let (db, demo) = with_personas().await;
    let (_, staff) = staff_profile(&db, &demo, "officer").await;
    let officer = begin(&db, &demo, "officer", staff).await;
    let company = id_of(&demo, "company");
    let tx = db.reading(&Caller::engine()).await;
    let firm = profiles_of(&tx, company).await.unwrap().remove(1);
    let held = institutions::roles_of(&tx, id_of(&demo, "officer")).await.unwrap().remove(0);
    drop(tx);
    let acting = begin(&db, &demo, "company", firm.choice).await;
    assert!(found(&db, &officer).await.is_some() && found(&db, &acting).await.is_some());
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::revoke_membership(&mut tx, held.membership).await.unwrap();
    let ProfileChoice::Organisation(organisation) = firm.choice else { panic!("an organisation") };
    end_representation(&mut tx, company, organisation).await.unwrap();
    assert!(end_representation(&mut tx, company, organisation).await.is_err(), "nothing left to end");
    tx.commit().await.unwrap();
    assert_eq!((found(&db, &officer).await, found(&db, &acting).await), (None, None));
}

// req: ACC-02
#[tokio::test]
async fn a_profile_switch_makes_a_new_token_within_the_same_limit() {
    let (db, demo) = with_personas().await;
    let (_, staff) = staff_profile(&db, &demo, "officer").await;
    let token = begin(&db, &demo, "officer", ProfileChoice::Myself).await;
    db.test_clock().advance(TimeDelta::minutes(10));
    let mut tx = db.writing(&Caller::engine()).await;
    let switched = switch_profile(&mut tx, &token, staff).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(&db, &token).await, None, "the old token is dead");
    let session = found(&db, switched.reveal()).await.unwrap();
    assert_eq!((session.caller.role, session.caller.assurance), (Role::Officer, Assurance::Substantial));

    let (institution, _) = staff_profile(&db, &demo, "administrator").await;
    let mut tx = db.writing(&Caller::engine()).await;
    let foreign = ProfileChoice::Staff(institution, Role::InstitutionAdministrator);
    let error = switch_profile(&mut tx, switched.reveal(), foreign).await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Forbidden, "profile-not-yours"));
    let dead = switch_profile(&mut tx, &token, ProfileChoice::Myself).await.unwrap_err();
    assert_eq!(dead.kind(), ErrorKind::Unauthenticated);
}

// req: AUT-01
#[tokio::test]
async fn people_see_and_end_their_own_sessions_only() {
    let (db, demo) = with_personas().await;
    let phone = begin(&db, &demo, "resident", ProfileChoice::Myself).await;
    let laptop = begin(&db, &demo, "resident", ProfileChoice::Myself).await;
    let other = begin(&db, &demo, "resident2", ProfileChoice::Myself).await;
    let anna = Caller::client(id_of(&demo, "resident"));
    let lost = found(&db, &phone).await.unwrap().id;
    let mut tx = db.writing(&anna).await;
    assert_eq!(own_sessions(&tx).await.unwrap().len(), 2);
    end_session(&mut tx, lost).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(&db, &phone).await, None);
    let foreign = found(&db, &other).await.unwrap().id;
    let mut tx = db.writing(&anna).await;
    let errors = [end_session(&mut tx, lost).await.unwrap_err(), end_session(&mut tx, foreign).await.unwrap_err()];
    assert!(errors.iter().all(|error| error.kind() == ErrorKind::NotFound && error.key() == "session"));
    sign_out(&mut tx, &laptop).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(found(&db, &laptop).await, None);
    assert!(found(&db, &other).await.is_some());
}

async fn all_but_one_are_ended_on(db: &TestDb) {
    let demo = install(db).await;
    let (institution, staff) = staff_profile(db, &demo, "officer").await;
    let here = begin(db, &demo, "officer", staff).await;
    let phone = begin(db, &demo, "officer", ProfileChoice::Myself).await;
    let laptop = begin(db, &demo, "officer", ProfileChoice::Myself).await;
    let stranger = begin(db, &demo, "resident", ProfileChoice::Myself).await;
    let kept = found(db, &here).await.unwrap();
    let mut tx = db.writing(&kept.caller).await;
    let own = own_sessions(&tx).await.unwrap();
    let this = own.iter().find(|session| session.id == kept.id).unwrap();
    assert_eq!((this.institution, this.role, this.organisation), (Some(institution), Role::Officer, None));
    assert_eq!((own.len(), this.assurance), (3, Assurance::Substantial));
    assert_eq!(end_other_sessions(&mut tx, kept.id).await.unwrap(), 2);
    assert_eq!(end_other_sessions(&mut tx, kept.id).await.unwrap(), 0, "they are over already");
    tx.commit().await.unwrap();
    assert!(found(db, &phone).await.is_none() && found(db, &laptop).await.is_none());
    assert!(found(db, &here).await.is_some() && found(db, &stranger).await.is_some());
    let mut tx = db.writing(&Caller::anonymous()).await;
    assert_eq!(end_other_sessions(&mut tx, kept.id).await.unwrap_err().kind(), ErrorKind::Unauthenticated);
}

// req: AUT-01
#[tokio::test]
async fn people_end_all_their_sessions_but_one() {
    all_but_one_are_ended_on(&TestDb::sqlite().await).await;
}

// req: AUT-01
#[tokio::test]
async fn people_end_all_their_sessions_but_one_on_postgresql() {
    let cluster = TestPostgres::start();
    all_but_one_are_ended_on(&TestDb::postgres(&cluster).await).await;
}

#[tokio::test]
async fn nobody_but_the_engine_begins_or_purges_sessions() {
    let (db, demo) = with_personas().await;
    let token = begin(&db, &demo, "resident", ProfileChoice::Myself).await;
    let person = id_of(&demo, "resident");
    let input = SignIn { person, profile: ProfileChoice::Myself, assurance: Assurance::High };
    let mut tx = db.writing(&Caller::client(person)).await;
    assert_eq!(sign_in(&mut tx, input).await.unwrap_err().kind(), ErrorKind::Forbidden);
    assert_eq!(purge_expired(&mut tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    db.test_clock().advance(TimeDelta::days(31));
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(purge_expired(&mut tx).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(found(&db, &token).await, None);
}

#[test]
fn a_profile_choice_survives_its_text() {
    let id = InstitutionId::new(uuid::Uuid::from_u128(7));
    for choice in [ProfileChoice::Myself, ProfileChoice::Staff(id, Role::Officer)] {
        assert_eq!(choice.to_string().parse::<ProfileChoice>().unwrap(), choice);
    }
    for text in ["", "staff", "staff:x:officer", "organisation:", "self:1"] {
        assert_eq!(text.parse::<ProfileChoice>().unwrap_err().key(), "unknown-profile");
    }
}
