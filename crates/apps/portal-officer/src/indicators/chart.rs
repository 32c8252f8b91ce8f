//! Charts as numbers for an SVG that the server draws: the table beside each says the same.

use super::cards::number;
use serde::Serialize;

/// A line chart of two series, in one of two sizes: a style shows the one that fits the window.
#[derive(Debug, Clone, Serialize)]
pub struct LineChart {
    wide: bool,
    width: i64,
    height: i64,
    left: i64,
    right: i64,
    grid: Vec<GridLine>,
    ticks: Vec<Tick>,
    first: String,
    second: String,
    dots: Vec<Dot>,
    legend_x: i64,
    first_y: i64,
    second_y: i64,
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

#[derive(Debug, Clone, Copy, Serialize)]
struct Dot {
    x: i64,
    y: i64,
}

/// A bar of a bar chart.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    label: String,
    value: String,
    width: i64,
    y: usize,
}

const TOP: i64 = 26;
const LEFT: i64 = 44;

impl LineChart {
    /// Both sizes of the chart of `first` and `second`, one value of each for every label.
    pub fn both(labels: &[String], first: &[i64], second: &[i64]) -> Vec<Self> {
        vec![Self::new(true, labels, first, second), Self::new(false, labels, first, second)]
    }

    fn new(wide: bool, labels: &[String], first: &[i64], second: &[i64]) -> Self {
        // Where the names stand within the lines, a name under the lowest must not reach the months.
        let (width, height, bottom) = if wide { (640, 260, 34) } else { (330, 236, 50) };
        let right = if wide { width - 84 } else { width - 12 };
        let top = ceiling(first.iter().chain(second).copied().max().unwrap_or_default());
        let steps = (labels.len() as i64 - 1).max(1);
        let x = |place: usize| LEFT + place as i64 * (right - LEFT) / steps;
        let y = |value: i64| height - bottom - value * (height - bottom - TOP) / top;
        let line = |values: &[i64]| {
            let points = values.iter().enumerate().map(|(place, value)| format!("{},{}", x(place), y(*value)));
            points.collect::<Vec<_>>().join(" ")
        };
        let every = labels.len().div_ceil(if wide { 8 } else { 4 }).max(1);
        // The names stand at the ends of the lines, apart from each other.
        let end = |values: &[i64]| y(values.last().copied().unwrap_or_default());
        let (first_end, second_end) = (end(first), end(second));
        let higher = first_end <= second_end;
        let legend = |own: i64, above: bool| if above { own - 6 } else { own + 18 };
        Self {
            wide,
            width,
            height,
            left: LEFT,
            right,
            grid: [0, 1, 2, 3, 4].map(|part| GridLine { y: y(top * part / 4), label: top * part / 4 }).to_vec(),
            ticks: labels
                .iter()
                .enumerate()
                .filter(|(place, _)| place % every == 0)
                .map(|(place, label)| Tick { x: x(place), label: label.clone() })
                .collect(),
            first: line(first),
            second: line(second),
            dots: first.iter().enumerate().map(|(place, value)| Dot { x: x(place), y: y(*value) }).collect(),
            legend_x: if wide { right + 8 } else { right },
            first_y: legend(first_end, higher),
            second_y: legend(second_end, !higher),
        }
    }
}

/// The next round number that is a multiple of four.
fn ceiling(most: i64) -> i64 {
    let mut step = 1;
    loop {
        if let Some(round) = [4, 8, 20].into_iter().map(|factor| factor * step).find(|round| *round >= most) {
            return round;
        }
        step *= 10;
    }
}

/// Bars as wide as their values.
pub fn bars(values: Vec<(String, i64)>) -> Vec<Bar> {
    let most = values.iter().map(|(_, value)| *value).max().unwrap_or_default().max(1);
    let bar = |(place, (label, value)): (usize, (String, i64))| Bar {
        label,
        value: number(value),
        width: value * 350 / most,
        y: 16 + place * 41,
    };
    values.into_iter().enumerate().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::LineChart;

    #[test]
    fn names_of_lines_stay_clear_of_the_months() {
        let months: Vec<String> = (1..=12).map(|month| format!("{month:02}.11")).collect();
        for last in [0, 1, 50] {
            let (mut first, second) = ([50; 12], [0; 12]);
            first[11] = last;
            for chart in LineChart::both(&months, &first, &second).iter().filter(|chart| !chart.wide) {
                // The template writes months 8 above the foot, in letters of 13.
                assert!(chart.first_y.max(chart.second_y) <= chart.height - 8 - 13, "{chart:?}");
            }
        }
    }
}
