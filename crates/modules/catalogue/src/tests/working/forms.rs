//! Between inputs and descriptions: nothing is lost in either direction, and nonsense is told.

use crate::editing::{Known, understand, write};
use crate::pilot::entries;
use crate::tests::{db, pilot};
use crate::{Deadline, Description, Fee, Rearrange, Remark, Section, Typed};
use kernel::{Caller, Money};
use test_support::TestDb;

async fn known(db: &TestDb) -> Known {
    let tx = db.reading(&Caller::engine()).await;
    let mut known = Known::default();
    for code in ["VSAA", "VPVKAC", "NVA", "VID", "VDEAVK", "PMLP", "VARAM"] {
        let found = institutions::by_code(&tx, code).await.unwrap();
        known.institutions.extend(found.map(|institution| (code.to_owned(), institution.id)));
    }
    known.services = (1001..1018).map(|code| code.to_string()).collect();
    known
}

/// What a section with these inputs says on top of a description.
fn read(section: Section, known: &Known, pairs: &[(&str, &str)], on: &Description) -> (Description, Vec<Remark>) {
    let typed: Typed = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut description = on.clone();
    let findings = understand(section, &typed, known, &mut description);
    (description, findings)
}

// req: CAT-04, CAT-05, CAT-06, CAT-07, CAT-08, CAT-09, CAT-10, CAT-11, CAT-14, CAT-25, CAT-26, CAT-28, CAT-30
#[tokio::test]
async fn every_pilot_description_comes_back_from_its_inputs_unchanged() {
    let db = db().await;
    let mut known = known(&db).await;
    let tx = db.reading(&Caller::engine()).await;
    for code in 1001..1018 {
        let service = crate::service(&tx, &code.to_string()).await.unwrap();
        for provider in &service.description.providers {
            let found = institutions::find(&tx, provider.institution).await.unwrap();
            known.institutions.insert(found.code.to_uppercase(), found.id);
        }
        for section in Section::DESCRIPTION {
            let typed = write(section, &known, &service.description);
            let mut again = (*service.description).clone();
            blank(section, &mut again);
            let findings = understand(section, &typed, &known, &mut again);
            assert_eq!(findings, [], "{code} {section:?}");
            assert_eq!(again, *service.description, "{code} {section:?}");
        }
    }
    assert_eq!(entries().unwrap().len(), 17);
}

/// Forgets what a section says, so that only its inputs can bring it back.
fn blank(section: Section, description: &mut Description) {
    understand(section, &Typed::default(), &Known::default(), description);
}

// req: CAT-18, CAT-25
#[tokio::test]
async fn values_are_understood_as_people_write_them_and_nonsense_is_told_at_its_input() {
    let db = db().await;
    let known = known(&db).await;
    let on = pilot(&db, "P.11").await;
    let channel = |fee: &str, amount: &str, unit: &str, count: &str| {
        let pairs = [
            ("channels/0/channel", "post"),
            ("channels/0/stages", "request"),
            ("channels/0/fee", fee),
            ("channels/0/fee/amount", amount),
            ("channels/0/deadline", unit),
            ("channels/0/deadline/count", count),
        ];
        let (description, findings) = read(Section::Channels, &known, &pairs, &on.description);
        let paths: Vec<String> = findings.into_iter().map(|finding| finding.path).collect();
        (description.channels[0].fee, description.channels[0].deadline, paths)
    };
    let fee = |cents| Fee::Amount(Money::cents(cents));
    assert_eq!(
        channel("amount", " 12,5 € ", "working_days", "10"),
        (fee(1250), Some(Deadline::WorkingDays(10)), vec![])
    );
    assert_eq!(channel("amount", "1 200.05 EUR", "months", "1"), (fee(120_005), Some(Deadline::Months(1)), vec![]));
    assert_eq!(channel("amount", "daudz", "", "").2, ["channels/0/fee/amount"]);
    assert_eq!(channel("amount", "", "", "").2, ["channels/0/fee/amount"]);
    assert_eq!(channel("amount", "1.234", "months", "viens").2, ["channels/0/fee/amount", "channels/0/deadline/count"]);
    assert_eq!(channel("nope", "", "months", "").2, ["channels/0/fee", "channels/0/deadline/count"]);

    let basics =
        [("valid_from", "1.2.2027."), ("valid_to", "2027-13-01"), ("minutes_to_fill", "-3"), ("client_circle", "x")];
    let (description, findings) = read(Section::Basics, &known, &basics, &on.description);
    assert_eq!(description.valid_from.unwrap().to_string(), "2027-02-01");
    let paths: Vec<_> = findings.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(paths, ["client_circle", "minutes_to_fill", "valid_to"]);

    let hours = [
        ("channels/0/opening/0/days", "monday"),
        ("channels/0/opening/0/days", "friday"),
        ("channels/0/opening/0/opens", "8.30"),
        ("channels/0/opening/0/closes", "17:00"),
        ("channels/0/opening/1/opens", "25:00"),
        ("channels/0/opening/2/days", "sunday"),
        ("channels/0/opening/2/opens", "18:00"),
        ("channels/0/opening/2/closes", "9:00"),
    ];
    let (description, findings) = read(Section::Channels, &known, &hours, &on.description);
    let opening = &description.channels[0].opening;
    assert_eq!((opening.len(), opening[0].opens.as_str(), opening[0].days.len()), (1, "08:30", 2));
    assert_eq!(findings.iter().filter(|finding| finding.path.contains("opening/1")).count(), 2);
    assert!(findings.iter().any(|finding| finding.path == "channels/0/opening/2/closes"));

    let contacts = [
        ("providers/0/stage", "request"),
        ("providers/0/institution", "vsaa"),
        ("providers/0/contact/email", "nav adrese"),
        ("providers/0/contact/phone", "zvaniet"),
        ("providers/0/contact/website", "www.vsaa.gov.lv"),
        ("providers/1/institution", "NEKAS"),
    ];
    let (description, findings) = read(Section::Providers, &known, &contacts, &on.description);
    assert_eq!(description.providers[0].contact.website.as_deref(), Some("https://www.vsaa.gov.lv"));
    assert_eq!((description.providers.len(), findings.len()), (1, 3));
    let wrong = [("documents/0/link", "javascript:alert(1)")];
    assert_eq!(read(Section::Documents, &known, &wrong, &on.description).1.len(), 1);
    let unknown = [("related", "1001\r\n9999"), ("keywords/lv", "bērns\r\n\r\n mazulis ")];
    let (description, findings) = read(Section::Links, &known, &unknown, &on.description);
    assert_eq!((description.related.len(), description.keywords.lv.len(), findings.len()), (1, 2, 1));
    let ticked = [("related", "1001"), ("related", "1002")];
    let (description, findings) = read(Section::Links, &known, &ticked, &on.description);
    assert_eq!((description.related.join(" "), findings.len()), ("1001 1002".to_owned(), 0));
}

// req: CAT-15, POR-16
#[tokio::test]
async fn places_are_ticked_or_named_elsewhere_and_unknown_ones_are_told_at_their_input() {
    let db = db().await;
    let on = pilot(&db, "P.11").await;
    let places = ["VSAA", "VSAA-3", "VPVKAC-CESIS"].map(str::to_owned);
    let known = Known { places: places.clone().into(), ..known(&db).await };
    let typed = [
        ("channels/0/channel", "institution"),
        ("channels/0/places", "VSAA"),
        ("channels/0/places", "vsaa-3"),
        ("channels/0/elsewhere/0/code", "VPVKAC-CESIS Cēsu centrs"),
        ("channels/0/elsewhere/1/code", "VSAA-3"),
        ("channels/0/elsewhere/2/code", "VSAA-99"),
        ("channels/0/elsewhere/3", ""),
    ];
    let (mut description, findings) = read(Section::Channels, &known, &typed, &on.description);
    assert_eq!(description.channels[0].places, places);
    let told = findings.iter().filter(|finding| finding.key == "edit-place-unknown");
    assert_eq!(told.map(|finding| finding.path.as_str()).collect::<Vec<_>>(), ["channels/0/elsewhere/2/code"]);
    // What was typed before there were boxes stands in lines.
    let lines = [("channels/0/channel", "institution"), ("channels/0/places", "VSAA\r\nVSAA-3")];
    let (before, _) = read(Section::Channels, &known, &lines, &on.description);
    assert_eq!(before.channels[0].places, places[..2]);
    // The inputs of a description bring its places back.
    let written = write(Section::Channels, &known, &description);
    assert_eq!(written.all("channels/0/places").collect::<Vec<_>>(), places);
    let kept = description.channels.clone();
    let findings = understand(Section::Channels, &written, &known, &mut description);
    assert!(findings.iter().all(|finding| finding.key != "edit-place-unknown"), "{findings:?}");
    assert_eq!(description.channels[0].places, kept[0].places);
}

// req: CAT-11, CAT-18
#[tokio::test]
async fn what_is_typed_is_checked_by_the_rules_for_everybody_and_told_at_its_input() {
    let db = db().await;
    let on = pilot(&db, "P.11").await;
    let municipalities = Known::municipalities(&db.reading(&Caller::engine()).await).await.unwrap();
    let known = Known { municipalities: Some(municipalities), ..known(&db).await };
    let long = "a".repeat(6_001);
    let basics = [
        ("name/lv", "Pabalsts"),
        ("summary/en", long.as_str()),
        ("territory", "municipalities"),
        ("territory/codes", "0001000"),
        ("territory/codes", "9999999"),
    ];
    let (description, findings) = read(Section::Basics, &known, &basics, &on.description);
    let told: Vec<_> = findings.iter().map(|finding| (finding.path.as_str(), finding.key.as_str())).collect();
    assert_eq!(told, [("summary/en", "edit-too-long"), ("territory/codes", "edit-municipality")]);
    assert_eq!(description.summary.en, long, "what was typed is not lost");
    // Another section says nothing of it.
    let (_, findings) = read(Section::Law, &known, &[("appeal/lv", "Tiesā")], &description);
    assert_eq!(findings, []);
}

#[test]
fn lists_are_rearranged_without_losing_a_word() {
    let typed: Typed = [
        ("channels/0/link", "a"),
        ("channels/0/opening/0/opens", "8"),
        ("channels/1/link", "b"),
        ("channels/10/link", "k"),
        ("other", "x"),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .collect();
    let names = |typed: &Typed| typed.pairs().iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(typed.items("channels"), 11);
    let up = typed.rearranged(&Rearrange::Up("channels".into(), 1));
    assert_eq!(
        (up.get("channels/0/link"), up.get("channels/1/link"), up.get("channels/1/opening/0/opens")),
        ("b", "a", "8")
    );
    assert_eq!(up.rearranged(&Rearrange::Down("channels".into(), 0)), typed);
    let removed = typed.rearranged(&Rearrange::Remove("channels".into(), 0));
    assert_eq!(names(&removed), ["channels/0/link", "channels/9/link", "other"]);
    let added = typed.rearranged(&Rearrange::Add("channels/0/opening".into()));
    assert_eq!(added.items("channels/0/opening"), 2);
    for nothing in [Rearrange::Up("channels".into(), 0), Rearrange::Down("channels".into(), 10)] {
        assert_eq!(typed.rearranged(&nothing), typed);
    }
}

// req: A11-04
#[test]
fn further_languages_come_and_go_with_their_texts() {
    let typed: Typed = [("name/lv", "Nosaukums"), ("name/uk", "Назва")]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    for wrong in ["lv", "en", "", "x", "ukrainian!", "../uk", "UKRAINIAN-LONG"] {
        assert_eq!(
            typed.rearranged(&Rearrange::AddLanguage(wrong.into())).languages(),
            Vec::<String>::new(),
            "{wrong}"
        );
    }
    let with = typed.rearranged(&Rearrange::AddLanguage(" UK ".into()));
    assert_eq!(with.languages(), ["uk"]);
    let without = with.rearranged(&Rearrange::RemoveLanguage("uk".into()));
    assert_eq!(without.pairs(), [("name/lv".to_owned(), "Nosaukums".to_owned())]);
}

#[test]
fn numbers_that_no_page_sends_cost_nothing() {
    let typed: Typed = [("steps/999999999/title/lv", "x"), ("steps/500/title/lv", "y"), ("steps/-1/title/lv", "z")]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    assert_eq!(typed.items("steps"), 0);
}
