//! What was typed into the form of a branch, and what it means.

use catalogue::Weekday;
use institutions::{BranchText, OpeningHours, Position};
use kernel::{DayTime, FieldError, LangText, Result, no_faults};
use serde::Serialize;
use web_kit::Fields;

/// A place in the middle of the country: it stands in for degrees that cannot be read, which are told by themselves.
const MIDDLE: Position = Position { latitude: 56.95, longitude: 24.6 };

/// What was typed about a branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypedBranch {
    pub name_lv: String,
    pub name_en: String,
    pub address: String,
    pub latitude: String,
    pub longitude: String,
    pub phone: String,
    pub hours_lv: String,
    pub hours_en: String,
    /// Hours by day, Monday first.
    pub days: Vec<TypedDay>,
}

/// The hours of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypedDay {
    /// The input.
    pub name: String,
    /// Its word: `monday`.
    pub day: &'static str,
    pub value: String,
}

impl Default for TypedBranch {
    fn default() -> Self {
        Self::of(&Fields(Vec::new()))
    }
}

impl TypedBranch {
    pub fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            name_lv: text("name_lv"),
            name_en: text("name_en"),
            address: text("address"),
            latitude: text("latitude"),
            longitude: text("longitude"),
            phone: text("phone"),
            hours_lv: text("hours_lv"),
            hours_en: text("hours_en"),
            days: days(|name, _| text(name)),
        }
    }

    /// The form of what is known.
    pub fn known(known: &BranchText) -> Self {
        let Position { latitude, longitude } = known.position;
        Self {
            name_lv: known.name.lv.clone(),
            name_en: known.name.en.clone(),
            address: known.address.clone(),
            latitude: latitude.to_string(),
            longitude: longitude.to_string(),
            phone: known.phone.clone().unwrap_or_default(),
            hours_lv: known.hours.lv.clone(),
            hours_en: known.hours.en.clone(),
            days: days(|_, number| shown(&known.opening, number)),
        }
    }

    /// What it means; everything that is wrong is told at once, in the order of the form.
    ///
    /// # Errors
    /// Invalid `form-has-errors` by field.
    pub fn text(&self) -> Result<BranchText> {
        let mut faults = Vec::new();
        let latitude = degrees(&mut faults, "latitude", &self.latitude);
        let longitude = degrees(&mut faults, "longitude", &self.longitude);
        let position = latitude.zip(longitude).and_then(|(north, east)| Position::new(north, east).ok());
        if position.is_none() && faults.is_empty() {
            faults.extend(["latitude", "longitude"].map(|field| FieldError::new(field, "branch-outside")));
        }
        let text = BranchText {
            name: LangText::new(&self.name_lv, &self.name_en),
            address: self.address.clone(),
            position: position.unwrap_or(MIDDLE),
            phone: Some(self.phone.clone()).filter(|phone| !phone.is_empty()),
            hours: LangText::new(self.hours_lv.replace("\r\n", "\n"), self.hours_en.replace("\r\n", "\n")),
            opening: self.opening(&mut faults),
        };
        faults.extend(text.faults());
        faults.sort_by_key(|fault| FIELDS.iter().position(|name| *name == fault.path).unwrap_or(FIELDS.len()));
        no_faults(faults)?;
        Ok(text)
    }

    /// The hours of all days; days with the same ones share a line.
    fn opening(&self, faults: &mut Vec<FieldError>) -> Vec<OpeningHours> {
        let mut lines: Vec<OpeningHours> = Vec::new();
        for (number, day) in (1..).zip(&self.days) {
            let Some(spans) = spans(&day.value) else {
                faults.push(FieldError::new(&day.name, "branch-hours"));
                continue;
            };
            for (opens, closes) in spans {
                match lines.iter_mut().find(|line| line.opens == opens && line.closes == closes) {
                    Some(line) => line.days.push(number),
                    None => lines.push(OpeningHours { days: vec![number], opens, closes }),
                }
            }
        }
        lines
    }
}

/// The seat of an institution has the fields of a branch; less of it must be known.
impl TypedBranch {
    /// The form of a seat that is known.
    pub(crate) fn seat(name: &LangText, known: &institutions::Contacts) -> Self {
        let degrees = |known: Option<f64>| known.map(|degrees| degrees.to_string()).unwrap_or_default();
        Self {
            name_lv: name.lv.clone(),
            name_en: name.en.clone(),
            address: known.address.clone().unwrap_or_default(),
            latitude: degrees(known.position.map(|at| at.latitude)),
            longitude: degrees(known.position.map(|at| at.longitude)),
            phone: known.phone.clone().unwrap_or_default(),
            hours_lv: known.hours.lv.clone(),
            hours_en: known.hours.en.clone(),
            days: days(|_, number| shown(&known.opening, number)),
        }
    }

    /// How the seat is reached, as far as the fields of a branch say it; what cannot be understood is told.
    pub(crate) fn contacts(&self, faults: &mut Vec<FieldError>) -> institutions::Contacts {
        let told = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let unplaced = self.latitude.is_empty() && self.longitude.is_empty();
        institutions::Contacts {
            phone: told(&self.phone),
            address: told(&self.address),
            hours: LangText::new(self.hours_lv.replace("\r\n", "\n"), self.hours_en.replace("\r\n", "\n")),
            opening: self.opening(faults),
            position: if unplaced { None } else { self.position(faults) },
            ..institutions::Contacts::default()
        }
    }

    fn position(&self, faults: &mut Vec<FieldError>) -> Option<Position> {
        let latitude = degrees(faults, "latitude", &self.latitude);
        let longitude = degrees(faults, "longitude", &self.longitude);
        let (latitude, longitude) = latitude.zip(longitude)?;
        let position = Position::new(latitude, longitude).ok();
        if position.is_none() {
            faults.extend(["latitude", "longitude"].map(|field| FieldError::new(field, "branch-outside")));
        }
        position
    }
}

/// The fields in the order of the form; the days come last.
const FIELDS: [&str; 8] = ["name_lv", "name_en", "address", "latitude", "longitude", "phone", "hours_lv", "hours_en"];

/// An input a day; `value` is told its name and the number of the day, from 1.
fn days(value: impl Fn(&str, u8) -> String) -> Vec<TypedDay> {
    let day = |(number, day): (u8, &Weekday)| {
        let name = format!("day-{number}");
        TypedDay { value: value(&name, number), name, day: day.as_str() }
    };
    (1..).zip(Weekday::ALL).map(day).collect()
}

/// The hours of a day as people write them: `8:30–12:00, 13:00–17:00`.
fn shown(opening: &[OpeningHours], day: u8) -> String {
    let mut spans: Vec<String> = opening
        .iter()
        .filter(|line| line.days.contains(&day))
        .map(|line| format!("{}–{}", line.opens, line.closes))
        .collect();
    spans.sort_unstable();
    spans.join(", ")
}

/// More parts than this has no day.
const MOST_PARTS: usize = 5;

/// From and to, of each part of a day; none when it cannot be understood. Nothing is a day on which it is closed.
fn spans(text: &str) -> Option<Vec<(String, String)>> {
    let parts: Vec<&str> = text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > MOST_PARTS {
        return None;
    }
    let span = |part: &str| {
        let (opens, closes) = part.split_once(['-', '–'])?;
        let (opens, closes) = (DayTime::parse(opens)?, DayTime::parse(closes)?);
        (opens < closes).then(|| (opens.to_string(), closes.to_string()))
    };
    parts.into_iter().map(span).collect()
}

/// Degrees with a comma or a point; told when they cannot be read.
fn degrees(faults: &mut Vec<FieldError>, name: &str, text: &str) -> Option<f64> {
    let found = text.replace(',', ".").parse::<f64>().ok().filter(|degrees| degrees.is_finite());
    if found.is_none() {
        faults.push(FieldError::new(name, "branch-degrees"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{TypedBranch, spans};
    use institutions::OpeningHours;
    use web_kit::Fields;

    fn typed(changes: &[(&str, &str)]) -> TypedBranch {
        let fields = [("name_lv", "Filiāle"), ("address", "Iela 1"), ("latitude", "57,31"), ("longitude", "25.27")];
        let all = changes.iter().chain(&fields).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        TypedBranch::of(&Fields(all.collect()))
    }

    // req: CAT-07, POR-16
    #[test]
    fn hours_are_understood_as_people_write_them() {
        let one = |opens: &str, closes: &str| (opens.to_owned(), closes.to_owned());
        assert_eq!(spans("8.30–17.00"), Some(vec![one("08:30", "17:00")]));
        assert_eq!(spans(" 9:00 - 12:00; 13:00-18:00 "), Some(vec![one("09:00", "12:00"), one("13:00", "18:00")]));
        assert_eq!(spans("18.00-24.00"), Some(vec![one("18:00", "24:00")]));
        assert_eq!(spans(""), Some(Vec::new()));
        assert!(spans(&"8:30-9:00,".repeat(5)).is_some_and(|parts| parts.len() == 5));
        let many = "8:30-9:00,".repeat(6);
        for wrong in ["no rīta", "8:30", "17:00-8:30", "8:30-24:01", "8:30-17:00 un vēl", &many] {
            assert_eq!(spans(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_with_the_same_hours_share_a_line_and_come_back_as_they_were() {
        let form = typed(&[("day-1", "8:30-17:00"), ("day-2", "8.30–12.00, 13.00–17.00"), ("day-3", "08:30-17:00")]);
        let text = form.text().unwrap();
        let line = |days: &[u8], opens: &str, closes: &str| OpeningHours {
            days: days.to_vec(),
            opens: opens.to_owned(),
            closes: closes.to_owned(),
        };
        let wanted = [line(&[1, 3], "08:30", "17:00"), line(&[2], "08:30", "12:00"), line(&[2], "13:00", "17:00")];
        assert_eq!(text.opening, wanted);
        let again = TypedBranch::known(&text);
        let days: Vec<&str> = again.days.iter().map(|day| day.value.as_str()).collect();
        assert_eq!(days, ["08:30–17:00", "08:30–12:00, 13:00–17:00", "08:30–17:00", "", "", "", ""]);
        assert_eq!(again.text().unwrap(), text);
    }

    #[test]
    fn everything_that_is_wrong_is_told_in_the_order_of_the_form() {
        let form = typed(&[("day-7", "nekad"), ("longitude", "austrumi"), ("name_lv", ""), ("phone", "x")]);
        let error = form.text().unwrap_err();
        let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
        assert_eq!(paths, ["name_lv", "longitude", "phone", "day-7"]);
        for (north, east) in [("91", "24"), ("54.69", "25.28")] {
            let error = typed(&[("latitude", north), ("longitude", east)]).text().unwrap_err();
            let told: Vec<&str> = error.field_errors().iter().map(|field| field.key.as_str()).collect();
            assert_eq!(told, ["branch-outside", "branch-outside"], "{north}");
        }
    }
}
