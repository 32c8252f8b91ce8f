//! Walks every cell of the table on a real server.
use web_kit::RouteRow;

use super::answers::{Asker, Cell, Whose, objects, role_of};
use super::plan::{About, about, lets_in};
use super::rows::{Row, name, project, render, same_as};
use crate::browser::{Body, House};
use crate::headers;
use crate::things::{ACTORS, Far, Office, World};

/// What the program answers that no reading of the table may wave through.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, route: &RouteRow, key: &str, what: impl std::fmt::Display) {
        self.0.push(format!("{} as {key}: {what}", name(route)));
    }
}

// req: AUT-06, AUT-11, ACC-03, AUD-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_answers_everybody_about_every_object_as_expected() {
    let world = World::new(House::demo().await).await;
    let mut asker = Asker::new(&world);
    let (mut rows, mut faults) = (Vec::new(), Faults::default());
    for route in durvis::routes().table() {
        let Some(about) = about(&route) else {
            panic!("{} has no plan: say in plan.rs what it is about", name(&route))
        };
        let mut answers: Vec<(Whose, Row)> = objects(about).iter().map(|whose| (*whose, Row::new())).collect();
        for key in ACTORS {
            let mut cells = Vec::new();
            for (whose, row) in &mut answers {
                let cell = asker.ask(&route, about, key, *whose).await;
                row.insert(key, cell.word.clone());
                for what in
                    headers::missing(&cell.page, role_of(&world, key) != kernel::Role::Anonymous && key != "system")
                {
                    faults.add(&route, key, what);
                }
                for what in headers::others_sites(&route, &cell.page) {
                    faults.add(&route, key, what);
                }
                cells.push((*whose, cell));
            }
            outer_wall(&world, &route, key, &cells, &mut faults);
            foreign_looks_missing(&route, about, key, &cells, &mut faults);
        }
        rows.extend(answers.into_iter().map(|(whose, row)| (route.clone(), whose, row)));
    }
    assert!(faults.0.is_empty(), "{}", faults.0.join("\n"));
    same_as(&project("tests/it/matrix/expected.txt"), &render(&rows));
}

/// Who is outside a rule is told so, and nothing about what exists; who is inside gets to their own things.
fn outer_wall(world: &World, route: &RouteRow, key: &str, cells: &[(Whose, Cell)], faults: &mut Faults) {
    let role = role_of(world, key);
    // Only the API knows systems: elsewhere a token counts for nothing.
    let api = route.path.starts_with("/api/") || route.path.starts_with("/oauth/");
    let role = if role == kernel::Role::ApiClient && !api { kernel::Role::Anonymous } else { role };
    if lets_in(route.access, role) {
        for (whose, cell) in cells.iter().filter(|(_, cell)| ["in", "401", "500", "503"].contains(&cell.word.as_str()))
        {
            faults.add(
                route,
                key,
                format!("{} is answered {} although the rule lets them in", whose.word(), cell.word),
            );
        }
        return;
    }
    let refused = match (role, api) {
        (kernel::Role::Anonymous, false) => "in",
        (kernel::Role::Anonymous, true) => "401",
        _ => "403",
    };
    for (whose, cell) in cells {
        if cell.word != refused || cell.text != cells[0].1.text {
            let line = cell.text.lines().zip(cells[0].1.text.lines()).find(|(here, first)| here != first);
            faults.add(route, key, format!("{} is {} and not a bare {refused}: {line:?}", whose.word(), cell.word));
        }
    }
}

/// Where a thing is private, another's looks exactly like a missing one.
fn foreign_looks_missing(route: &RouteRow, about: About, key: &str, cells: &[(Whose, Cell)], faults: &mut Faults) {
    let of = |wanted: Whose| cells.iter().find(|(whose, _)| *whose == wanted).map(|(_, cell)| cell);
    let (Some(others), Some(missing)) = (of(Whose::Others), of(Whose::Missing)) else { return };
    // Auditors may read every case, every letter and what is to become an e-service; the platform keeps the record of
    // every institution and access to it, keeps the portal's content and oversees the register: to them another's is not
    // private.
    let watched = key == "auditor" && matches!(about, About::Case(_) | About::Letter { .. } | About::Nomination);
    let written = matches!(about, About::WrittenSituation | About::Correction | About::Nomination);
    let kept = matches!(about, About::Membership | About::System | About::Record);
    let managed = key == "platform" && (written || kept);
    if (watched || managed) && ["200", "303"].contains(&others.word.as_str()) {
        return;
    }
    if others.word != missing.word {
        faults.add(route, key, format!("other's is {}, missing is {}", others.word, missing.word));
    } else if others.text != missing.text {
        faults.add(route, key, format!("other's and missing differ:\n{}\n---\n{}", others.text, missing.text));
    }
}

/// A file is found only under the case it belongs to, also by those who may see both.
// req: AUD-03
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_not_found_under_another_case() {
    let world = World::new(House::demo().await).await;
    let own = world.case("resident", Office::Vsaa, Far::Delivered).await;
    let second = world.case("resident", Office::Vsaa, Far::Delivered).await;
    let foreign = world.case("resident2", Office::Vsaa, Far::Delivered).await;
    let resident = world.who("resident");
    let get = async |id: &str, document: &str| {
        let path = format!("/lv/cases/{id}/documents/{document}");
        world.house.ask(resident, "GET", &path, Body::None).await.status
    };
    assert_eq!(get(&own.id, &own.document).await, 200);
    for other in [&second, &foreign] {
        assert_eq!(get(&own.id, &other.document).await, 404, "under another number");
    }
    let officer = world.who("officer");
    let path = format!("/lv/work/cases/{}/documents/{}", own.id, foreign.document);
    assert_eq!(world.house.ask(officer, "GET", &path, Body::None).await.status, 404);
}
