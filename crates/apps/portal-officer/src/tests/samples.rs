//! Every template with every sample in both languages.

use std::fs;
use std::path::PathBuf;

use web_kit::{SampleSession, Templates, check_samples, defects_of};

// req: A11-01, A11-04
#[test]
fn every_page_renders_in_both_languages_and_is_well_wired() {
    let templates = Templates::new(vec![web_kit::templates(), crate::templates()]).unwrap();
    assert_eq!(templates.unregistered(), Vec::<String>::new());
    let samples = check_samples(&templates, |_| SampleSession::Staff).unwrap();
    assert!(samples.len() > 40, "only {} samples", samples.len());
    let folder = std::env::var_os("SAMPLES_DIR").map(PathBuf::from);
    for sample in samples {
        let defects = defects_of(&sample.html);
        assert!(defects.is_empty(), "{}: {defects:?}", sample.file_name());
        if let Some(folder) = &folder {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(sample.file_name()), &sample.html).unwrap();
        }
    }
}
