//! Columns of numbers on their way between the programs: their bytes in one piece instead of one number after the other.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};
use serde_bytes::ByteBuf;

use crate::calendar::Day;

/// A number of fixed size as little-endian bytes.
pub trait Fixed: Sized + Copy {
    type Bytes: for<'a> TryFrom<&'a [u8]> + AsRef<[u8]>;
    const SIZE: usize = size_of::<Self::Bytes>();
    fn to_bytes(self) -> Self::Bytes;
    fn from_bytes(bytes: Self::Bytes) -> Self;
}

macro_rules! fixed {
    ($($number:ty: $size:literal),+) => {
        $(impl Fixed for $number {
            type Bytes = [u8; $size];
            fn to_bytes(self) -> Self::Bytes {
                self.to_le_bytes()
            }
            fn from_bytes(bytes: Self::Bytes) -> Self {
                Self::from_le_bytes(bytes)
            }
        })+
    };
}
fixed!(u16: 2, u32: 4, f64: 8);

impl Fixed for Day {
    type Bytes = [u8; 4];
    fn to_bytes(self) -> Self::Bytes {
        self.0.to_le_bytes()
    }
    fn from_bytes(bytes: Self::Bytes) -> Self {
        Self(i32::from_le_bytes(bytes))
    }
}

pub fn serialize<T: Fixed, S: Serializer>(column: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(column.len() * T::SIZE);
    column.iter().for_each(|&number| bytes.extend_from_slice(number.to_bytes().as_ref()));
    serializer.serialize_bytes(&bytes)
}

/// # Errors
/// The bytes are not a whole number of numbers.
pub fn deserialize<'de, T: Fixed, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let bytes = ByteBuf::deserialize(deserializer)?;
    if bytes.len() % T::SIZE != 0 {
        return Err(D::Error::custom("a column ends within a number"));
    }
    Ok(bytes.chunks_exact(T::SIZE).filter_map(|bytes| T::Bytes::try_from(bytes).ok()).map(T::from_bytes).collect())
}
