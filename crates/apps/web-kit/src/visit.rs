//! What a handler of a page gets: who asks, in which language, and the means to answer.

use axum::extract::{FromRef, FromRequestParts, OriginalUri};
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use http::request::Parts;
use http::{HeaderMap, StatusCode};
use i18n::Args;
use kernel::{Caller, Error, Locale, Result};
use storage::{Read, Write};

use crate::cookies;
use crate::form::{Fields, check_mark};
use crate::owner::{has_mark, refused};
use crate::visitor::Visitor;
use crate::{AppState, Failure, FormErrors, Layout, Template, faces};

/// What a handler answers.
pub type Answer = Result<Response, Failure>;

/// One request for a page.
pub struct Visit {
    state: AppState,
    visitor: Visitor,
    uri: String,
    headers: HeaderMap,
}

impl<S> FromRequestParts<S> for Visit
where
    S: Send + Sync,
    AppState: FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let visitor = parts.extensions.get::<Visitor>().cloned().ok_or_else(|| Error::internal("visitor"))?;
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let uri = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { state: AppState::from_ref(state), visitor, uri, headers: parts.headers.clone() })
    }
}

impl Visit {
    /// Database, templates, settings and further parts.
    #[must_use]
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Who asks.
    #[must_use]
    pub fn visitor(&self) -> &Visitor {
        &self.visitor
    }

    /// Who acts.
    #[must_use]
    pub fn caller(&self) -> &Caller {
        &self.visitor.caller
    }

    /// The language of the page.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.visitor.locale
    }

    /// Path and query as the browser sent them.
    #[must_use]
    pub fn uri(&self) -> &str {
        &self.uri
    }

    /// The same request, whose answer is shown as the page at `path` (without language): for forms that are sent to an
    /// address of their own, so that the link to the other language leads to the page and not to the form's address.
    #[must_use]
    pub fn shown_at(mut self, path: &str) -> Self {
        self.uri = self.url(path);
        self
    }

    /// The value of one of our cookies, by its name without prefix.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        cookies::cookie_value(&self.headers, self.state.settings().secure_cookies, name)
    }

    /// The token of the browser's session; the session itself is in [`Self::visitor`].
    #[must_use]
    pub fn session_token(&self) -> Option<String> {
        self.cookie(cookies::SESSION)
    }

    /// Whether the form came after the session had run out; see [`Access::ClientToKeep`](crate::Access).
    #[must_use]
    pub fn is_late(&self) -> bool {
        self.visitor.was_client().is_some()
    }

    /// The same request by the client to whom the session belonged that has run out, when `fields` carry its mark: to keep
    /// what was typed, and to show nothing. What it answers is [`Self::back_to`].
    ///
    /// # Errors
    /// Unauthenticated when there is no such session; forbidden without the mark.
    pub fn before_the_end(self, fields: &Fields) -> Result<Self> {
        let session = self.visitor.was_client().cloned().ok_or_else(|| Error::unauthenticated("sign-in-needed"))?;
        let visitor = Visitor { caller: session.caller.clone(), session: Some(session), ..self.visitor.clone() };
        check_mark(&visitor, fields)?;
        Ok(Self { visitor, ..self })
    }

    /// For forms that visitors may send too: refuses one that a client had opened while signed in and sends after the session
    /// ran out. It comes back to them, and is not sent as if nobody knew who wrote it.
    ///
    /// # Errors
    /// Unauthenticated, with what was typed.
    pub fn still_in_session(&self, fields: &Fields) -> Result<(), Failure> {
        let late = self.visitor.was_client().is_some_and(|session| has_mark(session, fields));
        let over = || Error::unauthenticated("sign-in-needed");
        if late { Err(refused(over(), &self.visitor, fields, Vec::new(), false)) } else { Ok(()) }
    }

    /// To the page for signing in, which says what was `kept` of what was typed and leads back to the page at `path`.
    ///
    /// # Errors
    /// None; the type is that of all answers.
    pub fn back_to(&self, path: &str, kept: &str) -> Answer {
        let target = faces::sign_in(self.locale(), &self.url(path), Some(kept));
        Ok(Redirect::to(&target).into_response())
    }

    /// The present.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.state.database().clock().now()
    }

    /// Opens a unit of work that reads, as the caller.
    ///
    /// # Errors
    /// Unavailable when the database does not answer.
    pub async fn read(&self) -> Result<Read> {
        self.state.database().read(self.caller()).await
    }

    /// Opens a unit of work that changes something, as the caller. It must be committed.
    ///
    /// # Errors
    /// Unavailable when the database does not answer.
    pub async fn write(&self) -> Result<Write> {
        self.state.database().write(self.caller()).await
    }

    /// The page of `context`.
    ///
    /// # Errors
    /// Internal when the template does not fit its context.
    pub fn render<T: Template>(&self, context: &T) -> Answer {
        self.render_with(StatusCode::OK, context)
    }

    /// The page of `context` again, with what was typed and what is wrong (422).
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_invalid<T: Template>(&self, context: &T) -> Answer {
        self.render_with(StatusCode::UNPROCESSABLE_ENTITY, context)
    }

    /// The page of `context` with another status.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn render_with<T: Template>(&self, status: StatusCode, context: &T) -> Answer {
        let layout = Layout::new(&self.state, &self.visitor, &self.uri);
        let html = self.state.templates().render(&layout, context)?;
        Ok((status, Html(html)).into_response())
    }

    /// To another page of the same language (303): after every change, so that a reload changes nothing.
    ///
    /// # Errors
    /// None; the type is that of all answers.
    pub fn redirect(&self, path: &str) -> Answer {
        Ok(Redirect::to(&self.url(path)).into_response())
    }

    /// The address of a page in the language of this one.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        // The home page of a language has no slash at its end.
        let home = path == "/" || path.starts_with("/?");
        format!("/{}{}", self.locale(), if home { path.trim_start_matches('/') } else { path })
    }

    /// The text `key` in the language of the page.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.state.templates().text(self.locale(), key, &Args::new())
    }

    /// The text `key` with values.
    #[must_use]
    pub fn text_with(&self, key: &str, values: &Args<'_>) -> String {
        self.state.templates().text(self.locale(), key, values)
    }

    /// What is wrong with a form, if `error` is something that the person can correct in it.
    ///
    /// # Errors
    /// `error` itself if it is of another kind.
    pub fn form_errors(&self, error: Error) -> Result<FormErrors> {
        FormErrors::of(self.state.templates().catalog(), self.locale(), error)
    }
}

/// `path` if it leads to a page of this program: for going back after signing in.
#[must_use]
pub fn safe_return(path: &str) -> Option<&str> {
    let plain = !path.contains(|sign: char| sign == '\\' || sign.is_control());
    (path.starts_with('/') && !path.starts_with("//") && plain).then_some(path)
}
