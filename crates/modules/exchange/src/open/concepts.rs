//! Words of closed lists that others keep as concepts: those of the European authority tables.

use super::{Graph, publisher::OpenData, schemes, terms::term};
use kernel::LangText;
use oxrdf::NamedNode;

/// Languages by tag, as the authority table of the Publications Office names them.
const LANGUAGES: [(&str, &str); 28] = [
    ("lv", "LAV"),
    ("en", "ENG"),
    ("bg", "BUL"),
    ("cs", "CES"),
    ("da", "DAN"),
    ("de", "DEU"),
    ("el", "ELL"),
    ("es", "SPA"),
    ("et", "EST"),
    ("fi", "FIN"),
    ("fr", "FRA"),
    ("ga", "GLE"),
    ("hr", "HRV"),
    ("hu", "HUN"),
    ("it", "ITA"),
    ("lt", "LIT"),
    ("mt", "MLT"),
    ("nl", "NLD"),
    ("no", "NOR"),
    ("pl", "POL"),
    ("pt", "POR"),
    ("ro", "RON"),
    ("ru", "RUS"),
    ("sk", "SLK"),
    ("sl", "SLV"),
    ("sv", "SWE"),
    ("tr", "TUR"),
    ("uk", "UKR"),
];

/// By division of COFOG, 01 to 10: the main activity and the data theme of the authority tables.
const DIVISIONS: [(&str, &str); 10] = [
    ("gen-pub", "GOVE"),
    ("defence", "GOVE"),
    ("pub-os", "JUST"),
    ("econ-aff", "ECON"),
    ("env-pro", "ENVI"),
    ("hc-am", "REGI"),
    ("health", "HEAL"),
    ("rec-cul", "EDUC"),
    ("education", "EDUC"),
    ("soc-pro", "SOCI"),
];

/// A word of a list that others keep, by its short form: `currency:EUR`.
pub(super) fn others(graph: &mut Graph, compact: &str, label: &str) -> NamedNode {
    let concept = term(compact);
    if graph.first(&concept) {
        graph.a(&concept, &["skos:Concept"]);
        graph.text(&concept, "skos:prefLabel", label, "en");
    }
    concept
}

/// A language by its tag; none for one that the authority table does not name here.
pub(super) fn language(graph: &mut Graph, tag: &str) -> Option<NamedNode> {
    let (_, name) = LANGUAGES.iter().find(|(known, _)| *known == tag)?;
    let language = term(&format!("language:{name}"));
    if graph.first(&language) {
        graph.a(&language, &["dct:LinguisticSystem"]);
        graph.plain(&language, "dct:identifier", name);
    }
    Some(language)
}

/// The whole country.
pub(super) fn latvia(graph: &mut Graph) -> NamedNode {
    let country = term("atu:LVA");
    if graph.first(&country) {
        graph.a(&country, &["dct:Location"]);
        graph.texts(&country, "skos:prefLabel", &LangText::new("Latvija", "Latvia"));
    }
    country
}

/// A municipality by its ATVK code.
pub(super) fn municipality(graph: &mut Graph, open: &OpenData, atvk: &str) -> NamedNode {
    let place = open.thing(&format!("id/territory/{atvk}"));
    if graph.first(&place) {
        graph.a(&place, &["dct:Location"]);
        graph.plain(&place, "dct:identifier", atvk);
    }
    place
}

/// What a class of COFOG says of a service: its main activity, its data theme, the class itself.
pub(super) fn cofog(graph: &mut Graph, open: &OpenData, service: &NamedNode, class: &str) {
    let division = class.split('.').next().and_then(|division| division.parse::<usize>().ok());
    let Some((activity, theme)) = division.and_then(|number| DIVISIONS.get(number.checked_sub(1)?)) else { return };
    let activity = others(graph, &format!("activity:{activity}"), activity);
    graph.link(service, "dct:type", &activity);
    let theme = others(graph, &format!("theme:{theme}"), theme);
    graph.link(service, "cv:sector", &theme);
    let concept = schemes::concept(graph, open, "cofog", class);
    graph.link(service, "cv:thematicArea", &concept);
}
