"""From page definitions to what one caller sees: parts he may not see are gone, documents are proven."""
