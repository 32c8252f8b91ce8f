//! What changed between two descriptions.

use super::{db, pilot};
use crate::{Piece, Step, compare, compare_texts};
use kernel::LangText;

// req: CAT-33
#[test]
fn texts_are_compared_word_by_word() {
    let pieces = compare_texts("Pabalstu izmaksā desmit dienās.", "Pabalstu izmaksā piecās darba dienās.");
    assert_eq!(
        pieces,
        [
            Piece::Kept("Pabalstu izmaksā ".into()),
            Piece::Removed("desmit".into()),
            Piece::Added("piecās darba".into()),
            Piece::Kept(" dienās.".into()),
        ]
    );
}

// req: CAT-33
#[test]
fn words_that_alternate_are_one_change_and_both_texts_stay_whole() {
    let both = [
        ("Pabalstu maksā valsts", "Atbalstu sniedz pilsēta"),
        (
            "Iesniedziet iesniegumu par bērnu klātienē un gaidiet.",
            "Aizpildiet veidlapu par ģimeni internetā un gaidiet.",
        ),
        ("viens divi trīs", "viens trīs"),
        ("a b c d", "b d"),
        ("", "Viss ir jauns"),
    ];
    for (before, after) in both {
        let pieces = compare_texts(before, after);
        let side = |later: bool| -> String {
            let words = pieces.iter().filter_map(|piece| match (piece, later) {
                (Piece::Kept(text), _) | (Piece::Added(text), true) | (Piece::Removed(text), false) => {
                    Some(text.as_str())
                }
                _ => None,
            });
            words.collect()
        };
        assert_eq!((side(false).as_str(), side(true).as_str()), (before, after), "{pieces:?}");
    }
    let whole = compare_texts(both[0].0, both[0].1);
    assert_eq!(whole, [Piece::Removed(both[0].0.into()), Piece::Added(both[0].1.into())]);
    let end = compare_texts(both[1].0, both[1].1);
    assert_eq!((end.len(), end.last()), (3, Some(&Piece::Kept(" un gaidiet.".into()))), "{end:?}");
}

// req: CAT-33
#[tokio::test]
async fn only_what_differs_is_named_also_when_a_list_grows_at_its_beginning() {
    let db = db().await;
    let before = (*pilot(&db, "P.11").await.description).clone();
    assert_eq!(compare(&before, &before).unwrap(), []);
    let mut after = before.clone();
    let step = Step { title: LangText::new("Pārbaudiet", "Check"), ..after.steps[0].clone() };
    after.steps.insert(0, step);
    after.name.en = "Birth benefit".into();
    after.flags.sdg = true;
    let changes = compare(&before, &after).unwrap();
    let paths: Vec<_> = changes.iter().map(|change| change.path.as_str()).collect();
    assert!(paths.contains(&"name/en") && paths.contains(&"flags/sdg"), "{paths:?}");
    let steps: Vec<_> = paths.iter().filter(|path| path.starts_with("steps/")).collect();
    assert!(!steps.is_empty() && steps.iter().all(|path| path.starts_with("steps/0/")), "{paths:?}");
}
