//! What differs between two states that share most of what they hold. Knows nothing of what it compares.

use std::collections::BTreeMap;
use std::sync::Arc;

/// New values by key; `null` where the key is gone.
pub(super) type Differences<V, K = String> = BTreeMap<K, Option<V>>;

pub(super) fn same_table<T>(left: &Option<Arc<T>>, right: &Option<Arc<T>>) -> bool {
    match (left, right) {
        (Some(left), Some(right)) => Arc::ptr_eq(left, right),
        (None, None) => true,
        _ => false,
    }
}

pub(super) fn changed<T: PartialEq + Clone>(from: &T, to: &T) -> Option<T> {
    (from != to).then(|| to.clone())
}

pub(super) fn differences<K: Ord + Clone, V: PartialEq + Clone>(from: &BTreeMap<K, V>, to: &BTreeMap<K, V>) -> Differences<V, K> {
    let set = to.iter().filter(|(key, value)| from.get(*key) != Some(value)).map(|(key, value)| (key.clone(), Some(value.clone())));
    let gone = from.keys().filter(|key| !to.contains_key(*key)).map(|key| (key.clone(), None));
    set.chain(gone).collect()
}

pub(super) fn apply_differences<K: Ord, V>(map: &mut BTreeMap<K, V>, differences: Differences<V, K>) {
    for (key, value) in differences {
        match value {
            Some(value) => drop(map.insert(key, value)),
            None => drop(map.remove(&key)),
        }
    }
}
