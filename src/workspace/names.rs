//! What a customer is called.

use super::Workspace;
use crate::measure::Customers;

impl Workspace {
    /// The display name of a customer: the name of its rows, else of its row in the list, else the key.
    #[must_use]
    pub fn customer_name<'workspace>(&'workspace self, customers: &'workspace Customers, number: u32) -> &'workspace str {
        let key = customers.key(number);
        if let Some(table) = &self.data.purchases
            && let Some(code) = table.customers.code(key)
            && table.display_name(code) != key
        {
            return table.display_name(code);
        }
        let listed = self.data.customers.as_ref().and_then(|list| customers.list_row(number, list));
        listed.map(|row| row.name.as_str()).filter(|name| !name.is_empty()).unwrap_or(key)
    }
}
