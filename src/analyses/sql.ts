import attributes from './attributes/attributes.sql?raw';
import basket from './basket/basket.sql?raw';
import bundles from './bundles/bundles.sql?raw';
import change from './change/change.sql?raw';
import mix from './change/mix.sql?raw';
import care from './care/care.sql?raw';
import cycles from './care/cycles.sql?raw';
import concentration from './concentration/concentration.sql?raw';
import customers from './customers/customers.sql?raw';
import letters from './care/letters/suppression.sql?raw';
import findings from './findings/findings.sql?raw';
import lifecycle from './lifecycle/lifecycle.sql?raw';
import moves from './moves/moves.sql?raw';
import options from './options.sql?raw';
import overview from './overview/overview.sql?raw';
import profile from './profile/profile.sql?raw';
import quality from './quality/quality.sql?raw';
import retention from './retention/retention.sql?raw';
import segments from './segments/segments.sql?raw';
import types from './types/types.sql?raw';
import validity from './validity/validity.sql?raw';
import value from './value/value.sql?raw';

/** The statements that define an analysis' table macros, each followed by its comment; 'options' is what they share. */
export interface MacroSource {
  analysis: string;
  sql: string;
}

/** Every analysis' macros, in the order they are installed: a macro may call those above it. */
export const MACROS: readonly MacroSource[] = [
  { analysis: 'options', sql: options },
  { analysis: 'profile', sql: profile },
  { analysis: 'attributes', sql: attributes },
  { analysis: 'overview', sql: overview },
  { analysis: 'change', sql: change },
  { analysis: 'mix', sql: mix },
  { analysis: 'findings', sql: findings },
  { analysis: 'segments', sql: segments },
  { analysis: 'moves', sql: moves },
  { analysis: 'quality', sql: quality },
  { analysis: 'types', sql: types },
  { analysis: 'lifecycle', sql: lifecycle },
  { analysis: 'cycles', sql: cycles },
  { analysis: 'customers', sql: customers },
  { analysis: 'care', sql: care },
  { analysis: 'letters', sql: letters },
  { analysis: 'validity', sql: validity },
  { analysis: 'retention', sql: retention },
  { analysis: 'value', sql: value },
  { analysis: 'concentration', sql: concentration },
  { analysis: 'basket', sql: basket },
  { analysis: 'bundles', sql: bundles },
];

/** The statements of all macros. */
export function macrosSql(): string {
  return MACROS.map(({ analysis, sql }) => `-- ${analysis}\n\n${sql.trim()}`).join('\n\n');
}
