#![doc = include_str!("../README.md")]

mod api_clients;
mod demo_client;
mod events;
mod iban;
mod model;
mod municipality;
mod named_client;
mod oidc;
mod own_sessions;
mod person;
mod personal_code;
mod personas;
mod policy;
mod profile;
mod profiles;
mod purge;
mod recognise;
mod registration_number;
mod representation;
mod representatives;
mod scope;
mod secret;
mod session;
mod staff;
mod staff_directory;
mod staff_reader;
mod store;
mod tokens;

pub use api_clients::{
    ApiClient, IssuedSecret, ROTATION_DAYS, RegisterApiClient, api_clients, register_api_client, renew_secret,
    revoke_api_client,
};
pub use demo_client::{DEMO_CLIENT, DEMO_CLIENT_SECRET, holds_demonstration, install_demo_client};
pub use events::{
    API_CLIENT_REGISTERED, API_CLIENT_RENEWED, API_CLIENT_REVOKED, REPRESENTATION_CHANGED, REPRESENTATION_ENDED,
    REPRESENTATION_GIVEN, REPRESENTATIVE_SOUGHT,
};
pub use iban::Iban;
pub use model::{Ground, Organisation, Person, Profile, ProfileChoice, Representation};
pub use municipality::choose_municipality;
pub use named_client::{NamedClient, find_client};
pub use oidc::{
    ClaimNames, OidcProvider, OidcSettings, PendingSignIn, Proven, Ready, Redirect, SignedIn, begin_sign_in,
    finish_sign_in, take_pending,
};
pub use own_sessions::{OwnSession, end_other_sessions, end_session, own_sessions};
pub use person::{find_person, find_person_named, names_of, organisation, person};
pub use personal_code::{CodeKind, PersonalCode};
pub use personas::{Demonstration, Persona, install_personas, issue_persona_token, persona_caller, persona_sign_in};
pub use profile::{UpdateProfile, profile, update_profile};
pub use profiles::profiles_of;
pub use purge::{KEEP_SESSIONS_DAYS, purge_expired};
pub use recognise::{Identified, allow_representation, end_representation, ensure_organisation, recognise};
pub use registration_number::RegistrationNumber;
pub use representatives::{
    AddRepresentative, AssignServices, MOST_SERVICES, MOST_SOUGHT_AN_HOUR, Representative, add_representative,
    assign_services, end_representative, manages_company, representative, representatives, seek_representative,
};
pub use scope::Scope;
pub use secret::Secret;
pub use session::{
    ABSOLUTE_HOURS, CLIENT_IDLE_MINUTES, LAPSED_HOURS, STAFF_IDLE_MINUTES, Session, SignIn, lapsed_session,
    session_by_token, sign_in, sign_in_by, sign_out, switch_profile, touch_session,
};
pub use staff_directory::{FindStaff, StaffMember, find_staff};
pub use staff_reader::{StaffReader, rebuild_staff};
pub use tokens::{Bearer, TOKEN_SECONDS, Token, bearer_by_token, issue_token};

#[cfg(test)]
mod tests;
