//! Tables of `identity`: persons, organisations, sessions, sign-ins, API clients, access tokens.

use crate::columns::{at, big, date, index, optional, text, unique, uuid};
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(persons()).await?;
        manager.create_table(person_codes()).await?;
        manager.create_index(index("person_codes", &["person_id"])).await?;
        manager.create_table(organisations()).await?;
        manager.create_index(unique("organisations", &["registration_number"])).await?;
        manager.create_table(representations()).await?;
        manager.create_index(index("representations", &["person_id"])).await?;
        manager.create_table(sessions()).await?;
        manager.create_index(unique("sessions", &["id"])).await?;
        manager.create_index(index("sessions", &["person_id", "last_seen_at"])).await?;
        manager.create_index(index("sessions", &["expires_at"])).await?;
        manager.create_table(pending_logins()).await?;
        manager.create_index(index("pending_logins", &["expires_at"])).await?;
        manager.create_table(api_clients()).await?;
        manager.create_index(index("api_clients", &["institution_id", "name"])).await?;
        manager.create_table(access_tokens()).await?;
        manager.create_index(index("access_tokens", &["expires_at"])).await
    }
}

/// Points from a column to the `id` of another table of this module.
fn to(column: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from_col(column).to(table, "id").take()
}

fn persons() -> TableCreateStatement {
    Table::create()
        .table("persons")
        .col(uuid("id").primary_key())
        .col(text("given_name"))
        .col(text("family_name"))
        .col(optional(date("birth_date")))
        .col(text("locale"))
        .col(optional(text("email")))
        .col(optional(text("phone")))
        .col(optional(text("iban")))
        .col(optional(text("address")))
        .col(big("revision"))
        .col(at("created_at"))
        .col(at("updated_at"))
        .take()
}

fn person_codes() -> TableCreateStatement {
    Table::create()
        .table("person_codes")
        .col(text("code").primary_key())
        .col(uuid("person_id"))
        .col(text("kind"))
        .col(at("added_at"))
        .foreign_key(&mut to("person_id", "persons"))
        .take()
}

fn organisations() -> TableCreateStatement {
    Table::create()
        .table("organisations")
        .col(uuid("id").primary_key())
        .col(text("registration_number"))
        .col(text("name"))
        .col(at("created_at"))
        .take()
}

fn representations() -> TableCreateStatement {
    Table::create()
        .table("representations")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(uuid("organisation_id"))
        .col(text("ground"))
        .col(text("scope"))
        .col(date("valid_from"))
        .col(optional(date("valid_until")))
        .col(at("created_at"))
        .foreign_key(&mut to("person_id", "persons"))
        .foreign_key(&mut to("organisation_id", "organisations"))
        .take()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("sessions")
        .col(text("token_hash").primary_key())
        .col(uuid("id"))
        .col(uuid("person_id"))
        .col(text("role"))
        .col(optional(uuid("institution_id")))
        .col(optional(uuid("organisation_id")))
        .col(optional(text("ground")))
        .col(text("assurance"))
        .col(text("csrf"))
        .col(at("signed_in_at"))
        .col(at("last_seen_at"))
        .col(at("expires_at"))
        .col(optional(at("ended_at")))
        .foreign_key(&mut to("person_id", "persons"))
        .take()
}

fn pending_logins() -> TableCreateStatement {
    Table::create()
        .table("pending_logins")
        .col(text("state_hash").primary_key())
        .col(text("nonce"))
        .col(text("pkce_verifier"))
        .col(text("return_to"))
        .col(at("expires_at"))
        .take()
}

fn api_clients() -> TableCreateStatement {
    Table::create()
        .table("api_clients")
        .col(uuid("id").primary_key())
        .col(text("name"))
        .col(uuid("institution_id"))
        .col(text("secret_hash"))
        .col(optional(text("previous_secret_hash")))
        .col(optional(at("previous_until")))
        .col(text("scopes"))
        .col(at("created_at"))
        .col(optional(uuid("created_by")))
        .col(optional(at("revoked_at")))
        .col(optional(at("last_used_at")))
        .take()
}

fn access_tokens() -> TableCreateStatement {
    Table::create()
        .table("access_tokens")
        .col(text("token_hash").primary_key())
        .col(optional(uuid("api_client_id")))
        .col(optional(uuid("person_id")))
        .col(text("role"))
        .col(optional(uuid("institution_id")))
        .col(optional(uuid("organisation_id")))
        .col(optional(text("ground")))
        .col(text("scopes"))
        .col(at("created_at"))
        .col(at("expires_at"))
        .foreign_key(&mut to("api_client_id", "api_clients"))
        .foreign_key(&mut to("person_id", "persons"))
        .take()
}
