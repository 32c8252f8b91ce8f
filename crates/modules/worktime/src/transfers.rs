//! Transferred working days: a day between a holiday and the weekend is made free and a Saturday worked instead.
//!
//! The Cabinet orders them for institutions paid from the state budget with a week of Monday to Friday (Labour Law,
//! section 133, part 4); municipalities and companies may follow. So a calendar adopts a list, or none.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One transferred working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Transfer {
    /// The working day made free.
    pub day_off: NaiveDate,
    /// The Saturday worked instead.
    pub worked_instead: NaiveDate,
}

impl Transfer {
    /// A transfer from `day_off` to `worked_instead`.
    #[must_use]
    pub const fn new(day_off: NaiveDate, worked_instead: NaiveDate) -> Self {
        Self { day_off, worked_instead }
    }
}

/// Year, then month and day of the day off, then month and day worked instead.
type Row = (i32, (u32, u32), (u32, u32));

/// The Cabinet's orders from 2001 to 2026.
const STATE: [Row; 36] = [
    (2001, (12, 24), (12, 22)),
    (2002, (12, 30), (12, 28)),
    (2003, (11, 17), (11, 15)),
    (2004, (1, 2), (1, 10)),
    (2004, (5, 3), (5, 8)),
    (2004, (6, 25), (6, 19)),
    (2004, (11, 19), (11, 13)),
    (2006, (11, 27), (12, 2)),
    (2007, (4, 30), (4, 14)),
    (2008, (5, 2), (5, 10)),
    (2008, (11, 17), (11, 22)),
    (2009, (1, 2), (1, 10)),
    (2009, (6, 22), (6, 27)),
    (2010, (5, 3), (5, 29)),
    (2010, (6, 25), (6, 19)),
    (2010, (11, 19), (11, 13)),
    (2012, (4, 30), (4, 28)),
    (2013, (12, 23), (12, 14)),
    (2013, (12, 30), (12, 28)),
    (2014, (5, 2), (5, 10)),
    (2014, (11, 17), (11, 22)),
    (2015, (1, 2), (1, 10)),
    (2015, (6, 22), (6, 27)),
    (2017, (5, 5), (5, 13)),
    (2018, (4, 30), (4, 21)),
    (2020, (6, 22), (6, 13)),
    (2021, (5, 3), (5, 8)),
    (2021, (6, 25), (6, 19)),
    (2021, (11, 19), (11, 13)),
    (2023, (5, 5), (5, 20)),
    (2024, (12, 23), (12, 14)),
    (2024, (12, 30), (12, 28)),
    (2025, (5, 2), (5, 10)),
    (2025, (11, 17), (11, 8)),
    (2026, (1, 2), (1, 17)),
    (2026, (6, 22), (6, 27)),
];

/// The transfers that the Cabinet ordered for state institutions, 2001 to 2026, by day off.
#[must_use]
pub fn state_transfers() -> Vec<Transfer> {
    let date = |year, (month, day)| NaiveDate::from_ymd_opt(year, month, day);
    STATE.iter().filter_map(|&(year, off, worked)| Some(Transfer::new(date(year, off)?, date(year, worked)?))).collect()
}
