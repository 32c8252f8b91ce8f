//! Stored files: bytes under keys, beside the database.

use bytes::Bytes;
use kernel::{Error, Result};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, path::Path};
use std::sync::Arc;

/// What is kept and removed again to see whether anything is taken; no other key begins so.
const TRIAL: &str = "trial";

/// The file store of this process.
#[derive(Debug, Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    folder: Arc<std::path::Path>,
}

impl Blobs {
    /// Opens a local folder, making it when it is missing.
    pub(crate) fn open(folder: &std::path::Path) -> Result<Self> {
        std::fs::create_dir_all(folder)
            .map_err(|error| Error::unavailable("file-store").arg("folder", folder.display()).source(error))?;
        let store = LocalFileSystem::new_with_prefix(folder)
            .map_err(|error| Error::unavailable("file-store").source(error))?
            .with_fsync(true);
        Ok(Self { store: Arc::new(store), folder: folder.into() })
    }

    /// Whether the folder is there. The next file would make a missing one anew, without all that was in it: as when a disk
    /// is not mounted.
    ///
    /// # Errors
    /// Unavailable `file-store`.
    pub async fn is_there(&self) -> Result<()> {
        let missing = || Error::unavailable("file-store").arg("folder", self.folder.display());
        match tokio::fs::metadata(&*self.folder).await {
            Ok(found) if found.is_dir() => Ok(()),
            Ok(_) => Err(missing()),
            Err(error) => Err(missing().source(error)),
        }
    }

    /// Keeps a few bytes and removes them: whether files are taken. Nothing stays behind.
    ///
    /// # Errors
    /// Unavailable `file-store`.
    pub async fn try_out(&self) -> Result<()> {
        self.put(TRIAL, Bytes::from_static(b"durvis")).await?;
        self.delete(TRIAL).await
    }

    /// Keeps bytes under a key; writing the same key again replaces them whole, never half.
    ///
    /// # Errors
    /// Unavailable `file-store` when they cannot be kept.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        self.store.put(&Path::from(key), PutPayload::from_bytes(bytes)).await.map_err(refused)?;
        Ok(())
    }

    /// The bytes of a key.
    ///
    /// # Errors
    /// Not found `file`, or unavailable `file-store`.
    pub async fn get(&self, key: &str) -> Result<Bytes> {
        let found = self.store.get(&Path::from(key)).await.map_err(refused)?;
        found.bytes().await.map_err(refused)
    }

    /// Removes a key; a missing one is no error.
    ///
    /// # Errors
    /// Unavailable `file-store`.
    pub async fn delete(&self, key: &str) -> Result<()> {
        match self.store.delete(&Path::from(key)).await {
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
