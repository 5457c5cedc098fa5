//! XML as a stream of events, with what both XML readers need of it. Knows no format.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ImportError;

/// Empty elements come as a start and an end.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, buffer: Vec::new() }
    }

    pub fn source(&self) -> &R {
        self.reader.get_ref()
    }

    pub fn next(&mut self) -> Result<Event<'_>, ImportError> {
        self.buffer.clear();
        let position = self.reader.buffer_position();
        self.reader
            .read_event_into(&mut self.buffer)
            .map_err(|error| ImportError::Damaged { detail: format!("XML at byte {position}: {error}") })
    }

    /// Passes over what is left of the element whose start came last.
    pub fn skip_element(&mut self) -> Result<(), ImportError> {
        let mut depth = 1_u32;
        while depth > 0 {
            match self.next()? {
                Event::Start(_) => depth = depth.saturating_add(1),
                Event::End(_) => depth -= 1,
                Event::Eof => return Err(ImportError::Truncated),
                _ => {}
            }
        }
        Ok(())
    }
}

/// The value of an attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, local_name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == local_name)?;
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    Some(value.map_or_else(|_| found.value.to_string(), |value| value.into_owned()))
}

/// The number of an attribute such as `number-columns-repeated`; `default` where it is absent or none.
pub(super) fn count(element: &BytesStart<'_>, local_name: &str, default: u32) -> u32 {
    attribute(element, local_name).and_then(|text| text.trim().parse().ok()).unwrap_or(default)
}

/// The text an event stands for: characters, a CDATA section, an entity.
pub(super) fn text_of(event: &Event<'_>) -> Option<String> {
    match event {
        Event::Text(text) => Some(text.xml10_content().into_owned()),
        Event::CData(text) => Some(text.xml10_content().into_owned()),
        Event::GeneralRef(name) => Some(match name.resolve_char_ref() {
            Ok(Some(character)) => character.to_string(),
            _ => quick_xml::escape::resolve_predefined_entity(name).map_or_else(|| format!("&{};", &**name), str::to_owned),
        }),
        _ => None,
    }
}
