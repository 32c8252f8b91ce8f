//! Reading and writing `service_instructions` and `instruction_reads`.

use super::instruction_rows::{instructions, reads};
use crate::{Instruction, InstructionEnd, InstructionRead};
use chrono::NaiveDate;
use kernel::{InstitutionId, LangText, PersonId, Result, ServiceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TryInsertResult};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

impl From<instructions::Model> for Instruction {
    fn from(row: instructions::Model) -> Self {
        let ended = row.ended_on.map(|on| InstructionEnd {
            on,
            at: row.ended_at,
            by: row.ended_by.map(PersonId::new),
            replaced_by: row.replaced_by,
        });
        Self {
            id: row.id,
            text: LangText::new(row.text_lv, row.text_en),
            valid_from: row.valid_from,
            replaces: row.replaces,
            author: row.author.map(PersonId::new),
            issued_at: row.issued_at,
            ended,
        }
    }
}

/// What is new about an instruction.
pub struct New {
    pub id: Uuid,
    pub service: ServiceId,
    pub text: LangText,
    pub valid_from: NaiveDate,
    pub replaces: Option<Uuid>,
}

pub async fn insert(tx: &Write, new: New) -> Result<()> {
    let row = instructions::ActiveModel {
        id: Set(new.id),
        service: Set(new.service.uuid()),
        text_lv: Set(new.text.lv),
        text_en: Set(new.text.en),
        valid_from: Set(new.valid_from),
        replaces: Set(new.replaces),
        author: Set(tx.caller().person.map(PersonId::uuid)),
        issued_at: Set(tx.now()),
        ended_on: Set(None),
        ended_at: Set(None),
        ended_by: Set(None),
        replaced_by: Set(None),
    };
    instructions::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// With the service it is about.
pub async fn find(tx: &Read, id: Uuid) -> Result<Option<(Instruction, ServiceId)>> {
    let row = instructions::Entity::find_by_id(id).one(tx.conn()).await.db()?;
    Ok(row.map(|row| (ServiceId::new(row.service), row)).map(|(service, row)| (row.into(), service)))
}

/// Those of a service that nobody ended, oldest first.
pub async fn open(tx: &Read, service: ServiceId, most: u64) -> Result<Vec<Instruction>> {
    let rows = instructions::Entity::find()
        .filter(instructions::Column::Service.eq(service.uuid()))
        .filter(instructions::Column::EndedOn.is_null())
        .order_by_asc(instructions::Column::Id)
        .limit(most)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(Instruction::from).collect())
}

/// Those whose end is known, the latest end first.
pub async fn ended(tx: &Read, service: ServiceId, most: u64) -> Result<Vec<Instruction>> {
    let rows = instructions::Entity::find()
        .filter(instructions::Column::Service.eq(service.uuid()))
        .filter(instructions::Column::EndedOn.is_not_null())
        .order_by_desc(instructions::Column::EndedOn)
        .limit(most)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(Instruction::from).collect())
}

/// Ends one that nobody ended before, on a day; says whether it was so.
pub async fn end(tx: &Write, id: Uuid, on: NaiveDate, replaced_by: Option<Uuid>) -> Result<bool> {
    let change = instructions::ActiveModel {
        ended_on: Set(Some(on)),
        ended_at: Set(Some(tx.now())),
        ended_by: Set(tx.caller().person.map(PersonId::uuid)),
        replaced_by: Set(replaced_by),
        ..Default::default()
    };
    let changed = instructions::Entity::update_many()
        .set(change)
        .filter(instructions::Column::Id.eq(id))
        .filter(instructions::Column::EndedOn.is_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(changed.rows_affected == 1)
}

/// Lets one hold on that another one was to replace.
pub async fn hold_on(tx: &Write, id: Uuid, replaced_by: Uuid) -> Result<()> {
    let change = instructions::ActiveModel {
        ended_on: Set(None),
        ended_at: Set(None),
        ended_by: Set(None),
        replaced_by: Set(None),
        ..Default::default()
    };
    instructions::Entity::update_many()
        .set(change)
        .filter(instructions::Column::Id.eq(id))
        .filter(instructions::Column::ReplacedBy.eq(replaced_by))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// Notes that somebody read one; `false` when they did before.
pub async fn mark(tx: &Write, id: Uuid, institution: InstitutionId, person: PersonId) -> Result<bool> {
    let row = reads::ActiveModel {
        instruction: Set(id),
        institution: Set(institution.uuid()),
        person: Set(person.uuid()),
        read_at: Set(tx.now()),
    };
    let key = [reads::Column::Instruction, reads::Column::Institution, reads::Column::Person];
    let insert = reads::Entity::insert(row).on_conflict_do_nothing_on(key);
    Ok(matches!(insert.exec_without_returning(tx.conn()).await.db()?, TryInsertResult::Inserted(1)))
}

/// Who read some of them, by instruction and institution: all, or one person of one institution.
pub async fn reads_of(
    tx: &Read,
    ids: &[Uuid],
    reader: Option<(InstitutionId, PersonId)>,
    most: u64,
) -> Result<Vec<InstructionRead>> {
    let mut query = reads::Entity::find().filter(reads::Column::Instruction.is_in(ids.iter().copied()));
    if let Some((institution, person)) = reader {
        query = query
            .filter(reads::Column::Institution.eq(institution.uuid()))
            .filter(reads::Column::Person.eq(person.uuid()));
    }
    let query = query
        .order_by_asc(reads::Column::Instruction)
        .order_by_asc(reads::Column::Institution)
        .order_by_asc(reads::Column::Person)
        .limit(most);
    let rows = query.all(tx.conn()).await.db()?;
    let read = |row: reads::Model| InstructionRead {
        instruction: row.instruction,
        institution: InstitutionId::new(row.institution),
        person: PersonId::new(row.person),
        at: row.read_at,
    };
    Ok(rows.into_iter().map(read).collect())
}
