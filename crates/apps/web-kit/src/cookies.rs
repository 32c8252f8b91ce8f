//! Cookies: the session and short-lived private values, never readable by scripts.

use std::time::Duration;

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use http::{HeaderMap, HeaderValue};

use crate::Settings;

/// The cookie that carries the session.
pub(crate) const SESSION: &str = "durvis";

/// `__Host-` binds a cookie to this host and to TLS; a demonstration without TLS cannot use it.
fn full_name(secure: bool, name: &str) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of one of our cookies.
#[must_use]
pub fn cookie_value(headers: &HeaderMap, secure: bool, name: &str) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(&full_name(secure, name)).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

fn cookie(settings: &Settings, name: &str, value: &str, age: Option<Duration>) -> HeaderValue {
    let mut cookie = Cookie::new(full_name(settings.secure_cookies, name), value.to_owned());
    cookie.set_path("/");
    cookie.set_http_only(true);
    cookie.set_secure(settings.secure_cookies);
    cookie.set_same_site(SameSite::Lax);
    let mut text = cookie.to_string();
    if let Some(age) = age {
        text.push_str(&format!("; Max-Age={}", age.as_secs()));
    }
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// The `Set-Cookie` header that begins a browser's session; it ends with the browser or on the server.
#[must_use]
pub fn session_cookie(settings: &Settings, token: &str) -> HeaderValue {
    cookie(settings, SESSION, token, None)
}

/// The `Set-Cookie` header that ends a session in the browser.
#[must_use]
pub fn end_cookie(settings: &Settings) -> HeaderValue {
    cookie(settings, SESSION, "", Some(Duration::ZERO))
}

/// A `Set-Cookie` header for a value that must survive a redirect, such as the state of a sign-in; zero `age` removes it.
#[must_use]
pub fn private_cookie(settings: &Settings, name: &str, value: &str, age: Duration) -> HeaderValue {
    cookie(settings, name, value, Some(age))
}
