//! The tables of the open workspace beside their written form, so that each is written once however often the workspace is saved.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::TableId;
use super::block;
use super::table::SharedTable;
use crate::engine::protocol::StoreProblem;

#[derive(Debug, Default)]
pub(super) struct Shelf {
    shelved: Vec<Shelved>,
}

#[derive(Debug)]
struct Shelved {
    table: SharedTable,
    id: TableId,
    block: Arc<[u8]>,
}

impl Shelf {
    /// The name of a table, which is written if it was not met before.
    pub(super) fn id_of(&mut self, table: &SharedTable) -> Result<TableId, StoreProblem> {
        if let Some(known) = self.shelved.iter().find(|known| known.table.is(table)) {
            return Ok(known.id.clone());
        }
        let (id, content) = table.written();
        let block = match self.block(&id) {
            Some(equal) => equal,
            None => block::sealed(&content)?.into(),
        };
        self.shelved.push(Shelved { table: table.clone(), id: id.clone(), block });
        Ok(id)
    }

    /// The table of a block that was kept under `id`; read once.
    pub(super) fn table(&mut self, id: &TableId, block: &Arc<[u8]>) -> Result<SharedTable, StoreProblem> {
        if let Some(known) = self.shelved.iter().find(|known| known.id == *id) {
            return Ok(known.table.clone());
        }
        let table = SharedTable::read(id, &block::opened(block)?)?;
        self.shelved.push(Shelved { table: table.clone(), id: id.clone(), block: Arc::clone(block) });
        Ok(table)
    }

    /// The blocks of these tables; what else was shelved is dropped.
    pub(super) fn keep(&mut self, used: &[TableId]) -> BTreeMap<TableId, Arc<[u8]>> {
        self.shelved.retain(|known| used.contains(&known.id));
        self.shelved.iter().map(|known| (known.id.clone(), Arc::clone(&known.block))).collect()
    }

    fn block(&self, id: &TableId) -> Option<Arc<[u8]>> {
        self.shelved.iter().find(|known| known.id == *id).map(|known| Arc::clone(&known.block))
    }
}
