//! Rows of `service_templates`, `template_versions`, `template_plans` and `template_services`.

/// Templates.
pub mod template {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_templates")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: i64,
        pub code: String,
        pub state: String,
        pub scope: String,
        pub name_lv: String,
        pub name_en: String,
        pub summary_lv: String,
        pub summary_en: String,
        pub client_circle: String,
        pub cofog: String,
        pub version: i32,
        pub digest: String,
        pub revision: i64,
        pub created_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Their texts.
pub mod text {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "template_versions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub template: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i32,
        pub digest: String,
        pub document: String,
        pub created_at: DateTimeUtc,
        pub author: Option<Uuid>,
        pub note: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Texts that wait for a day, and what became of them.
pub mod plan {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "template_plans")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub template: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub state: String,
        pub valid_from: DateTimeUtc,
        pub digest: String,
        pub document: String,
        pub note: String,
        pub author: Option<Uuid>,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is attached to them.
pub mod member {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "template_services")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        pub template: Uuid,
        pub holder: Uuid,
        pub atvk: Option<String>,
        pub attached_at: DateTimeUtc,
        pub attached_by: Option<Uuid>,
        pub deviation_lv: String,
        pub deviation_en: String,
        pub seen: i64,
        pub behind: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
