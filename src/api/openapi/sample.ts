import { z } from 'zod';

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  example: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});

type Shape = z.output<typeof schemaShape>;

/** Deeper than any answer goes; keeps a schema that contains itself finite. */
const MAX_DEPTH = 40;

const texts: Readonly<Record<string, string>> = {
  uuid: '5f0c7a52-6a3e-4a57-9a33-0d9b9f5f7c11',
  'date-time': '2026-11-02T09:30:00.000Z',
  date: '2026-11-02',
  uri: 'https://example.com/',
  email: 'ada@example.com',
};

/**
 * An example of what a JSON Schema describes, from the examples, enumerations and formats in it.
 * @param components schemas by name, for references
 */
export function sampleOf(schema: unknown, components: Readonly<Record<string, unknown>>, depth = 0): unknown {
  const parsed = schemaShape.safeParse(schema);
  if (!parsed.success || depth > MAX_DEPTH) return null;
  const shape = parsed.data;
  if (shape.$ref !== undefined) {
    return sampleOf(components[shape.$ref.split('/').at(-1) ?? ''], components, depth + 1);
  }
  const told = [shape.example, shape.examples?.[0], shape.const, shape.enum?.[0], shape.default];
  const given = told.find((value) => value !== undefined);
  if (given !== undefined) return given;
  const alternative = (shape.anyOf ?? shape.oneOf ?? shape.allOf)?.[0];
  if (alternative !== undefined) return sampleOf(alternative, components, depth + 1);
  return sampleOfType(shape, components, depth);
}

function sampleOfType(shape: Shape, components: Readonly<Record<string, unknown>>, depth: number): unknown {
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {}).map(([name, property]) => [
          name,
          sampleOf(property, components, depth + 1),
        ]),
      );
    case 'array':
      return [sampleOf(shape.items, components, depth + 1)];
    case 'integer':
      return Math.max(shape.minimum ?? 1, 1);
    case 'number':
      return Math.max(shape.minimum ?? 0.5, 0.5);
    case 'boolean':
      return false;
    case 'string':
      return texts[shape.format ?? ''] ?? 'text';
    default:
      return null;
  }
}
