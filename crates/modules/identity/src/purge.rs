//! Removing what is over: expired sessions, sign-ins and tokens.

use crate::store::{logins, sessions, tokens};
use chrono::TimeDelta;
use kernel::{Result, Role};
use storage::Write;

/// Sessions stay so many days after they were over, for questions about who was signed in.
pub const KEEP_SESSIONS_DAYS: i64 = 30;

/// Removes expired sign-ins and tokens at once and sessions after [`KEEP_SESSIONS_DAYS`]; answers how many rows went.
///
/// # Errors
/// Forbidden unless the engine calls.
pub async fn purge_expired(tx: &mut Write) -> Result<u64> {
    tx.caller().require_role(&[Role::Engine])?;
    let now = tx.now();
    let old_sessions = sessions::purge(tx, now - TimeDelta::days(KEEP_SESSIONS_DAYS)).await?;
    Ok(old_sessions + logins::purge(tx, now).await? + tokens::purge(tx, now).await?)
}
