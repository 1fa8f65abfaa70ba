import { z } from 'zod';
import { itemTypes } from '../../domain/ranking/item.js';
import { getBudgetStatusTool } from '../tools/get-budget-status.js';
import { recommendTool } from '../tools/recommend.js';
import { searchTool } from '../tools/search.js';
import { spendingTool } from '../tools/spending.js';
import type { Tool } from '../tools/tool.js';

/** The tools that a model may call by itself: they read, and few enough to be cheap in a prompt. */
export const modelTools: readonly Tool[] = [searchTool, getBudgetStatusTool, recommendTool, spendingTool];

/** A tool that a model asked for. */
export interface ModelAction {
  readonly tool: Tool;
  readonly args: Record<string, unknown>;
}

const named = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()).optional() });
const action = z.object({ action: z.string() }).catchall(z.unknown());
const numberLike = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+(?:\.\d+)?$/)
    .transform(Number),
]);

/** A call in the model's native form, or written as JSON: `{"action": …}` or `{"name": …, "arguments": …}`. */
export function readAction(value: unknown): ModelAction | null {
  const call = named.safeParse(value);
  if (call.success) return actionFor(call.data.name, call.data.arguments ?? {});
  const written = action.safeParse(value);
  if (!written.success) return null;
  const { action: name, ...args } = written.data;
  return actionFor(name, args);
}

function actionFor(name: string, args: Record<string, unknown>): ModelAction | null {
  const tool = modelTools.find((one) => one.name === name);
  if (!tool) return null;
  const tidy = tidyArguments(args);
  const parsed = tool.schema.safeParse(tidy);
  return parsed.success ? { tool, args: tidy } : null;
}

/** Small models send numbers as text, empty strings for nothing, and types that do not exist. */
function tidyArguments(args: Record<string, unknown>): Record<string, unknown> {
  const tidy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(args)) {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    if (key === 'type' && !isType(value)) continue;
    if (key === 'types') {
      const types = (Array.isArray(value) ? value : [value]).filter(isType);
      if (types.length > 0) tidy[key] = types;
      continue;
    }
    const number = /^(?:max_price|party_size|max_minutes|age|months)$/.test(key)
      ? numberLike.safeParse(value)
      : null;
    if (number && !number.success) continue;
    tidy[key] = number?.success ? number.data : value;
  }
  return tidy;
}

function isType(value: unknown): boolean {
  return itemTypes.some((type) => type === value);
}

/** The first JSON object in a text that is a call, in a code block or bare; null where there is none. */
export function findAction(text: string): ModelAction | null {
  for (let start = text.indexOf('{'); start >= 0; start = text.indexOf('{', start + 1)) {
    const end = closingBrace(text, start);
    if (end < 0) continue;
    const found = readAction(parse(text.slice(start, end + 1)));
    if (found) return found;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where the object that begins at `start` ends; -1 where it does not. */
function closingBrace(text: string, start: number): number {
  let depth = 0;
  let inText = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (inText && character === '\\') index += 1;
    else if (character === '"') inText = !inText;
    else if (!inText && character === '{') depth += 1;
    else if (!inText && character === '}') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}
