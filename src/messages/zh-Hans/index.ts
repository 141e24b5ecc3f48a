import type { Messages } from '../index.ts';
import intake from './intake.ts';
import shell from './shell.ts';
import welcome from './welcome.ts';

export default { intake, shell, welcome } satisfies Messages;
