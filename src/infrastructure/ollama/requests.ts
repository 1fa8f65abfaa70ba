import type { ChatRequest, Tool } from 'ollama';
import { z } from 'zod';
import type { GenerateOptions, ModelMessage } from '../../core/ports/language-model.js';

/** How long the server keeps a model loaded after a call. */
export const KEEP_ALIVE = '30m';

/**
 * A chat as the Ollama server takes it, always streamed.
 * @param format the JSON schema that the answer must satisfy; undefined for text
 */
export function chatRequest(
  { model, contextWindow }: { readonly model: string; readonly contextWindow: number },
  messages: readonly ModelMessage[],
  generate: GenerateOptions,
  format: object | undefined,
): ChatRequest & { stream: true } {
  return {
    model,
    messages: messages.map(toMessage),
    stream: true,
    keep_alive: KEEP_ALIVE,
    ...(format && { format }),
    ...(generate.tools && { tools: generate.tools.map(toTool) }),
    options: {
      num_ctx: contextWindow,
      temperature: generate.temperature ?? 0.4,
      ...(generate.maxTokens && { num_predict: generate.maxTokens }),
      ...(generate.stop && generate.stop.length > 0 && { stop: [...generate.stop] }),
    },
  };
}

function toMessage({ role, content, toolName }: ModelMessage) {
  return { role, content, ...(toolName && { tool_name: toolName }) };
}

function toTool(tool: {
  readonly name: string;
  readonly description: string;
  readonly parameters: z.ZodType;
}) {
  const { type: _type, properties, required } = z.toJSONSchema(tool.parameters, { io: 'input' });
  return {
    type: 'function',
    function: {
      name: tool.name,
      description: tool.description,
      parameters: { type: 'object', properties: parameterTypes(properties), ...(required && { required }) },
    },
  };
}

type ParameterTypes = NonNullable<NonNullable<Tool['function']['parameters']>['properties']>;

const parameters = z.custom<ParameterTypes>((value) => typeof value === 'object' && value !== null);

/** A JSON schema's properties, as Ollama's tools take them. */
function parameterTypes(properties: unknown): ParameterTypes {
  return parameters.parse(properties ?? {});
}
