import { z } from 'zod';
import type { OpenApiDocument } from '../openapi/document.js';
import { problemTypes } from '../problem-types.js';
import { escapeHtml, renderProse } from './html.js';
import { renderField, renderFields, renderType } from './schema-view.js';

const operationShape = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()).default([]),
  summary: z.string().default(''),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.unknown())).default([]),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().default(false),
        description: z.string().optional(),
        schema: z.unknown(),
      }),
    )
    .default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({})) }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({
      description: z.string().default(''),
      content: z.record(z.string(), z.looseObject({})).optional(),
    }),
  ),
});

interface Operation extends z.output<typeof operationShape> {
  readonly method: string;
  readonly path: string;
}

/** The whole documentation as one HTML page. */
export function renderDocs(document: OpenApiDocument): string {
  const operations = operationsOf(document);
  const tags = document.tags ?? [];
  const chapters = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tags.includes(tag.name));
    return `<section id="${slug(tag.name)}"><h2>${escapeHtml(tag.name)}</h2><p>${renderProse(tag.description ?? '')}</p>${own.map(renderOperation).join('')}</section>`;
  });
  const navigation = tags.map((tag) => {
    const own = operations.filter((operation) => operation.tags.includes(tag.name));
    return `<li><a href="#${slug(tag.name)}">${escapeHtml(tag.name)}</a><ul>${own.map((operation) => `<li><a href="#${operation.operationId}"><span class="method ${operation.method}">${operation.method.toUpperCase()}</span> ${escapeHtml(shortPath(operation.path))}</a></li>`).join('')}</ul></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(document.info.title)} API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to the endpoints</a>
<nav aria-label="Endpoints"><p class="brand">${escapeHtml(document.info.title)} <small>${escapeHtml(document.info.version)}</small></p><ul>${navigation.join('')}<li><a href="#problems">Problems</a></li><li><a href="#schemas">Schemas</a></li></ul></nav>
<main id="content">
<h1>${escapeHtml(document.info.title)} API</h1>
${renderStart(document)}
${chapters.join('')}
${renderProblems()}
${renderSchemas(document)}
</main>
</body>
</html>`;
}

function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).flatMap(([method, value]) => {
      const parsed = operationShape.safeParse(value);
      return parsed.success ? [{ ...parsed.data, method, path }] : [];
    }),
  );
}

function renderStart(document: OpenApiDocument): string {
  return `<p>${renderProse(document.info.description ?? '')}</p>
<p>For machines: <a href="/api/openapi.json">openapi.json</a>. Streaming chat: <code>@microsoft/signalr</code> at <code>/hubs/chat</code> with <code>JoinSession(sessionId)</code>, <code>LeaveSession(sessionId)</code>, <code>SendMessage(sessionId, content)</code> as a stream, <code>CancelMessage(sessionId)</code>; clients receive <code>MessageStarted</code>, <code>ReceiveToken</code>, <code>MessageCompleted</code>, <code>MessageFailed</code>.</p>
<pre><code>curl -s localhost:5000/api/auth/login -H 'Content-Type: application/json' \\
  -d '{"email":"ada@example.com","password":"…"}'
curl -N localhost:5000/api/chat/sessions/$SESSION/messages -H "Authorization: Bearer $TOKEN" \\
  -H 'Accept: text/event-stream' -H 'Content-Type: application/json' \\
  -d '{"content":"What can I do this weekend for under $30?"}'</code></pre>`;
}

function renderOperation(operation: Operation): string {
  const access = operation.security.flatMap((entry) => Object.keys(entry));
  const badge =
    access.length === 0
      ? '<span class="badge open">open</span>'
      : `<span class="badge">${escapeHtml(access.join(', '))}</span>`;
  return `<article id="${escapeHtml(operation.operationId)}">
<h3><span class="method ${operation.method}">${operation.method.toUpperCase()}</span> <code>${escapeHtml(operation.path)}</code> ${badge}</h3>
<p><strong>${renderProse(operation.summary)}.</strong> ${renderProse(operation.description ?? '')}</p>
${renderParameters(operation)}
${renderRequestBody(operation)}
<h4>Answers</h4>
<dl>${Object.entries(operation.responses).map(renderResponse).join('')}</dl>
</article>`;
}

function renderParameters(operation: Operation): string {
  if (operation.parameters.length === 0) return '';
  const rows = operation.parameters.map((parameter) =>
    renderField(
      parameter.in === 'query' ? parameter.name : `${parameter.name} (${parameter.in})`,
      parameter.schema,
      parameter.required,
      parameter.description ?? '',
    ),
  );
  return `<h4>Parameters</h4><table>${rows.join('')}</table>`;
}

function renderRequestBody(operation: Operation): string {
  if (!operation.requestBody) return '';
  return Object.entries(operation.requestBody.content)
    .map(([type, media]) => {
      const { schema } = media;
      const example = media.example === undefined ? '' : renderExample(media.example);
      return `<h4>Body <small>${escapeHtml(type)}</small></h4>${renderFields(schema)}${example}`;
    })
    .join('');
}

function renderExample(example: unknown): string {
  return `<pre><code>${escapeHtml(JSON.stringify(example, null, 2))}</code></pre>`;
}

function renderResponse([status, response]: [string, Operation['responses'][string]]): string {
  const content = Object.entries(response.content ?? {}).map(([type, media]) => {
    const { schema } = media;
    const example =
      type === 'application/json' && media.example !== undefined
        ? `<details><summary>An example</summary>${renderExample(media.example)}</details>`
        : '';
    return `<span class="media">${escapeHtml(type)}: ${renderType(schema)}</span>${example}`;
  });
  return `<dt class="status s${status[0]}">${status}</dt><dd>${renderProse(response.description)} ${content.join(' ')}</dd>`;
}

function renderProblems(): string {
  const rows = Object.values(problemTypes).map(
    (type) =>
      `<dt id="problem-${type.slug}"><code>/docs#problem-${type.slug}</code> <small>${type.status}</small></dt><dd><strong>${escapeHtml(type.title)}.</strong> ${renderProse(type.meaning)}</dd>`,
  );
  return `<section id="problems"><h2>Problems</h2><p>Every error is <code>application/problem+json</code> (RFC 9457). Tell them apart by <code>type</code>, or finer by <code>code</code>; both are stable. <code>correlationId</code> is what to quote when you ask for help.</p><dl>${rows.join('')}</dl></section>`;
}

function renderSchemas(document: OpenApiDocument): string {
  const schemas = Object.entries(document.components?.schemas ?? {}).sort(([left], [right]) =>
    left.localeCompare(right),
  );
  const parts = schemas.map(
    ([name, schema]) =>
      `<article id="schema-${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3>${renderFields(schema)}</article>`,
  );
  return `<section id="schemas"><h2>Schemas</h2>${parts.join('')}</section>`;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function shortPath(path: string): string {
  return path.replace(/^\/api/, '');
}
