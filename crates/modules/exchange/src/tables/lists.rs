//! Lists after the cells of a row were put into them: which items stay, and which number each had in the headings.

use super::columns::Column;
use super::shape::List;
use catalogue::Description;

/// The numbers that items had in the headings, of the lists that a row changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers(Vec<(List, Vec<usize>)>);

impl Numbers {
    /// The number in the headings of the item at a place, from 0.
    pub fn of(&self, list: List, place: usize) -> usize {
        let changed = self.0.iter().find(|(known, _)| *known == list);
        changed.and_then(|(_, numbers)| numbers.get(place).copied()).unwrap_or(place + 1)
    }

    /// Leaves out the items of `list` whose cells are all empty; returns the headings of those that hold something
    /// without saying what they are. Of `standing` items that were there, those without a column for it stay.
    pub fn settle<'a>(
        &mut self,
        list: List,
        standing: usize,
        text: &mut Description,
        columns: &[Column],
        cell: impl Fn(&str) -> Option<&'a str>,
    ) -> Vec<String> {
        let (mut kept, mut wordless) = (Vec::new(), Vec::new());
        let holds = |name: &str| cell(name).is_some_and(|cell| !cell.is_empty());
        for number in 1..=list.length(text) {
            let word = list.heading(number, list.word());
            let mut own = columns.iter().filter(|column| column.item == Some((list, number)));
            let stands = number <= standing && cell(&word).is_none();
            if holds(&word) || stands {
                kept.push(number);
            } else if own.any(|column| holds(&column.name)) {
                kept.push(number);
                wordless.push(word);
            }
        }
        list.keep(text, &kept);
        self.0.push((list, kept));
        wordless
    }
}
