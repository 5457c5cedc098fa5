//! The workspace file under a passphrase: the bytes of a `.fourfold` file, encrypted and authenticated as a whole.
//!
//! ```text
//! 8 bytes   magic: 46 4F 55 52 53 45 41 4C, "FOURSEAL"
//! u32       version of this envelope, 1
//! u32       Argon2id: memory in KiB
//! u32       Argon2id: passes
//! u32       Argon2id: lanes
//! 16 bytes  salt
//! 24 bytes  nonce
//! …         XChaCha20-Poly1305 of the file, its 16-byte tag at the end; all bytes before are authenticated with it
//! ```
//! Numbers are little-endian. The key is the 32 bytes of Argon2id (version 0x13) over the passphrase's UTF-8 and the salt.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::bytes::{Reader, damaged, put_u32};
use crate::engine::protocol::StoreProblem;

const MAGIC: &[u8; 8] = b"FOURSEAL";
const ENVELOPE: u32 = 1;
const SALT: usize = 16;
const NONCE: usize = 24;
/// Random bytes that sealing needs: the salt, then the nonce.
pub const RANDOM: usize = SALT + NONCE;

/// What guessing one passphrase costs: 64 MiB and three passes, about a second in a browser.
const COST: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 1 };
/// A file may ask for this much and no more: beyond it, it is taken for hostile.
const MOST: Cost = Cost { memory: 256 * 1024, passes: 16, lanes: 4 };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Cost {
    /// KiB.
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// Whether a file is one that only opens with a passphrase.
#[must_use]
pub fn is_sealed(file: &[u8]) -> bool {
    file.starts_with(MAGIC)
}

/// A file under a passphrase. `random` must never have been used before.
///
/// # Errors
/// [`StoreProblem::Other`]: there is not enough memory for the key.
pub fn seal(file: &[u8], passphrase: &str, random: &[u8; RANDOM]) -> Result<Vec<u8>, StoreProblem> {
    sealed_at(COST, file, passphrase, random)
}

fn sealed_at(cost: Cost, file: &[u8], passphrase: &str, random: &[u8; RANDOM]) -> Result<Vec<u8>, StoreProblem> {
    let (salt, nonce) = random.split_at(SALT);
    let mut sealed = MAGIC.to_vec();
    for number in [ENVELOPE, cost.memory, cost.passes, cost.lanes] {
        put_u32(&mut sealed, number);
    }
    sealed.extend_from_slice(random);
    let cipher = cipher(cost, passphrase, salt)?;
    let secret = cipher.encrypt(&nonce_of(nonce)?, Payload { msg: file, aad: &sealed });
    sealed.extend(secret.map_err(|_| StoreProblem::Other { detail: "the file cannot be encrypted".to_owned() })?);
    Ok(sealed)
}

/// The file inside.
///
/// # Errors
/// [`StoreProblem::WrongPassphrase`] also where the file was changed by a single bit: the two cannot be told apart.
/// [`StoreProblem::NotAWorkspace`], `Newer`, `Damaged`.
pub fn unseal(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, StoreProblem> {
    let mut reader = Reader::new(sealed);
    if reader.take(MAGIC.len()).ok() != Some(MAGIC) {
        return Err(StoreProblem::NotAWorkspace);
    }
    let found = reader.u32()?;
    if found > ENVELOPE {
        return Err(StoreProblem::Newer { found, known: ENVELOPE });
    }
    let cost = Cost { memory: reader.u32()?, passes: reader.u32()?, lanes: reader.u32()? };
    if cost.memory > MOST.memory || cost.passes > MOST.passes || cost.lanes > MOST.lanes {
        return Err(damaged("the key would cost more than any file of ours asks for"));
    }
    let (salt, nonce) = (reader.take(SALT)?, reader.take(NONCE)?);
    let head = &sealed[..sealed.len() - reader.remaining()];
    let secret = reader.take(reader.remaining())?;
    let cipher = cipher(cost, passphrase, salt)?;
    cipher.decrypt(&nonce_of(nonce)?, Payload { msg: secret, aad: head }).map_err(|_| StoreProblem::WrongPassphrase)
}

fn nonce_of(bytes: &[u8]) -> Result<XNonce, StoreProblem> {
    XNonce::try_from(bytes).map_err(|_| damaged("the nonce is cut"))
}

fn cipher(cost: Cost, passphrase: &str, salt: &[u8]) -> Result<XChaCha20Poly1305, StoreProblem> {
    let refused = |detail: String| damaged(format!("no key can be made: {detail}"));
    let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).map_err(|error| refused(error.to_string()))?;
    let mut key = [0; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(passphrase.as_bytes(), salt, &mut key).map_err(|error| refused(error.to_string()))?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;

    /// The least that Argon2 allows, so that thousands of attempts take no time.
    const CHEAP: Cost = Cost { memory: 8, passes: 1, lanes: 1 };

    fn sealed() -> Vec<u8> {
        sealed_at(CHEAP, b"FOURFOLD and the rest", "p\u{e4}ss 短语", &[7; RANDOM]).unwrap()
    }

    #[test]
    fn what_was_sealed_opens_with_its_passphrase_alone() {
        assert!(is_sealed(&sealed()));
        assert_eq!(unseal(&sealed(), "p\u{e4}ss 短语").unwrap(), b"FOURFOLD and the rest");
        for wrong in ["", "pass 短语", "P\u{e4}ss 短语", "p\u{e4}ss 短语 "] {
            assert_eq!(unseal(&sealed(), wrong), Err(StoreProblem::WrongPassphrase));
        }
    }

    #[test]
    fn nothing_of_the_content_shows() {
        let sealed = sealed();
        assert!(!sealed.windows(8).any(|window| window == b"FOURFOLD"));
        let other = sealed_at(CHEAP, b"FOURFOLD and the rest", "p\u{e4}ss 短语", &[8; RANDOM]).unwrap();
        assert_ne!(sealed[64..], other[64..], "other random bytes, other ciphertext");
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_noticed() {
        let whole = sealed();
        for byte in 0..whole.len() {
            for bit in 0..8 {
                let mut file = whole.clone();
                file[byte] ^= 1 << bit;
                assert!(unseal(&file, "p\u{e4}ss 短语").is_err(), "byte {byte}, bit {bit}");
            }
            assert!(unseal(&whole[..byte], "p\u{e4}ss 短语").is_err(), "cut at {byte}");
        }
    }

    #[test]
    fn a_file_that_asks_for_too_much_is_refused_before_any_work() {
        let mut file = sealed();
        file[12..16].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(matches!(unseal(&file, "x"), Err(StoreProblem::Damaged { .. })));
        file[8..12].copy_from_slice(&2_u32.to_le_bytes());
        assert_eq!(unseal(&file, "x"), Err(StoreProblem::Newer { found: 2, known: 1 }));
        assert_eq!(unseal(b"FOURFOLD", "x"), Err(StoreProblem::NotAWorkspace));
    }

    #[test]
    fn the_cost_in_use_is_one_a_file_may_ask_for() {
        let file = seal(b"content", "slow", &[1; RANDOM]).unwrap();
        assert_eq!(unseal(&file, "slow").unwrap(), b"content");
    }
}
