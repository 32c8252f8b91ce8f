//! Builds the inputs of a section from what was typed, in the language of the page.

use super::fields::{Field, Group, Guide, InLanguage, Inner, InnerItem, Item, Note, Tick, TickGroup};
use super::offered::Found;
use super::sent::SEARCHED;
use crate::functions::Division;
use crate::quality::mentioned;
use catalogue::{Remark, RemarkKind, SectionText, Typed};
use i18n::Args;
use kernel::Error;
use service_words::{label_key, language};
use std::collections::BTreeMap;
use web_kit::Visit;

/// What the inputs are built from.
pub struct Builder<'a> {
    visit: &'a Visit,
    typed: &'a Typed,
    /// What was just added or moved; empty when nothing was.
    at: &'a str,
    languages: Vec<(String, String)>,
    notes: BTreeMap<String, Note>,
}

impl<'a> Builder<'a> {
    /// `at` is what was just added or moved, by its name; empty when nothing was.
    pub fn new(visit: &'a Visit, text: &'a SectionText, at: &'a str) -> Self {
        let typed = &text.typed;
        let further = typed.languages().into_iter();
        let tags = ["lv".to_owned(), "en".to_owned()].into_iter().chain(further);
        let languages = tags.map(|tag| (tag.clone(), language(visit, &tag))).collect();
        Self { visit, typed, at, languages, notes: notes(visit, typed, &text.findings) }
    }

    /// A text in every language of the section.
    pub fn words(&self, name: &str, rows: u8) -> Field {
        let texts = self.languages.iter().map(|(tag, language)| {
            let name = format!("{name}/{tag}");
            InLanguage {
                tag: tag.clone(),
                language: language.clone(),
                value: self.typed.get(&name).to_owned(),
                note: self.notes.get(&name).cloned(),
                name,
            }
        });
        Field { texts: texts.collect(), rows, ..self.field("words", name) }
    }

    pub fn line(&self, name: &str) -> Field {
        self.field("line", name)
    }

    pub fn area(&self, name: &str, rows: u8) -> Field {
        Field { rows, ..self.field("area", name) }
    }

    /// One of these words, called `<prefix>-<word>`.
    pub fn choice<'w>(&self, name: &str, prefix: &str, words: impl IntoIterator<Item = &'w str>) -> Field {
        let options = words.into_iter().map(|word| (word.to_owned(), self.visit.text(&format!("{prefix}-{word}"))));
        self.choice_of(name, options)
    }

    pub fn choice_of(&self, name: &str, options: impl IntoIterator<Item = (String, String)>) -> Field {
        let value = self.typed.get(name).trim().to_owned();
        let mut options: Vec<Tick> =
            options.into_iter().map(|(word, label)| Tick { chosen: word == value, value: word, label }).collect();
        if !value.is_empty() && !options.iter().any(|option| option.chosen) {
            options.push(Tick { label: value.clone(), value, chosen: true });
        }
        Field { options, ..self.field("choice", name) }
    }

    /// One of these, which stand in groups; `none` is what stands first and says nothing.
    pub fn choice_in(&self, name: &str, none: String, divisions: Vec<Division>) -> Field {
        let value = self.said(name);
        let tick = |(word, label): (String, String)| Tick { chosen: word == value, value: word, label };
        let group =
            |one: Division| TickGroup { label: one.label, options: one.functions.into_iter().map(tick).collect() };
        let groups: Vec<TickGroup> = divisions.into_iter().map(group).collect();
        let mut field = self.choice_of(name, [(String::new(), none)]);
        if groups.iter().any(|group| group.options.iter().any(|option| option.chosen)) {
            field.options.retain(|option| !option.chosen);
        }
        Field { groups, ..field }
    }

    /// Any of these words.
    pub fn boxes<'w>(&self, name: &str, prefix: &str, words: impl IntoIterator<Item = &'w str>) -> Field {
        let options = words.into_iter().map(|word| (word.to_owned(), self.visit.text(&format!("{prefix}-{word}"))));
        self.boxes_of(name, options)
    }

    /// Any of these; what is ticked and not among them stays ticked.
    pub fn boxes_of(&self, name: &str, options: impl IntoIterator<Item = (String, String)>) -> Field {
        // Texts that were typed before there were boxes have one value a line.
        let ticked: Vec<&str> = self.typed.all(name).flat_map(str::lines).map(str::trim).collect();
        let mut options: Vec<Tick> = options
            .into_iter()
            .map(|(value, label)| Tick { chosen: ticked.contains(&value.as_str()), value, label })
            .collect();
        for other in ticked {
            if !other.is_empty() && !options.iter().any(|option| option.value == other) {
                options.push(Tick { value: other.to_owned(), label: other.to_owned(), chosen: true });
            }
        }
        Field { options, ..self.field("boxes", name) }
    }

    /// Words to look for what is ticked in the boxes `about`; the search is called by `key`. They are no part of what is
    /// kept.
    pub fn search(&self, key: &str, about: &str, found: &Found) -> Field {
        let label = self.visit.text(&format!("edit-f-{key}"));
        let hint = found.told.clone().or_else(|| self.has_text(&format!("edit-f-{key}-hint")));
        let note = found.wrong.clone().map(|text| Note { text, severity: "wrong" });
        let sought = found.words.clone();
        Field {
            label,
            hint,
            note,
            value: found.words.clone(),
            sought,
            guide: self.guide(about),
            ..self.field("search", SEARCHED)
        }
    }

    /// What stands in an input.
    pub fn said(&self, name: &str) -> &str {
        self.typed.get(name).trim()
    }

    /// Whether something is ticked or written in a list of this name.
    pub fn names_any(&self, name: &str) -> bool {
        self.typed.items(name) > 0 || self.typed.all(name).any(|value| !value.trim().is_empty())
    }

    /// A list; `item` gives the inputs of the item whose name begins so.
    pub fn group(&self, name: &str, item: impl Fn(&Self, &str) -> Vec<Field>) -> Group {
        self.group_with(name, |builder, at| (item(builder, at), Vec::new()))
    }

    /// A list whose items hold lists.
    pub fn group_with(&self, name: &str, item: impl Fn(&Self, &str) -> (Vec<Field>, Vec<Inner>)) -> Group {
        let count = self.typed.items(name);
        let items = (0..count).map(|place| {
            let at = format!("{name}/{place}");
            let (fields, inner) = item(self, &at);
            let own = !fields.iter().any(|field| field.name == at);
            Item {
                title: self.numbered(&format!("edit-item-{name}"), place),
                brief: self.brief(&fields),
                folds: own && count > 1,
                open: self.is_open(&at),
                own,
                first: place == 0,
                last: place + 1 == count,
                note: self.notes.get(&at).cloned(),
                name: at,
                fields,
                inner,
            }
        });
        Group {
            label: self.visit.text(&format!("edit-f-{name}")),
            guide: self.guide(name),
            note: self.notes.get(name).cloned(),
            add: self.visit.text(&format!("edit-add-{name}")),
            none: self.visit.text(&format!("edit-none-{name}")),
            items: items.collect(),
            name: name.to_owned(),
        }
    }

    /// The first two things that inputs say.
    fn brief(&self, fields: &[Field]) -> String {
        let tag = self.visit.locale().as_str();
        let said: Vec<&str> = fields.iter().filter_map(|field| field.brief(tag)).take(2).collect();
        said.join(" · ")
    }

    /// Whether something in the item of this name is remarked on, or has just been changed by a button.
    fn is_open(&self, item: &str) -> bool {
        let inside =
            |place: &str| place.strip_prefix(item).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        inside(self.at) || self.notes.keys().any(|place| inside(place))
    }

    /// A list inside an item.
    pub fn inner(&self, name: &str, key: &str, item: impl Fn(&Self, &str) -> Vec<Field>) -> Inner {
        let items = (0..self.typed.items(name)).map(|place| {
            let at = format!("{name}/{place}");
            let title = self.numbered(&format!("edit-item-{key}"), place);
            InnerItem { title, fields: item(self, &at), note: self.notes.get(&at).cloned(), name: at }
        });
        Inner {
            label: self.visit.text(&format!("edit-f-{key}")),
            hint: self.has_text(&format!("edit-f-{key}-hint")),
            add: self.visit.text(&format!("edit-add-{key}")),
            items: items.collect(),
            name: name.to_owned(),
        }
    }

    /// A text of the page.
    pub fn named(&self, key: &str) -> String {
        self.visit.text(key)
    }

    fn field(&self, kind: &'static str, name: &str) -> Field {
        let key = self.key(name);
        Field {
            kind,
            label: self.visit.text(&key),
            hint: self.hint(name, &format!("{key}-hint")),
            guide: self.guide(name),
            note: self.notes.get(name).cloned(),
            optional: false,
            rows: 1,
            width: "long",
            value: self.typed.get(name).to_owned(),
            texts: Vec::new(),
            options: Vec::new(),
            groups: Vec::new(),
            list: None,
            sought: String::new(),
            name: name.to_owned(),
        }
    }

    /// What stands below the label; how long the text may be is what the rules of quality say.
    fn hint(&self, name: &str, key: &str) -> Option<String> {
        let mut values = Args::new();
        if let Some(most) = catalogue::most_characters(name) {
            values.set("most", i64::try_from(most).unwrap_or(i64::MAX));
        }
        self.has(key).then(|| self.visit.text_with(key, &values))
    }

    fn key(&self, name: &str) -> String {
        label_key(|key| self.has(key), name)
    }

    fn guide(&self, name: &str) -> Option<Guide> {
        let key = self.key(name);
        let why = self.has_text(&format!("{key}-why"))?;
        Some(Guide { why, example: self.has_text(&format!("{key}-example")) })
    }

    fn numbered(&self, key: &str, place: usize) -> String {
        let mut args = Args::new();
        args.set("number", i64::try_from(place + 1).unwrap_or(i64::MAX));
        self.visit.text_with(key, &args)
    }

    fn has(&self, key: &str) -> bool {
        self.visit.state().templates().catalog().has(self.visit.locale(), key)
    }

    fn has_text(&self, key: &str) -> Option<String> {
        self.has(key).then(|| self.visit.text(key))
    }
}

/// What is wrong, missing or could be better, by the input or group where it is shown: each thing a line of its own, which
/// begins with how serious it is.
pub fn notes(visit: &Visit, typed: &Typed, findings: &[Remark]) -> BTreeMap<String, Note> {
    let mut places: BTreeMap<String, (RemarkKind, Vec<String>)> = BTreeMap::new();
    for finding in findings {
        let line = line(visit, finding);
        let none = || (finding.kind, Vec::new());
        let (kind, lines) = places.entry(shown_at(typed, &finding.path)).or_insert_with(none);
        *kind = (*kind).min(finding.kind);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let note = |(kind, lines): (RemarkKind, Vec<String>)| Note { text: lines.join("\n"), severity: kind.as_str() };
    places.into_iter().map(|(place, told)| (place, note(told))).collect()
}

fn line(visit: &Visit, finding: &Remark) -> String {
    let mut values = Args::new();
    values.set("what", words(visit, finding));
    visit.text_with(&format!("edit-remark-{}", finding.kind.as_str()), &values)
}

/// The words for a remark: what to do about it, and for what keeps no text from being published first what it is.
pub fn words(visit: &Visit, finding: &Remark) -> String {
    if !finding.blocks() {
        let values = mentioned(visit, &finding.args);
        let title = visit.text_with(&finding.key, &values);
        return format!("{title}. {}", visit.text_with(&format!("{}-fix", finding.key), &values));
    }
    let error = Error::invalid("form-has-errors").field(&finding.path, &finding.key);
    let errors = visit.form_errors(error);
    errors.ok().and_then(|errors| errors.items.into_iter().next()).map(|item| item.text).unwrap_or_default()
}

/// The input, text or item that a path belongs to, or the nearest thing around it that the page shows.
pub fn shown_at(typed: &Typed, path: &str) -> String {
    let mut place = path;
    while let Some((outer, _)) = place.rsplit_once('/') {
        let inside = format!("{place}/");
        if typed.pairs().iter().any(|(name, _)| name == place || name.starts_with(&inside)) {
            break;
        }
        place = outer;
    }
    place.to_owned()
}
