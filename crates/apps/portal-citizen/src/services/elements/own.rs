//! What a holder says besides a template: its own conditions, documents and so on, and everything that a template leaves
//! to it (UNI-03, UNI-07).

use catalogue::{Description, TemplateText};
use kernel::LangText;

use super::{Elements, Teller, documents};
use crate::names::Names;

impl Elements {
    /// What `text` says and `common` does not. Steps are told whole where they are not the recommended ones.
    pub(crate) fn besides(
        teller: Teller<'_>,
        names: &Names,
        text: &Description,
        common: &TemplateText,
        online: bool,
    ) -> Self {
        let mut own = text.clone();
        own.conditions.retain(|one| !common.conditions.contains(one));
        own.documents.retain(|one| !common.documents.contains(one));
        own.legal_basis.retain(|one| !common.legal_basis.contains(one));
        if own.steps == common.steps {
            own.steps.clear();
        }
        for (mine, theirs) in [(&mut own.audience, &common.audience), (&mut own.appeal, &common.appeal)] {
            if *mine == *theirs {
                *mine = LangText::default();
            }
        }
        // A document may prove a condition of the template: conditions are counted in the whole description.
        let documents = documents(teller, &own.documents, &text.conditions);
        Self { documents, ..Self::of(teller, names, &own, online) }
    }
}
