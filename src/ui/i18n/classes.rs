//! Names of the classes and what to do with each (METHODS 1, glossary).

use crate::classify::Strategy;

texts! {
    not_rated => "Not rated", "未评级";
    consolidate => "Consolidate", "巩固";
    turn_around => "Turn around", "扭转";
    develop => "Develop", "提升";
    divest => "Divest", "清算";
    win_now => "Win now", "立即争取";
    build_intent => "Build intent", "培育意向";
    take_cheaply => "Take cheaply", "低成本承接";
    only_when_free => "Only when free", "有余力再跟";
}

impl super::Texts {
    #[must_use]
    pub fn strategy(self, strategy: Strategy) -> &'static str {
        match strategy {
            Strategy::Consolidate => self.consolidate(),
            Strategy::TurnAround => self.turn_around(),
            Strategy::Develop => self.develop(),
            Strategy::Divest => self.divest(),
            Strategy::WinNow => self.win_now(),
            Strategy::BuildIntent => self.build_intent(),
            Strategy::TakeCheaply => self.take_cheaply(),
            Strategy::OnlyWhenFree => self.only_when_free(),
        }
    }
}
