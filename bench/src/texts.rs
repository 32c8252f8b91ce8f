//! Texts of services in great number: variations of a real inventory where the shared data are there, of our own judged
//! corpus otherwise; and words to search for, taken from them.
use std::io::Read as _;

use catalogue::{ClientCircle, SampleService, Territory};
use flate2::read::GzDecoder;
use kernel::{Channel, InstitutionId, LangText};

use crate::Failure;

/// The inventory below the shared data.
const INVENTORY: &str = "services/canada_services_2024.csv.gz";

/// Name, summary.
pub type Text = (String, String);

/// Real names and summaries; none when the shared data are not there.
pub fn real() -> Result<Vec<Text>, Failure> {
    let Some(path) = test_support::shared_data(INVENTORY) else { return Ok(Vec::new()) };
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(path)?).read_to_string(&mut text)?;
    let mut rows = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns = rows.headers()?.clone();
    let place = |name: &str| columns.iter().position(|column| column == name);
    let (Some(name), Some(summary)) = (place("service_name_en"), place("service_description_en")) else {
        return Ok(Vec::new());
    };
    let mut texts = Vec::new();
    for row in rows.records().flatten() {
        texts.push((row.get(name).unwrap_or_default().to_owned(), row.get(summary).unwrap_or_default().to_owned()));
    }
    Ok(texts)
}

/// Deterministic numbers: the same run asks the same questions.
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % end.max(1)
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len()))
    }
}

/// The `number`th variation: a name of one text with the beginning of another, a municipality, channels and a circle.
pub fn variation(
    number: usize,
    texts: &[Text],
    municipalities: &[(InstitutionId, String, LangText)],
    dice: &mut Dice,
) -> Option<SampleService> {
    let (name, summary) = texts.get(number % texts.len().max(1))?;
    let (other, more) = dice.pick(texts)?;
    let (holder, atvk, town) = dice.pick(municipalities)?;
    let words: Vec<&str> = other.split_whitespace().take(3).collect();
    let circles = ClientCircle::ALL;
    let channels = Channel::ALL.iter().filter(|_| dice.below(2) == 0).copied().collect();
    let everywhere = dice.below(2) == 0;
    Some(SampleService {
        external_id: format!("bench:{number}"),
        holder: *holder,
        name: LangText::new(format!("{name} – {}, {}", words.join(" "), town.lv), String::new()),
        summary: LangText::new(format!("{summary} {}", more.split(". ").next().unwrap_or_default()), String::new()),
        keywords: vec![words.join(" ")],
        client_circle: *dice.pick(circles)?,
        territory: if everywhere { Territory::WholeCountry } else { Territory::Municipalities(vec![atvk.clone()]) },
        channels,
        life_events: vec![["childbirth", "parenting", "job_loss", "taxes", "illness"][dice.below(5)].to_owned()],
    })
}

/// What people type, by kind.
pub struct Questions {
    /// One word of a name.
    pub one: Vec<String>,
    /// Two words of one name.
    pub two: Vec<String>,
    /// A word in which two letters changed places.
    pub typo: Vec<String>,
    /// The first letters of a word: two to five.
    pub begun: Vec<String>,
}

/// Questions about these texts.
pub fn questions(texts: &[Text], count: usize) -> Questions {
    let mut dice = Dice::new(7);
    let mut asked = Questions { one: Vec::new(), two: Vec::new(), typo: Vec::new(), begun: Vec::new() };
    // Bounded: a corpus without long words gives fewer questions and no endless loop.
    for _ in 0..count * 50 {
        let Some((name, _)) = dice.pick(texts) else { break };
        let words: Vec<String> = name
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.chars().count() >= 4)
            .map(str::to_lowercase)
            .collect();
        let (Some(first), Some(second)) = (dice.pick(&words), dice.pick(&words)) else { continue };
        push(&mut asked.one, first.clone(), count);
        if first != second {
            push(&mut asked.two, format!("{first} {second}"), count);
        }
        let mut letters: Vec<char> = second.chars().collect();
        if letters.len() >= 7 {
            letters.swap(3, 4);
            push(&mut asked.typo, letters.iter().collect(), count);
        }
        let length = 2 + dice.below(4);
        push(&mut asked.begun, first.chars().take(length).collect(), count);
    }
    asked
}

fn push(list: &mut Vec<String>, text: String, most: usize) {
    if list.len() < most {
        list.push(text);
    }
}
