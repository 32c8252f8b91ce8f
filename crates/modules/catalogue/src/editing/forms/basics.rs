//! Name, summary, clients, function of the state, territory.

use super::{Reader, Writer, values};
use crate::{ClientCircle, Description, Territory};
use chrono::NaiveDate;

/// The reason why a last day is refused.
pub(crate) const LAST_DAY_PAST: &str = "edit-last-day-past";

pub(super) fn read(form: &mut Reader<'_>, description: &mut Description) {
    description.name = form.words("name");
    description.summary = form.words("summary");
    description.audience = form.words("audience");
    description.client_circle = form.word("client_circle", ClientCircle::Any);
    description.cofog = form.text("cofog").unwrap_or_default();
    description.territory = territory(form);
    description.minutes_to_fill = form.number("minutes_to_fill");
    description.valid_from = form.day("valid_from");
    let before = description.valid_to;
    description.valid_to = form.day("valid_to");
    if form.known.today.is_some_and(|today| closes_at_once(description.valid_to, before, today)) {
        form.refuse("valid_to", LAST_DAY_PAST);
    }
    description.notice = form.words_if_any("notice");
}

/// Whether a last day is new and over: with it the service would be closed as soon as the text is published. Who means that
/// closes it. A day that the text in force says already closed it then.
pub(crate) fn closes_at_once(last: Option<NaiveDate>, before: Option<NaiveDate>, today: NaiveDate) -> bool {
    last != before && last.is_some_and(|last| last < today)
}

fn territory(form: &mut Reader<'_>) -> Territory {
    match form.typed.get("territory") {
        "municipalities" => {
            let codes: Vec<String> = form.typed.all("territory/codes").map(|code| code.trim().to_owned()).collect();
            let good = |code: &&String| code.len() == 7 && code.bytes().all(|byte| byte.is_ascii_digit());
            if codes.iter().any(|code| !good(&code)) {
                form.refuse("territory/codes", "edit-choice");
            }
            Territory::Municipalities(codes.iter().filter(good).cloned().collect())
        }
        "" | "whole_country" => Territory::WholeCountry,
        _ => {
            form.refuse("territory", "edit-choice");
            Territory::WholeCountry
        }
    }
}

pub(super) fn write(form: &mut Writer<'_>, description: &Description) {
    form.words("name", &description.name);
    form.words("summary", &description.summary);
    form.words("audience", &description.audience);
    form.text("client_circle", description.client_circle.as_str());
    form.text("cofog", &description.cofog);
    match &description.territory {
        Territory::WholeCountry => form.text("territory", "whole_country"),
        Territory::Municipalities(codes) => {
            form.text("territory", "municipalities");
            form.ticked("territory/codes", codes.iter().map(String::as_str));
        }
    }
    form.text_if_any("minutes_to_fill", description.minutes_to_fill.map(|minutes| minutes.to_string()));
    form.text_if_any("valid_from", description.valid_from.map(values::shown_day));
    form.text_if_any("valid_to", description.valid_to.map(values::shown_day));
    form.words_if_any("notice", description.notice.as_ref());
}
