//! All life situations by branch (POR-04).

use catalogue::SituationBranch;
use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, Template, Visit};

use crate::home::{Tile, situation_tile};
use crate::own::Own;

#[derive(Debug, Serialize)]
struct Branch {
    word: &'static str,
    tiles: Vec<Tile>,
}

/// Context of `life/list.html`.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    branches: Vec<Branch>,
}

/// `GET /life`
pub(crate) async fn list(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let mut order = SituationBranch::ALL.to_vec();
    if Own::of(&tx, &visit).await?.is_company() {
        order.reverse();
    }
    let mut branches = Vec::new();
    for branch in order {
        let lines = catalogue::list_situations(&tx, Some(branch)).await?;
        let tiles = lines.into_iter().map(|line| situation_tile(&visit, line)).collect();
        branches.push(Branch { word: branch.as_str(), tiles });
    }
    branches.retain(|branch| !branch.tiles.is_empty());
    visit.render(&ListPage { branches })
}

impl Template for ListPage {
    const NAME: &'static str = "citizen/life/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let tile = || Tile {
            href: format!("/{locale}/life/childbirth"),
            icon: "baby",
            name: "Bērna piedzimšana".to_owned(),
            text: "Kas jādara".to_owned(),
            count: None,
        };
        let branch = |word| Branch { word, tiles: vec![tile(), tile()] };
        vec![Self { branches: vec![branch("residents"), branch("businesses")] }, Self { branches: Vec::new() }]
    }
}
