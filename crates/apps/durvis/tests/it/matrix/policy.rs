//! The rule of every route, as a page of the project's documentation.
use super::rows::{project, same_as};

const HEAD: &str = "\
# Routes and their rules

Every route of every door states a rule, which is enforced before its handler runs; none can be added without one. The
use case behind it checks the caller against the thing as well: `crates/apps/durvis/tests/it/matrix/expected.txt` shows
what everybody is answered. `{lang}` is `lv` or `en`. Generated: `WRITE_TABLES=1 cargo nextest run -p durvis matrix`.

| Method | Path | Rule |
|---|---|---|
";

// req: AUT-11
#[test]
fn every_route_stands_with_its_rule_in_the_documentation() {
    let mut lines: Vec<(String, String)> = Vec::new();
    for row in durvis::routes().table() {
        let rule = row.access.describe().replace('|', ", ");
        lines.push((row.path.clone(), format!("| {} | `{}` | {rule} |", row.method, row.path)));
    }
    lines.sort();
    assert!(lines.windows(2).all(|two| two[0] != two[1]), "a route stands twice");
    let rows: String = lines.into_iter().map(|(_, line)| line + "\n").collect();
    same_as(&project("../../../docs/policy/routes.md"), &format!("{HEAD}{rows}"));
}
