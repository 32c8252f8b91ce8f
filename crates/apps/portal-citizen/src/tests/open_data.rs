//! What is open, told to people; other forms of a page, told to programs.

use http::StatusCode;
use kernel::Caller;

use super::browser::{Portal, Register};

// req: OPN-03, CAT-19, A11-04
#[tokio::test]
async fn the_page_about_open_data_names_every_form_the_licence_and_how_institutions_send() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for (lang, words) in [("lv", "Kā iestādes sistēma sūta aprakstus"), ("en", "How an institution's system sends")]
    {
        let page = visitor.get(&format!("/{lang}/open-data")).await;
        assert_eq!(page.status, StatusCode::OK);
        for address in [
            "/api/v1/services",
            "/api/v1/services/dump.jsonl",
            "/api/v1/services/dump.csv",
            "/api/v1/services/dump.ttl",
            "/api/v1/services/changes",
            "/catalog.ttl",
            "/catalog.jsonld",
            "/api/v1/life-situations",
            "/api/v1/indicators/portal.csv",
            "/openapi.json",
            "https://creativecommons.org/licenses/by/4.0/",
            "mailto:dati@example.lv",
        ] {
            assert!(page.has(&format!("main a[href='{address}']")), "{lang} {address}");
        }
        for told in ["/api/v1/services/{code}.jsonld", "/api/v1/services/{code}.ttl", "/oauth/token", "?publish=false"]
        {
            assert!(page.text("main").contains(told), "{lang} {told}: {}", page.text("main"));
        }
        assert!(page.text("#h-send").contains(words) && page.text("#h-licence + p").contains("CC BY 4.0"));
        assert!(page.has(&format!("main a[href='/{lang}/news/feed']")));
        // It is found from every page, and what programs read is not given to people instead.
        for from in ["", "/services", "/open-data"] {
            let page = visitor.get(&format!("/{lang}{from}")).await;
            assert!(page.has(&format!(".dv-footer a[href='/{lang}/open-data']")), "{from}");
            assert!(!page.has(".dv-footer a[href='/openapi.json']"), "{from}");
        }
    }
}

// req: OPN-03
#[tokio::test]
async fn pages_name_their_other_forms_for_programs() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let code = portal.service("P.11").await;
    let alternate = |kind: &str, href: &str| format!("head link[rel=alternate][type='{kind}'][href='{href}']");
    let page = visitor.get(&format!("/en/services/{code}")).await;
    assert!(page.has(&alternate("application/ld+json", &format!("/api/v1/services/{code}.jsonld"))));
    assert!(page.has(&alternate("text/turtle", &format!("/api/v1/services/{code}.ttl"))));
    // The data are those of the present text.
    let version = catalogue::service(&portal.db.reading(&Caller::anonymous()).await, &code).await.unwrap().version;
    let former = visitor.get(&format!("/en/services/{code}/versions/{version}")).await;
    assert!(former.status == StatusCode::OK && !former.has("head link[rel=alternate]"), "{}", former.status);
    for path in ["/lv/news", "/lv/news/life-situations"] {
        let page = visitor.get(path).await;
        assert!(page.has(&alternate("application/atom+xml", "/lv/news/feed")), "{path}");
    }
    for path in ["/lv/help", "/lv/help/your-data", "/lv/services"] {
        assert!(!visitor.get(path).await.has("head link[rel=alternate]"), "{path}");
    }
    assert!(visitor.get("/lv/open-data").await.has(&alternate("text/turtle", "/catalog.ttl")));
}
