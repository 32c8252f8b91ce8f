//! Everything at once: the same as one by one, in every form.

use super::{db, from_turtle, open};
use crate::{Dump, DumpFormat, describe_service};
use catalogue::public_services;
use kernel::Caller;
use std::collections::BTreeSet;
use test_support::TestDb;

pub(super) async fn whole(db: &TestDb, format: DumpFormat) -> Vec<u8> {
    let mut dump = Dump::new((**db).clone(), open(), format);
    let mut all = Vec::new();
    while let Some(part) = dump.next().await.unwrap() {
        all.extend(part);
    }
    all
}

// req: CAT-19, OPN-03
#[tokio::test]
async fn the_turtle_of_everything_is_that_of_each_service() {
    let db = db().await;
    let all = from_turtle(&whole(&db, DumpFormat::Turtle).await);
    let tx = db.reading(&Caller::anonymous()).await;
    let mut single = BTreeSet::new();
    for one in public_services(&tx, 0, 100).await.unwrap().services {
        single.extend(from_turtle(&describe_service(&tx, &open(), &one).await.unwrap().to_turtle().unwrap()));
    }
    assert_eq!(all, single);
}

// req: OPN-03
#[tokio::test]
async fn lines_and_rows_hold_every_service_once() {
    let db = db().await;
    let lines = whole(&db, DumpFormat::Jsonl(|_, service| Ok(service.code.clone().into_bytes()))).await;
    let codes: Vec<String> = String::from_utf8(lines).unwrap().lines().map(str::to_owned).collect();
    assert_eq!(codes, (1001..=1017).map(|code| code.to_string()).collect::<Vec<_>>());
    let table = whole(&db, DumpFormat::Csv).await;
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let heading = rows.headers().unwrap().clone();
    let place = |name: &str| heading.iter().position(|one| one == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>(), codes);
    let birth = &rows[6];
    assert_eq!(&birth[place("holder")], "VSAA");
    assert_eq!((&birth[place("electronic_fee")], &birth[place("electronic_deadline")]), ("0.00", "10 wd"));
    assert_eq!(&birth[place("institution_deadline")], "1 m");
    assert_eq!(&birth[place("address")], "https://durvis.example/id/service/1007");
}
