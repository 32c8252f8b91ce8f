//! Words that are put together at run time.

use cases::{Outcome, Purpose, State};
use catalogue::{ChannelReason, DigitalScope, Flags, OutputKind, Signature, Stage, Weekday};
use kernel::Locale;

#[test]
fn every_state_outcome_purpose_and_act_has_a_word() {
    let catalog = i18n::Catalog::load().unwrap();
    let states = State::ALL.iter().map(|state| format!("state-{}", state.as_str()));
    let outcomes = Outcome::ALL.iter().map(|outcome| format!("outcome-{}", outcome.as_str()));
    let purposes =
        [Purpose::Handle, Purpose::Consult, Purpose::Audit].map(|purpose| format!("purpose-{}", purpose.as_str()));
    let ended = ["yes", "unsent", "check", "kept", "kept-without-files"].map(|word| format!("sign-in-ended-{word}"));
    let done = [
        "draft-saved",
        "draft-discarded",
        "answered",
        "rated",
        "complained",
        "withdrawn",
        "profile-saved",
        "session-ended",
        "sessions-ended",
        "signed-out",
        "correction-sent",
        "place-kept",
        "place-dropped",
        "voted",
        "representative-added",
        "services-assigned",
        "representative-ended",
    ];
    let circles = catalogue::ClientCircle::ALL.iter().map(|circle| format!("service-circle-{}", circle.as_str()));
    let grounds = identity::Ground::ALL.map(|ground| format!("mandate-{}", ground.as_str()));
    let themes = crate::themes::THEMES
        .iter()
        .flat_map(|(division, _)| [format!("theme-{division}"), format!("theme-{division}-hint")]);
    let levels = ["none", "low", "substantial", "high"].map(|level| format!("assurance-{level}"));
    let channels = kernel::Channel::ALL.iter().map(|channel| format!("browse-channel-{channel}"));
    let keys = states
        .chain(outcomes)
        .chain(purposes)
        .chain(done.map(|word| format!("done-{word}")))
        .chain(ended)
        .chain(circles)
        .chain(grounds)
        .chain(levels)
        .chain(themes)
        .chain(channels);
    let missing: Vec<String> = keys.filter(|key| !Locale::ALL.iter().all(|locale| catalog.has(*locale, key))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

// req: CAT-09
#[test]
fn every_word_of_a_description_and_every_function_of_the_state_is_said() {
    let catalog = i18n::Catalog::load().unwrap();
    let stages = ["catalogue-stage", "service-can", "service-provides"]
        .into_iter()
        .flat_map(|key| Stage::ALL.iter().map(move |stage| format!("{key}-{}", stage.as_str())));
    let keys = stages
        .chain(Weekday::ALL.iter().map(|word| format!("service-day-{}", word.as_str())))
        .chain(OutputKind::ALL.iter().map(|word| format!("open-output-{}", word.as_str())))
        .chain(ChannelReason::ALL.iter().map(|word| format!("channel-reason-{}", word.as_str())))
        .chain(Signature::ALL.iter().map(|word| format!("signature-{}", word.as_str())))
        .chain(DigitalScope::ALL.iter().map(|word| format!("digital-{}", word.as_str())))
        .chain(Flags::WORDS.iter().map(|word| format!("catalogue-flag-{word}")))
        .chain(["none", "low", "substantial", "high"].into_iter().map(|word| format!("identification-{word}")))
        .chain(Locale::ALL.iter().map(|locale| format!("catalogue-language-{locale}")))
        .chain(catalogue::cofog_codes().iter().map(|code| service_words::function_key(code)));
    let missing: Vec<String> = keys.filter(|key| !Locale::ALL.iter().all(|locale| catalog.has(*locale, key))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
