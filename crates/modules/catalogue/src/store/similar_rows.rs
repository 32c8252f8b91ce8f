//! Rows of `similar_services`, `similar_features` and `similar_bands`.

/// Pairs.
pub mod pair {
    use crate::{SimilarKind, SimilarReason};
    use kernel::Result;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "similar_services")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub other: Uuid,
        pub score: i32,
        pub reasons: String,
        pub kind: String,
        pub state: String,
        pub found_at: DateTimeUtc,
        pub decided_by: Option<Uuid>,
        pub decided_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// What they share.
        pub fn reasons(&self) -> Result<Vec<SimilarReason>> {
            self.reasons.split_whitespace().map(str::parse).collect()
        }

        /// What both are.
        pub fn kind(&self) -> Result<Option<SimilarKind>> {
            Some(self.kind.as_str()).filter(|kind| !kind.is_empty()).map(str::parse).transpose()
        }
    }
}

/// What is compared.
pub mod features {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "similar_features")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service: Uuid,
        pub number: i64,
        pub features: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// By which marks services find each other.
pub mod bands {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "similar_bands")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub band: i32,
        #[sea_orm(primary_key, auto_increment = false)]
        pub mark: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub service: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
