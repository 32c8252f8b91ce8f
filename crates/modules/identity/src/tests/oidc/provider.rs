//! The whole way through a real provider, and what must not lead through it.

use super::browser::Browser;
use super::server::{Server, start};
use crate::{
    OidcProvider, PendingSignIn, PersonalCode, Proven, begin_sign_in, find_person, finish_sign_in, person,
    session_by_token, take_pending,
};
use kernel::{Assurance, Caller, ErrorKind, PersonId, Result, SystemClock};
use std::sync::Arc;
use test_support::TestDb;

struct Door {
    db: TestDb,
    provider: OidcProvider,
    issuer: String,
    _server: Server,
}

impl Door {
    async fn open(options: &[&str]) -> Option<Self> {
        let server = start(options)?;
        let http = outbound::Client::new(outbound::Settings::default()).unwrap();
        // The provider's tokens carry the real time, so it is checked by the real clock.
        let provider = OidcProvider::new(server.settings.clone(), http, Arc::new(SystemClock));
        let issuer = server.settings.issuer.clone();
        Some(Self { db: TestDb::sqlite().await, provider, issuer, _server: server })
    }

    /// Begins, clicks, comes back: the sign-in that was remembered, and the code.
    async fn come_back(&self, account: &str) -> (PendingSignIn, String) {
        self.come_back_in(&mut Browser::new(&self.issuer), account, false).await
    }

    /// The same in a browser that the provider may know from before.
    async fn come_back_in(&self, browser: &mut Browser, account: &str, anew: bool) -> (PendingSignIn, String) {
        let ready = self.provider.discover().await.unwrap();
        let mut tx = self.db.writing(&Caller::engine()).await;
        let redirect = begin_sign_in(&mut tx, &ready, "/lv/cases", anew).await.unwrap();
        tx.commit().await.unwrap();
        assert!(redirect.url.contains("code_challenge_method=S256") && redirect.url.contains("nonce="));
        assert_eq!(redirect.url.contains("prompt=login"), anew);
        let back = browser.sign_in(&redirect.url, account).await;
        let mut tx = self.db.writing(&Caller::engine()).await;
        let pending = take_pending(&mut tx, &back.query["state"], redirect.state.reveal()).await.unwrap();
        let again = take_pending(&mut tx, &back.query["state"], redirect.state.reveal()).await.unwrap_err();
        assert_eq!(again.key(), "sign-in-expired", "a sign-in is taken once");
        tx.commit().await.unwrap();
        (pending, back.query["code"].clone())
    }

    async fn prove(&self, account: &str) -> Result<(PendingSignIn, Proven)> {
        let (pending, code) = self.come_back(account).await;
        let proven = self.provider.exchange(&pending, &code).await?;
        Ok((pending, proven))
    }

    async fn sign_in(&self, account: &str, assurance: Assurance) -> PersonId {
        let (pending, proven) = self.prove(account).await.unwrap();
        assert_eq!(proven.assurance, assurance);
        let mut tx = self.db.writing(&Caller::engine()).await;
        let signed_in = finish_sign_in(&mut tx, pending, &proven).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(signed_in.return_to, "/lv/cases");
        let tx = self.db.reading(&Caller::anonymous()).await;
        let session = session_by_token(&tx, signed_in.token.reveal()).await.unwrap().unwrap();
        assert_eq!((session.caller.person, session.caller.assurance), (Some(signed_in.person), assurance));
        assert_eq!(session.issuer.as_deref(), Some(self.issuer.as_str()));
        signed_in.person
    }
}

// req: AUT-01, AUT-02
#[tokio::test]
async fn people_sign_in_at_a_real_provider() {
    // By default this provider tells personal data at its user-info address only.
    let Some(door) = Door::open(&[]).await else { return };
    let anna = door.sign_in("anna", Assurance::High).await;
    assert_eq!(door.sign_in("anna", Assurance::High).await, anna, "the second time it is the same person");
    let aivars = door.sign_in("two-codes", Assurance::Substantial).await;
    let tx = door.db.reading(&Caller::engine()).await;
    assert_eq!(person(&tx, aivars).await.unwrap().family_name, "Čakste-Šķēle");
    for code in ["328000-00915", "120768-18764"] {
        let code = PersonalCode::parse(code).unwrap();
        assert_eq!(find_person(&tx, &code).await.unwrap(), Some(aivars));
    }
    drop(tx);
    let nameless = door.prove("no-code").await.unwrap_err();
    assert_eq!((nameless.kind(), nameless.key()), (ErrorKind::Invalid, "sign-in-no-code"));
    what_must_be_refused(&door).await;
}

// req: AUT-01
#[tokio::test]
async fn claims_may_stand_in_the_id_token() {
    let Some(door) = Door::open(&["--claims-in-id-token"]).await else { return };
    door.sign_in("anna", Assurance::High).await;
}

// req: AUT-01
#[tokio::test]
async fn whom_the_provider_knows_from_before_is_asked_anew_when_told_to() {
    let Some(door) = Door::open(&[]).await else { return };
    let mut browser = Browser::new(&door.issuer);
    for anew in [false, true] {
        let (pending, code) = door.come_back_in(&mut browser, "anna", anew).await;
        assert_eq!(door.provider.exchange(&pending, &code).await.unwrap().identified.given_name, "Anna");
    }
}

async fn what_must_be_refused(door: &Door) {
    let refused = |error: kernel::Error| (error.kind(), error.key()) == (ErrorKind::Unauthenticated, "sign-in-refused");
    let (pending, code) = door.come_back("anna").await;
    let other_nonce = PendingSignIn { nonce: "replayed".into(), ..pending.clone() };
    assert!(refused(door.provider.exchange(&other_nonce, &code).await.unwrap_err()), "nonce");
    assert!(refused(door.provider.exchange(&pending, &code).await.unwrap_err()), "a code works once");
    let (pending, code) = door.come_back("anna").await;
    let other_verifier = PendingSignIn { pkce_verifier: "x".repeat(43), ..pending };
    assert!(refused(door.provider.exchange(&other_verifier, &code).await.unwrap_err()), "PKCE");

    let ready = door.provider.discover().await.unwrap();
    let mut tx = door.db.writing(&Caller::engine()).await;
    let redirect = begin_sign_in(&mut tx, &ready, "/lv", false).await.unwrap();
    let foreign = take_pending(&mut tx, redirect.state.reveal(), "another browser").await.unwrap_err();
    assert_eq!(foreign.key(), "sign-in-expired");
    tx.commit().await.unwrap();
    door.db.test_clock().advance(chrono::TimeDelta::minutes(10));
    let mut tx = door.db.writing(&Caller::engine()).await;
    let late = take_pending(&mut tx, redirect.state.reveal(), redirect.state.reveal()).await.unwrap_err();
    assert_eq!(late.key(), "sign-in-expired");
}
