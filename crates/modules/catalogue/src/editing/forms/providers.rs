//! Who provides which stage, and how to reach them.

use super::{Reader, Writer};
use crate::{Contact, Description, ProviderStage, Stage};
use kernel::{is_email, is_published_phone};

/// Providers are named by the code of the institution. Lines whose institution is not known are told and left out.
pub(super) fn read(form: &mut Reader<'_>, description: &mut Description) {
    let mut providers = Vec::new();
    for place in 0..form.typed.items("providers") {
        let at = |part: &str| format!("providers/{place}/{part}");
        let stage = form.word(&at("stage"), Stage::Request);
        let contact = contact(form, &at("contact"));
        let code = form.text(&at("institution")).unwrap_or_default();
        match form.known.institutions.get(&code.to_uppercase()) {
            Some(institution) => providers.push(ProviderStage { stage, institution: *institution, contact }),
            None => form.refuse(at("institution"), "edit-institution"),
        }
    }
    description.providers = providers;
}

fn contact(form: &mut Reader<'_>, name: &str) -> Contact {
    let checked = |good: fn(&str) -> bool| move |text: &str| good(text).then(|| text.to_owned());
    Contact {
        phone: form.value(&format!("{name}/phone"), "edit-phone", checked(is_published_phone)),
        email: form.value(&format!("{name}/email"), "edit-email", checked(is_email)),
        address: form.text(&format!("{name}/address")),
        website: form.link(&format!("{name}/website")),
    }
}

pub(super) fn write(form: &mut Writer<'_>, description: &Description) {
    for (place, provider) in description.providers.iter().enumerate() {
        let at = |part: &str| format!("providers/{place}/{part}");
        form.text(&at("stage"), provider.stage.as_str());
        let code = form.known.code_of(provider.institution);
        form.text(&at("institution"), code);
        form.text_if_any(&at("contact/phone"), provider.contact.phone.as_deref());
        form.text_if_any(&at("contact/email"), provider.contact.email.as_deref());
        form.text_if_any(&at("contact/address"), provider.contact.address.as_deref());
        form.text_if_any(&at("contact/website"), provider.contact.website.as_deref());
    }
}
