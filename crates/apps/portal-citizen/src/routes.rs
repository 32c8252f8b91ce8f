//! Every route of the portal with its rule.

use kernel::Role;
use rust_embed::RustEmbed;
use web_kit::{Access, Routes, TemplateSet};

use crate::{
    articles, browse, cases, documents, drafts, enquiries, home, indicators, institutions, life, open_data, place,
    profile, representatives, search, services, sign_in, unified, views,
};

/// The most files that one form brings: as many as one field of it holds.
const FILES: usize = ::documents::MAX_PER_FIELD as usize;

/// Those who keep descriptions see what the public would.
const PREVIEW: Access =
    Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator, Role::PlatformAdministrator]);

/// The pages of residents and companies, and signing in for everybody.
#[must_use]
pub fn routes() -> Routes {
    let public = Routes::new()
        .get("/", Access::Public, home::show)
        .get("/services", Access::Public, services::list)
        .get("/services/suggest", Access::Public, services::suggest)
        .post("/services/feedback", Access::Public, services::give_feedback)
        .get("/services/{code}", Access::Public, services::show)
        .post("/services/{code}/helpful", Access::Public, services::vote)
        .get("/services/{code}/correction", Access::Public, services::ask_correction)
        .post("/services/{code}/correction", Access::Public, services::correct)
        .get("/services/{code}/share", Access::Public, services::share::share)
        .get("/embed/services/{code}", Access::Public, services::embed::card)
        .get("/services/{code}/places", Access::Public, services::places)
        .post("/services/{code}/places", Access::Public, services::locate)
        .get("/services/{code}/channels", Access::Public, services::combine)
        .get("/search/life", Access::Public, search::life)
        .get("/search/articles", Access::Public, search::articles)
        .get("/search/institutions", Access::Public, search::directory)
        .get("/institutions/{code}", Access::Public, institutions::show)
        .get("/unified", Access::Public, unified::list)
        .get("/unified/{code}", Access::Public, unified::show)
        .get("/services/{code}/versions", Access::Public, services::versions)
        .get("/services/{code}/versions/compare", Access::Public, services::compare)
        .get("/services/{code}/versions/{version}", Access::Public, services::version)
        .get("/services/{code}/preview", PREVIEW, services::preview)
        .get("/sign-in", Access::Public, sign_in::show)
        .get("/sign-in/begin", Access::Public, sign_in::begin)
        .post("/sign-out", Access::SignedIn, sign_in::sign_out);
    let plain = Routes::plain()
        .get("/embed/services/{code}", Access::Public, services::embed::choose)
        .get("/sign-in/callback", Access::Public, sign_in::callback)
        .get("/session", Access::SignedIn, sign_in::go_on);
    public.merge(plain).merge(content()).merge(letters()).merge(applying()).merge(own())
}

/// Writing to institutions.
fn letters() -> Routes {
    Routes::new()
        .get("/contact", Access::Public, enquiries::ask)
        .post("/contact", Access::Public, enquiries::send)
        .get("/contact/answer", Access::Public, enquiries::answer)
        .post("/contact/answer/rate", Access::Public, enquiries::rate)
        .get("/contact/mine", Access::Client, enquiries::mine)
        .get("/contact/mine/{id}", Access::Client, enquiries::own_answer)
        .post("/contact/mine/{id}/rate", Access::Client, enquiries::rate_own)
}

/// Life situations, browsing, news and help, how all of it is used, and what of it is open data.
fn content() -> Routes {
    Routes::new()
        .get("/life", Access::Public, life::list)
        .get("/life/{slug}", Access::Public, life::show)
        .get("/life/{slug}/versions", Access::Public, life::versions)
        .get("/life/{slug}/correction", Access::Public, life::ask_correction)
        .post("/life/{slug}/correction", Access::Public, life::correct)
        .get("/browse", Access::Public, browse::index)
        .get("/browse/{kind}", Access::Public, browse::values)
        .get("/browse/{kind}/{value}", Access::Public, browse::list)
        .get("/indicators", Access::Public, indicators::show)
        .get("/open-data", Access::Public, open_data::show)
        .get("/municipality", Access::Public, place::show)
        .post("/municipality", Access::Public, place::choose)
        .get("/news", Access::Public, articles::news)
        .get("/news/feed", Access::Public, articles::feed)
        .get("/news/{slug}", Access::Public, articles::show_news)
        .post("/news/{slug}/helpful", Access::Public, articles::vote_news)
        .get("/help", Access::Public, articles::help)
        .get("/help/{slug}", Access::Public, articles::show_help)
        .post("/help/{slug}/helpful", Access::Public, articles::vote_help)
}

/// From the service to the submitted application.
fn applying() -> Routes {
    Routes::new()
        .get("/services/{code}/apply", Access::Client, services::apply)
        .post("/services/{code}/apply", Access::Client, services::start)
        .get("/drafts", Access::Client, drafts::list)
        .get("/drafts/{id}", Access::Client, drafts::resume)
        .post("/drafts/{id}/discard", Access::Client, drafts::discard)
        .get("/drafts/{id}/check", Access::Client, drafts::check)
        .post("/drafts/{id}/check", Access::Client, drafts::submit)
        .get("/drafts/{id}/steps/{step}", Access::Client, drafts::step)
        .post_files("/drafts/{id}/steps/{step}", Access::ClientToKeep, FILES, drafts::save)
}

/// A client's own cases, documents and data.
fn own() -> Routes {
    Routes::new()
        .get("/cases", Access::Client, cases::list)
        .get("/cases/{number}", Access::Client, cases::show)
        .get("/cases/{number}/submitted", Access::Client, cases::submitted)
        .post_files("/cases/{number}/answer", Access::Client, FILES, cases::answer)
        .get("/cases/{number}/withdraw", Access::Client, cases::ask_withdraw)
        .post("/cases/{number}/withdraw", Access::Client, cases::withdraw)
        .post("/cases/{number}/rate", Access::Client, cases::rate)
        .post("/cases/{number}/complain", Access::Client, cases::complain)
        .get("/cases/{number}/documents/{document}", Access::Client, documents::download)
        .get("/documents", Access::Client, documents::list)
        .get("/search/own", Access::Client, search::own)
        .get("/views", Access::Client, views::list)
        .get("/profile", Access::SignedIn, profile::show)
        .post("/profile", Access::SignedIn, profile::save)
        .post("/profile/switch", Access::SignedIn, profile::switch)
        .get("/profile/sessions", Access::SignedIn, profile::sessions)
        .post("/profile/sessions/end-others", Access::SignedIn, profile::end_others)
        .post("/profile/sessions/{id}/end", Access::SignedIn, profile::end_session)
        .merge(representing())
}

/// Who acts for a company, for its management.
fn representing() -> Routes {
    Routes::new()
        .get("/representatives", Access::Client, representatives::list)
        .post("/representatives", Access::Client, representatives::add)
        .get("/representatives/{id}", Access::Client, representatives::show)
        .post("/representatives/{id}/services", Access::Client, representatives::assign)
        .post("/representatives/{id}/end", Access::Client, representatives::end)
}

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Files;

/// The templates of the portal with their contexts.
#[must_use]
pub fn templates() -> TemplateSet {
    TemplateSet::new::<Files>("citizen")
        .with::<home::HomePage>()
        .with::<services::ListPage>()
        .with::<services::FeedbackPage>()
        .with::<search::GuidesPage>()
        .with::<search::DirectoryPage>()
        .with::<search::OwnPage>()
        .with::<institutions::InstitutionPage>()
        .with::<services::PlacesPage>()
        .with::<services::CombinePage>()
        .with::<services::ServicePage>()
        .with::<services::share::SharePage>()
        .with::<services::embed::CardPage>()
        .with::<services::VersionsPage>()
        .with::<services::ComparePage>()
        .with::<life::ListPage>()
        .with::<life::LifePage>()
        .with::<life::VersionsPage>()
        .with::<life::CorrectPage>()
        .with::<browse::IndexPage>()
        .with::<browse::ValuesPage>()
        .with::<browse::ListPage>()
        .with::<indicators::IndicatorsPage>()
        .with::<open_data::OpenDataPage>()
        .with::<place::PlacePage>()
        .with::<articles::ListPage>()
        .with::<articles::ArticlePage>()
        .with::<enquiries::AskPage>()
        .with::<enquiries::AnswerPage>()
        .with::<enquiries::KeyPage>()
        .with::<enquiries::MinePage>()
        .with::<services::ApplyPage>()
        .with::<unified::UnifiedListPage>()
        .with::<unified::UnifiedPage>()
        .with::<drafts::ListPage>()
        .with::<drafts::StepPage>()
        .with::<drafts::CheckPage>()
        .with::<cases::ListPage>()
        .with::<cases::CasePage>()
        .with::<cases::SubmittedPage>()
        .with::<cases::WithdrawPage>()
        .with::<documents::ListPage>()
        .with::<views::ListPage>()
        .with::<profile::ProfilePage>()
        .with::<representatives::ListPage>()
        .with::<representatives::RepresentativePage>()
        .with::<profile::SessionsPage>()
        .with::<sign_in::SignInPage>()
}
