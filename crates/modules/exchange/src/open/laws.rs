//! The rules that a service follows: its legal acts, its steps, and how to contest (CAT-07, CAT-08).

use super::organisations::web_address;
use super::service::Mapping;
use catalogue::{LegalAct, Step};
use kernel::LangText;

/// Every legal act with the rule that implements it; the way through the service; contesting and appealing.
pub(super) fn rules(map: &mut Mapping<'_>) {
    let text = map.text();
    for (place, act) in text.legal_basis.iter().enumerate() {
        law(map, act, place + 1);
    }
    if !text.steps.is_empty() {
        rule(map, "procedure", "open-rule-procedure", &steps(&text.steps));
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

/// The steps one after the other, in every language that all of them have.
fn steps(steps: &[Step]) -> LangText {
    let mut words = LangText::default();
    let tags = steps.first().into_iter().flat_map(|step| step.title.languages()).map(|(tag, _)| tag.to_owned());
    for tag in tags {
        let line = |(place, step): (usize, &Step)| {
            let (title, text) = (step.title.in_language(&tag)?, step.text.in_language(&tag).unwrap_or_default());
            Some(format!("{}. {title}. {text}", place + 1).trim_end().to_owned())
        };
        let lines: Option<Vec<String>> = steps.iter().enumerate().map(line).collect();
        let Some(lines) = lines else { continue };
        match tag.as_str() {
            "lv" => words.lv = lines.join("\n"),
            "en" => words.en = lines.join("\n"),
            _ => drop(words.other.insert(tag, lines.join("\n"))),
        }
    }
    words
}
