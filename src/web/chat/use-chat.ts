import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiClient } from '../api/client.js';
import { type ConnectionState, followSession, type ReplyButton } from '../api/session-events.js';
import { applyEvent, mergeHistory, type ShownMessage, wholeMessage } from './conversation.js';

interface Session {
  readonly id: string;
}

interface History {
  readonly messages: readonly { id: string; role: ShownMessage['role']; content: string }[];
}

/** One conversation: what was said, and the ways to say more. */
export interface ChatControls {
  readonly messages: readonly ShownMessage[];
  readonly connection: ConnectionState;
  readonly error: string | null;
  readonly writing: boolean;
  readonly send: (content: string) => void;
  readonly press: (button: ReplyButton) => void;
  readonly sendFiles: (files: readonly File[]) => void;
  readonly stop: () => void;
  readonly startNew: () => void;
}

async function latestSession(api: ApiClient): Promise<Session> {
  const { sessions } = await api.get<{ sessions: Session[] }>('/api/chat/sessions?limit=1');
  return sessions[0] ?? (await api.send<Session>('POST', '/api/chat/sessions', {}));
}

function sentenceOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : 'That did not work. Please try again.';
}

/** Opens the latest conversation, or a first one, and follows it. `onReply` is called after each whole reply. */
export function useChat(api: ApiClient, onReply: () => void): ChatControls {
  const [session, setSession] = useState<Session | null>(null);
  const [messages, setMessages] = useState<readonly ShownMessage[]>([]);
  const [connection, setConnection] = useState<ConnectionState>('connected');
  const [error, setError] = useState<string | null>(null);
  const replied = useRef(onReply);
  replied.current = onReply;
  /** The conversation, also while it is still being opened: what is said meanwhile waits for it. */
  const opening = useRef<Promise<Session> | null>(null);

  const fail = useCallback((problem: unknown) => setError(sentenceOf(problem)), []);

  const open = useCallback(
    (promise: Promise<Session>) => {
      opening.current = promise;
      promise.then(setSession, fail);
    },
    [fail],
  );

  useEffect(() => open(latestSession(api)), [api, open]);

  useEffect(() => {
    if (session === null) return;
    const left = new AbortController();
    const fetchHistory = () =>
      api.get<History>(`/api/chat/sessions/${session.id}`).then((history) => {
        if (!left.signal.aborted) setMessages((shown) => mergeHistory(history.messages, shown));
      }, fail);
    setMessages([]);
    void fetchHistory();
    void followSession({
      sessionId: session.id,
      accessToken: api.accessToken,
      signal: left.signal,
      onState: setConnection,
      onGap: () => void fetchHistory(),
      onEvent: (event) => {
        setMessages((shown) => applyEvent(shown, event));
        if (event.kind === 'completed') replied.current();
      },
    });
    return () => left.abort();
  }, [api, session, fail]);

  const say = useCallback(
    async (content: string, more: { documentIds?: readonly string[]; action?: ReplyButton } = {}) => {
      const { id } = await (opening.current ?? latestSession(api));
      const key = crypto.randomUUID();
      setError(null);
      setMessages((shown) => [...shown, wholeMessage(key, 'user', content)]);
      // The reply arrives by the events, whoever asked; this answer only confirms the end.
      await api.ask(`/api/chat/sessions/${id}/messages`, { content, ...more }, key);
    },
    [api],
  );

  const sendFiles = useCallback(
    async (files: readonly File[]) => {
      setError(null);
      const documentIds: string[] = [];
      for (const file of files) {
        const form = new FormData();
        form.append('file', file, file.name);
        const { document } = await api.upload<{ document: { id: string } }>('/api/financial/documents', form);
        documentIds.push(document.id);
      }
      await say(`📄 ${files.map((file) => file.name).join(', ')}`, { documentIds });
    },
    [api, say],
  );

  return {
    messages,
    connection,
    error,
    writing: messages.some((message) => message.state === 'writing'),
    send: (content) => void say(content).catch(fail),
    press: (button) => void say(button.label, { action: button }).catch(fail),
    sendFiles: (files) => void sendFiles(files).catch(fail),
    stop: () => {
      if (session !== null) api.send('POST', `/api/chat/sessions/${session.id}/cancel`).catch(fail);
    },
    startNew: () => open(api.send<Session>('POST', '/api/chat/sessions', {})),
  };
}
