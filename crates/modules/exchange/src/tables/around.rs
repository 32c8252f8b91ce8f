//! Around a description: whose table it is, and the codes of the institutions that stand in it.

use super::columns::Column;
use super::read::{ServiceTable, TableRow};
use catalogue::Description;
use kernel::{ErrorKind, InstitutionId, Result};
use std::collections::BTreeMap;
use storage::Read;

/// Whose table it is, and the institutions that it names.
pub struct Around {
    /// The holder of all services of the table.
    pub holder: InstitutionId,
    codes: BTreeMap<InstitutionId, String>,
    named: BTreeMap<String, Option<InstitutionId>>,
}

impl Around {
    /// With the holder only.
    pub const fn new(holder: InstitutionId) -> Self {
        Self { holder, codes: BTreeMap::new(), named: BTreeMap::new() }
    }

    /// Learns the codes of the providers of a description.
    pub async fn learn(&mut self, tx: &Read, text: &Description) -> Result<()> {
        for provider in &text.providers {
            let id = provider.institution;
            if self.codes.contains_key(&id) {
                continue;
            }
            let code = match institutions::find(tx, id).await {
                Ok(found) => found.code,
                Err(error) if error.kind() == ErrorKind::NotFound => id.to_string(),
                Err(error) => return Err(error),
            };
            self.codes.insert(id, code);
        }
        Ok(())
    }

    /// Learns which institutions a row names.
    pub async fn learn_row(
        &mut self,
        tx: &Read,
        columns: &[Column],
        table: &ServiceTable,
        row: &TableRow,
    ) -> Result<()> {
        for column in columns.iter().filter(|column| column.institutions) {
            let Some(code) = row.cell(table, &column.name).filter(|code| !code.is_empty()) else { continue };
            if self.named.contains_key(code) {
                continue;
            }
            let found = institutions::by_code(tx, &code.to_uppercase()).await?;
            self.named.insert(code.to_owned(), found.map(|found| found.id));
        }
        Ok(())
    }

    /// The code of a provider.
    pub fn code_of(&self, id: InstitutionId) -> String {
        self.codes.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// The institution that a cell names, if there is one.
    pub fn named(&self, code: &str) -> Option<InstitutionId> {
        self.named.get(code).copied().flatten()
    }
}
