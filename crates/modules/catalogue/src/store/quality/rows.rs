//! Rows of the tables of quality control.

/// Row of `service_quality`.
pub mod service_quality {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_quality")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        pub number: i64,
        pub holder: Uuid,
        pub state: String,
        pub live: bool,
        pub version: i32,
        pub score: i32,
        pub blocking: i32,
        pub warning: i32,
        pub hinting: i32,
        pub dead_links: i32,
        pub english_missing: bool,
        pub name_key: String,
        pub findings: String,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `service_findings`.
pub mod service_findings {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_findings")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub rule: String,
        pub holder: Uuid,
        pub score: i32,
        pub number: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `quality_holders`.
pub mod quality_holders {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "quality_holders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        pub services: i64,
        pub open: i64,
        pub drafts: i64,
        pub score_sum: i64,
        pub blocking: i64,
        pub warning: i64,
        pub dead_links: i64,
        pub english_missing: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `quality_days`.
pub mod quality_days {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "quality_days")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
        pub services: i64,
        pub score_sum: i64,
        pub blocking: i64,
        pub warning: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `links`.
pub mod links {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub url: String,
        pub state: String,
        pub last_status: Option<i32>,
        pub checked_at: Option<DateTimeUtc>,
        pub failures: i32,
        pub failed_on: Option<Date>,
        pub next_check_at: DateTimeUtc,
        pub spread_after: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `service_links`.
pub mod service_links {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub path: String,
        pub link: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `service_checks`.
pub mod service_checks {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_checks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub quarter: String,
        pub holder: Uuid,
        pub number: i64,
        pub due_on: Date,
        pub made_at: DateTimeUtc,
        pub done: bool,
        pub confirmed_at: Option<DateTimeUtc>,
        pub confirmed_by: Option<Uuid>,
        pub version: Option<i32>,
        pub corrected: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `check_holders`.
pub mod check_holders {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_holders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub quarter: String,
        pub due_on: Date,
        pub tasks: i64,
        pub open: i64,
        pub last_confirmed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `check_reminders`.
pub mod check_reminders {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_reminders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub holder: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub quarter: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub days: i32,
        pub open: i64,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `check_quarters`.
pub mod check_quarters {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "check_quarters")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub quarter: String,
        pub made_through: i64,
        pub complete: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
