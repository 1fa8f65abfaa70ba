import { environmentSchema, notes } from './variables.js';

/** One variable as the README shows it. */
export interface ConfigRow {
  readonly name: string;
  readonly standard: string;
  readonly about: string;
}

/** Every variable with its default and purpose, in the order of the schema. */
export function configRows(): ConfigRow[] {
  return Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const note = notes.get(schema);
    if (!note) throw new Error(`${name} has no notes.`);
    return { name, standard: note.standard ?? '', about: note.about };
  });
}

/** The rows as a markdown table. */
export function configTable(): string {
  const rows = configRows().map(
    ({ name, standard, about }) => `| \`${name}\` | ${standard && `\`${standard}\``} | ${about} |`,
  );
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}
