//! News, help, the feed, and "was this helpful".

use http::StatusCode;
use kernel::Caller;
use knowledge::ArticleKind;

use super::browser::{Portal, Register};

// req: POR-24, A11-04
#[tokio::test]
async fn news_and_help_are_listed_and_read_in_both_languages() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for (path, count) in [("/lv/news", 3), ("/en/news", 3), ("/lv/help", 7), ("/en/help", 7)] {
        let list = visitor.get(path).await;
        assert_eq!((list.status, list.body.matches("<li><h2").count()), (StatusCode::OK, count), "{path}");
    }
    let article = visitor.get("/lv/news/life-situations").await;
    assert!(article.has("article h2") && article.has("article a[href='/lv/life']") && article.has("article ul li"));
    assert!(visitor.get("/en/help/your-data").await.has("article a[href='/en/views']"));
    for missing in ["/lv/news/nav", "/lv/help/life-situations", "/lv/help/writing-life-situations"] {
        assert_eq!(visitor.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    assert!(visitor.get("/lv/news/life-situations?draft=1").await.location().starts_with("/lv/sign-in"));
    assert_eq!(visitor.get("/lv/news?after=zz").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// req: POR-13, POR-14
#[tokio::test]
async fn help_is_found_by_what_it_says() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for (words, slug) in [("internetbanka", "how-to-apply"), ("ekrāna lasītājs", "accessibility")] {
        let page = visitor.get(&format!("/lv/search/articles?q={}", web_kit::percent(words))).await;
        let found = page.has(&format!("ul.dv-servicelist h2 a[href='/lv/help/{slug}']"));
        assert!(found && page.text("[role=status]").contains("atradām 1"), "{words}: {}", page.text("main"));
    }
}

// req: POR-24
#[tokio::test]
async fn every_page_leads_to_the_statement_on_accessibility() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    for (locale, title) in [("lv", "Piekļūstamības paziņojums"), ("en", "Accessibility statement")] {
        let path = format!("/{locale}/help/accessibility");
        assert!(visitor.get(&format!("/{locale}/nav")).await.has(&format!("footer a[href='{path}']")), "{locale}");
        let statement = visitor.get(&path).await;
        assert_eq!((statement.status, statement.text("h1").as_str()), (StatusCode::OK, title));
        // Whom to tell, and where to turn next.
        assert!(statement.has(&format!("article a[href='/{locale}/contact']")), "{}", statement.text("article"));
        assert!(statement.has("article a[href='https://www.tiesibsargs.lv']"), "{}", statement.body);
    }
}

#[tokio::test]
async fn the_feed_holds_the_news_and_is_well_formed() {
    let portal = Portal::open(Register { down: false }).await;
    let feed = portal.visitor().get("/lv/news/feed").await;
    assert_eq!(feed.headers["content-type"], "application/atom+xml; charset=utf-8");
    assert_eq!(feed.body.matches("<entry>").count(), 3);
    assert!(feed.body.contains("<link href=\"http://127.0.0.1:8080/lv/news/life-situations\"/>"), "{}", feed.body);
    let opened = feed.body.matches('<').count();
    assert!(feed.body.starts_with("<?xml") && opened == feed.body.matches('>').count());
    assert!(!feed.body.contains("writing-life-situations"));
}

// req: POR-07
#[tokio::test]
async fn an_answer_is_counted_and_says_thanks() {
    let portal = Portal::open(Register { down: false }).await;
    let visitor = portal.visitor();
    let vote = async |answer: &str| {
        let fields = [("helpful".to_owned(), answer.to_owned())];
        visitor.post("/lv/help/your-data/helpful", &fields).await.location()
    };
    assert_eq!(vote("yes").await, "/lv/help/your-data?done=voted");
    vote("no").await;
    let tx = portal.db.reading(&Caller::anonymous()).await;
    assert_eq!(knowledge::article(&tx, ArticleKind::Help, "your-data").await.unwrap().votes, (1, 1));
    let missing = visitor.post("/lv/news/nav/helpful", &[("helpful".into(), "yes".into())]).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}
