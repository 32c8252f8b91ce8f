//! The shape of errors in the description of the interface. Problems are made in one place for all doors, in `web-kit`;
//! here they are only described.

use serde_json::{Map, Value, json};

const MEDIA: &str = "application/problem+json";

/// Names the shape for every refusal that has no shape of its own. The door for tokens answers as RFC 6749 says.
pub fn describe(document: &mut Value) {
    document["components"]["schemas"]["Problem"] = schema();
    for (path, methods) in document["paths"].as_object_mut().into_iter().flatten() {
        for operation in methods.as_object_mut().into_iter().flat_map(Map::values_mut) {
            if !path.starts_with("/oauth/") {
                add_common(operation);
            }
            add_everywhere(operation);
            name_shape(operation);
        }
    }
}

/// The shape of every refusal that has none of its own.
fn name_shape(operation: &mut Value) {
    for (status, response) in operation["responses"].as_object_mut().into_iter().flatten() {
        let refuses = status.starts_with(['4', '5']) || status == "default";
        if refuses && response.get("content").is_none() {
            response["content"] = json!({ MEDIA: { "schema": { "$ref": "#/components/schemas/Problem" } } });
        }
    }
}

/// Adds what no operation says itself, as it is answered before it is reached, or instead of it.
fn add_everywhere(operation: &mut Value) {
    let Some(responses) = operation["responses"].as_object_mut() else { return };
    responses.entry("429").or_insert_with(|| {
        let seconds = json!({ "description": "Seconds to wait", "schema": { "type": "integer" } });
        json!({ "description": "Too many requests from one address", "headers": { "Retry-After": seconds } })
    });
    let rest = "Any other refusal: 401 for a token that is not valid where none is needed, 404 for an address that names \
                nothing, 503 when something does not answer, 500 for a defect of ours";
    responses.entry("default").or_insert_with(|| json!({ "description": rest }));
    responses.sort_keys();
}

/// Adds what every operation of its kind may answer besides what it says itself.
fn add_common(operation: &mut Value) {
    let mut common = Vec::new();
    if operation["security"].as_array().is_some_and(|ways| !ways.is_empty()) {
        common.push(("401", "No token, or one that is not valid any more"));
        common.push(("403", "The role of the person, or the scope of the system's token, does not allow it"));
    }
    if operation.get("requestBody").is_some() {
        common.push(("413", "The body is larger than 256 KB"));
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
}

fn schema() -> Value {
    let text = |description: &str| json!({ "type": "string", "description": description });
    let field = json!({
        "type": "object",
        "required": ["pointer", "key", "detail"],
        "properties": {
            "pointer": text("Which field, as a JSON pointer (RFC 6901); empty for the whole body"),
            "key": text("What is wrong with it, as a word that does not change"),
            "detail": text("The same in the language asked for"),
        },
    });
    let difference = json!({
        "type": "object",
        "required": ["pointer", "current", "sent"],
        "properties": {
            "pointer": text("Which element of what was sent, as a JSON pointer"),
            "current": text("Its words as they are"),
            "sent": text("Its words as they were sent"),
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
            "current": { "type": "object", "description": "What there is, when a description came too late: `etag`, `state`, \
                `revision`, `version`, `digest` and `description`" },
            "sent": { "type": "object", "description": "The description that came too late, with its `digest`" },
            "differences": { "type": "array", "items": difference, "description": "How the two differ" },
        },
    })
}
