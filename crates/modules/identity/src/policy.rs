//! Who may do what with persons, sessions and API clients. Pure; printed as a table and kept as a snapshot.

use kernel::Role;

/// An act on something of this module. `own` means: the caller's own person or institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read a person's data.
    ReadPerson {
        /// Their own.
        own: bool,
    },
    /// Find who has a personal code or registration number.
    FindByCode,
    /// Change contact data.
    EditProfile {
        /// Their own.
        own: bool,
    },
    /// See and end sessions.
    ManageSessions {
        /// Their own.
        own: bool,
    },
    /// Register, renew and revoke an institution's API clients.
    ManageApiClients {
        /// Of the caller's own institution.
        own: bool,
    },
    /// Enter persons and organisations as a register tells them.
    EnterFromRegister,
    /// See, add and change those who act for the company that the caller acts for.
    ManageRepresentatives {
        /// The caller is its management.
        management: bool,
    },
    /// Find colleagues in any institution by name.
    FindStaff,
}

impl Action {
    /// Every action, for the printed table.
    #[cfg(test)]
    pub const ALL: [Self; 13] = [
        Self::ReadPerson { own: true },
        Self::ReadPerson { own: false },
        Self::FindByCode,
        Self::EditProfile { own: true },
        Self::EditProfile { own: false },
        Self::ManageSessions { own: true },
        Self::ManageSessions { own: false },
        Self::ManageApiClients { own: true },
        Self::ManageApiClients { own: false },
        Self::EnterFromRegister,
        Self::ManageRepresentatives { management: true },
        Self::ManageRepresentatives { management: false },
        Self::FindStaff,
    ];
}

/// Whether `role` may do `action`.
#[must_use]
pub fn may(role: Role, action: Action) -> bool {
    use Role::{
        ApiClient, Auditor, Client, Engine, InstitutionAdministrator, Officer, PlatformAdministrator, Specialist,
    };
    match action {
        Action::ReadPerson { own: true } | Action::ManageSessions { own: true } => role == Client || role.is_staff(),
        Action::EditProfile { own: true } => role == Client || role.is_staff(),
        Action::ReadPerson { own: false } => matches!(role, Specialist | Officer | ApiClient | Engine),
        // Auditors read whose data were looked at; that reading is on the record of the person found.
        Action::FindByCode => matches!(role, Specialist | Officer | Auditor | ApiClient | Engine),
        Action::EditProfile { own: false } | Action::ManageSessions { own: false } => false,
        Action::ManageApiClients { own } => role == PlatformAdministrator || (own && role == InstitutionAdministrator),
        Action::EnterFromRegister => role == Engine,
        Action::ManageRepresentatives { management } => management && role == Client,
        Action::FindStaff => role.is_staff(),
    }
}
