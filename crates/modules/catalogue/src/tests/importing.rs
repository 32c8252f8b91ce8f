//! Importing a national inventory.

use super::db;
use crate::{ImportReport, SearchIndex, ServiceFilter, import_canada, search_services, service};
use kernel::{Caller, Locale, PageRequest};
use search::Location;
use std::io::{Cursor, Read};
use std::time::Instant;
use test_support::TestDb;

const HEADING: &str = "\u{feff}service_id,service_name_en,service_description_en,owner_org,owner_org_title,service_fee,client_target_groups,service_scope,os_application\n";

async fn import(db: &TestDb, text: &str) -> ImportReport {
    import_canada(db, Cursor::new(text.as_bytes().to_vec()), |_| ()).await.unwrap()
}

#[tokio::test]
async fn rows_become_services_and_bad_rows_are_listed() {
    let db = db().await;
    let text = format!(
        "{HEADING}1,Licence,\"Two\nlines, quoted\",tc,Transport | Transports,Y,PERSON,EXTERN,Y\n2,,No name,tc,Transport | Transports,N,PERSON,EXTERN,N\n3,Short row,x,tc\n1,Again,x,tc,Transport | Transports,N,PERSON,EXTERN,N\n4,Desk service,x,tc,Transport | Transports,N,ECONOM,INTERN,N\n"
    );
    let report = import(&db, &text).await;
    assert_eq!((report.read, report.imported, report.unchanged), (5, 2, 0));
    let rejected: Vec<_> = report.rejected.iter().map(|row| row.row).collect();
    assert_eq!(rejected, [3, 4, 5]);
    assert!(report.rejected[0].reason.contains("service_name_en"), "{:?}", report.rejected);
    let tx = db.reading(&Caller::anonymous()).await;
    let licence = service(&tx, "1018").await.unwrap();
    assert_eq!(licence.description.summary.get(Locale::Lv), "Two\nlines, quoted");
    assert_eq!(
        (licence.external_id.as_deref(), licence.description.only_language),
        (Some("canada:1"), Some(Locale::En))
    );
    let holder = institutions::find(&tx, licence.holder).await.unwrap();
    assert_eq!((holder.name.en.as_str(), holder.origin), ("Transport (test data)", institutions::Origin::Imported));
    // The internal service is there, but not for the public.
    assert!(service(&tx, "1019").await.is_err());
}

#[tokio::test]
async fn importing_again_doubles_nothing_and_takes_over_changes() {
    let db = db().await;
    let row = |name: &str| format!("{HEADING}1,{name},x,tc,Transport | Transports,N,PERSON,EXTERN,Y\n");
    assert_eq!(import(&db, &row("Licence")).await.imported, 1);
    let again = import(&db, &row("Licence")).await;
    assert_eq!((again.imported, again.updated, again.unchanged), (0, 0, 1));
    let changed = import(&db, &row("Permit")).await;
    assert_eq!((changed.imported, changed.updated, changed.unchanged), (0, 1, 0));
    let tx = db.reading(&Caller::anonymous()).await;
    let service = service(&tx, "1018").await.unwrap();
    assert_eq!((service.name().en.as_str(), service.version), ("Permit", 2));
}

#[tokio::test]
async fn another_file_is_refused_with_the_missing_column() {
    let db = db().await;
    let error = import_canada(&db, Cursor::new(b"a,b\n1,2\n".to_vec()), |_| ()).await.unwrap_err();
    assert_eq!((error.key(), error.field_errors()[0].path.as_str()), ("services-file", "service_id"));
}

/// The end of a file that was not sent whole.
struct CutOff;

impl Read for CutOff {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("cut off"))
    }
}

#[tokio::test]
async fn a_file_that_breaks_off_is_told_and_what_came_before_stays() {
    let db = db().await;
    let row = "1,Licence,x,tc,Transport | Transports,N,PERSON,EXTERN,Y\n";
    let whole = import(&db, &format!("{HEADING}{row}")).await;
    assert_eq!((whole.imported, whole.stopped), (1, None));
    let text = format!("{HEADING}{row}2,Permit,x,tc,Transport | Transports,N,PERSON,EXTERN,Y\n3,Half");
    let report = import_canada(&db, Cursor::new(text.into_bytes()).chain(CutOff), |_| ()).await.unwrap();
    assert_eq!((report.imported, report.unchanged, report.rejected.len()), (1, 1, 1));
    assert!(report.stopped.is_some_and(|reason| reason.contains("cut off")));
}

#[tokio::test]
async fn the_real_inventory_arrives_whole_and_is_indexed_at_once() {
    let Some(path) = test_support::shared_data("services/canada_services_2024.csv.gz") else { return };
    let db = db().await;
    let open = || std::fs::File::open(&path).unwrap();
    let mut steps = 0;
    let report = import_canada(&db, open(), |_| steps += 1).await.unwrap();
    assert_eq!((report.read, report.imported, report.rejected.len()), (1752, 1751, 1));
    assert_eq!((report.rejected[0].reason.contains("SRV02975"), steps), (true, 18));
    let again = import_canada(&db, open(), |_| ()).await.unwrap();
    assert_eq!((again.imported, again.updated, again.unchanged), (0, 0, 1751));
    let index = SearchIndex::open(Location::Ram).unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let start = Instant::now();
    let indexed = index.rebuild(&tx).await.unwrap();
    let elapsed = start.elapsed();
    assert!(indexed > 1700 && elapsed.as_secs_f32() < 10.0, "{indexed} in {elapsed:?}");
    eprintln!("{indexed} services indexed in {elapsed:?}");
    let found =
        search_services(&tx, &index, "passport", &ServiceFilter::default(), &PageRequest::first(10)).await.unwrap();
    assert!(found.page.items.iter().any(|item| item.name.en.contains("assport")), "{found:?}");
    let lv = search_services(&tx, &index, "bērna pabalsts", &ServiceFilter::default(), &PageRequest::first(3))
        .await
        .unwrap();
    assert!(lv.page.items.iter().all(|item| item.pilot.is_some()), "{lv:?}");
}
