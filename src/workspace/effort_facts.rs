//! What the Time page knows of each customer: class, rep, contacts, repairs. One pass over purchases and contacts. Potential
//! customers stand beside the existing ones; what is planned for them is split from the time kept for their kind.

use std::collections::{BTreeMap, BTreeSet};

use super::{Plane, Prospects, Rating, Workspace};
use crate::calendar::Day;
use crate::effort::{Channel, WorkClass};
use crate::measure::Customers;
use crate::order;
use crate::tables::{ContactChannel, ContactKind, ContactTable, WALK_IN_KEY, folded_spelling};
use crate::units::rounded_up;

/// Reps that are made up where nobody is named, at most.
const MOST_UNNAMED: f64 = 999.0;

/// One customer that time goes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkCustomer {
    /// Among the existing customers.
    pub number: Option<u32>,
    /// Among the potential customers.
    pub prospect: Option<u32>,
    pub key: String,
    pub name: String,
    /// `None`: not rated; such a customer gets no time.
    pub class: Option<WorkClass>,
    /// What it brings or is expected to, in the currency of the data.
    pub value: f64,
    /// Index into the reps.
    pub rep: usize,
    /// The rep is neither in the data nor chosen: the customer was dealt to one.
    pub is_dealt: bool,
    /// Days of all contacts, ascending.
    pub contacts: Vec<Day>,
    /// Days of repairs, ascending; they are among the contacts too.
    pub repairs: Vec<Day>,
    /// Days of the contacts that were no repairs.
    pub other_contacts: Vec<Day>,
}

/// A rep by name; an empty one is a person without a name yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rep {
    pub name: String,
    /// Customers with a class.
    pub customers: u32,
}

/// Contacts that were made, by channel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ContactsMade {
    /// In the last year of the data, by [`Channel::index`].
    pub by_channel: [u32; Channel::COUNT],
    /// Of the same year, without a word for the channel.
    pub without_channel: u32,
    /// Rows of all years whose customer is not known.
    pub unmatched: u32,
    pub all: u32,
    /// Last day of the year looked at.
    pub until: Option<Day>,
}

/// The existing customers with their classes.
#[derive(Clone, Copy)]
pub struct ExistingSide<'a> {
    pub customers: &'a Customers,
    pub plane: &'a Plane,
    pub rating: &'a Rating,
}

/// The potential customers with theirs.
#[derive(Clone, Copy)]
pub struct PotentialSide<'a> {
    pub prospects: &'a Prospects,
    pub rating: &'a Rating,
}

/// Everything about customers that does not depend on today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EffortFacts {
    /// The more valuable first, ties by key.
    pub customers: Vec<WorkCustomer>,
    pub reps: Vec<Rep>,
    /// Customers with a class that were dealt to a rep.
    pub dealt: u32,
    pub made: ContactsMade,
}

const YEAR_DAYS: i32 = 365;

impl EffortFacts {
    #[must_use]
    pub fn new(workspace: &Workspace, existing: ExistingSide<'_>, potential: PotentialSide<'_>) -> Self {
        let ExistingSide { customers, plane, rating } = existing;
        let mut facts = Self::default();
        let contacts = workspace.data.contacts.as_deref();
        let matched = contacts.map(|table| matched(workspace, customers, table)).unwrap_or_default();
        let with_prospects = contacts.map(|table| matched_prospects(potential.prospects, table, &matched)).unwrap_or_default();
        let mut reps = RepNames::default();
        let mut chosen: Vec<Option<usize>> = Vec::new();
        for &number in &plane.members {
            let key = customers.key(number);
            // Nobody in particular cannot be called.
            if key == WALK_IN_KEY {
                continue;
            }
            let rows = matched.get(&number).map_or(&[][..], Vec::as_slice);
            chosen.push(rep_of(workspace, customers, number, rows).map(|name| reps.place(name)));
            let mut customer = WorkCustomer {
                number: Some(number),
                key: key.to_owned(),
                name: workspace.customer_name(customers, number).to_owned(),
                class: rating.class(number).map(WorkClass::existing),
                value: plane.amount_of(number).unwrap_or(0.0),
                ..WorkCustomer::default()
            };
            if let Some(table) = contacts {
                customer.take_contacts(table, rows);
            }
            facts.customers.push(customer);
        }
        for &number in &potential.prospects.plane.members {
            let Some(row) = potential.prospects.row(number) else { continue };
            let rows = with_prospects.get(&number).map_or(&[][..], Vec::as_slice);
            let prospect = &row.prospect;
            let assigned = workspace.effort.assigned.get(&prospect.id).map(String::as_str).filter(|name| !name.is_empty());
            let listed = Some(prospect.rep.as_str()).filter(|name| !name.is_empty());
            chosen.push(assigned.or(listed).or_else(|| met(workspace, rows)).map(|name| reps.place(name)));
            let mut customer = WorkCustomer {
                prospect: Some(number),
                key: prospect.id.clone(),
                name: if prospect.name.is_empty() { prospect.id.clone() } else { prospect.name.clone() },
                class: potential.rating.class(number).map(WorkClass::potential),
                value: prospect.expected.unwrap_or(0.0),
                ..WorkCustomer::default()
            };
            if let Some(table) = contacts {
                customer.take_contacts(table, rows);
            }
            facts.customers.push(customer);
        }
        for name in &workspace.effort.reps {
            reps.place(name);
        }
        facts.reps = reps.sorted(&mut chosen);
        facts.assign(workspace, &chosen);
        facts.made = contacts.map(|table| made(table, &[&matched, &with_prospects])).unwrap_or_default();
        facts
    }

    /// Orders the customers, and deals those without a rep in turn: to the reps named on the page, else to all there are.
    fn assign(&mut self, workspace: &Workspace, chosen: &[Option<usize>]) {
        if self.reps.is_empty() {
            let people = workspace.effort.people.unwrap_or(1.0).clamp(1.0, MOST_UNNAMED);
            self.reps = vec![Rep::default(); rounded_up(people) as usize];
        }
        for (customer, rep) in self.customers.iter_mut().zip(chosen) {
            (customer.rep, customer.is_dealt) = (rep.unwrap_or(0), rep.is_none());
        }
        order::sort_by(&mut self.customers, |left, right| right.value.total_cmp(&left.value).then_with(|| left.key.cmp(&right.key)));
        let named = |(_, rep): &(usize, &Rep)| workspace.effort.reps.contains(&rep.name);
        let mut takers: Vec<usize> = self.reps.iter().enumerate().filter(named).map(|(place, _)| place).collect();
        if takers.is_empty() {
            takers = (0..self.reps.len()).collect();
        }
        let mut turn = [0_usize; WorkClass::COUNT];
        for customer in self.customers.iter_mut() {
            let Some(class) = customer.class else { continue };
            if customer.is_dealt {
                // Each class begins with another rep, so that not the first one gets the odd customer of every class.
                customer.rep = takers[(turn[class.index()] + class.index()) % takers.len()];
                turn[class.index()] += 1;
                self.dealt += 1;
            }
            self.reps[customer.rep].customers += 1;
        }
    }

    /// Customers by class, by [`WorkClass::index`], and those without one.
    #[must_use]
    pub fn counts(&self) -> ([u32; WorkClass::COUNT], u32) {
        let mut counts = [0; WorkClass::COUNT];
        let mut without = 0;
        for customer in &self.customers {
            match customer.class {
                Some(class) => counts[class.index()] += 1,
                None => without += 1,
            }
        }
        (counts, without)
    }

    /// Contacts of the last year of the data, by class.
    #[must_use]
    pub fn made_by_class(&self) -> [u32; WorkClass::COUNT] {
        let mut made = [0; WorkClass::COUNT];
        let Some(until) = self.made.until else { return made };
        for customer in &self.customers {
            if let Some(class) = customer.class {
                made[class.index()] += within_year(&customer.contacts, until);
            }
        }
        made
    }
}

/// Contacts in the year that ends with a day.
#[must_use]
pub fn within_year(contacts: &[Day], until: Day) -> u32 {
    contacts.iter().filter(|day| day.0 > until.0.saturating_sub(YEAR_DAYS) && **day <= until).count() as u32
}

impl WorkCustomer {
    fn take_contacts(&mut self, table: &ContactTable, rows: &[u32]) {
        for &row in rows {
            let row = row as usize;
            let day = table.day[row];
            self.contacts.push(day);
            if table.kind_of(row) == ContactKind::Repair { self.repairs.push(day) } else { self.other_contacts.push(day) }
        }
        order::sort(&mut self.contacts);
        order::sort(&mut self.repairs);
        order::sort(&mut self.other_contacts);
    }

    /// The last contact of any kind up to a day.
    #[must_use]
    pub fn last_contact(&self, today: Day) -> Option<Day> {
        self.contacts.iter().rev().find(|day| **day <= today).copied()
    }
}

/// Rows of the contacts by customer number; a contact is matched by key or merged spelling, else by the folded name.
fn matched(workspace: &Workspace, customers: &Customers, table: &ContactTable) -> BTreeMap<u32, Vec<u32>> {
    let by_key = |text: &str| customers.number(workspace.merges.get(text).map_or(text, String::as_str));
    let mut by_name: Option<BTreeMap<String, u32>> = None;
    let mut named = |text: &str| {
        let names = by_name.get_or_insert_with(|| {
            let folded = |&number: &u32| (folded_spelling(workspace.customer_name(customers, number)), number);
            // The first of equal names stays, so that the result does not depend on the map.
            let mut names = BTreeMap::new();
            for (name, number) in customers.present().iter().map(folded) {
                names.entry(name).or_insert(number);
            }
            names
        });
        if text.is_empty() { None } else { names.get(&folded_spelling(text)).copied() }
    };
    let numbers: Vec<Option<u32>> = table.customers.texts().map(|text| by_key(text).or_else(|| named(text))).collect();
    let mut found = BTreeMap::<u32, Vec<u32>>::new();
    for (row, &code) in (0_u32..).zip(&table.customer) {
        let name = || table.name.as_ref().map_or("", |name| name.text(row as usize));
        if let Some(number) = numbers.get(code as usize).copied().flatten().or_else(|| named(name())) {
            found.entry(number).or_default().push(row);
        }
    }
    found
}

/// The same for potential customers, of the rows that are no existing customer's: by id, else by the folded name.
fn matched_prospects(prospects: &Prospects, table: &ContactTable, existing: &BTreeMap<u32, Vec<u32>>) -> BTreeMap<u32, Vec<u32>> {
    let mut numbers = BTreeMap::new();
    for (number, row) in (0_u32..).zip(&prospects.rows) {
        numbers.entry(folded_spelling(&row.prospect.id)).or_insert(number);
        numbers.entry(folded_spelling(&row.prospect.name)).or_insert(number);
    }
    numbers.remove("");
    let taken: BTreeSet<u32> = existing.values().flatten().copied().collect();
    let mut found = BTreeMap::<u32, Vec<u32>>::new();
    if numbers.is_empty() {
        return found;
    }
    for (row, &code) in (0_u32..).zip(&table.customer).filter(|(row, _)| !taken.contains(row)) {
        let customer = table.customers.text(code);
        let name = table.name.as_ref().map_or("", |name| name.text(row as usize));
        let number = [customer, name].into_iter().find_map(|text| numbers.get(&folded_spelling(text)).copied());
        if let Some(number) = number {
            found.entry(number).or_default().push(row);
        }
    }
    found
}

fn made(table: &ContactTable, matched: &[&BTreeMap<u32, Vec<u32>>]) -> ContactsMade {
    let rows: u32 = matched.iter().flat_map(|found| found.values()).map(|rows| rows.len() as u32).sum();
    let all = u32::try_from(table.len()).unwrap_or(u32::MAX);
    let mut made =
        ContactsMade { all, unmatched: all.saturating_sub(rows), until: table.day.iter().max().copied(), ..ContactsMade::default() };
    let Some(until) = made.until else { return made };
    for row in 0..table.len() {
        if within_year(&[table.day[row]], until) == 0 {
            continue;
        }
        match table.channel_of(row).map(channel) {
            Some(channel) => made.by_channel[channel.index()] += 1,
            None => made.without_channel += 1,
        }
    }
    made
}

fn channel(channel: ContactChannel) -> Channel {
    match channel {
        ContactChannel::Field => Channel::Field,
        ContactChannel::Phone => Channel::Phone,
        ContactChannel::Email => Channel::Email,
    }
}

/// The rep as chosen on the page, as in the customer list, of the last purchase, of the last contact.
fn rep_of<'a>(workspace: &'a Workspace, customers: &'a Customers, number: u32, contacts: &[u32]) -> Option<&'a str> {
    let data = &workspace.data;
    let assigned = || workspace.effort.assigned.get(customers.key(number)).map(String::as_str);
    let listed = || data.customers.as_ref().and_then(|list| customers.list_row(number, list)).map(|row| row.rep.as_str());
    let bought = || {
        let table = data.purchases.as_deref()?;
        let reps = table.rep.as_ref()?;
        let named = customers.rows(number).iter().filter(|&&row| !reps.text(row as usize).is_empty());
        named.max_by_key(|&&row| (table.day[row as usize], row)).map(|&row| reps.text(row as usize))
    };
    let said = |name: &&str| !name.is_empty();
    assigned().filter(said).or_else(|| listed().filter(said)).or_else(bought).or_else(|| met(workspace, contacts))
}

/// The rep of the last contact that names one.
fn met<'a>(workspace: &'a Workspace, contacts: &[u32]) -> Option<&'a str> {
    let table = workspace.data.contacts.as_deref()?;
    let reps = table.rep.as_ref()?;
    let named = contacts.iter().filter(|&&row| !reps.text(row as usize).is_empty());
    named.max_by_key(|&&row| (table.day[row as usize], row)).map(|&row| reps.text(row as usize))
}

/// Names in order of appearance.
#[derive(Default)]
struct RepNames<'a> {
    places: BTreeMap<&'a str, usize>,
}

impl<'a> RepNames<'a> {
    fn place(&mut self, name: &'a str) -> usize {
        let next = self.places.len();
        *self.places.entry(name).or_insert(next)
    }

    /// The reps by name; the places given out so far follow.
    fn sorted(&self, given: &mut [Option<usize>]) -> Vec<Rep> {
        let mut new_place = vec![0; self.places.len()];
        for (new, &old) in self.places.values().enumerate() {
            new_place[old] = new;
        }
        given.iter_mut().flatten().for_each(|place| *place = new_place[*place]);
        self.places.keys().map(|name| Rep { name: (*name).to_owned(), customers: 0 }).collect()
    }
}

#[cfg(test)]
mod tests;
