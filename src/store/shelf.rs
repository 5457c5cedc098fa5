//! The tables of the open workspace beside their written form, so that each is written once however often the workspace is saved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::TableId;
use super::block;
use super::table::SharedTable;
use crate::engine::protocol::StoreProblem;

#[derive(Debug, Default)]
pub(super) struct Shelf {
    shelved: Vec<Shelved>,
    /// Blocks that could not be read, empty where there was none: they are handed on as they are, so that their names stay in use.
    unread: BTreeMap<TableId, Arc<[u8]>>,
    /// Tables that could not be read and are there again, until they are kept.
    pub(super) mended: BTreeSet<TableId>,
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
        if self.unread.remove(&id).is_some() {
            self.mended.insert(id.clone());
        }
        self.shelved.push(Shelved { table: table.clone(), id: id.clone(), block });
        Ok(id)
    }

    /// The table of a block that was kept under `id`; read once.
    pub(super) fn table(&mut self, id: &TableId, block: &Arc<[u8]>) -> Result<SharedTable, StoreProblem> {
        if let Some(known) = self.shelved.iter().find(|known| known.id == *id) {
            return Ok(known.table.clone());
        }
        let read = block::opened(block).and_then(|content| SharedTable::read(id, &content));
        let table = read.inspect_err(|_| drop(self.unread.insert(id.clone(), Arc::clone(block))))?;
        self.shelved.push(Shelved { table: table.clone(), id: id.clone(), block: Arc::clone(block) });
        Ok(table)
    }

    /// The blocks of these tables; what else was shelved is dropped.
    pub(super) fn keep(&mut self, used: &[TableId]) -> BTreeMap<TableId, Arc<[u8]>> {
        self.shelved.retain(|known| used.contains(&known.id));
        let unread = self.unread.iter().filter(|(id, _)| used.contains(id)).map(|(id, block)| (id.clone(), Arc::clone(block)));
        self.shelved.iter().map(|known| (known.id.clone(), Arc::clone(&known.block))).chain(unread).collect()
    }

    fn block(&self, id: &TableId) -> Option<Arc<[u8]>> {
        self.shelved.iter().find(|known| known.id == *id).map(|known| Arc::clone(&known.block))
    }
}
