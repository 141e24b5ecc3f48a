/**
 * Workers that the page's Content-Security-Policy binds. A worker started from a plain URL takes the policy of its own
 * response, which a static host does not set; one started from a Blob takes the page's. `before` is run before the script.
 */
export function classicWorker(url: string, before = ''): Worker {
  return fromBlob(`${before}\nimportScripts(${absolute(url)})`, 'classic');
}

/** The same for a module worker. */
export function moduleWorker(url: string): Worker {
  return fromBlob(`import ${absolute(url)}`, 'module');
}

function absolute(url: string): string {
  return JSON.stringify(new URL(url, import.meta.url).href);
}

function fromBlob(source: string, type: WorkerType): Worker {
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(blob, { type });
}
