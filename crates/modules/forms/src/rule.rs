//! When a field or a step is shown: rules as in the UI schema of JSON Forms.

use crate::model::Answers;
use crate::pointer;
use jsonschema::Validator;
use kernel::{Error, Result};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// A rule: shown, or hidden, when a condition holds.
#[derive(Debug, Clone)]
pub struct Rule {
    hide: bool,
    condition: Condition,
}

#[derive(Debug, Clone)]
enum Condition {
    Leaf { name: String, validator: Arc<Validator> },
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// A rule as written in a definition.
#[derive(Debug, Deserialize)]
pub(crate) struct RuleSource {
    effect: String,
    condition: ConditionSource,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum ConditionSource {
    Leaf { scope: String, schema: Value },
    Composed { r#type: String, conditions: Vec<ConditionSource> },
}

impl RuleSource {
    /// Compiles the rule.
    ///
    /// # Errors
    /// Internal `form-definition` for an effect or a condition that this engine does not know.
    pub(crate) fn compile(self) -> Result<Rule> {
        let hide = match self.effect.as_str() {
            "SHOW" => false,
            "HIDE" => true,
            other => return Err(unusable(format!("rule effect {other}"))),
        };
        Ok(Rule { hide, condition: self.condition.compile()? })
    }
}

impl ConditionSource {
    fn compile(self) -> Result<Condition> {
        match self {
            Self::Leaf { scope, schema } => {
                let name = pointer::name_of_scope(&scope)?;
                let validator = jsonschema::options()
                    .with_draft(jsonschema::Draft::Draft202012)
                    .build(&schema)
                    .map_err(|error| unusable(error.to_string()))?;
                Ok(Condition::Leaf { name, validator: Arc::new(validator) })
            }
            Self::Composed { r#type, conditions } => {
                let parts = conditions.into_iter().map(Self::compile).collect::<Result<Vec<_>>>()?;
                match r#type.as_str() {
                    "AND" => Ok(Condition::All(parts)),
                    "OR" => Ok(Condition::Any(parts)),
                    other => Err(unusable(format!("condition type {other}"))),
                }
            }
        }
    }
}

impl Rule {
    /// Whether the thing is shown with these answers. A question without an answer meets no condition.
    pub(crate) fn shows(&self, answers: &Answers) -> bool {
        self.condition.holds(answers) != self.hide
    }

    /// The names of the fields that the rule looks at.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.condition.names()
    }
}

impl Condition {
    fn holds(&self, answers: &Answers) -> bool {
        match self {
            Self::Leaf { name, validator, .. } => {
                pointer::get(answers, name).is_some_and(|value| validator.is_valid(value))
            }
            Self::All(parts) => parts.iter().all(|part| part.holds(answers)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answers)),
        }
    }

    fn names(&self) -> Vec<&str> {
        match self {
            Self::Leaf { name, .. } => vec![name],
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::names).collect(),
        }
    }
}

pub(crate) fn unusable(reason: impl Into<String>) -> Error {
    Error::internal("form-definition").source(reason.into())
}
