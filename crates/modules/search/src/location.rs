//! Where an index lives, and how processes that share a folder keep out of each other's way.
use std::fs;
use std::path::{Path, PathBuf};

use kernel::{Error, Result};
use tantivy::directory::MmapDirectory;
use tantivy::schema::Schema;
use tantivy::{IndexWriter, TantivyError};

use crate::errors::unavailable;
use crate::write;

/// Where an index lives.
#[derive(Clone, Debug)]
pub enum Location {
    /// In the memory of this process.
    Ram,
    /// In files of a directory, which must exist and which no other process may be using.
    Dir(PathBuf),
    /// In a numbered directory below this one: the first that no other process uses. The same process finds its files
    /// again at its next start.
    Own(PathBuf),
}

/// So many processes may keep their index below one folder.
const MOST: u32 = 64;
/// A file of this name asks the process that uses the directory to build its index again.
const ASKED: &str = "rebuild";

/// An open index with the right to change it.
pub(crate) struct Opened {
    pub(crate) inner: tantivy::Index,
    pub(crate) writer: IndexWriter,
    pub(crate) folder: Option<PathBuf>,
}

/// Opens the place. Files that another program version left, or that are damaged, are replaced by an empty index: it is a
/// projection and its owner fills it again.
pub(crate) fn open(location: Location, schema: &Schema) -> Result<Opened> {
    match location {
        Location::Ram => {
            let inner = tantivy::Index::create_in_ram(schema.clone());
            let writer = write::small_writer(&inner)?;
            Ok(Opened { inner, writer, folder: None })
        }
        Location::Dir(path) => open_folder(&path, schema)?.ok_or_else(in_use),
        Location::Own(path) => {
            for number in 1..=MOST {
                let folder = path.join(number.to_string());
                fs::create_dir_all(&folder).map_err(of_file)?;
                if let Some(opened) = open_folder(&folder, schema)? {
                    return Ok(opened);
                }
            }
            Err(in_use())
        }
    }
}

/// The index in a folder; none when another process uses it.
fn open_folder(path: &Path, schema: &Schema) -> Result<Option<Opened>> {
    match try_folder(path, schema) {
        Ok(opened) => Ok(Some(opened)),
        Err(TantivyError::LockFailure(..)) => Ok(None),
        // Only an index may be thrown away: a folder of something else stays as it is.
        Err(error) if !path.join("meta.json").is_file() => Err(unavailable(error)),
        Err(_) => {
            for entry in fs::read_dir(path).map_err(of_file)?.flatten() {
                if entry.path().is_file() {
                    fs::remove_file(entry.path()).map_err(of_file)?;
                }
            }
            try_folder(path, schema).map(Some).map_err(unavailable)
        }
    }
}

fn in_use() -> Error {
    Error::unavailable("search-unavailable").arg("reason", "another process uses the index")
}

fn try_folder(path: &Path, schema: &Schema) -> tantivy::Result<Opened> {
    let directory = MmapDirectory::open(path)?;
    let inner = tantivy::Index::open_or_create(directory, schema.clone())?;
    let writer = write::try_small_writer(&inner)?;
    Ok(Opened { inner, writer, folder: Some(path.to_owned()) })
}

/// The directories below `folder` that hold an index of a process.
///
/// # Errors
/// Unavailable when the folder cannot be read; a missing one has none.
pub fn own_folders(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(of_file)?.flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.join("meta.json").is_file()).collect();
    folders.sort();
    Ok(folders)
}

/// Asks the process that uses this directory to build its index again.
///
/// # Errors
/// Unavailable when the directory cannot be written.
pub fn ask_for_rebuild(folder: &Path) -> Result<()> {
    fs::write(folder.join(ASKED), b"").map_err(of_file)
}

pub(crate) fn is_asked(folder: Option<&PathBuf>) -> bool {
    folder.is_some_and(|folder| folder.join(ASKED).exists())
}

pub(crate) fn answered(folder: Option<&PathBuf>) -> Result<()> {
    match folder.map(|folder| fs::remove_file(folder.join(ASKED))) {
        Some(Err(error)) if error.kind() != std::io::ErrorKind::NotFound => Err(of_file(error)),
        _ => Ok(()),
    }
}

fn of_file(error: std::io::Error) -> Error {
    Error::unavailable("search-unavailable").source(error)
}
