//! The shape of errors in the description of the interface. Problems are made in one place for all doors, in `web-kit`;
//! here they are only described.

use serde_json::{Map, Value, json};

const MEDIA: &str = "application/problem+json";

/// Names the shape for every refusal that has no shape of its own. The door for tokens answers as RFC 6749 says.
pub fn describe(document: &mut Value) {
    document["components"]["schemas"]["Problem"] = schema();
    let paths = document["paths"].as_object_mut().into_iter().flatten();
    let methods =
        paths.filter(|(path, _)| !path.starts_with("/oauth/")).filter_map(|(_, methods)| methods.as_object_mut());
    for operation in methods.flat_map(Map::values_mut) {
        add_common(operation);
        for (status, response) in operation["responses"].as_object_mut().into_iter().flatten() {
            if status.starts_with(['4', '5']) && response.get("content").is_none() {
                response["content"] = json!({ MEDIA: { "schema": { "$ref": "#/components/schemas/Problem" } } });
            }
        }
    }
}

/// Adds what every operation of its kind may answer besides what it says itself.
fn add_common(operation: &mut Value) {
    let mut common = Vec::new();
    if operation["security"].as_array().is_some_and(|ways| !ways.is_empty()) {
        common.push(("401", "No token, or one that is not valid any more"));
        common.push(("403", "The role of the person, or the scope of the system's token, does not allow it"));
    }
    if operation.get("requestBody").is_some() {
        common.push(("413", "The body is too large"));
        common.push(("415", "The body is of another type"));
    }
    let mut parameters = operation["parameters"].as_array().into_iter().flatten();
    if parameters.any(|parameter| parameter["in"] == "query") {
        common.push(("422", "A parameter of the address cannot be read"));
    }
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    for (status, description) in common {
        responses.entry(status).or_insert_with(|| json!({ "description": description }));
    }
    responses.sort_keys();
}

fn schema() -> Value {
    let text = |description: &str| json!({ "type": "string", "description": description });
    let field = json!({
        "type": "object",
        "required": ["pointer", "key", "detail"],
        "properties": {
            "pointer": text("Which field, as a JSON pointer"),
            "key": text("What is wrong with it, as a word that does not change"),
            "detail": text("The same in the language asked for"),
        },
    });
    json!({
        "type": "object",
        "description": "An error (RFC 9457)",
        "required": ["type", "title", "status", "detail", "key"],
        "properties": {
            "type": text("`/problems/` and the key"),
            "title": text("The kind of error in a few words"),
            "status": { "type": "integer", "description": "The status of the answer" },
            "detail": text("What happened, in the language asked for"),
            "next": text("What to do about it, where more can be said than the status says"),
            "key": text("What happened, as a word that does not change"),
            "errors": { "type": "array", "items": field, "description": "What is wrong with single fields" },
            "incident": text("Number under which our log has it, for defects of ours"),
        },
    })
}
