//! Copies of a workspace: the same once more, or without names.

use super::{Moment, Session, file_name};
use crate::engine::Engine;
use crate::engine::protocol::{CopyTo, EngineError, EngineReply};
use crate::store::contract::Durability;
use crate::store::open_workspace::OpenWorkspace;
use crate::store::workspace_file::write_file;
use crate::workspace::{AnonymousWords, Workspace, anonymised};

impl Session {
    pub(super) async fn duplicate(&self, id: &str, name: String, moment: &Moment) -> Result<EngineReply, EngineError> {
        let copy = Workspace { name, ..self.state_of(id).await? };
        self.hand_out(copy, CopyTo::Workspace, moment).await
    }

    pub(super) async fn anonymise(
        &self,
        id: &str,
        words: &AnonymousWords,
        to: CopyTo,
        moment: &Moment,
    ) -> Result<EngineReply, EngineError> {
        let copy = anonymised(&self.state_of(id).await?, words);
        self.hand_out(copy, to, moment).await
    }

    /// The present state of a workspace, open or stored.
    async fn state_of(&self, id: &str) -> Result<Workspace, EngineError> {
        match self.open.as_ref().filter(|open| open.id() == id) {
            Some(open) => Ok(open.engine.workspace().clone()),
            None => Ok(OpenWorkspace::load(self.store.as_ref(), id).await.map_err(EngineError::Store)?.engine.workspace().clone()),
        }
    }

    async fn hand_out(&self, copy: Workspace, to: CopyTo, moment: &Moment) -> Result<EngineReply, EngineError> {
        match to {
            CopyTo::File => {
                let bytes = write_file(&copy).map_err(EngineError::Store)?;
                Ok(EngineReply::File { name: file_name(&copy.name), bytes })
            }
            CopyTo::Workspace => {
                let mut kept = OpenWorkspace::new(moment.new_id.clone(), Engine::new(copy));
                kept.save(self.store.as_ref(), Durability::Relaxed, moment.now).await.map_err(EngineError::Store)?;
                Ok(EngineReply::Done)
            }
        }
    }
}
