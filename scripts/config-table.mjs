/** Writes the table of environment variables into the README, from the schema that reads them: `npm run config-table`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { configTable } from '../dist/src/config/table.js';

const readme = new URL('../README.md', import.meta.url);
const text = readFileSync(readme, 'utf8');
const [from, to] = ['<!-- configuration -->', '<!-- end of configuration -->'];
const [start, end] = [text.indexOf(from), text.indexOf(to)];
if (start < 0 || end < start) throw new Error('README.md has lost the marks around its configuration.');
writeFileSync(readme, `${text.slice(0, start + from.length)}\n${configTable()}\n${text.slice(end)}`);
