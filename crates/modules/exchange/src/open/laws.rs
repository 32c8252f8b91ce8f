//! The rules that a service follows: its legal acts, its steps in order, how far it is digital, and how to contest
//! (CAT-07, CAT-08, CAT-26).

use super::organisations::web_address;
use super::periods;
use super::service::Mapping;
use catalogue::{DigitalMode, LegalAct, Step};
use kernel::LangText;

/// Every legal act with the rule that implements it; each step of the way; the digital mode; contesting and appealing.
pub(super) fn rules(map: &mut Mapping<'_>) {
    let text = map.text();
    for (place, act) in text.legal_basis.iter().enumerate() {
        law(map, act, place + 1);
    }
    for (place, one) in text.steps.iter().enumerate() {
        step(map, one, place + 1);
    }
    if let Some(mode) = &text.digital {
        digital(map, mode);
    }
    if text.appeal.languages().next().is_some() {
        rule(map, "appeal", "open-rule-appeal", &text.appeal);
    }
    if text.audience.languages().next().is_some() {
        rule(map, "audience", "open-rule-audience", &text.audience);
    }
}

fn law(map: &mut Mapping<'_>, act: &LegalAct, number: usize) {
    if act.title.languages().next().is_none() {
        return;
    }
    let resource = act.link.as_deref().and_then(web_address).unwrap_or_else(|| map.part(&format!("law-{number}")));
    if map.graph.first(&resource) {
        map.graph.a(&resource, &["eli:LegalResource"]);
        map.graph.texts(&resource, "dct:title", &act.title);
    }
    let name = format!("rule-{number}");
    let node = map.part(&name);
    map.begin(&node, &["cpsv:Rule"], &name);
    map.graph.texts(&node, "dct:title", &act.title);
    let basis = map.open.word("open-rule-law").unwrap_or_else(|| act.title.clone());
    map.graph.texts(&node, "dct:description", &basis);
    map.graph.link(&node, "cpsv:implements", &resource);
    map.link("cpsv:follows", &node);
    map.link("cv:hasLegalResource", &resource);
}

fn rule(map: &mut Mapping<'_>, name: &str, key: &str, words: &LangText) {
    let node = map.part(&format!("rule-{name}"));
    map.begin(&node, &["cpsv:Rule"], &format!("rule-{name}"));
    let title = map.open.word(key).unwrap_or_else(|| LangText::new("", name));
    map.graph.texts(&node, "dct:title", &title);
    map.graph.texts(&node, "dct:description", words);
    map.link("cpsv:follows", &node);
}

/// One step of the way, with its place and the stage it belongs to.
fn step(map: &mut Mapping<'_>, step: &Step, number: usize) {
    // A rule has a title and a description; a step that has only one of them says it as both.
    let said = |words: &LangText| words.languages().next().is_some();
    let (title, text) = match (said(&step.title), said(&step.text)) {
        (true, true) => (&step.title, &step.text),
        (true, false) => (&step.title, &step.title),
        (false, true) => (&step.text, &step.text),
        (false, false) => return,
    };
    let stage = map.word("stage", step.stage.as_str());
    let name = format!("step-{number}");
    let node = map.part(&name);
    map.begin(&node, &["cpsv:Rule"], &name);
    map.graph.texts(&node, "dct:title", title);
    map.graph.texts(&node, "dct:description", text);
    map.graph.link(&node, "dct:type", &stage);
    map.graph.typed(&node, "schema:position", &number.to_string(), "xsd:integer");
    map.link("cpsv:follows", &node);
}

/// How far the service is digital since when, and the help for those who cannot.
fn digital(map: &mut Mapping<'_>, digital: &DigitalMode) {
    let mode = digital.mode.as_str();
    let concept = map.word("digital", mode);
    let supported = digital.support.languages().next().is_some();
    let words = if supported { Some(digital.support.clone()) } else { map.open.word(&format!("digital-{mode}")) };
    rule(map, "digital", "open-rule-digital", &words.unwrap_or_else(|| LangText::new("", mode)));
    let node = map.part("rule-digital");
    map.graph.link(&node, "dct:type", &concept);
    periods::period(map, &node, "digital", digital.since, None);
}
