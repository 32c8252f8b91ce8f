//! Around a description: whose table it is, and the codes of the institutions that stand in it.

use super::columns::Column;
use super::read::{ServiceTable, TableRow};
use catalogue::Description;
use kernel::{InstitutionId, Result};
use std::collections::{BTreeMap, BTreeSet};
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

    /// Learns the codes of the providers of descriptions.
    pub async fn learn(&mut self, tx: &Read, texts: &[&Description]) -> Result<()> {
        let named = texts.iter().flat_map(|text| &text.providers).map(|provider| provider.institution);
        let new: BTreeSet<InstitutionId> = named.filter(|id| !self.codes.contains_key(id)).collect();
        let found = institutions::of_ids(tx, &new.iter().copied().collect::<Vec<_>>()).await?;
        // One that is gone stands in the table by its id.
        let code = |id: InstitutionId| found.get(&id).map_or_else(|| id.to_string(), |one| one.code.clone());
        self.codes.extend(new.into_iter().map(|id| (id, code(id))));
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
        let cells = columns.iter().filter(|column| column.institutions);
        let cells = cells.filter_map(|column| row.cell(table, &column.name));
        let new: BTreeSet<String> =
            cells.filter(|code| !code.is_empty() && !self.named.contains_key(*code)).map(str::to_owned).collect();
        let codes: Vec<String> = new.iter().map(|code| code.to_uppercase()).collect();
        let found = institutions::of_codes(tx, &codes).await?;
        let named = new.into_iter().zip(codes).map(|(cell, code)| (cell, found.get(&code).map(|one| one.id)));
        self.named.extend(named);
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
