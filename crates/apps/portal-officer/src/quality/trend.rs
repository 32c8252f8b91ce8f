//! Scores day by day, as numbers for an SVG that the server draws; the table beside it says the same.

use catalogue::{QualityDay, ScoreChange};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Locale, riga_date};
use serde::Serialize;

/// A line chart from 0 to 100, in one of two sizes: a style shows the one that fits the window.
#[derive(Debug, Clone, Serialize)]
pub struct TrendChart {
    wide: bool,
    width: i64,
    height: i64,
    left: i64,
    right: i64,
    grid: Vec<GridLine>,
    ticks: Vec<Tick>,
    line: String,
    dots: Vec<Dot>,
}

#[derive(Debug, Clone, Serialize)]
struct GridLine {
    y: i64,
    label: i64,
}

#[derive(Debug, Clone, Serialize)]
struct Tick {
    x: i64,
    label: String,
}

#[derive(Debug, Clone, Serialize)]
struct Dot {
    x: i64,
    y: i64,
}

/// A day of the table.
#[derive(Debug, Clone, Serialize)]
pub struct DayRow {
    day: NaiveDate,
    services: i64,
    mean: i64,
    blocking: i64,
    warning: i64,
}

impl From<&QualityDay> for DayRow {
    fn from(day: &QualityDay) -> Self {
        Self { day: day.day, services: day.services, mean: day.mean, blocking: day.blocking, warning: day.warning }
    }
}

/// A change of the table of one service.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeRow {
    at: DateTime<Utc>,
    version: i32,
    score: i32,
    level: &'static str,
}

impl From<&ScoreChange> for ChangeRow {
    fn from(change: &ScoreChange) -> Self {
        let level = super::level(i64::from(change.score));
        Self { at: change.at, version: change.version, score: change.score, level }
    }
}

/// A score on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    day: NaiveDate,
    score: i64,
}

impl From<&QualityDay> for Point {
    fn from(day: &QualityDay) -> Self {
        Self { day: day.day, score: day.mean }
    }
}

/// The score at the end of each day on which it changed, and the last one until today.
pub fn course(changes: &[ScoreChange], today: NaiveDate) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for change in changes {
        let point = Point { day: riga_date(change.at), score: i64::from(change.score) };
        points.retain(|before| before.day != point.day);
        points.push(point);
    }
    let now = points.last().filter(|last| last.day < today).map(|last| Point { day: today, ..*last });
    points.extend(now);
    points
}

const TOP: i64 = 16;
const BOTTOM: i64 = 34;
const LEFT: i64 = 40;

/// Both sizes of the chart; none for less than two days, which make no trend.
pub fn charts(locale: Locale, points: &[Point]) -> Vec<TrendChart> {
    if points.len() < 2 { Vec::new() } else { [true, false].map(|wide| chart(wide, locale, points)).to_vec() }
}

fn chart(wide: bool, locale: Locale, days: &[Point]) -> TrendChart {
    let (width, height) = if wide { (640, 200) } else { (330, 180) };
    let right = width - 16;
    let first = days.first().map_or_else(NaiveDate::default, |day| day.day);
    let span = days.last().map_or(1, |last| (last.day - first).num_days()).max(1);
    let x = |day: NaiveDate| LEFT + (day - first).num_days() * (right - LEFT) / span;
    let y = |score: i64| height - BOTTOM - score * (height - BOTTOM - TOP) / 100;
    let every = days.len().div_ceil(if wide { 7 } else { 3 }).max(1);
    let points: Vec<String> = days.iter().map(|day| format!("{},{}", x(day.day), y(day.score))).collect();
    let ticks = days.iter().step_by(every);
    TrendChart {
        wide,
        width,
        height,
        left: LEFT,
        right,
        grid: [0, 25, 50, 75, 100].map(|score| GridLine { y: y(score), label: score }).to_vec(),
        ticks: ticks.map(|day| Tick { x: x(day.day), label: short(locale, day.day) }).collect(),
        line: points.join(" "),
        dots: days.iter().map(|day| Dot { x: x(day.day), y: y(day.score) }).collect(),
    }
}

/// Day and month in figures.
fn short(locale: Locale, day: NaiveDate) -> String {
    match locale {
        Locale::Lv => day.format("%-d.%-m.").to_string(),
        Locale::En => day.format("%-d/%-m").to_string(),
    }
}
