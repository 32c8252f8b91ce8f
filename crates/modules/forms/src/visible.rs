//! Which steps and fields a person sees with the answers given so far.

use crate::model::{Answers, Definition, Field, Step};
use crate::pointer;

/// A step that is shown, with the fields that are shown.
#[derive(Debug, Clone)]
pub struct VisibleStep<'a> {
    /// The step.
    pub step: &'a Step,
    /// Its visible fields, in order.
    pub fields: Vec<&'a Field>,
}

impl Definition {
    /// The steps and fields shown with these answers, in order. A step whose every field is hidden is left out.
    #[must_use]
    pub fn steps(&self, answers: &Answers) -> Vec<VisibleStep<'_>> {
        self.visible(&self.relevant(answers))
    }

    /// The answers without those to questions that are not shown: what was typed before an earlier answer changed is
    /// kept in the draft, but it is not part of the application.
    #[must_use]
    pub fn relevant(&self, answers: &Answers) -> Answers {
        let mut kept = answers.clone();
        // A hidden answer may have been what showed another one: repeat until nothing changes.
        for _ in self.fields() {
            let shown: Vec<&str> = self.visible(&kept).iter().flat_map(|step| step_names(step)).collect();
            let hidden = self.fields().map(|field| field.name.as_str()).filter(|name| !shown.contains(name));
            let gone: Vec<&str> = hidden.filter(|name| pointer::get(&kept, name).is_some()).collect();
            if gone.is_empty() {
                break;
            }
            gone.into_iter().for_each(|name| pointer::remove(&mut kept, name));
        }
        kept
    }

    fn visible(&self, answers: &Answers) -> Vec<VisibleStep<'_>> {
        let shown = |rule: &Option<crate::rule::Rule>| rule.as_ref().is_none_or(|rule| rule.shows(answers));
        let steps = self.steps.iter().filter(|step| shown(&step.rule));
        let steps = steps
            .map(|step| VisibleStep { step, fields: step.fields.iter().filter(|field| shown(&field.rule)).collect() });
        steps.filter(|step| !step.fields.is_empty()).collect()
    }
}

fn step_names<'a>(step: &VisibleStep<'a>) -> Vec<&'a str> {
    step.fields.iter().map(|field| field.name.as_str()).collect()
}
