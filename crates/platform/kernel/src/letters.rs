//! Letters without diacritics, and their order.

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

/// What names are ordered by in the Latvian alphabet: capitals count as small letters, and letters with marks come right
/// after those without.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let plain = |sign: char| match sign {
        'ā' => "a~".to_owned(),
        'č' => "c~".to_owned(),
        'ē' => "e~".to_owned(),
        'ģ' => "g~".to_owned(),
        'ī' => "i~".to_owned(),
        'ķ' => "k~".to_owned(),
        'ļ' => "l~".to_owned(),
        'ņ' => "n~".to_owned(),
        'š' => "s~".to_owned(),
        'ū' => "u~".to_owned(),
        'ž' => "z~".to_owned(),
        other => other.to_string(),
    };
    name.to_lowercase().chars().map(plain).collect()
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
