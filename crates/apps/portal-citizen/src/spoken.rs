//! Reading public texts in further languages (A11-05): which there are, the texts, and the mark that says who translated.

use kernel::{LangText, Locale, Result};
use serde::{Serialize, de::DeserializeOwned};
use storage::Read;
use translation::{DemoTranslator, Source};
use web_kit::Visit;

/// Languages by their own names, with the mark of an engine's translation in them: who reads the page in such a language
/// may know no other.
const LANGUAGES: [(&str, &str, &str); 10] = [
    ("de", "Deutsch", "Maschinelle Übersetzung, nicht geprüft. Verbindlich ist der lettische Text."),
    ("et", "Eesti", "Masintõlge, kontrollimata. Kehtib lätikeelne tekst."),
    ("es", "Español", "Traducción automática, no revisada. El texto válido es el letón."),
    ("fr", "Français", "Traduction automatique, non vérifiée. Seul le texte letton fait foi."),
    ("lt", "Lietuvių", "Mašininis vertimas, nepatikrintas. Galioja tekstas latvių kalba."),
    ("pl", "Polski", "Tłumaczenie maszynowe, niesprawdzone. Obowiązuje tekst w języku łotewskim."),
    ("fi", "Suomi", "Konekäännös, jota ei ole tarkistettu. Voimassa on latviankielinen teksti."),
    ("ru", "Русский", "Машинный перевод, не проверен. Действителен текст на латышском языке."),
    ("uk", "Українська", "Машинний переклад, не перевірений. Чинним є текст латиською мовою."),
    ("sv", "Svenska", "Maskinöversättning, inte granskad. Den lettiska texten gäller."),
];

/// A further language that a page can be read in.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Language {
    pub(crate) tag: String,
    pub(crate) name: String,
    pub(crate) href: String,
}

/// How a page is spoken: its language, and the mark of texts that an engine translated.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Speech {
    pub(crate) tag: String,
    pub(crate) name: String,
    /// Who translated; none when people wrote all of it.
    pub(crate) engine: Option<String>,
    /// The mark of an engine's translation in the language of the texts, where we know it.
    pub(crate) mark: Option<&'static str>,
    /// The page in its own language; of a translation the Latvian one, which counts.
    pub(crate) back: String,
    /// Where the page is, without its language.
    #[serde(skip)]
    pub(crate) path: String,
}

impl Speech {
    /// Another document of the same page in this language, as far as it is in it; the mark names its engines too.
    pub(crate) async fn also<T: Serialize + DeserializeOwned>(
        &mut self,
        tx: &Read,
        visit: &Visit,
        document: &T,
    ) -> Result<T> {
        let spoken = translation::spoken(tx, document, &self.tag).await?;
        for engine in spoken.engines.iter().map(|engine| engine_name(visit, engine)) {
            let known = self.engine.get_or_insert_with(|| engine.clone());
            if !known.contains(&engine) {
                known.push_str(", ");
                known.push_str(&engine);
            }
        }
        if self.engine.is_some() {
            self.back = original(&self.path);
        }
        Ok(spoken.document)
    }
}

/// The further languages of a page at `path`, told by its title: what people wrote, and what was translated.
pub(crate) async fn languages(tx: &Read, visit: &Visit, title: &LangText, path: &str) -> Result<Vec<Language>> {
    let mut tags: Vec<String> = title.other.keys().cloned().collect();
    let source = if title.lv.is_empty() { Source::new(&title.en, "en") } else { Source::new(&title.lv, "lv") };
    tags.extend(translation::languages_of(tx, &source).await?);
    tags.sort();
    tags.dedup();
    let own = |tag: &String| ["lv", "en"].contains(&tag.as_str());
    let language = |tag: String| Language {
        name: name(&tag),
        href: visit.url(&format!("{path}?lang={}", web_kit::percent(&tag))),
        tag,
    };
    Ok(tags.into_iter().filter(|tag| !own(tag)).map(language).collect())
}

/// A document in the language `tag`, as far as it is in it; none when no text is.
pub(crate) async fn speak<T: Serialize + DeserializeOwned>(
    tx: &Read,
    visit: &Visit,
    document: &T,
    tag: &str,
    path: &str,
) -> Result<Option<(T, Speech)>> {
    let plain = (2..=12).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !plain || ["lv", "en"].contains(&tag) {
        return Ok(None);
    }
    let spoken = translation::spoken(tx, document, tag).await?;
    if spoken.texts == 0 {
        return Ok(None);
    }
    let engines: Vec<String> = spoken.engines.iter().map(|engine| engine_name(visit, engine)).collect();
    let speech = Speech {
        tag: tag.to_owned(),
        name: name(tag),
        engine: (!engines.is_empty()).then(|| engines.join(", ")),
        mark: LANGUAGES.iter().find(|(known, ..)| *known == tag).map(|(.., mark)| *mark),
        back: if engines.is_empty() { visit.url(path) } else { original(path) },
        path: path.to_owned(),
    };
    Ok(Some((spoken.document, speech)))
}

/// The text that counts where an engine translated: the Latvian one, whatever language the rest of the page is in.
fn original(path: &str) -> String {
    format!("/{}{path}", Locale::Lv)
}

/// The name of a language in itself; its tag where we know no name.
fn name(tag: &str) -> String {
    LANGUAGES.iter().find(|(known, ..)| *known == tag).map_or(tag, |(_, name, _)| name).to_owned()
}

/// An engine as people read it: that of the demonstration says in the language of the page what it is.
fn engine_name(visit: &Visit, engine: &str) -> String {
    if engine == DemoTranslator::NAME { visit.text("spoken-engine-demo") } else { engine.to_owned() }
}

/// An invented language and speech, for samples.
pub(crate) fn samples(locale: Locale) -> (Vec<Language>, Speech) {
    let href = format!("/{locale}/life/childbirth?lang=uk");
    let language = Language { tag: "uk".to_owned(), name: "Українська".to_owned(), href };
    let back = format!("/{locale}/life/childbirth");
    let engine = Some("paraugs".to_owned());
    let mark = Some("Машинний переклад <зразок>");
    let (tag, name, path) = ("uk".to_owned(), "Українська".to_owned(), "/life/childbirth".to_owned());
    (vec![language], Speech { tag, name, engine, mark, back, path })
}
