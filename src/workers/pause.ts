/** Lets the page answer its reader between two steps: each alone is short, all in one go are not. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
