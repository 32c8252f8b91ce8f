//! Steps, documents, conditions with outputs, legal acts.

use super::{Reader, Writer};
use crate::{Description, DocumentKind, LegalAct, Output, OutputKind, RequiredDocument, Stage, Step};
use kernel::Channel;

pub(super) fn read_steps(form: &mut Reader<'_>, description: &mut Description) {
    let count = form.typed.items("steps");
    let step = |place: usize| Step {
        stage: form.word(&format!("steps/{place}/stage"), Stage::Request),
        title: form.words(&format!("steps/{place}/title")),
        text: form.words(&format!("steps/{place}/text")),
    };
    description.steps = (0..count).map(step).collect();
}

pub(super) fn write_steps(form: &mut Writer<'_>, description: &Description) {
    for (place, step) in description.steps.iter().enumerate() {
        form.text(&format!("steps/{place}/stage"), step.stage.as_str());
        form.words(&format!("steps/{place}/title"), &step.title);
        form.words(&format!("steps/{place}/text"), &step.text);
    }
}

pub(super) fn read_documents(form: &mut Reader<'_>, description: &mut Description) {
    let count = form.typed.items("documents");
    let document = |place: usize| {
        let at = |part: &str| format!("documents/{place}/{part}");
        RequiredDocument {
            name: form.words(&at("name")),
            kind: form.word(&at("kind"), DocumentKind::Document),
            required: form.typed.get(&at("required")) != "no",
            note: form.words_if_any(&at("note")),
            link: form.link(&at("link")),
            evidence_type: form.text(&at("evidence_type")),
            proves: form.number(&at("proves")),
            channels: form.ticked::<Channel>(&at("channels")),
        }
    };
    description.documents = (0..count).map(document).collect();
}

pub(super) fn write_documents(form: &mut Writer<'_>, description: &Description) {
    for (place, document) in description.documents.iter().enumerate() {
        let at = |part: &str| format!("documents/{place}/{part}");
        form.words(&at("name"), &document.name);
        form.text(&at("kind"), document.kind.as_str());
        form.text(&at("required"), if document.required { "yes" } else { "no" });
        form.words_if_any(&at("note"), document.note.as_ref());
        form.text_if_any(&at("link"), document.link.as_deref());
        form.text_if_any(&at("evidence_type"), document.evidence_type.as_deref());
        form.text_if_any(&at("proves"), document.proves.map(|number| number.to_string()));
        form.ticked(&at("channels"), document.channels.iter().map(|channel| channel.as_str()));
    }
}

pub(super) fn read_conditions(form: &mut Reader<'_>, description: &mut Description) {
    let count = form.typed.items("conditions");
    description.conditions = (0..count).map(|place| form.words(&format!("conditions/{place}"))).collect();
    let count = form.typed.items("outputs");
    let output = |place: usize| Output {
        name: form.words(&format!("outputs/{place}/name")),
        kind: form.word(&format!("outputs/{place}/kind"), OutputKind::Decision),
    };
    description.outputs = (0..count).map(output).collect();
}

pub(super) fn write_conditions(form: &mut Writer<'_>, description: &Description) {
    for (place, condition) in description.conditions.iter().enumerate() {
        form.words(&format!("conditions/{place}"), condition);
    }
    for (place, output) in description.outputs.iter().enumerate() {
        form.words(&format!("outputs/{place}/name"), &output.name);
        form.text(&format!("outputs/{place}/kind"), output.kind.as_str());
    }
}

pub(super) fn read_law(form: &mut Reader<'_>, description: &mut Description) {
    let count = form.typed.items("legal_basis");
    let act = |place: usize| LegalAct {
        title: form.words(&format!("legal_basis/{place}/title")),
        link: form.link(&format!("legal_basis/{place}/link")),
    };
    description.legal_basis = (0..count).map(act).collect();
    description.appeal = form.words("appeal");
}

pub(super) fn write_law(form: &mut Writer<'_>, description: &Description) {
    for (place, act) in description.legal_basis.iter().enumerate() {
        form.words(&format!("legal_basis/{place}/title"), &act.title);
        form.text_if_any(&format!("legal_basis/{place}/link"), act.link.as_deref());
    }
    form.words("appeal", &description.appeal);
}
