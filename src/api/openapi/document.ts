import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { ResponseSpec, Route } from '../define-route.js';
import { problemSchema } from '../problem.js';
import { type ProblemType, problemTypes } from '../problem-types.js';
import { sampleOf } from './sample.js';
import { tags } from './tags.js';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** The OpenAPI 3.1 description of the routes, from the schemas that validate them. */
export function createOpenApiDocument(
  routes: readonly Route[],
  options: { readonly version: string },
): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  }
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: {
      title: 'Matinee',
      version: options.version,
      description:
        'Sign in, upload a statement, ask in chat. JSON is camelCase; amounts are numbers in major units with their currency beside them; times are ISO 8601 in UTC. Errors are problems (RFC 9457).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: tags.map((tag) => ({ ...tag })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        user: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The access token of `POST /api/auth/login`.',
        },
        operator: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of the installation’s operator (OPERATOR_TOKEN).',
        },
      },
    },
  };
  return withExamples(createDocument(document, { reused: 'inline' }));
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Gives every JSON answer without an example one that follows from its schema. */
function withExamples(document: OpenApiDocument): OpenApiDocument {
  const components = document.components?.schemas ?? {};
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of methods) {
      for (const response of Object.values(item[method]?.responses ?? {})) {
        const media = 'content' in response ? response.content?.['application/json'] : undefined;
        if (media && media.example === undefined) media.example = sampleOf(media.schema, components);
      }
    }
  }
  return document;
}

function operationOf(route: Route): ZodOpenApiOperationObject {
  const requestParams = {
    ...(route.params && { path: route.params }),
    ...(route.query && { query: route.query }),
    ...(route.headers && { header: route.headers }),
  };
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    ...(route.description && { description: route.description }),
    security: route.auth === 'none' ? [] : [{ [route.auth]: [] }],
    ...(Object.keys(requestParams).length > 0 && { requestParams }),
    ...requestBodyOf(route),
    responses: responsesOf(route),
  };
}

function requestBodyOf(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  const example = route.bodyExample === undefined ? {} : { example: route.bodyExample };
  if (route.multipart) {
    return {
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: route.multipart, ...example } },
      },
    };
  }
  if (!route.body) return {};
  return {
    requestBody: {
      required: !route.body.safeParse(undefined).success,
      content: { 'application/json': { schema: route.body, ...example } },
    },
  };
}

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, spec] of Object.entries(route.responses)) {
    responses[statusKey(status)] = successOf(spec);
  }
  for (const problem of problemsOf(route)) {
    const named = route.problems?.[problem.status];
    responses[statusKey(String(problem.status))] ??= {
      description: named ?? problem.meaning,
      content: { 'application/problem+json': { schema: problemSchema } },
    };
  }
  return responses;
}

/** The keys of a responses object are typed `200`, `4XX` …; a declared status is always three digits. */
function statusKey(status: string): `${1 | 2 | 3 | 4 | 5}${string}` {
  const first = z.enum(['1', '2', '3', '4', '5']).parse(status[0]);
  return `${first}${status.slice(1)}` as const;
}

function successOf(spec: ResponseSpec): ZodOpenApiResponsesObject[`${1 | 2 | 3 | 4 | 5}${string}`] {
  const headers = spec.headers && {
    headers: z.object(
      Object.fromEntries(
        Object.entries(spec.headers).map(([name, description]) => [name, z.string().meta({ description })]),
      ),
    ),
  };
  const content: Record<string, { schema?: z.ZodType; example?: unknown }> = {};
  if (spec.schema) {
    content['application/json'] = {
      schema: spec.schema,
      ...(spec.example !== undefined && { example: spec.example }),
    };
  } else if (spec.contentType) {
    content[spec.contentType] = { schema: z.string() };
  }
  for (const [type, description] of Object.entries(spec.alternatives ?? {})) {
    content[type] = { schema: z.string().meta({ description }) };
  }
  return {
    description: spec.description,
    ...headers,
    ...(Object.keys(content).length > 0 && { content }),
  };
}

/** The problems that any route of this shape can answer with, and those it declares. */
function problemsOf(route: Route): ProblemType[] {
  const found: ProblemType[] = [problemTypes.limited, problemTypes.internal, problemTypes.unavailable];
  if (route.params || route.query || route.body || route.multipart) found.push(problemTypes.badRequest);
  if (route.auth !== 'none') found.push(problemTypes.unauthenticated);
  if (route.params) found.push(problemTypes['not-found']);
  if (route.body || route.multipart) {
    found.push(problemTypes.invalid, problemTypes['too-large'], problemTypes.unsupportedMediaType);
  }
  for (const status of Object.keys(route.problems ?? {}).map(Number)) {
    const type = Object.values(problemTypes).find((candidate) => candidate.status === status);
    if (type) found.push(type);
  }
  return found.sort((left, right) => left.status - right.status);
}
