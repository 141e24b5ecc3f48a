import intake from './intake.ts';
import shell from './shell.ts';
import sql from './sql.ts';
import welcome from './welcome.ts';

export default { intake, shell, sql, welcome };
