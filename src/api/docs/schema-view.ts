import { z } from 'zod';
import { escapeHtml, renderProse } from './html.js';

/** The part of a JSON Schema that the page shows. */
const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  example: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});

export type SchemaView = z.output<typeof schemaShape>;

/** @returns an empty schema for what is none */
export function viewSchema(value: unknown): SchemaView {
  const parsed = schemaShape.safeParse(value);
  return parsed.success ? parsed.data : {};
}

const REFERENCE = '#/components/schemas/';

/** The name of a component that a schema refers to. */
export function referenceOf(schema: SchemaView): string | null {
  return schema.$ref?.startsWith(REFERENCE) ? schema.$ref.slice(REFERENCE.length) : null;
}

/** A type in one line: `array of Item`, `"a" | "b"`, `string (date-time)`. */
export function renderType(value: unknown): string {
  const schema = viewSchema(value);
  const reference = referenceOf(schema);
  if (reference) return `<a href="#schema-${escapeHtml(reference)}">${escapeHtml(reference)}</a>`;
  if (schema.const !== undefined) return escapeHtml(JSON.stringify(schema.const));
  if (schema.enum) return schema.enum.map((entry) => escapeHtml(JSON.stringify(entry))).join(' | ');
  const alternatives = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (alternatives) return [...new Set(alternatives.map(renderType))].join(' | ');
  if (schema.type === 'array') return `array of ${renderType(schema.items)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return escapeHtml(schema.format ? `${type} (${schema.format})` : type);
}

function renderBounds(schema: SchemaView): string {
  const bounds: string[] = [];
  if (schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER) {
    bounds.push(`from ${schema.minimum}`);
  }
  if (schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER) {
    bounds.push(`to ${schema.maximum}`);
  }
  if (schema.maxLength !== undefined) bounds.push(`at most ${schema.maxLength} characters`);
  if (schema.default !== undefined) bounds.push(`default ${JSON.stringify(schema.default)}`);
  return bounds.length > 0 ? ` <small>${escapeHtml(bounds.join(', '))}</small>` : '';
}

/** One row of a table of fields. */
export function renderField(name: string, value: unknown, required: boolean, note = ''): string {
  const schema = viewSchema(value);
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code>${required ? '' : ' <small>optional</small>'}</th><td>${renderType(value)}${renderBounds(schema)}</td><td>${renderProse(note || (schema.description ?? ''))}</td></tr>`;
}

/** The fields of an object, objects and arrays within it folded below. */
export function renderFields(value: unknown, depth = 0): string {
  const schema = viewSchema(value);
  if (!schema.properties) return depth === 0 ? `<p>${renderType(value)}${renderBounds(schema)}</p>` : '';
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties).map(([name, property]) => {
    const row = renderField(name, property, required.has(name));
    const inner = innerObject(property);
    if (!inner || depth > 3) return row;
    return `${row}<tr class="inner"><td colspan="3"><details><summary>Fields of <code>${escapeHtml(name)}</code></summary>${renderFields(inner, depth + 1)}</details></td></tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

function innerObject(value: unknown): unknown {
  const schema = viewSchema(value);
  if (schema.properties) return value;
  if (schema.type === 'array') return innerObject(schema.items);
  return (schema.anyOf ?? schema.oneOf ?? []).find((entry) => viewSchema(entry).properties);
}
