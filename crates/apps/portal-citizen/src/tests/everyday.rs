//! Everyday sentences on the content of the demonstration: the life situation stands beside the services.

use super::browser::{Page, Portal, Register};
use kernel::Caller;
use web_kit::percent;

/// The portal with the starting synonyms and the services of the demonstration.
async fn portal() -> Portal {
    let portal = Portal::open(Register { down: false }).await;
    let mut tx = portal.db.writing(&Caller::engine()).await;
    catalogue::install_search_rules(&mut tx).await.unwrap();
    catalogue::install_template_services(&mut tx).await.unwrap();
    catalogue::install_demo_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    portal.index.rebuild(&portal.db.reading(&Caller::engine()).await).await.unwrap();
    portal
}

async fn find(portal: &Portal, words: &str) -> Page {
    portal.visitor().get(&format!("/lv/services?q={}", percent(words))).await
}

/// Sentences and the life situation that all of their words say.
const SAID: &[(&str, &str)] = &[
    ("nomira tēvs", "death-in-family"),
    ("miris tēvs", "death-in-family"),
    ("gaidu bērnu", "childbirth"),
    ("bērns piedzima", "childbirth"),
    ("atgriežos Latvijā", "returning"),
    ("dibinu uzņēmumu", "starting-business"),
    ("gribu sākt biznesu", "starting-business"),
    ("braucu uz ārzemēm", "living-abroad"),
    ("zaudēju darbu", "job-loss"),
    ("my father died", "death-in-family"),
    ("start a company", "starting-business"),
    ("move to Latvia", "returning"),
    ("adopt a child", "foster-parent"),
    ("get married", "name-change"),
    ("hire employees", "first-employee"),
];

// req: POR-14, POR-15, A11-04, OPN-04
#[tokio::test]
async fn what_happened_leads_to_its_life_situation() {
    let portal = portal().await;
    let mut wrong = Vec::new();
    for (words, slug) in SAID {
        let page = find(&portal, words).await;
        let there = page.has(&format!("section[aria-labelledby=h-guides] a[href='/lv/life/{slug}']"));
        if !there || page.text("#h-guides") != "Var noderēt arī" {
            wrong.push(format!("{words}: {}", page.text("section[aria-labelledby=h-guides]")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

// req: POR-14, POR-15
#[tokio::test]
async fn a_life_situation_that_some_of_the_words_name_is_said_to_be_only_possible() {
    let portal = portal().await;
    for (words, slug) in [("pārceļos uz Vāciju", "living-abroad"), ("tēvs vakar nomira", "death-in-family")] {
        let page = find(&portal, words).await;
        let link = format!("section[aria-labelledby=h-guides] a[href='/lv/life/{slug}']");
        assert!(page.has(&link), "{words}: {}", page.text("main"));
        assert_eq!(page.text("#h-guides"), "Iespējams, attiecas uz jums", "{words}");
    }
    let nothing = find(&portal, "pārceļos uz Vāciju").await;
    assert!(nothing.text("[role=status]").contains("kāda no šīm dzīves situācijām"), "{}", nothing.text("main"));
    // Only a title or a keyword names a situation, and only words as they are.
    assert!(!find(&portal, "qqqqzzzz nomrira").await.has("#h-guides"));
}

// req: POR-14, POR-15
#[tokio::test]
async fn a_page_that_is_found_is_not_called_nothing() {
    let portal = portal().await;
    for (words, slug) in [("audžuģimene", "foster-parent"), ("18 gadi", "coming-of-age"), ("kāzas", "name-change")] {
        let page = find(&portal, words).await;
        let said = page.text(".dv-finding__found [role=status]");
        assert!(said.contains("atradām") && !said.contains("neatradām"), "{words}: {said}");
        assert!(page.has(&format!("#h-guides + ul a[href='/lv/life/{slug}']")), "{words}: {}", page.text("main"));
        assert!(page.has("nav.dv-tabs a[href*='/search/life'] .dv-count"), "{words}: its category says how many");
    }
    let wedding = find(&portal, "kāzas").await;
    assert!(!wedding.has("a[data-code]"), "a grave is no wedding: {}", wedding.text("main"));
    let nothing = find(&portal, "qqqqzzzz").await.text(".dv-finding__found [role=status]");
    assert!(nothing.contains("neko neatradām"), "{nothing}");

    // Nor is it in the report of what finds nothing.
    let mut tx = portal.db.writing(&Caller::engine()).await;
    portal.index.tally().write(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let report = catalogue::search_report(&portal.db.reading(&Caller::engine()).await, 30).await.unwrap();
    let missed: Vec<&str> = report.empty.iter().map(|line| line.query.as_str()).collect();
    assert_eq!(missed, ["qqqqzzzz"]);
}
