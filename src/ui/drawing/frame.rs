//! When a canvas is drawn, and with how many pixels.

use std::cell::RefCell;

use leptos::prelude::*;

/// Device pixels a CSS pixel.
pub fn pixel_ratio() -> f64 {
    window().device_pixel_ratio().clamp(0.5, 4.0)
}

/// Runs `act` once before the next frame, however often it is asked for until then.
pub fn once_a_frame(act: impl Fn() + Clone + 'static) -> impl Fn() + Clone + 'static {
    let waiting = std::rc::Rc::new(RefCell::new(false));
    move || {
        if waiting.replace(true) {
            return;
        }
        let (waiting, act) = (waiting.clone(), act.clone());
        request_animation_frame(move || {
            waiting.replace(false);
            act();
        });
    }
}
