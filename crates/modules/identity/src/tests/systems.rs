//! API clients and their tokens.

use super::{id_of, install, with_personas};
use crate::{
    Demonstration, IssuedSecret, RegisterApiClient, Scope, Token, api_clients, bearer_by_token, holds_demonstration,
    install_demo_client, issue_token, register_api_client, renew_secret, revoke_api_client,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind, InstitutionId, Result, Role};
use test_support::{TestDb, TestPostgres, kept_late};

async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn administrator(db: &TestDb, demo: &Demonstration) -> Caller {
    Caller::staff(id_of(demo, "administrator"), Role::InstitutionAdministrator, institution(db, "VSAA").await)
}

async fn registered(db: &TestDb, by: &Caller) -> IssuedSecret {
    let mut tx = db.writing(by).await;
    let scopes = vec![Scope::CasesRead, Scope::CasesWrite];
    let input = RegisterApiClient { name: " SAIS ".into(), institution: by.institution.unwrap(), scopes };
    let issued = register_api_client(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    issued
}

async fn token(db: &TestDb, client: &str, secret: &str, scopes: &[&str]) -> Result<Token> {
    let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    let mut tx = db.writing(&Caller::anonymous()).await;
    let token = issue_token(&mut tx, client, secret, &scopes).await?;
    tx.commit().await?;
    Ok(token)
}

async fn works(db: &TestDb, token: &Token) -> bool {
    let tx = db.reading(&Caller::anonymous()).await;
    bearer_by_token(&tx, token.access_token.reveal()).await.unwrap().is_some()
}

#[tokio::test]
async fn a_system_gets_a_token_for_its_secret() {
    let (db, demo) = with_personas().await;
    let by = administrator(&db, &demo).await;
    let IssuedSecret { client, secret } = registered(&db, &by).await;
    let given = token(&db, &client.to_string(), secret.reveal(), &["cases:read"]).await.unwrap();
    assert_eq!((given.expires_in, given.scope.as_str()), (3600, "cases:read"));
    let tx = db.reading(&Caller::anonymous()).await;
    let bearer = bearer_by_token(&tx, given.access_token.reveal()).await.unwrap().unwrap();
    assert_eq!(bearer.caller, Caller::api_client(client, by.institution.unwrap()));
    assert_eq!(bearer.scopes, [Scope::CasesRead]);
    drop(tx);
    let all = token(&db, &client.to_string(), secret.reveal(), &[]).await.unwrap();
    assert_eq!(all.scope, "cases:read cases:write");
    let listed = api_clients(&db.reading(&by).await, by.institution.unwrap()).await.unwrap();
    assert!(listed[0].last_used_at.is_some() && listed[0].name == "SAIS");
    assert!(!format!("{given:?} {secret:?}").contains(secret.reveal()), "secrets are not printed");
    db.test_clock().advance(TimeDelta::seconds(3600));
    assert!(!works(&db, &all).await, "a token works an hour");
}

#[tokio::test]
async fn unknown_wrong_and_revoked_look_alike() {
    let (db, demo) = with_personas().await;
    let by = administrator(&db, &demo).await;
    let IssuedSecret { client, secret } = registered(&db, &by).await;
    let client_id = client.to_string();
    let live = token(&db, &client_id, secret.reveal(), &[]).await.unwrap();
    let unknown = uuid::Uuid::nil().to_string();
    let mut refused = vec![
        token(&db, &client_id, "wrong", &[]).await.unwrap_err(),
        token(&db, &unknown, secret.reveal(), &[]).await.unwrap_err(),
        token(&db, "no id", secret.reveal(), &[]).await.unwrap_err(),
    ];
    let mut tx = db.writing(&by).await;
    revoke_api_client(&mut tx, client).await.unwrap();
    tx.commit().await.unwrap();
    refused.push(token(&db, &client_id, secret.reveal(), &[]).await.unwrap_err());
    let same = |error: &kernel::Error| (error.kind(), error.key()) == (ErrorKind::Unauthenticated, "invalid-client");
    assert!(refused.iter().all(same), "{refused:?}");
    assert!(!works(&db, &live).await, "tokens of a revoked client stop at once");
}

#[tokio::test]
async fn a_client_gets_no_scope_it_does_not_have() {
    let (db, demo) = with_personas().await;
    let IssuedSecret { client, secret } = registered(&db, &administrator(&db, &demo).await).await;
    for scope in ["indicators:read", "everything"] {
        let error = token(&db, &client.to_string(), secret.reveal(), &[scope]).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::Invalid, "invalid-scope"));
    }
}

#[tokio::test]
async fn after_a_renewal_both_secrets_work_for_a_week() {
    let (db, demo) = with_personas().await;
    let by = administrator(&db, &demo).await;
    let IssuedSecret { client, secret: former } = registered(&db, &by).await;
    let mut tx = db.writing(&by).await;
    let renewed = renew_secret(&mut tx, client).await.unwrap().secret;
    let record = storage::Stream::institution(by.institution.unwrap());
    let events = storage::events_of_stream(&tx, &record, 0, 100).await.unwrap();
    let kinds: Vec<&str> =
        events.iter().map(|event| event.kind.as_str()).filter(|kind| kind.starts_with("api")).collect();
    assert_eq!(kinds, [crate::API_CLIENT_REGISTERED, crate::API_CLIENT_RENEWED]);
    tx.commit().await.unwrap();
    let id = client.to_string();
    assert!(token(&db, &id, former.reveal(), &[]).await.is_ok());
    assert!(token(&db, &id, renewed.reveal(), &[]).await.is_ok());
    db.test_clock().advance(TimeDelta::days(7));
    assert!(token(&db, &id, former.reveal(), &[]).await.is_err());
    assert!(token(&db, &id, renewed.reveal(), &[]).await.is_ok());
}

async fn a_token_undoes_nothing_on(db: &TestDb) {
    let demo = install(db).await;
    let by = administrator(db, &demo).await;
    let IssuedSecret { client, secret } = registered(db, &by).await;
    let id = client.to_string();

    let mut renewing = db.writing(&by).await;
    let renewed = renew_secret(&mut renewing, client).await.unwrap().secret;
    let (former, ()) = tokio::join!(token(db, &id, secret.reveal(), &[]), kept_late(renewing));
    assert!(former.is_ok(), "the former secret works for a week");
    assert!(token(db, &id, renewed.reveal(), &[]).await.is_ok(), "the new secret was kept");

    let mut revoking = db.writing(&by).await;
    revoke_api_client(&mut revoking, client).await.unwrap();
    let (late, ()) = tokio::join!(token(db, &id, renewed.reveal(), &[]), kept_late(revoking));
    let late = late.unwrap_err();
    assert_eq!((late.kind(), late.key()), (ErrorKind::Unauthenticated, "invalid-client"));
    let listed = api_clients(&db.reading(&by).await, by.institution.unwrap()).await.unwrap();
    assert!(listed[0].revoked_at.is_some(), "it stays revoked");
    let again = token(db, &id, renewed.reveal(), &[]).await.unwrap_err();
    assert_eq!(again.key(), "invalid-client");
}

#[tokio::test]
async fn a_token_asked_for_at_the_same_time_undoes_no_renewal_and_no_revocation() {
    a_token_undoes_nothing_on(&TestDb::sqlite().await).await;
}

#[tokio::test]
async fn a_token_asked_for_at_the_same_time_undoes_no_renewal_and_no_revocation_on_postgresql() {
    let cluster = TestPostgres::start();
    a_token_undoes_nothing_on(&TestDb::postgres(&cluster).await).await;
}

async fn a_revocation_stays_on(db: &TestDb) {
    let demo = install(db).await;
    let by = administrator(db, &demo).await;
    let client = registered(db, &by).await.client;
    let mut revoking = db.writing(&by).await;
    revoke_api_client(&mut revoking, client).await.unwrap();
    let renewing = async {
        let mut tx = db.writing(&by).await;
        renew_secret(&mut tx, client).await
    };
    let (late, ()) = tokio::join!(renewing, kept_late(revoking));
    let late = late.unwrap_err();
    assert_eq!((late.kind(), late.key()), (ErrorKind::NotFound, "api-client"));
    let listed = api_clients(&db.reading(&by).await, by.institution.unwrap()).await.unwrap();
    assert!(listed[0].revoked_at.is_some() && listed[0].former_secret_until.is_none());
}

#[tokio::test]
async fn a_renewal_at_the_same_time_undoes_no_revocation() {
    let cluster = TestPostgres::start();
    a_revocation_stays_on(&TestDb::sqlite().await).await;
    a_revocation_stays_on(&TestDb::postgres(&cluster).await).await;
}

// req: AUT-06
#[tokio::test]
async fn only_administrators_of_the_institution_register_its_systems() {
    let (db, demo) = with_personas().await;
    let by = administrator(&db, &demo).await;
    let IssuedSecret { client, .. } = registered(&db, &by).await;
    let nva = institution(&db, "NVA").await;
    let foreign = Caller::staff(id_of(&demo, "administrator"), Role::InstitutionAdministrator, nva);
    let officer = Caller::staff(id_of(&demo, "officer"), Role::Officer, by.institution.unwrap());
    let platform = Caller::staff(id_of(&demo, "platform"), Role::PlatformAdministrator, nva);
    let input =
        RegisterApiClient { name: "DVS".into(), institution: by.institution.unwrap(), scopes: vec![Scope::CasesRead] };
    for (caller, allowed) in [(&foreign, false), (&officer, false), (&platform, true), (&Caller::anonymous(), false)] {
        let mut tx = db.writing(caller).await;
        assert_eq!(register_api_client(&mut tx, input.clone()).await.is_ok(), allowed, "{caller:?}");
        assert_eq!(api_clients(&tx, input.institution).await.is_ok(), allowed);
    }
    let mut tx = db.writing(&foreign).await;
    assert_eq!(revoke_api_client(&mut tx, client).await.unwrap_err().kind(), ErrorKind::NotFound);
    drop(tx);
    let mut tx = db.writing(&by).await;
    let taken = RegisterApiClient { name: "SAIS ".into(), ..input.clone() };
    let error = register_api_client(&mut tx, taken).await.unwrap_err();
    assert_eq!(error.field_errors()[0].key, "api-client-exists");
    let wrong = RegisterApiClient { name: " ".into(), scopes: vec![], ..input };
    assert_eq!(register_api_client(&mut tx, wrong).await.unwrap_err().field_errors().len(), 2);
}

// req: AUT-01
#[tokio::test]
async fn data_that_a_demonstration_filled_are_known() {
    let (db, demo) = with_personas().await;
    let holder = institution(&db, "VSAA").await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert!(!holds_demonstration(&tx).await.unwrap());
    install_demo_client(&mut tx, &demo, holder).await.unwrap();
    assert!(holds_demonstration(&tx).await.unwrap());
}
