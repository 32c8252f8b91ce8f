//! Where the person is signed in, and ending that: a telephone that is lost, a computer of somebody else.

use axum::extract::Path;
use chrono::{DateTime, Utc};
use identity::OwnSession;
use kernel::{Assurance, Error, Locale, Party, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Answer, Fields, Template, Visit};

use crate::names::Names;

/// One session.
#[derive(Debug, Serialize)]
struct SessionLine {
    /// In whose name it acts.
    acting: String,
    /// The role there; for those who work in an institution.
    role: Option<&'static str>,
    begun: DateTime<Utc>,
    used: DateTime<Utc>,
    assurance: Assurance,
    /// Where to send its end.
    end: String,
}

/// Context of `profile/sessions.html`.
#[derive(Debug, Serialize)]
pub(crate) struct SessionsPage {
    /// The session of this browser.
    here: Option<SessionLine>,
    /// The others, last used first.
    others: Vec<SessionLine>,
}

/// `GET /profile/sessions`
pub(crate) async fn sessions(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    visit.render(&SessionsPage::load(&tx, &visit).await?)
}

/// `POST /profile/sessions/{id}/end`
pub(crate) async fn end_session(visit: Visit, Path(id): Path<String>, _checked: Fields) -> Answer {
    let mut tx = visit.write().await?;
    identity::end_session(&mut tx, id.parse().map_err(|_| Error::not_found("session"))?).await?;
    tx.commit().await?;
    visit.redirect("/profile/sessions?done=session-ended")
}

/// `POST /profile/sessions/end-others`
pub(crate) async fn end_others(visit: Visit, _checked: Fields) -> Answer {
    let here = visit.visitor().session.as_ref().ok_or_else(|| Error::unauthenticated("sign-in-needed"))?.id;
    let mut tx = visit.write().await?;
    identity::end_other_sessions(&mut tx, here).await?;
    tx.commit().await?;
    visit.redirect("/profile/sessions?done=sessions-ended")
}

impl SessionsPage {
    async fn load(tx: &Read, visit: &Visit) -> Result<Self> {
        let here = visit.visitor().session.as_ref().map(|session| session.id);
        let sessions = identity::own_sessions(tx).await?;
        let institutions = Names::of(tx, visit, sessions.iter().filter_map(|session| session.institution)).await?;
        let firms: Vec<Party> =
            sessions.iter().filter_map(|session| session.organisation).map(Party::Organisation).collect();
        let firms = identity::names_of(tx, &firms).await?;
        let (own, others): (Vec<_>, Vec<_>) = sessions.into_iter().partition(|session| Some(session.id) == here);
        let line = |session: OwnSession| SessionLine::of(visit, &session, &institutions, &firms);
        Ok(Self { here: own.into_iter().next().map(line), others: others.into_iter().map(line).collect() })
    }
}

impl SessionLine {
    fn of(visit: &Visit, session: &OwnSession, institutions: &Names, firms: &BTreeMap<Party, String>) -> Self {
        let firm = session.organisation.and_then(|id| firms.get(&Party::Organisation(id)).cloned());
        let acting = match session.institution {
            Some(institution) => institutions.get(institution),
            None => firm.unwrap_or_else(|| visit.text("profile-act-self")),
        };
        Self {
            acting,
            role: session.role.is_staff().then(|| session.role.as_str()),
            begun: session.signed_in_at,
            used: session.last_seen_at,
            assurance: session.assurance,
            end: visit.url(&format!("/profile/sessions/{}/end", session.id)),
        }
    }
}

impl Template for SessionsPage {
    const NAME: &'static str = "citizen/profile/sessions.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |acting: &str, role, number: u8| SessionLine {
            acting: acting.to_owned(),
            role,
            begun: DateTime::UNIX_EPOCH,
            used: DateTime::UNIX_EPOCH,
            assurance: Assurance::High,
            end: format!("/{locale}/profile/sessions/{number}/end"),
        };
        let here = || Some(line("Savā vārdā", None, 1));
        let others =
            vec![line("SIA „Rīta Rasa”", None, 2), line("Valsts sociālās apdrošināšanas aģentūra", Some("officer"), 3)];
        vec![Self { here: here(), others }, Self { here: here(), others: Vec::new() }]
    }
}
