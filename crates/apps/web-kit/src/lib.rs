#![doc = include_str!("../README.md")]

mod access;
mod app;
mod aside;
mod assets;
mod cookies;
mod download;
mod faces;
mod form;
mod form_errors;
mod headers;
mod layout;
mod multipart;
mod numbers;
mod owner;
mod pages;
mod rate_limit;
mod request_id;
mod routes;
mod samples;
mod settings;
mod size;
mod state;
mod templates;
mod typed;
mod visit;
mod visitor;
mod zero;

pub use access::Access;
pub use app::app;
pub use aside::aside;
pub use cookies::{cookie_value, end_cookie, private_cookie, session_cookie};
pub use download::{attachment, csv_attachment, percent};
pub use faces::{Failure, problem, problem_body, problem_pages, problem_with};
pub use form::{Fields, Form};
pub use form_errors::{FormError, FormErrors};
pub use layout::Layout;
pub use multipart::{Upload, UploadedFile};
pub use routes::{RouteKind, RouteRow, Routes};
pub use samples::{RenderedSample, SampleSession, check_samples, defects_of};
pub use settings::{RateLimit, Settings};
pub use size::size;
pub use state::AppState;
pub use templates::{Template, TemplateSet, Templates};
pub use visit::{Answer, Visit, safe_return};
pub use visitor::{Ends, Visitor};

/// The templates of the kit itself: frame, error pages, macros. Every program passes them to [`Templates::new`] first.
#[must_use]
pub fn templates() -> TemplateSet {
    templates::kit()
}

#[cfg(test)]
mod tests;
