import type { Messages } from '../index.ts';
import shell from './shell.ts';

export default { shell } satisfies Messages;
