//! One hash for everything that is looked up a million times. It is the same on every machine and in every run, and no result may depend
//! on it: tables keep the order of appearance.

/// MurmurHash64A (Austin Appleby, public domain) without a seed: every bit of the input moves every bit of the hash, and it needs nothing
/// that WebAssembly lacks.
#[must_use]
pub fn hash_of(bytes: &[u8]) -> u64 {
    let (words, tail) = bytes.as_chunks::<8>();
    let mut hash = (bytes.len() as u64).wrapping_mul(FACTOR);
    for word in words {
        hash = mixed(hash, u64::from_le_bytes(*word));
    }
    if !tail.is_empty() {
        let (fours, last) = tail.as_chunks::<4>();
        let low = fours.first().map_or(0, |four| u64::from(u32::from_le_bytes(*four)));
        let high = last.iter().rev().fold(0, |high, &byte| high << 8 | u64::from(byte));
        hash = (hash ^ (low | high << (32 * fours.len()))).wrapping_mul(FACTOR);
    }
    finished(hash)
}

/// Takes one more number into a hash.
#[must_use]
#[inline]
pub fn mixed(hash: u64, number: u64) -> u64 {
    let part = number.wrapping_mul(FACTOR);
    (hash ^ (part ^ part >> 47).wrapping_mul(FACTOR)).wrapping_mul(FACTOR)
}

/// Spreads the last number taken in over all bits.
#[must_use]
#[inline]
pub fn finished(hash: u64) -> u64 {
    let hash = (hash ^ hash >> 47).wrapping_mul(FACTOR);
    hash ^ hash >> 47
}

const FACTOR: u64 = 0xc6a4_a793_5bd1_e995;

/// Hashes met so far. Two equal ones are taken for the same thing: with a million there is one such mistake in 37 million sets.
#[derive(Clone, Debug, Default)]
pub struct HashesMet {
    /// Open addressing; 0 is a free place.
    places: Vec<u64>,
    count: usize,
    repeated: u32,
    /// Not looked up yet: looked up together they do not wait for memory one after the other.
    waiting: Vec<u64>,
}

const TOGETHER: usize = 256;

impl HashesMet {
    /// Different hashes at most.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count + self.waiting.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Makes room for so many in all, so that those there need not be placed anew again and again.
    pub fn expect(&mut self, hashes: usize) {
        let places = places_for(hashes);
        if places > self.places.len() {
            self.grow(places);
        }
    }

    pub fn add(&mut self, hash: u64) {
        self.waiting.push(hash);
        if self.waiting.len() == TOGETHER {
            self.settle();
        }
    }

    /// How many hashes were there already when they were added.
    pub fn repeated(&mut self) -> u32 {
        self.settle();
        self.repeated
    }

    fn settle(&mut self) {
        if self.len() * 4 > self.places.len() * 3 {
            self.grow((self.places.len() * 2).max(TOGETHER * 4));
        }
        for hash in self.waiting.drain(..) {
            let is_new = place(&mut self.places, hash.max(1));
            self.count += usize::from(is_new);
            self.repeated = self.repeated.saturating_add(u32::from(!is_new));
        }
    }

    fn grow(&mut self, places: usize) {
        let mut larger = vec![0; places];
        for &hash in self.places.iter().filter(|hash| **hash != 0) {
            place(&mut larger, hash);
        }
        self.places = larger;
    }
}

/// Places of which these leave a quarter free: a power of two.
pub(super) fn places_for(entries: usize) -> usize {
    (entries.saturating_mul(4) / 3 + 1).next_power_of_two()
}

/// There is always a free place, and their number is a power of two.
fn place(places: &mut [u64], hash: u64) -> bool {
    let mask = places.len() - 1;
    let mut at = hash as usize & mask;
    loop {
        match places[at] {
            0 => {
                places[at] = hash;
                return true;
            }
            there if there == hash => return false,
            _ => at = (at + 1) & mask,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_published_one() {
        // Seed 0, from an implementation written after the published C++ in another language.
        assert_eq!(hash_of(b""), 0);
        assert_eq!(hash_of(b"hello"), 0x1e68_d17c_457b_f117);
        assert_eq!(hash_of(b"hello, world!"), 0xd18a_be15_4a2a_9637);
    }

    #[test]
    fn a_hash_is_new_once() {
        let mut met = HashesMet::default();
        let hashes: Vec<u64> = (0..5_000_u64).map(|number| hash_of(&number.to_le_bytes())).collect();
        hashes.iter().for_each(|&hash| met.add(hash));
        assert_eq!((met.repeated(), met.len()), (0, 5_000));
        hashes.iter().for_each(|&hash| met.add(hash));
        assert_eq!((met.repeated(), met.len()), (5_000, 5_000));
        [0, 1, 0].into_iter().for_each(|hash| met.add(hash));
        assert_eq!((met.repeated(), met.len()), (5_002, 5_001), "0 stands for a free place, and counts as 1");
    }
}
