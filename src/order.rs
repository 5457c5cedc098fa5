//! One sort for every list that is not large: the standard library's is compiled anew for each type and comparison, some 4 KB of program
//! each. It must not be used where a hundred thousand rows are sorted while somebody waits; there the compiled one is worth its size.

use std::cmp::Ordering;

/// Sorts by `compare`; what compares equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = sorted_places(items.len(), &|left, right| compare(&items[left], &items[right]));
    arrange(items, order);
}

/// Sorts by a key of each item; items with equal keys keep their order.
pub fn sort_by_key<T, Key: Ord>(items: &mut [T], key: impl Fn(&T) -> Key) {
    sort_by(items, |left, right| key(left).cmp(&key(right)));
}

/// Sorts items that are their own key.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The places `0..count` in order; compiled once for all.
fn sorted_places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&left, &right| compare(left, right));
    places
}

/// Brings to each place the item that belongs there; `order` names, place by place, where that item stands.
fn arrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(pairs in prop::collection::vec((0_u8..20, any::<u16>()), 0..200)) {
            let (mut ours, mut standard) = (pairs.clone(), pairs);
            let compare = |left: &(u8, u16), right: &(u8, u16)| right.0.cmp(&left.0);
            sort_by(&mut ours, compare);
            standard.sort_by(compare);
            prop_assert_eq!(&ours, &standard);
            sort_by_key(&mut ours, |pair| pair.1);
            standard.sort_by_key(|pair| pair.1);
            prop_assert_eq!(&ours, &standard);
            sort(&mut ours);
            standard.sort();
            prop_assert_eq!(ours, standard);
        }
    }
}
