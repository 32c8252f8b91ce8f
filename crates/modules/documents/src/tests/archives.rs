//! Archives that are dangerous.

use super::LIMIT;
use super::samples::{archive, docx_with};
use crate::inspect;
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

fn key(bytes: Vec<u8>) -> &'static str {
    match inspect("a.docx", bytes.into(), LIMIT) {
        Ok(_) => "accepted",
        Err(error) => error.key(),
    }
}

#[test]
fn a_bomb_is_refused_by_its_ratio() {
    let zeros = vec![0; 20 * 1024 * 1024];
    let bomb = docx_with(&[("word/media/1.bmp", &zeros)]);
    assert!(bomb.len() * 100 < zeros.len());
    assert_eq!(key(bomb), "file-archive");
    let fine = docx_with(&[("word/media/1.bmp", &vec![0; 10_000])]);
    assert_eq!(key(fine), "accepted");
}

#[test]
fn a_bomb_that_lies_about_its_size_is_refused() {
    let zeros = vec![0; 20 * 1024 * 1024];
    let mut bomb = docx_with(&[("word/media/1.bmp", &zeros)]);
    let real = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == real {
            bomb[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
    }
    assert_eq!(key(bomb), "file-archive");
}

#[test]
fn more_than_a_thousand_entries_are_refused() {
    let names: Vec<String> = (0..999).map(|n| format!("word/{n}.xml")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"x".as_slice())).collect();
    assert_eq!(key(docx_with(&entries[..998])), "accepted");
    assert_eq!(key(docx_with(&entries)), "file-archive");
}

#[test]
fn names_that_leave_their_folder_are_refused() {
    for name in ["../evil.xml", "word/../../evil.xml", "/etc/passwd", "C:/evil", "word\\..\\evil", ".."] {
        assert_eq!(key(docx_with(&[(name, b"x")])), "file-archive", "{name}");
    }
    assert_eq!(key(docx_with(&[("word/..hidden.xml", b"x")])), "accepted");
}

#[test]
fn links_and_repeated_names_are_refused() {
    let mut writer = ZipWriter::new(Cursor::new(docx_with(&[])));
    writer.add_symlink("word/link", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    writer.start_file("[Content_Types].xml", SimpleFileOptions::default()).unwrap();
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    assert_eq!(key(writer.finish().unwrap().into_inner()), "file-archive");

    let twice = docx_with(&[("word/a.xml", b"x"), ("word/b.xml", b"y")]);
    let renamed = replace(&twice, b"word/b.xml", b"word/a.xml");
    assert_eq!(key(renamed), "file-archive");
}

#[test]
fn macros_and_encryption_are_refused() {
    assert_eq!(key(docx_with(&[("word/vbaProject.bin", b"x")])), "file-macros");
    let odt = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<x/>"),
        ("Basic/Standard/Module1.xml", b"<x/>"),
    ]);
    assert_eq!(inspect("a.odt", odt.into(), LIMIT).unwrap_err().key(), "file-macros");

    // The flag "encrypted" set by hand in both headers of the first entry.
    let mut locked = docx_with(&[]);
    locked[6] |= 1;
    let central = find(&locked, b"PK\x01\x02");
    locked[central + 8] |= 1;
    assert_eq!(key(locked), "file-protected");
}

#[test]
fn stored_entries_and_truncated_archives() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for name in ["[Content_Types].xml", "word/document.xml"] {
        writer.start_file(name, stored).unwrap();
        writer.write_all(b"<x/>").unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert_eq!(key(bytes.clone()), "accepted");
    assert_eq!(key(bytes[..bytes.len() - 30].to_vec()), "file-archive");
    let damaged = replace(&bytes, b"<x/>", b"<y/>");
    assert_eq!(key(damaged), "file-archive", "the checksum does not match");
}

fn find(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).position(|window| window == needle).unwrap()
}

/// Replaces every occurrence by bytes of the same length.
fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..=out.len() - from.len() {
        if out[at..].starts_with(from) {
            out[at..at + to.len()].copy_from_slice(to);
        }
    }
    out
}
