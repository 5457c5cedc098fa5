//! Which tab may write a workspace. The one that holds the workspace's lock writes; the others show it, follow its saves, and can take
//! over. Where the browser has no locks every tab writes, and the store's generations keep one from overwriting another.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::locks::{Broadcast, Held, Locked, Wish, lock};

const CHANNEL: &str = "fourfold";
const SAVED: &str = "saved";
const YIELD: &str = "yield";

/// What other tabs have brought about; carried out between two calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TabNews {
    /// It is this tab's turn to write the workspace.
    Granted(String),
    /// Another tab has taken the lock away.
    Stolen(String),
    /// Another tab asks for the lock.
    Asked(String),
    /// Another tab has saved the workspace.
    Saved(String),
}

type Tell = Rc<dyn Fn(TabNews)>;

/// This tab among the others.
pub(super) struct Tabs {
    state: Rc<RefCell<State>>,
    broadcast: Option<Broadcast>,
    tell: Tell,
}

#[derive(Default)]
struct State {
    /// The workspace that is open here.
    open: Option<String>,
    held: Option<(String, Held)>,
}

impl Tabs {
    pub(super) fn new(tell: impl Fn(TabNews) + 'static) -> Self {
        let tell: Tell = Rc::new(tell);
        let state = Rc::new(RefCell::new(State::default()));
        let (listening, own) = (Rc::clone(&tell), Rc::clone(&state));
        let broadcast = Broadcast::open(CHANNEL, move |kind, id| match kind {
            SAVED => listening(TabNews::Saved(id)),
            YIELD if own.borrow().holds(&id) => listening(TabNews::Asked(id)),
            _ => {}
        });
        Self { state, broadcast, tell }
    }

    /// Goes along with what is open: gives the lock of the workspace before back and asks for that of `open`. `None` where nothing has
    /// changed, else whether this tab may write.
    pub(super) async fn follow(&self, open: Option<&str>) -> Option<bool> {
        if self.state.borrow().open.as_deref() == open {
            return None;
        }
        {
            let mut state = self.state.borrow_mut();
            state.open = open.map(str::to_owned);
            state.held = None;
        }
        Some(match open {
            Some(id) => self.ask(id).await,
            None => true,
        })
    }

    async fn ask(&self, id: &str) -> bool {
        match request(&self.state, &self.tell, id, Wish::IfFree).await {
            Locked::Held(held) => {
                self.state.borrow_mut().held = Some((id.to_owned(), held));
                true
            }
            Locked::Unsupported => true,
            Locked::Taken => {
                self.wait(id);
                false
            }
        }
    }

    /// Stands in line for the lock; whoever has it may close its tab.
    pub(super) fn wait(&self, id: &str) {
        self.get(id.to_owned(), Wish::Wait);
    }

    /// Takes the lock from a tab that did not give it when asked.
    pub(super) fn steal(&self, id: &str) {
        if !self.state.borrow().holds(id) {
            self.get(id.to_owned(), Wish::Steal);
        }
    }

    fn get(&self, id: String, wish: Wish) {
        let (state, tell) = (Rc::clone(&self.state), Rc::clone(&self.tell));
        spawn_local(async move {
            let Locked::Held(held) = request(&state, &tell, &id, wish).await else { return };
            let wanted = state.borrow().open.as_deref() == Some(&id) && !state.borrow().holds(&id);
            // A lock that is not wanted any more goes back as it is dropped.
            if wanted {
                state.borrow_mut().held = Some((id.clone(), held));
                tell(TabNews::Granted(id));
            }
        });
    }

    /// Gives the lock to whoever has asked for it, and stands in line again.
    pub(super) fn give_way(&self, id: &str) {
        self.state.borrow_mut().held = None;
        self.wait(id);
    }

    /// Asks the tab that holds the lock to give it.
    pub(super) fn ask_for(&self, id: &str) {
        self.say(YIELD, id);
    }

    pub(super) fn tell_saved(&self, id: &str) {
        self.say(SAVED, id);
    }

    fn say(&self, kind: &str, id: &str) {
        if let Some(broadcast) = &self.broadcast {
            broadcast.say(kind, id);
        }
    }
}

/// The lock of a workspace; its loss is told.
async fn request(state: &Rc<RefCell<State>>, tell: &Tell, id: &str, wish: Wish) -> Locked {
    let (state, tell, lost) = (Rc::clone(state), Rc::clone(tell), id.to_owned());
    let on_lost = move || {
        let was_held = state.borrow().holds(&lost);
        if was_held {
            state.borrow_mut().held = None;
            tell(TabNews::Stolen(lost));
        }
    };
    lock(&format!("fourfold-workspace-{id}"), wish, on_lost).await
}

impl State {
    fn holds(&self, id: &str) -> bool {
        self.held.as_ref().is_some_and(|(held, _)| held == id)
    }
}
