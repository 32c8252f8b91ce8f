//! Names of institutions and services for lists, and values in words.

use std::collections::BTreeMap;

use catalogue::{ChannelOffer, Deadline, Fee, Way};
use i18n::Args;
use kernel::{Error, ErrorKind, InstitutionId, Locale, Money, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{FormErrors, Visit};

/// Names of institutions by id.
pub(crate) struct Names(BTreeMap<InstitutionId, kernel::LangText>, Locale);

impl Names {
    /// The names of `ids` in one query.
    pub(crate) async fn of(tx: &Read, visit: &Visit, ids: impl IntoIterator<Item = InstitutionId>) -> Result<Self> {
        let mut ids: Vec<InstitutionId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        Ok(Self(institutions::names_of(tx, &ids).await?, visit.locale()))
    }

    /// The name, or a dash for an institution that is no longer there.
    pub(crate) fn get(&self, id: InstitutionId) -> String {
        self.0.get(&id).map_or("–", |name| name.get(self.1)).to_owned()
    }
}

/// Names of services by code, in the language of the page; closed ones too.
pub(crate) async fn service_names(
    tx: &Read,
    visit: &Visit,
    codes: impl IntoIterator<Item = String>,
) -> Result<BTreeMap<String, String>> {
    let mut codes: Vec<String> = codes.into_iter().collect();
    codes.sort_unstable();
    codes.dedup();
    let found = catalogue::services_by_codes(tx, &codes).await?;
    Ok(found.into_iter().map(|item| (item.code, item.name.get(visit.locale()).to_owned())).collect())
}

/// The language of `text` on a page in `locale`, where it is not the page's own: the text exists in one language only.
pub(crate) fn foreign(text: &kernel::LangText, locale: Locale) -> Option<&'static str> {
    match locale {
        Locale::Lv if text.lv.is_empty() && !text.en.is_empty() => Some("en"),
        Locale::En if text.en.is_empty() && !text.lv.is_empty() => Some("lv"),
        Locale::Lv | Locale::En => None,
    }
}

/// A fee in words.
pub(crate) fn fee(visit: &Visit, fee: Fee) -> String {
    match fee {
        Fee::Amount(amount) if !amount.is_free() => i18n::money(visit.locale(), amount.as_cents()),
        Fee::Free | Fee::Amount(_) => visit.text("service-fee-free"),
        Fee::Stated => visit.text("service-fee-stated"),
    }
}

/// What a channel costs, in short: the fee, or from how much on where there are several payments.
pub(crate) fn channel_fee(visit: &Visit, offer: &ChannelOffer) -> String {
    let added: Vec<bool> = offer.tiers.iter().map(|tier| tier.added).collect();
    cost(visit, offer.fee, &added, offer.fee_span())
}

/// The same of a request in one channel with the receipt in another.
pub(crate) fn way_fee(visit: &Visit, way: &Way<'_>) -> String {
    let added: Vec<bool> = way.tiers().iter().map(|tier| tier.added).collect();
    cost(visit, way.fee(), &added, way.fee_span())
}

/// An ordinary fee; with other payments the least of them all. `added` says of each of these whether it comes on top.
fn cost(visit: &Visit, ordinary: Fee, added: &[bool], span: Option<(i64, i64)>) -> String {
    if added.is_empty() {
        return fee(visit, ordinary);
    }
    let lowest = |cents: i64| fee(visit, Fee::Amount(Money::cents(cents)));
    match span {
        None => visit.text("service-fee-by-case"),
        Some((low, high)) if low == high && !added.contains(&true) => lowest(low),
        Some((0, _)) => visit.text("service-fee-free-or-not"),
        Some((low, _)) => text_of(visit, "service-fee-from", "amount", lowest(low)),
    }
}

/// A deadline in words.
pub(crate) fn deadline(visit: &Visit, deadline: Deadline) -> String {
    let mut values = Args::new();
    let (key, name, count) = match deadline {
        Deadline::WorkingDays(days) => ("deadline-working-days", "days", days),
        Deadline::Months(months) => ("deadline-months", "months", months),
    };
    values.set(name, i64::from(count));
    visit.text_with(key, &values)
}

/// The fee of several channels, or from which to which: what [`catalogue::fees_of`] found.
pub(crate) fn fees_between(visit: &Visit, span: Option<(i64, i64)>) -> String {
    let words = |cents: i64| fee(visit, Fee::Amount(Money::cents(cents)));
    match span {
        None => fee(visit, Fee::Stated),
        Some((low, high)) if low == high => words(low),
        Some((low, high)) => between(visit, words(low), words(high)),
    }
}

/// The term of several channels, or from which to which: what [`catalogue::deadlines_of`] found.
pub(crate) fn deadlines_between(visit: &Visit, span: Option<(Deadline, Deadline)>) -> String {
    match span {
        None => deadline(visit, catalogue::LEGAL_DEADLINE),
        Some((short, long)) if short == long => deadline(visit, short),
        Some((short, long)) => between(visit, deadline(visit, short), deadline(visit, long)),
    }
}

fn between(visit: &Visit, from: String, to: String) -> String {
    let mut values = Args::new();
    values.set("from", from);
    values.set("to", to);
    visit.text_with("unified-between", &values)
}

/// What a form says about an error: also that too much was sent, because what was typed must stay in the form.
///
/// # Errors
/// `error` itself where the form cannot help.
pub(crate) fn form_errors(visit: &Visit, error: Error) -> Result<FormErrors> {
    let error = if error.kind() == ErrorKind::RateLimited { Error::invalid(error.key()) } else { error };
    visit.form_errors(error)
}

/// A text with one named value.
pub(crate) fn text_of(visit: &Visit, key: &str, name: &'static str, value: impl Into<String>) -> String {
    let mut values = Args::new();
    values.set(name, value.into());
    visit.text_with(key, &values)
}

/// The size of a file in words.
pub(crate) fn size(visit: &Visit, bytes: u64) -> String {
    web_kit::size(visit.state().templates().catalog(), visit.locale(), bytes)
}

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Link {
    pub(crate) href: String,
    pub(crate) name: String,
}

/// A link whose name may be in another language than the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NamedLink {
    pub(crate) href: String,
    pub(crate) name: String,
    /// The language of the name, where it is not that of the page.
    pub(crate) lang: Option<&'static str>,
}

impl NamedLink {
    /// A link with this name on a page in `locale`.
    pub(crate) fn new(locale: Locale, href: String, name: &kernel::LangText) -> Self {
        Self { href, name: name.get(locale).to_owned(), lang: foreign(name, locale) }
    }
}

/// The address that calls a telephone, however its number is written.
pub(crate) fn tel(phone: &str) -> String {
    let digits: String = phone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    format!("tel:{digits}")
}

/// A case as others refer to it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CaseLink {
    pub(crate) href: String,
    pub(crate) number: String,
}

impl CaseLink {
    pub(crate) fn new(visit: &Visit, number: &::cases::CaseNumber) -> Self {
        Self { href: visit.url(&format!("/cases/{}", number.slug())), number: number.to_string() }
    }
}

/// The page after this one, as an address.
pub(crate) fn next_url(visit: &Visit, path: &str, query: &str, next: Option<&kernel::Cursor>) -> Option<String> {
    next.map(|cursor| visit.url(&format!("{path}?{query}after={}", cursor.as_str())))
}

/// The page asked for by `?after=`, 20 items long.
pub(crate) fn page_request(after: Option<&str>) -> Result<kernel::PageRequest> {
    let after = after.filter(|text| !text.is_empty()).map(kernel::Cursor::parse).transpose()?;
    Ok(kernel::PageRequest::new(20, after))
}

/// `?after=`
#[derive(Debug, serde::Deserialize)]
pub(crate) struct After {
    pub(crate) after: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::{NamedLink, tel};
    use kernel::{LangText, Locale};

    #[test]
    fn a_name_that_is_in_one_language_only_says_which() {
        let lang = |locale, lv: &str, en: &str| NamedLink::new(locale, "/x".to_owned(), &LangText::new(lv, en)).lang;
        assert_eq!((lang(Locale::Lv, "Dome", "Council"), lang(Locale::En, "Dome", "Council")), (None, None));
        assert_eq!((lang(Locale::Lv, "", "Council"), lang(Locale::En, "Dome", "")), (Some("en"), Some("lv")));
        assert_eq!(NamedLink::new(Locale::En, "/x".to_owned(), &LangText::new("Dome", "")).name, "Dome");
    }

    #[test]
    fn a_telephone_is_called_by_its_digits() {
        assert_eq!(tel("+371 6450-7020"), "tel:+37164507020");
    }
}
