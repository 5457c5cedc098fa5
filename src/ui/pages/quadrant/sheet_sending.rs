//! Cells on their way to the engine. A new row has no id until the engine has given it one; what is typed into it meanwhile waits.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::PageState;
use crate::engine::protocol::EngineCall;
use crate::engine::{Query, SheetView};
use crate::ui::state::ToastAction;
use crate::workspace::{Action, CellValue, ProspectAction, ProspectEdit, ProspectField};

type Cells = Vec<(ProspectField, CellValue)>;

#[derive(Clone, Copy)]
pub struct SheetSending {
    page: PageState,
    /// Cells of the new row that came after it was sent; `None` while no new row is on its way.
    waiting: StoredValue<Option<Cells>>,
    /// Place and id of the row made last, until the sheet shows it.
    made: StoredValue<Option<(u32, String)>>,
}

impl SheetSending {
    pub fn new(page: PageState) -> Self {
        Self { page, waiting: StoredValue::new(None), made: StoredValue::new(None) }
    }

    /// The sheet shows this many rows now.
    pub fn shown(self, rows: u32) {
        self.made.update_value(|made| drop(made.take_if(|(place, _)| *place < rows)));
    }

    /// One cell of the row at a place, or of the new one. `rows` is how many there are.
    pub fn cell(self, place: u32, id: Option<String>, rows: u32, field: ProspectField, value: CellValue) {
        let made = || self.made.with_value(|made| made.as_ref().filter(|(at, _)| *at == place).map(|(_, id)| id.clone()));
        match id.or_else(made) {
            Some(id) => self.page.app.dispatch(edit(vec![ProspectEdit { id: Some(id), cells: vec![(field, value)] }])),
            None => self.new_row(rows, (field, value)),
        }
    }

    fn new_row(self, rows: u32, cell: (ProspectField, CellValue)) {
        let is_empty = matches!(&cell.1, CellValue::Number(None)) || matches!(&cell.1, CellValue::Text(text) if text.trim().is_empty());
        let waits = self.waiting.try_update_value(|waiting| match waiting {
            Some(cells) => {
                cells.push(cell.clone());
                true
            }
            None if is_empty => true,
            None => {
                *waiting = Some(Vec::new());
                false
            }
        });
        if waits != Some(false) {
            return;
        }
        spawn_local(async move {
            let app = self.page.app;
            let sent = app.changed(EngineCall::Apply(edit(vec![ProspectEdit { id: None, cells: vec![cell] }]))).await;
            // The row that is new stands where there was none.
            let id = match &sent {
                Ok(_) => app.ask::<SheetView>(Query::Sheet { first: rows, count: 1 }).await.and_then(|view| view.rows.into_iter().next()),
                Err(error) => {
                    app.report(error);
                    None
                }
            };
            let cells = self.waiting.try_update_value(Option::take).flatten().unwrap_or_default();
            // The sheet is behind by one answer; what is typed into the row until then goes to it all the same.
            self.made.set_value(id.as_ref().map(|row| (rows, row.id.clone())));
            if let Some(row) = id.filter(|_| !cells.is_empty()) {
                app.dispatch(edit(vec![ProspectEdit { id: Some(row.id), cells }]));
            }
        });
    }

    /// A pasted block, as one step.
    pub fn block(self, rows: Vec<ProspectEdit>, said: String) {
        spawn_local(async move {
            match self.page.app.changed(EngineCall::Apply(edit(rows))).await {
                Ok(_) => self.page.app.say(said, Some(ToastAction::Undo)),
                Err(error) => self.page.app.report(&error),
            }
        });
    }

    /// Takes a row off the list.
    pub fn remove(self, id: String, name: String) {
        spawn_local(async move {
            let app = self.page.app;
            // Those behind it are numbered anew.
            app.selected.set(None);
            app.hovered.set(None);
            match app.changed(EngineCall::Apply(Action::Prospects(ProspectAction::Remove { ids: vec![id] }))).await {
                Ok(_) => app.say(app.texts_now().sheet_removed(name), Some(ToastAction::Undo)),
                Err(error) => app.report(&error),
            }
        });
    }
}

fn edit(rows: Vec<ProspectEdit>) -> Action {
    Action::Prospects(ProspectAction::Edit { rows })
}
