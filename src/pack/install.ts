import { macrosSql } from '../analyses/sql.ts';
import type { Database } from '../engine/database.ts';

/**
 * Teaches a database the macros of every analysis. `order_line`, `orders`, `customers` and `products` must be there, with
 * or without rows; they may be replaced afterwards.
 */
export async function installMacros(db: Database): Promise<void> {
  await db.exec(macrosSql());
}
