//! Answers on their way between the programs. Each travels as the bytes of its own kind, and a page decodes only the kind it asked for:
//! so every part of the app carries the code for its own answers and no other's.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::ViewKind;

/// What a query can be answered with; `View`'s variants and nothing else.
pub trait Answer: DeserializeOwned {
    const KIND: ViewKind;
}

/// One answer as postcard bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackedView {
    kind: ViewKind,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

impl PackedView {
    /// # Errors
    /// The value cannot be written as postcard: it holds something of unknown length.
    pub(super) fn new<Value: Serialize>(kind: ViewKind, value: &Value) -> Result<Self, postcard::Error> {
        Ok(Self { kind, bytes: postcard::to_stdvec(value)? })
    }

    /// The answer, for whoever asked for this kind.
    ///
    /// # Errors
    /// Another kind is inside, or the bytes were written by another version.
    pub fn open<Value: Answer>(&self) -> Result<Value, postcard::Error> {
        if self.kind == Value::KIND { postcard::from_bytes(&self.bytes) } else { Err(postcard::Error::DeserializeBadEnum) }
    }
}

/// Lists the kinds of answers once: the enum, its kinds without what is inside, and which type is which kind.
macro_rules! views {
    ($($kind:ident($value:ty),)+) => {
        #[derive(Clone, Debug, PartialEq)]
        #[allow(clippy::large_enum_variant, reason = "one answer at a time, and it is packed at once")]
        pub enum View {
            $($kind($value),)+
        }

        /// The kinds of [`View`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum ViewKind {
            $($kind,)+
        }

        $(impl Answer for $value {
            const KIND: ViewKind = ViewKind::$kind;
        })+

        impl View {
            /// The answer as it travels.
            ///
            /// # Errors
            /// See [`PackedView`].
            pub fn pack(&self) -> Result<PackedView, postcard::Error> {
                match self {
                    $(Self::$kind(value) => PackedView::new(ViewKind::$kind, value),)+
                }
            }
        }
    };
}
pub(super) use views;

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use crate::engine::{CurveView, RobustnessView, View};

    #[test]
    fn an_answer_arrives_as_it_left() {
        let curve = CurveView { gini: Some(0.75), customers: 10, ..CurveView::default() };
        let packed = View::Curve(curve.clone()).pack().unwrap();
        assert_eq!(packed.open::<CurveView>().unwrap(), curve);
    }

    #[test]
    fn an_answer_is_not_taken_for_another() {
        let packed = View::Curve(CurveView::default()).pack().unwrap();
        assert!(packed.open::<RobustnessView>().is_err());
    }
}
