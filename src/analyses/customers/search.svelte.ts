/** What the reader searches for: kept while the page is open, and nowhere else, since it may name a person. */
export const search = $state({ text: '' });
