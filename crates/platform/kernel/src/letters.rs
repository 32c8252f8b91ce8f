//! Letters without diacritics, and names in the order of the Latvian alphabet.

/// Replaces the Latvian letters with marks (and the commonest foreign ones) by their plain neighbours; keeps case.
#[must_use]
pub fn fold(word: &str) -> String {
    word.chars().map(plain).collect()
}

/// Small letters without diacritics, as people type when they are in a hurry.
#[must_use]
pub fn folded(text: &str) -> String {
    fold(&text.to_lowercase())
}

/// By what names are put in order: letters with marks come right after those without.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 8);
    for sign in name.to_lowercase().chars() {
        key.push(plain(sign));
        if plain(sign) != sign {
            key.push('~');
        }
    }
    key
}

fn plain(letter: char) -> char {
    match letter {
        'ā' | 'á' | 'à' | 'â' | 'ä' | 'å' => 'a',
        'č' | 'ç' => 'c',
        'ē' | 'é' | 'è' | 'ê' | 'ë' => 'e',
        'ģ' => 'g',
        'ī' | 'í' | 'ì' | 'î' | 'ï' => 'i',
        'ķ' => 'k',
        'ļ' => 'l',
        'ņ' | 'ñ' => 'n',
        'ō' | 'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ŗ' => 'r',
        'š' => 's',
        'ū' | 'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ž' => 'z',
        'Ā' => 'A',
        'Č' => 'C',
        'Ē' => 'E',
        'Ģ' => 'G',
        'Ī' => 'I',
        'Ķ' => 'K',
        'Ļ' => 'L',
        'Ņ' => 'N',
        'Š' => 'S',
        'Ū' => 'U',
        'Ž' => 'Z',
        other => other,
    }
}
