//! Every key of the configuration: the one table that loading, documentation and tests read.
use std::fmt::Write as _;

/// What a value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// `HOST:PORT`.
    Address,
    /// `http://…` or `https://…`.
    Url,
    /// The same with nothing but a host and a port: pages are at its root.
    Site,
    /// A file or folder.
    Path,
    /// A whole number within these bounds.
    Number(u64, u64),
    /// `HOST=/PATH`, several with blanks between.
    Hosts,
    /// `true` or `false`.
    Switch,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl Kind {
    /// What would fit, in words.
    pub fn expected(self) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Address => "HOST:PORT, for instance 127.0.0.1:8080".to_owned(),
            Self::Url => "an address that begins with http:// or https://".to_owned(),
            Self::Site => {
                "an address that begins with http:// or https:// and has nothing behind host and port".to_owned()
            }
            Self::Path => "a path".to_owned(),
            Self::Number(least, most) => format!("a whole number from {least} to {most}"),
            Self::Hosts => "HOST=/PATH, with blanks between".to_owned(),
            Self::Switch => "true or false".to_owned(),
            Self::OneOf(words) => format!("one of: {}", words.join(", ")),
        }
    }

    /// Does the text fit?
    pub fn accepts(self, text: &str) -> bool {
        match self {
            Self::Text | Self::Path => !text.is_empty(),
            Self::Address => {
                text.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok())
            }
            Self::Url => after_scheme(text).is_some_and(|rest| !rest.is_empty()),
            Self::Site => after_scheme(text).is_some_and(|rest| is_host(rest.trim_end_matches('/'))),
            Self::Number(least, most) => text.parse::<u64>().is_ok_and(|n| (least..=most).contains(&n)),
            Self::Hosts => text.split_whitespace().all(|one| host_and_path(one).is_some()),
            Self::Switch => matches!(text, "true" | "false"),
            Self::OneOf(words) => words.contains(&text),
        }
    }

    const fn quoted(self) -> bool {
        !matches!(self, Self::Number(..) | Self::Switch)
    }
}

fn after_scheme(text: &str) -> Option<&str> {
    ["http://", "https://"].iter().find_map(|scheme| text.strip_prefix(scheme))
}

/// `HOST` or `HOST:PORT`, in letters that a browser sends.
fn is_host(text: &str) -> bool {
    let (host, port) = match text.rsplit_once(':') {
        // The colons of an address in brackets are its own.
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (text, None),
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || ".-_:[]".contains(c);
    !host.is_empty() && host.chars().all(fits) && port.is_none_or(|port| port.parse::<u16>().is_ok())
}

/// `HOST=/PATH`; a path that begins with two slashes would lead to another host.
pub fn host_and_path(text: &str) -> Option<(&str, &str)> {
    let (host, path) = text.split_once('=')?;
    (!host.is_empty() && path.starts_with('/') && !path.starts_with("//")).then_some((host, path))
}

/// One key.
#[derive(Debug)]
pub struct Key {
    /// `section.key`.
    pub name: &'static str,
    /// What its value must be.
    pub kind: Kind,
    /// Its value when nobody sets it; nothing when it then stays unset.
    pub default: Option<&'static str>,
    /// What it does, with its unit.
    pub text: &'static str,
}

const fn key(name: &'static str, kind: Kind, default: &'static str, text: &'static str) -> Key {
    Key { name, kind, default: Some(default), text }
}

const fn unset(name: &'static str, kind: Kind, text: &'static str) -> Key {
    Key { name, kind, default: None, text }
}

/// Every key there is.
pub const KEYS: &[Key] = &[
    key("server.listen", Kind::Address, "127.0.0.1:8080", "Where the server listens."),
    unset(
        "server.metrics_listen",
        Kind::Address,
        "Where the numbers are given, at /metrics and nothing else there: an address that only the collector reaches, such as 127.0.0.1:9464. When unset, serve gives none; demo gives them at server.listen too.",
    ),
    unset(
        "server.base_url",
        Kind::Site,
        "The address people use, for links and sign-in; from server.listen when unset. With https:// cookies get Secure and the __Host- prefix.",
    ),
    key("server.shutdown_seconds", Kind::Number(0, 600), "20", "How long open requests may finish after SIGTERM."),
    key(
        "server.request_seconds",
        Kind::Number(1, 600),
        "30",
        "After how long a request is given up. A connection on which one is not complete ten seconds later is cut, an unused one after 75 seconds.",
    ),
    key("server.behind_proxy", Kind::Switch, "false", "Whether a proxy in front sets X-Forwarded-For."),
    unset(
        "server.plain_addresses",
        Kind::Hosts,
        "Short addresses and where they lead, with blanks between; {lang} is the language of the browser: e-konts.example.lv=/{lang}/cases dev.example.lv=/openapi.json",
    ),
    unset("server.banner", Kind::Text, "A line above every page: planned work, outages."),
    unset(
        "database.url",
        Kind::Text,
        "postgres://… for PostgreSQL, sqlite://FILE for another file; the embedded database in storage.data_dir when unset.",
    ),
    unset(
        "database.url_file",
        Kind::Path,
        "A file that holds database.url, to keep the password out of the environment.",
    ),
    key(
        "database.connections",
        Kind::Number(1, 500),
        "16",
        "Connections that read, at most; on PostgreSQL as many that write, and six more.",
    ),
    key("database.connect_seconds", Kind::Number(1, 300), "10", "How long to wait for the database at the start."),
    key("storage.data_dir", Kind::Path, "data", "The folder of the embedded database, documents and search index."),
    key("rate_limit.enabled", Kind::Switch, "true", "Whether requests of one address are limited."),
    key(
        "rate_limit.per_second",
        Kind::Number(1, 100_000),
        "20",
        "Requests a second that one address may send; 10000 in demo.",
    ),
    key(
        "rate_limit.burst",
        Kind::Number(1, 100_000),
        "200",
        "Requests that one address may send at once; 100000 in demo.",
    ),
    key(
        "upload.max_bytes",
        Kind::Number(1024, 104_857_600),
        "10485760",
        "Largest file that may be attached to an application, an answer or a decision, in bytes; pages tell it. A form brings up to five, held in memory while they are looked into.",
    ),
    unset("oidc.issuer", Kind::Url, "The OpenID Connect provider; nobody can sign in when unset."),
    unset(
        "oidc.client_id",
        Kind::Text,
        "Our name at the provider, where it is registered with the address to lead back to: server.base_url and /sign-in/callback.",
    ),
    unset("oidc.client_secret_file", Kind::Path, "A file that holds our secret at the provider."),
    key("oidc.scopes", Kind::Text, "profile", "Scopes to ask for besides openid, with blanks between."),
    key(
        "oidc.claim_personal_code",
        Kind::Text,
        "personal_code",
        "The claim that holds the personal code, or a list of them.",
    ),
    key("oidc.claim_given_name", Kind::Text, "given_name", "The claim that holds the given name."),
    key("oidc.claim_family_name", Kind::Text, "family_name", "The claim that holds the family name."),
    key("oidc.claim_birth_date", Kind::Text, "birthdate", "The claim that holds the birth date, as YYYY-MM-DD."),
    key("oidc.claim_email", Kind::Text, "email", "The claim that holds the e-mail address."),
    unset(
        "oidc.acr_substantial",
        Kind::Text,
        "Values of acr that mean assurance level substantial, with blanks between. Who is signed in at a lower level than a service asks for cannot request it here.",
    ),
    unset("oidc.acr_high", Kind::Text, "Values of acr that mean assurance level high, with blanks between."),
    key(
        "oidc.acr_other",
        Kind::OneOf(&["low", "substantial", "high"]),
        "low",
        "Assurance level of a sign-in with any other acr or with none: how sure the provider is of everybody.",
    ),
    unset(
        "registers.persons_url",
        Kind::Url,
        "The person register; forms ask for its fields when unset or unreachable.",
    ),
    key(
        "registers.persons_name",
        Kind::Text,
        "Fizisko personu reģistrs",
        "The name of the person register as people read it beside an answer.",
    ),
    key(
        "open_data.licence",
        Kind::Url,
        "https://creativecommons.org/licenses/by/4.0/",
        "The licence of the open data, as the address of its text.",
    ),
    key("open_data.publisher", Kind::Text, "Durvis", "Who publishes the open data."),
    key("open_data.email", Kind::Text, "dati@example.lv", "Where questions about the open data are answered."),
    unset(
        "translation.url",
        Kind::Url,
        "The machine translation engine; public texts are in Latvian and English only when unset.",
    ),
    unset("translation.key_file", Kind::Path, "A file that holds our key at the engine."),
    key("translation.name", Kind::Text, "Hugo.lv", "The name of the engine as people read it beside a translation."),
    key("translation.languages", Kind::Text, "de ru uk", "Languages to translate into, by tag, with blanks between."),
    key("jobs.enabled", Kind::Switch, "true", "Whether this process also runs readers of the log and timers."),
    key(
        "links.check",
        Kind::OneOf(&["auto", "on", "off"]),
        "auto",
        "Whether the links of descriptions are called once a week, public addresses only; auto: in serve, not in demo.",
    ),
    key(
        "log.filter",
        Kind::Text,
        "info,sqlx=warn,sea_orm_migration=warn,tantivy=warn",
        "What is logged: LEVEL or TARGET=LEVEL, with commas between.",
    ),
    key("log.format", Kind::OneOf(&["text", "json"]), "text", "How a line of the log looks."),
];

/// A TOML file with every key, its meaning and default, ready to be edited.
pub fn explain() -> String {
    let mut text = String::from(
        "# Configuration of durvis. Every key there is, with its default: take the `#` before a key away to set it.\n\
         # A key marked `unset` has no default and stays unset: one that is set needs a value.\n\
         # The environment overrides the file: DURVIS_SECTION__KEY, for instance DURVIS_SERVER__LISTEN.\n",
    );
    let mut section = "";
    for key in KEYS {
        let Some((own, name)) = key.name.split_once('.') else { continue };
        if own != section {
            section = own;
            let _ = write!(text, "\n[{section}]\n");
        }
        let value = match (key.default, key.kind.quoted()) {
            (Some(default), true) => format!("\"{default}\""),
            (Some(default), false) => default.to_owned(),
            (None, _) => "\"\"   # unset".to_owned(),
        };
        let _ = write!(text, "# {} Must be {}.\n#{name} = {value}\n", key.text, key.kind.expected());
    }
    text
}
