//! Identification, signature, digital mode, marks; links and keywords.

use super::{Reader, Writer, values};
use crate::{Description, DigitalMode, DigitalScope, Flags, Keywords, Signature};
use kernel::Assurance;

const LEVELS: [(&str, Assurance); 4] = [
    ("none", Assurance::None),
    ("low", Assurance::Low),
    ("substantial", Assurance::Substantial),
    ("high", Assurance::High),
];

pub(super) fn read(form: &mut Reader<'_>, description: &mut Description) {
    let level = form.typed.get("identification").to_owned();
    match LEVELS.into_iter().find(|(word, _)| *word == level) {
        Some((_, assurance)) => description.identification = assurance,
        None if level.is_empty() => description.identification = Assurance::None,
        None => form.refuse("identification", "edit-choice"),
    }
    description.signature = form.word("signature", Signature::NotNeeded);
    description.digital = mode(form);
    let marks: Vec<&str> = form.typed.all("flags").collect();
    description.flags = Flags {
        e_assistant: marks.contains(&"e_assistant"),
        authorised: marks.contains(&"authorised"),
        proactive: marks.contains(&"proactive"),
        sdg: marks.contains(&"sdg"),
        minimum_basket: marks.contains(&"minimum_basket"),
        internal: marks.contains(&"internal"),
        joint: marks.contains(&"joint"),
    };
}

fn mode(form: &mut Reader<'_>) -> Option<DigitalMode> {
    if form.typed.get("digital").trim().is_empty() {
        return None;
    }
    let mode = form.word("digital", DigitalScope::PrimarilyDigital);
    Some(DigitalMode { mode, since: form.day("digital/since"), support: form.words("digital/support") })
}

pub(super) fn write(form: &mut Writer<'_>, description: &Description) {
    let level = LEVELS.into_iter().find(|(_, assurance)| *assurance == description.identification);
    form.text("identification", level.map(|(word, _)| word).unwrap_or_default());
    form.text("signature", description.signature.as_str());
    let digital = description.digital.as_ref();
    form.text("digital", digital.map(|digital| digital.mode.as_str()).unwrap_or_default());
    form.text_if_any("digital/since", digital.and_then(|digital| digital.since).map(values::shown_day));
    form.words_if_any("digital/support", digital.map(|digital| &digital.support));
    form.ticked("flags", description.flags.words());
}

pub(super) fn read_links(form: &mut Reader<'_>, description: &mut Description) {
    let codes = form.codes("related");
    if codes.iter().any(|code| !form.known.services.contains(code)) {
        form.refuse("related", "edit-service-unknown");
    }
    description.related = codes.into_iter().filter(|code| form.known.services.contains(code)).collect();
    description.life_events = form.typed.all("life_events").map(str::to_owned).collect();
    description.keywords = Keywords { lv: form.lines("keywords/lv"), en: form.lines("keywords/en") };
}

pub(super) fn write_links(form: &mut Writer<'_>, description: &Description) {
    form.ticked("related", description.related.iter().map(String::as_str));
    form.ticked("life_events", description.life_events.iter().map(String::as_str));
    form.text("keywords/lv", description.keywords.lv.join("\n"));
    form.text("keywords/en", description.keywords.en.join("\n"));
}
