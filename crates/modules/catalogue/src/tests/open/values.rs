//! Values that the editor refuses are refused from systems and tables, with their places.

use super::receiving::{keep, seen, sent, system};
use crate::tests::{contact, db, pilot};
use crate::{
    Deadline, Description, Done, Fee, FeeTier, FormChoice, Opening, ReceiveService, Received, SaveDescription,
    Territory, Weekday, check_description, receive, save_description, service,
};
use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Caller, ErrorKind, InstitutionId, LangText, Locale, Money, riga_date};
use uuid::Uuid;

type Break = fn(&mut Description);

fn hours(d: &mut Description, opens: &str, closes: &str) {
    let days = vec![Weekday::Monday];
    d.channels[0].opening = vec![Opening { days, opens: opens.to_owned(), closes: closes.to_owned() }];
}

fn sign_in(d: &mut Description, channel: usize, address: &str) {
    d.channels[channel].sign_in = Some(address.to_owned());
}

fn places(d: &mut Description, channel: usize, codes: &[&str]) {
    d.channels[channel].places = codes.iter().map(|code| (*code).to_owned()).collect();
}

fn tier(cents: i64) -> FeeTier {
    FeeTier {
        fee: Fee::Amount(Money::cents(cents)), added: false, condition: LangText::new("Bērniem", "For children")
    }
}

const BREAKS: &[(&str, &str, Break)] = &[
    ("related/0", "edit-service-unknown", |d| d.related = vec!["9999".to_owned()]),
    ("channels/0/link", "edit-link", |d| d.channels[0].link = Some("javascript:alert(1)".to_owned())),
    ("channels/0/link", "edit-link", |d| d.channels[0].link = Some("https://vsaa.gov.lv@zvejo.example/".to_owned())),
    ("channels/0/link", "edit-link", |d| d.channels[0].link = Some("https://zvejo.example\\.vsaa.gov.lv/".to_owned())),
    ("channels/0/sign_in", "edit-link-safe", |d| sign_in(d, 0, "http://e.example.lv/login")),
    ("channels/0/sign_in", "edit-link", |d| {
        sign_in(d, 0, "https://nekas");
        d.channels[0].link = Some("https://e.example.lv/pieteikums".to_owned());
    }),
    ("channels/0/link", "edit-sign-in-link", |d| sign_in(d, 0, "https://e.example.lv/login")),
    ("channels/0/link", "edit-sign-in-link", |d| {
        sign_in(d, 0, "https://e.example.lv/login");
        d.channels[0].link = Some("http://e.example.lv/pieteikums".to_owned());
    }),
    ("channels/1/sign_in", "edit-sign-in-channel", |d| sign_in(d, 1, "https://e.example.lv/login")),
    ("channels/1/places/1", "edit-place-unknown", |d| places(d, 1, &["VPVKAC-CESIS", "VSAA-77"])),
    ("channels/0/places", "edit-place-channel", |d| places(d, 0, &["VSAA"])),
    ("form", "edit-form-unknown", |d| d.form = FormChoice::Key("nav-tadas".to_owned())),
    ("documents/0/link", "edit-link", |d| d.documents[0].link = Some("www.vsaa.gov.lv".to_owned())),
    ("legal_basis/0/link", "edit-link", |d| d.legal_basis[0].link = Some("https://nekas".to_owned())),
    ("channels/0/opening/0/closes", "edit-time", |d| hours(d, "08:30", "25:99")),
    ("channels/0/opening/0/opens", "edit-time", |d| hours(d, "8.30", "17:00")),
    ("channels/0/opening/0/closes", "edit-time-order", |d| hours(d, "17:00", "08:30")),
    ("channels/0/fee/amount", "edit-amount", |d| d.channels[0].fee = Fee::Amount(Money::cents(-1))),
    ("channels/0/tiers/0/fee/amount", "edit-amount", |d| d.channels[0].tiers = vec![tier(-1)]),
    ("channels/0/tiers", "edit-too-many", |d| d.channels[0].tiers = vec![tier(1); 101]),
    ("channels/0/tiers/0/condition/en", "edit-characters", |d| {
        d.channels[0].tiers = vec![tier(1)];
        d.channels[0].tiers[0].condition.en.push('\u{0}');
    }),
    ("payment/lv", "edit-too-long", |d| d.payment = Some(LangText::new("a".repeat(6_001), ""))),
    ("channels/0/deadline", "edit-number", |d| d.channels[0].deadline = Some(Deadline::Months(0))),
    ("providers/0/contact/phone", "edit-phone", |d| d.providers[0].contact.phone = Some("zvaniet".to_owned())),
    ("providers/0/contact/email", "edit-email", |d| d.providers[0].contact.email = Some("nav adrese".to_owned())),
    ("providers/0/contact/website", "edit-link", |d| d.providers[0].contact.website = Some("vsaa".to_owned())),
    ("providers/0/institution", "institution", |d| {
        d.providers[0].institution = InstitutionId::new(Uuid::from_u128(99));
    }),
    ("appeal/lv", "edit-too-long", |d| d.appeal.lv = "a".repeat(6_001)),
    ("name/en", "edit-characters", |d| d.name.en.push('\u{0}')),
    ("summary/xx!", "edit-language", |d| {
        d.summary.other.insert("xx!".to_owned(), "x".to_owned());
    }),
    ("territory/municipalities/1", "edit-municipality", |d| {
        d.territory = Territory::Municipalities(vec!["0001000".to_owned(), "9999999".to_owned()]);
    }),
    ("minutes_to_fill", "edit-number", |d| d.minutes_to_fill = Some(0)),
    ("valid_from", "edit-day", |d| d.valid_from = "0201-01-01".parse().ok()),
    ("valid_to", "edit-last-day-past", |d| d.valid_to = "2020-02-29".parse().ok()),
    ("steps", "edit-too-many", |d| d.steps = vec![d.steps[0].clone(); 101]),
];

// req: CAT-18, CAT-20
#[tokio::test]
async fn what_the_editor_refuses_nobody_else_can_send() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let dace = contact(&db, "VSAA").await;
    let whole = pilot(&db, "P.11").await;
    let good = sent(&db, "values").await;
    let words = i18n::Catalog::load().unwrap();
    assert_eq!(check_description(&db.reading(&vsaa).await, &good.description, None).await.unwrap(), []);
    for (path, key, break_it) in BREAKS {
        let mut broken = good.description.clone();
        break_it(&mut broken);
        for publish in [true, false] {
            let input = ReceiveService { description: broken.clone(), publish, ..good.clone() };
            let error = keep(&db, &vsaa, input).await.unwrap_err();
            let told = &error.field_errors()[0];
            assert_eq!((error.kind(), told.key.as_str()), (ErrorKind::Invalid, *key), "{path}");
            assert_eq!(told.path, format!("description/{path}"));
        }
        let mut tx = db.writing(&dace).await;
        let input = SaveDescription {
            code: whole.code.clone(),
            version: whole.latest,
            description: broken,
            publish: false,
            note: String::new(),
        };
        let error = save_description(&mut tx, input).await.unwrap_err();
        assert_eq!(error.field_errors()[0].path, *path);
        for locale in Locale::ALL {
            assert!(words.has(locale, &format!("error-{key}")), "{locale} {key}");
        }
    }
    let outsider =
        check_description(&db.reading(&Caller::anonymous()).await, &good.description, None).await.unwrap_err();
    assert_eq!(outsider.kind(), ErrorKind::Unauthenticated);
    assert_eq!(keep(&db, &vsaa, good).await.unwrap().1, Done::Created);
}

// req: CAT-18, CAT-20
#[tokio::test]
async fn a_last_day_that_is_over_is_taken_only_where_the_text_in_force_says_it() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let whole = pilot(&db, "P.11").await;
    let today = riga_date(db.clock().now());
    let with = |last: NaiveDate, summary: &str| Description {
        valid_to: Some(last),
        summary: LangText::new(summary, summary),
        ..(*whole.description).clone()
    };
    let send = async |description: Description| {
        let own = pilot(&db, "P.11").await;
        let code = Some(own.code.clone());
        let input = ReceiveService { code, description, seen: seen(&own), ..sent(&db, "last").await };
        keep(&db, &vsaa, input).await
    };
    assert_eq!(send(with(today, "Pēdējā diena")).await.unwrap().1, Done::Updated, "today is not over");
    db.test_clock().advance(TimeDelta::days(2));
    let shortened = send(with(today - Days::new(1), "Cita")).await.unwrap_err();
    assert_eq!(shortened.field_errors()[0].key, "edit-last-day-past", "another day that is over is a new one");
    assert_eq!(send(with(today, "Labots")).await.unwrap().1, Done::Updated, "it says nothing new");
}

// req: CAT-16
#[tokio::test]
async fn the_day_of_the_check_is_not_taken_from_senders() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let invented = "2026-11-20".parse().ok();
    let mut input = sent(&db, "checked").await;
    input.description.checked_on = invented;
    let mut tx = db.writing(&vsaa).await;
    let kept = Box::pin(receive(&mut tx, input.clone())).await.unwrap();
    let Received::Kept { code, passed_over, .. } = kept else { panic!("refused") };
    tx.commit().await.unwrap();
    assert_eq!(passed_over, ["description/checked_on"]);
    assert_eq!(service(&db.reading(&vsaa).await, &code).await.unwrap().description.checked_on, None);
    assert_eq!(keep(&db, &vsaa, input).await.unwrap().1, Done::Unchanged);

    // What is given out may be sent back: the day that it names stays as it was.
    let own = pilot(&db, "P.11").await;
    let mut description = (*own.description).clone();
    let back = ReceiveService {
        code: Some(own.code.clone()),
        description: description.clone(),
        seen: seen(&own),
        ..sent(&db, "back").await
    };
    assert_eq!(keep(&db, &vsaa, back).await.unwrap().1, Done::Unchanged);
    (description.checked_on, description.minutes_to_fill) = (invented, Some(9));
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let input = SaveDescription {
        code: own.code.clone(),
        version: own.latest,
        description,
        publish: true,
        note: String::new(),
    };
    save_description(&mut tx, input).await.unwrap();
    let now = service(&tx, &own.code).await.unwrap();
    assert_eq!((now.description.minutes_to_fill, now.description.checked_on), (Some(9), own.description.checked_on));
}
