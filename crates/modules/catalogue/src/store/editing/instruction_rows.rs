//! Rows of `service_instructions` and `instruction_reads`.

/// Row of `service_instructions`.
pub mod instructions {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_instructions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub service: Uuid,
        pub text_lv: String,
        pub text_en: String,
        pub valid_from: Date,
        pub replaces: Option<Uuid>,
        pub author: Option<Uuid>,
        pub issued_at: DateTimeUtc,
        pub ended_on: Option<Date>,
        pub ended_at: Option<DateTimeUtc>,
        pub ended_by: Option<Uuid>,
        pub replaced_by: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Row of `instruction_reads`.
pub mod reads {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "instruction_reads")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub instruction: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub institution: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub person: Uuid,
        pub read_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
