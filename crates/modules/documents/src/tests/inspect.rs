//! What is accepted, and what is refused for its type or content.

use super::LIMIT;
use super::samples::{PDF, docx_with, edoc, jpeg, odt, png, test_virus};
use crate::{FileType, inspect, too_large};
use kernel::ErrorKind;
use proptest::prelude::*;

fn key(name: &str, bytes: &[u8]) -> &'static str {
    match inspect(name, bytes.to_vec().into(), LIMIT) {
        Ok(_) => "accepted",
        Err(error) => error.key(),
    }
}

#[test]
fn every_accepted_type_is_accepted_under_each_of_its_endings() {
    let docx = docx_with(&[]);
    let (png, jpeg, odt, edoc) = (png(800, 600), jpeg(4000, 3000), odt(), edoc());
    let samples: [(FileType, &[u8]); 7] = [
        (FileType::Pdf, PDF),
        (FileType::Jpeg, &jpeg),
        (FileType::Png, &png),
        (FileType::Docx, &docx),
        (FileType::Odt, &odt),
        (FileType::Asice, &edoc),
        (FileType::Txt, "Rindkopa ar garumzīmēm: āčē.\r\n\tOtra.".as_bytes()),
    ];
    assert_eq!(samples.map(|(kind, _)| kind), FileType::ALL);
    for (kind, bytes) in samples {
        for ending in kind.extensions() {
            let name = format!("Dokuments.{}", ending.to_uppercase());
            let file = inspect(&name, bytes.to_vec().into(), LIMIT).unwrap();
            assert_eq!((file.kind(), file.name()), (kind, format!("Dokuments.{ending}").as_str()));
            assert_eq!(file.sha256(), kernel::digest_hex(bytes));
        }
    }
}

#[test]
fn a_name_that_does_not_match_the_content_is_refused() {
    let docx = docx_with(&[]);
    for (name, bytes) in [
        ("a.pdf", png(1, 1).as_slice()),
        ("a.png", PDF),
        ("a.jpg", &png(1, 1)),
        ("a.docx", PDF),
        ("a.docx", &odt()),
        ("a.odt", &docx),
        ("a.edoc", &docx),
        ("a.txt", PDF),
        ("a.txt", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("a.txt", b"\xff\xfe\x00bad"),
        ("a.txt", b"bell \x07"),
        ("a.pdf", b"just text"),
        ("a.png", b"\x89PNG\r\n\x1a\n"),
    ] {
        assert_eq!(key(name, bytes), "file-content", "{name}");
    }
}

#[test]
fn a_text_may_begin_with_the_letters_of_another_kind() {
    for text in ["BMW reģistrācijas apliecība.", "BM", "MZ 250, motocikls.\r\n"] {
        assert_eq!(key("a.txt", text.as_bytes()), "accepted", "{text}");
    }
    for bytes in [b"BM\x36\x00\x0c\x00\x00\x00".as_slice(), b"MZ\x90\x00\x03\x00"] {
        assert_eq!(key("a.txt", bytes), "file-content", "{bytes:?}");
    }
}

#[test]
fn other_types_and_empty_files_are_refused() {
    for name in ["a.exe", "a.html", "a.svg", "a.zip", "a.pdf.exe", "pdf", "a.", ""] {
        assert_eq!(key(name, PDF), "file-type", "{name}");
    }
    assert_eq!(key("a.pdf", b""), "file-empty");
    let error = inspect("a.exe", PDF.into(), LIMIT).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unsupported);
    assert!(error.args().iter().any(|(name, value)| *name == "types" && value.contains("PDF")));
}

#[test]
fn a_file_above_the_limit_is_refused_with_it() {
    for limit in [1024, 64 * 1024, 12 << 20] {
        let mut large = PDF.to_vec();
        large.resize(limit, b' ');
        assert!(inspect("a.pdf", large.clone().into(), limit).is_ok(), "{limit}");
        large.push(b' ');
        let error = inspect("../a.pdf", large.into(), limit).unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::TooLarge, "file-too-large"));
        assert_eq!(error.args(), [("name", "a.pdf".to_owned()), ("bytes", limit.to_string())]);
        assert_eq!(error.args(), too_large("../a.pdf", limit).args());
    }
}

#[test]
fn a_file_that_is_two_kinds_at_once_is_refused() {
    let archive = docx_with(&[]);
    let pdf_and_zip = [PDF, &archive].concat();
    assert_eq!(key("a.pdf", &pdf_and_zip), "file-content");
    let png_and_zip = [png(1, 1), archive.clone()].concat();
    assert_eq!(key("a.png", &png_and_zip), "file-content");
    assert_eq!(key("a.txt", &[b"text ".as_slice(), b"PK\x05\x06", &[0; 18]].concat()), "file-content");
    let mut image_and_pdf = jpeg(10, 10);
    image_and_pdf.extend(PDF);
    assert_eq!(key("a.jpg", &image_and_pdf), "file-content");
}

#[test]
fn the_test_virus_is_found_also_inside_an_archive() {
    let virus = test_virus();
    assert_eq!(key("a.txt", &virus), "file-virus");
    assert_eq!(key("a.pdf", &[PDF, &virus].concat()), "file-virus");
    // Across the boundary of the pieces in which archives are read.
    let mut padded = vec![b'x'; 64 * 1024 - 30];
    padded.extend(&virus);
    assert_eq!(key("a.docx", &docx_with(&[("word/media/1.txt", &padded)])), "file-virus");
}

#[test]
fn images_of_more_than_fifty_megapixels_are_refused() {
    assert_eq!(key("a.png", &png(10_000, 5_000)), "accepted");
    assert_eq!(key("a.png", &png(10_000, 5_001)), "file-image");
    assert_eq!(key("a.png", &png(u32::MAX, u32::MAX)), "file-image");
    assert_eq!(key("a.jpg", &jpeg(u16::MAX, u16::MAX)), "file-image");
    assert_eq!(key("a.png", &png(0, 10)), "file-content");
}

proptest! {
    #[test]
    fn no_bytes_make_inspection_panic(bytes in prop::collection::vec(any::<u8>(), 0..600), kind in 0..7_usize, at in 0..200_usize) {
        let ending = FileType::ALL[kind].extensions()[0];
        let _ = inspect(&format!("a.{ending}"), bytes.clone().into(), LIMIT);
        // The same after a good beginning, where the parsers go deeper.
        for sample in [docx_with(&[]), odt(), edoc(), jpeg(9, 9), png(9, 9)] {
            let mut damaged = sample;
            let at = at.min(damaged.len());
            damaged.splice(at..at, bytes.iter().copied().take(20));
            let _ = inspect(&format!("a.{ending}"), damaged.into(), LIMIT);
        }
    }
}
