import { shopify } from './shopify.ts';
import type { Writer } from './writer.ts';

/** A writer for every export the property test reads back. */
export const WRITERS: Readonly<Record<string, Writer>> = { shopify };
