//! Names of the classes and what to do with each (METHODS 1, glossary).

use crate::classify::Strategy;

texts! {
    not_rated => "Not rated", "未评级";
    consolidate => "Consolidate", "巩固";
    turn_around => "Turn around", "扭转";
    develop => "Develop", "提升";
    divest => "Divest", "清算";
}

impl super::Texts {
    #[must_use]
    pub fn strategy(self, strategy: Strategy) -> &'static str {
        match strategy {
            Strategy::Consolidate => self.consolidate(),
            Strategy::TurnAround => self.turn_around(),
            Strategy::Develop => self.develop(),
            Strategy::Divest => self.divest(),
        }
    }
}
