//! What every handler can reach.

use std::any::type_name;
use std::sync::Arc;

use http::Extensions;
use kernel::{Error, Result};
use storage::Database;

use crate::{Settings, Templates};

struct Inner {
    database: Database,
    templates: Templates,
    settings: Settings,
    parts: Extensions,
}

/// The database, the templates and the settings; cheap to clone.
#[derive(Clone)]
pub struct AppState(Arc<Inner>);

impl AppState {
    /// The state of a program without further parts.
    #[must_use]
    pub fn new(database: Database, templates: Templates, settings: Settings) -> Self {
        Self(Arc::new(Inner { database, templates, settings, parts: Extensions::new() }))
    }

    /// Adds a part that some handlers need, found again by its type: a search index, a sign-in provider.
    #[must_use]
    pub fn with<T: Clone + Send + Sync + 'static>(self, part: T) -> Self {
        let mut parts = self.0.parts.clone();
        parts.insert(part);
        Self(Arc::new(Inner {
            database: self.0.database.clone(),
            templates: self.0.templates.clone(),
            settings: self.0.settings.clone(),
            parts,
        }))
    }

    /// The part of type `T`.
    ///
    /// # Errors
    /// Internal `part-missing` when the program was put together without it.
    pub fn part<T: Clone + Send + Sync + 'static>(&self) -> Result<&T> {
        self.0.parts.get::<T>().ok_or_else(|| Error::internal("part-missing").arg("part", type_name::<T>()))
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// The templates with their texts.
    #[must_use]
    pub fn templates(&self) -> &Templates {
        &self.0.templates
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }
}
