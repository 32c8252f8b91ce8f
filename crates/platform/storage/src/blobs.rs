//! Stored files: content-addressed bytes beside the database.

use bytes::Bytes;
use kernel::{Error, Result};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path};
use std::sync::Arc;

/// The file store of this process.
#[derive(Debug, Clone)]
pub struct Blobs(Arc<dyn ObjectStore>);

impl Blobs {
    /// Opens a local folder, making it when it is missing.
    pub(crate) fn open(folder: &std::path::Path) -> Result<Self> {
        std::fs::create_dir_all(folder)
            .map_err(|error| Error::unavailable("file-store").arg("folder", folder.display()).source(error))?;
        let store = LocalFileSystem::new_with_prefix(folder)
            .map_err(|error| Error::unavailable("file-store").source(error))?
            .with_fsync(true);
        Ok(Self(Arc::new(store)))
    }

    /// Keeps bytes under a key; writing the same key again replaces them whole, never half.
    ///
    /// # Errors
    /// Unavailable `file-store` when they cannot be kept.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        self.0.put(&Path::from(key), PutPayload::from_bytes(bytes)).await.map_err(refused)?;
        Ok(())
    }

    /// The bytes of a key.
    ///
    /// # Errors
    /// Not found `file`, or unavailable `file-store`.
    pub async fn get(&self, key: &str) -> Result<Bytes> {
        let found = self.0.get(&Path::from(key)).await.map_err(refused)?;
        found.bytes().await.map_err(refused)
    }

    /// Removes a key; a missing one is no error.
    ///
    /// # Errors
    /// Unavailable `file-store`.
    pub async fn delete(&self, key: &str) -> Result<()> {
        match self.0.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(refused(error)),
        }
    }
}

#[track_caller]
fn refused(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::not_found("file").source(error),
        other => Error::unavailable("file-store").source(other),
    }
}
