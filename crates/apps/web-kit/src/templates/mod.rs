//! Templates with typed contexts, rendered strictly: a missing value is an error, not an empty place.

mod environment;
mod functions;
mod prose;
mod rich;

pub(crate) use functions::field_id;

use std::borrow::Cow;
use std::sync::Arc;

use i18n::{Args, Catalog};
use kernel::{Error, Locale, Result};
use minijinja::value::Serde;
use minijinja::{Environment, Value};
use rust_embed::RustEmbed;
use serde::Serialize;

use crate::Layout;

/// The context of one template. The samples are rendered in tests, in both languages, and checked for accessibility.
pub trait Template: Serialize {
    /// `citizen/services/show.html`: the prefix of the set, then the path in its folder.
    const NAME: &'static str;

    /// Contexts that between them show every branch of the template, with invented data.
    fn samples(locale: Locale) -> Vec<Self>
    where
        Self: Sized;
}

type Loader = fn(&str) -> Option<Cow<'static, [u8]>>;
type Sampler = fn(Locale) -> Vec<Value>;

/// The templates of one crate: its folder, embedded in release builds, and the types of their contexts.
pub struct TemplateSet {
    prefix: &'static str,
    load: Loader,
    names: fn() -> Vec<String>,
    samplers: Vec<(&'static str, Sampler)>,
}

impl TemplateSet {
    /// The files of `F` under the name `prefix/…`.
    #[must_use]
    pub fn new<F: RustEmbed>(prefix: &'static str) -> Self {
        Self {
            prefix,
            load: |name| F::get(name).map(|file| file.data),
            names: || F::iter().map(Cow::into_owned).collect(),
            samplers: Vec::new(),
        }
    }

    /// Registers the context `T`.
    #[must_use]
    pub fn with<T: Template>(mut self) -> Self {
        let sampler: Sampler =
            |locale| T::samples(locale).into_iter().map(|sample| Value::from(Serde(sample))).collect();
        self.samplers.push((T::NAME, sampler));
        self
    }
}

struct Inner {
    lv: Environment<'static>,
    en: Environment<'static>,
    catalog: Arc<Catalog>,
    samplers: Vec<(&'static str, Sampler)>,
    pages: Vec<String>,
}

/// All templates of a program with the texts of both languages.
#[derive(Clone)]
pub struct Templates(Arc<Inner>);

impl Templates {
    /// Reads the texts and prepares the sets.
    ///
    /// # Errors
    /// Internal `template` when a text file is not valid.
    pub fn new(sets: Vec<TemplateSet>) -> Result<Self> {
        let catalog = Arc::new(Catalog::load().map_err(|defect| Error::internal("template").source(defect))?);
        let mut samplers = Vec::new();
        let mut pages = Vec::new();
        let mut loaders = Vec::new();
        for set in sets {
            samplers.extend(set.samplers);
            pages.extend((set.names)().into_iter().map(|name| format!("{}/{name}", set.prefix)));
            loaders.push((set.prefix, set.load));
        }
        let [lv, en] = Locale::ALL.map(|locale| environment::environment(locale, &catalog, &loaders));
        Ok(Self(Arc::new(Inner { lv, en, catalog, samplers, pages })))
    }

    /// The page of `context` inside its frame.
    ///
    /// # Errors
    /// Internal `template` when the template is missing or uses something the context lacks.
    pub fn render<T: Template>(&self, layout: &Layout, context: &T) -> Result<String> {
        self.render_value(layout, T::NAME, Value::from(Serde(context)))
    }

    pub(crate) fn render_value(&self, layout: &Layout, name: &str, context: Value) -> Result<String> {
        let failed = |error: minijinja::Error| Error::internal("template").arg("template", name).source(error);
        let template = self.environment(layout.locale).get_template(name).map_err(failed)?;
        let page = Value::from(Serde(layout));
        template.render(minijinja::context! { page, ..context }).map_err(failed)
    }

    /// The text `key` with `args`; the key itself where there is none (tests make sure that there is).
    #[must_use]
    pub fn text(&self, locale: Locale, key: &str, args: &Args<'_>) -> String {
        self.0.catalog.text(locale, key, args).unwrap_or_else(|| key.to_owned())
    }

    /// The texts of both languages.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.0.catalog
    }

    /// Every registered sample in `locale`: template name and context.
    pub(crate) fn samples(&self, locale: Locale) -> impl Iterator<Item = (&'static str, Vec<Value>)> + '_ {
        self.0.samplers.iter().map(move |(name, sampler)| (*name, sampler(locale)))
    }

    /// The names of all template files, registered or not.
    pub(crate) fn pages(&self) -> &[String] {
        &self.0.pages
    }

    fn environment(&self, locale: Locale) -> &Environment<'static> {
        match locale {
            Locale::Lv => &self.0.lv,
            Locale::En => &self.0.en,
        }
    }
}

#[derive(RustEmbed)]
#[folder = "templates/"]
struct KitFiles;

pub(crate) fn kit() -> TemplateSet {
    TemplateSet::new::<KitFiles>("kit")
        .with::<crate::faces::ErrorPage>()
        .with::<crate::faces::ProblemPage>()
        .with::<crate::faces::ReturnedPage>()
}
