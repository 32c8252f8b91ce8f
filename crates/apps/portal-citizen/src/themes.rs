//! The divisions of COFOG as themes in plain words, each with a picture.

/// Division, picture. The words are `theme-<division>` and `theme-<division>-hint`.
pub(crate) const THEMES: [(&str, &str); 10] = [
    ("10", "users"),
    ("04", "briefcase"),
    ("01", "landmark"),
    ("07", "stethoscope"),
    ("09", "graduation-cap"),
    ("06", "house"),
    ("03", "scale"),
    ("08", "drama"),
    ("05", "leaf"),
    ("02", "shield"),
];

/// Whether there is such a division.
pub(crate) fn is_theme(division: &str) -> bool {
    THEMES.iter().any(|(known, _)| *known == division)
}

/// The picture of a life situation; a signpost for those that editors added.
pub(crate) fn situation_icon(slug: &str) -> &'static str {
    match slug {
        "childbirth" => "baby",
        "parenting" => "backpack",
        "leaving-school" => "graduation-cap",
        "coming-of-age" => "cake",
        "name-change" => "pen-line",
        "foster-parent" => "heart-handshake",
        "death-in-family" => "flower-2",
        "job-loss" => "briefcase",
        "new-job" => "handshake",
        "illness" => "thermometer",
        "disability" => "accessibility",
        "becoming-needy" => "hand-coins",
        "retirement" => "armchair",
        "taxes" => "percent",
        "living-abroad" => "plane",
        "returning" => "house",
        "starting-business" => "store",
        "first-employee" => "user-plus",
        "closing-business" => "door-closed",
        _ => "signpost",
    }
}
