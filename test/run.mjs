// Runs one of the project's TypeScript scripts with the imports that Vite resolves: node test/run.mjs <file> [arguments]
import { runnerImport } from 'vite';

const [file, ...args] = process.argv.slice(2);
const { module } = await runnerImport(`./${file}`);
await module.main(args);
