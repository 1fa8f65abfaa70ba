import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileObject } from './payloads.js';
import { SlackRefusal } from './refusal.js';
import type { Method } from './web-api.js';
import type { StoredFile, Workspace } from './workspace.js';

let count = 0;

export function addFile(
  workspace: Workspace,
  file: Omit<StoredFile, 'id' | 'sharedIn' | 'title'>,
): StoredFile {
  count += 1;
  const stored: StoredFile = { ...file, id: `F0FILE${count}`, sharedIn: null, title: null };
  workspace.files.set(stored.id, stored);
  return stored;
}

/** Uploads in two steps: https://docs.slack.dev/messaging/working-with-files#upload */
export function fileMethods(origin: string): Readonly<Record<string, Method>> {
  return {
    'files.getUploadURLExternal': {
      scopes: ['files:write'],
      run: (workspace, args) => {
        const size = Number(args.length);
        if (!args.filename || !Number.isInteger(size) || size <= 0)
          throw new SlackRefusal('invalid_arguments');
        const file = addFile(workspace, {
          name: args.filename,
          contentType: 'application/octet-stream',
          bytes: new Uint8Array(),
          declaredSize: size,
          trouble: null,
        });
        return { upload_url: `${origin}/upload/v1/${file.id}`, file_id: file.id };
      },
    },
    'files.completeUploadExternal': {
      scopes: ['files:write'],
      run: (workspace, args) => {
        const wanted: { id: string; title?: string }[] = JSON.parse(args.files ?? '[]');
        const files = wanted.map(({ id, title }) => {
          const file = workspace.files.get(id);
          if (!file || file.bytes.length !== file.declaredSize) throw new SlackRefusal('file_not_found');
          file.title = title ?? null;
          file.sharedIn = args.channel_id ?? args.channels ?? null;
          return { id, title: file.name };
        });
        return { files };
      },
    },
    'files.info': {
      scopes: ['files:read'],
      run: (workspace, args) => {
        const file = workspace.files.get(args.file ?? '');
        if (!file) throw new SlackRefusal('file_not_found');
        return { file: fileObject(file, origin) };
      },
    },
  };
}

/** Takes the bytes of an upload: https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export async function takeUpload(
  workspaces: readonly Workspace[],
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
): Promise<void> {
  const id = request.url?.split('/').at(-1) ?? '';
  const file = workspaces.map(({ files }) => files.get(id)).find((found) => found !== undefined);
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const part of form.values())
      if (typeof part !== 'string') file.bytes = new Uint8Array(await part.arrayBuffer());
  } else {
    file.bytes = body;
  }
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${file.bytes.length}`);
}

/** `url_private` answers with the sign-in page where the token or its scope is missing, with status 200. */
export function serveFile(
  workspaces: readonly Workspace[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const id = /T0-(F\w+)/.exec(request.url ?? '')?.[1] ?? '';
  const token = request.headers.authorization?.replace('Bearer ', '');
  const workspace = workspaces.find(({ files }) => files.has(id));
  const file = workspace?.files.get(id);
  if (!workspace || !file || file.trouble === 'missing') {
    response.writeHead(404).end();
    return;
  }
  const allowed = token === workspace.botToken && workspace.scopes.has('files:read');
  if (!allowed || file.trouble === 'sign-in-page') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>');
    return;
  }
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.length });
  response.end(file.bytes);
}
