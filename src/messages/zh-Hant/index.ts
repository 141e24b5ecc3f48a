import type { Messages } from '../index.ts';
import attributes from './attributes.ts';
import basket from './basket.ts';
import bundles from './bundles.ts';
import care from './care.ts';
import change from './change.ts';
import cleaning from './cleaning.ts';
import concentration from './concentration.ts';
import customers from './customers.ts';
import data from './data.ts';
import gains from './gains.ts';
import findings from './findings.ts';
import intake from './intake.ts';
import letters from './letters.ts';
import lifecycle from './lifecycle.ts';
import lessons from './lessons.ts';
import missing from './missing.ts';
import moves from './moves.ts';
import overview from './overview.ts';
import quality from './quality.ts';
import retention from './retention.ts';
import segments from './segments.ts';
import shell from './shell.ts';
import sql from './sql.ts';
import template from './template.ts';
import types from './types.ts';
import validity from './validity.ts';
import value from './value.ts';
import welcome from './welcome.ts';

export default {
  attributes,
  basket,
  bundles,
  care,
  change,
  cleaning,
  concentration,
  customers,
  data,
  gains,
  findings,
  intake,
  letters,
  lifecycle,
  lessons,
  missing,
  moves,
  overview,
  quality,
  retention,
  segments,
  shell,
  sql,
  template,
  types,
  validity,
  value,
  welcome,
} satisfies Messages;
