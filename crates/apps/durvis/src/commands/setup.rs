//! `durvis setup`: what a platform for real people begins with.
use std::io::{BufRead as _, IsTerminal as _, Write as _};

use identity::{Identified, PersonalCode};
use kernel::{Caller, Role};
use storage::{Database, Write};

use crate::cli::{Place, Setup};
use crate::commands::said::said;
use crate::failure::Failure;
use crate::open;

/// The institution that runs the platform: its first administrator works there.
const OPERATOR: &str = "VDAA";

/// Brings in institutions, search rules and help, when asked for the pilot services and life situations too, and lets the
/// first administrator in. Running it again changes nothing that is there.
pub async fn run(place: &Place, options: &Setup) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let administrator = options.administrator.as_deref().map(asked).transpose()?;
    let db = open::database(&config).await?;
    migrations::up(db.for_migrations()).await?;
    let done = install(&db, options.pilot_services, administrator.as_ref()).await?;
    let mut out = said();
    for line in done {
        writeln!(out, "{line}")?;
    }
    Ok(db.close().await?)
}

async fn install(db: &Database, pilot: bool, administrator: Option<&Identified>) -> Result<Vec<String>, Failure> {
    let mut tx = db.write(&Caller::engine()).await?;
    let mut done = vec![format!("institutions: {}", institutions::install_reference_data(&mut tx).await?)];
    if pilot {
        // The life situations that come with the program lead to these services.
        catalogue::install_pilot_services(&mut tx).await?;
        catalogue::install_life_situations(&mut tx).await?;
        done.push("pilot services and life situations: there".to_owned());
    }
    catalogue::install_search_rules(&mut tx).await?;
    catalogue::install_repealed_acts(&mut tx).await?;
    catalogue::ensure_categories(&mut tx).await?;
    knowledge::install_articles(&mut tx).await?;
    done.push("search rules, repealed acts, categories, help articles: there".to_owned());
    if let Some(told) = administrator {
        let_in(&mut tx, told).await?;
        done.push(format!("platform administrator: may sign in, institution {OPERATOR}"));
    }
    tx.commit().await?;
    Ok(done)
}

/// The name that was given, and the personal code from standard input: an argument would stand in the list of processes.
fn asked(name: &str) -> Result<Identified, Failure> {
    let (given_name, family_name) = name
        .trim()
        .rsplit_once(' ')
        .map(|(given, family)| (given.trim().to_owned(), family.to_owned()))
        .ok_or_else(|| Failure {
            code: 2,
            text: "--administrator wants a given name and a family name, for example \"Anna Bērziņa\"; nothing was changed"
                .to_owned(),
        })?;
    if std::io::stdin().is_terminal() {
        write!(std::io::stderr(), "Personal code of {name}: ")?;
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let code = PersonalCode::parse(line.trim())?;
    Ok(Identified { codes: vec![code], given_name, family_name, birth_date: None, email: None })
}

async fn let_in(tx: &mut Write, told: &Identified) -> Result<(), Failure> {
    let person = identity::recognise(tx, told).await?;
    let operator = institutions::by_code(tx, OPERATOR).await?.ok_or_else(|| kernel::Error::not_found("institution"))?;
    institutions::ensure_membership(tx, person, operator.id, Role::PlatformAdministrator).await?;
    Ok(())
}
