//! When a canvas is drawn, and with how many pixels.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

/// Device pixels a CSS pixel.
pub fn pixel_ratio() -> f64 {
    window().device_pixel_ratio().clamp(0.5, 4.0)
}

/// Runs `act` once before the next frame, however often it is asked for until then. The first time, it gets a task of its own behind a
/// frame: with the page still to be laid out, the first text on a canvas would have that done as well.
pub fn once_a_frame(act: impl Fn() + Clone + 'static) -> impl Fn() + Clone + 'static {
    let waiting = Rc::new(Cell::new(false));
    let appeared = Rc::new(Cell::new(false));
    move || {
        if waiting.replace(true) {
            return;
        }
        let (waiting, act) = (waiting.clone(), act.clone());
        let run = move || {
            waiting.set(false);
            act();
        };
        if appeared.replace(true) {
            request_animation_frame(run);
        } else {
            request_animation_frame(move || set_timeout(run, Duration::ZERO));
        }
    }
}
