import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiClient } from '../api/client.js';
import type { ReplyButton } from '../api/session-events.js';
import { Markdown } from '../parts/markdown.js';
import type { ShownMessage } from './conversation.js';
import { useChat } from './use-chat.js';

const SUGGESTIONS = [
  'What can I do this weekend for under $30?',
  'Can I afford a $60 game?',
  'I have Netflix and hate horror',
  'How is my budget worked out?',
];

function Bubble({
  message,
  onPress,
}: {
  message: ShownMessage;
  onPress: (button: ReplyButton) => void;
}): JSX.Element {
  if (message.role === 'user') return <div class="bubble mine">{message.content}</div>;
  const { state, content, progress, buttons } = message;
  return (
    <div class={`bubble ${state === 'failed' ? 'failed' : ''}`} aria-busy={state === 'writing'}>
      {content === '' && <p class="muted typing">{progress ?? 'Thinking'}</p>}
      {content !== '' && <Markdown text={content} />}
      {content !== '' && progress !== null && <p class="muted">{progress}</p>}
      {buttons.length > 0 && (
        <div class="suggestions">
          {buttons.map((button) => (
            <button key={button.id} type="button" onClick={() => onPress(button)}>
              {button.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Composer({
  writing,
  onSend,
  onFiles,
  onStop,
  onNew,
}: {
  writing: boolean;
  onSend: (content: string) => void;
  onFiles: (files: readonly File[]) => void;
  onStop: () => void;
  onNew: () => void;
}): JSX.Element {
  const [text, setText] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const submit = () => {
    if (text.trim() === '') return;
    onSend(text.trim());
    setText('');
  };
  return (
    <div class="composer">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <button
          type="button"
          aria-label="Add a PDF"
          title="Add a PDF"
          onClick={() => picker.current?.click()}
        >
          <svg
            viewBox="0 0 24 24"
            width="20"
            height="20"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            stroke-width="2"
            stroke-linecap="round"
          >
            <path d="M20 11.5l-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.6-8.6a3.5 3.5 0 0 1 5 5l-8.6 8.5a1.8 1.8 0 0 1-2.5-2.5l7.9-7.8" />
          </svg>
        </button>
        <input
          ref={picker}
          type="file"
          accept="application/pdf,.pdf"
          multiple
          hidden
          aria-label="PDF files"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            if (files.length > 0) onFiles(files);
            event.currentTarget.value = '';
          }}
        />
        <textarea
          rows={1}
          aria-label="Message to Matinee"
          placeholder="Ask for something fun, or drop a statement here"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        {writing ? (
          <button type="button" onClick={onStop}>
            Stop
          </button>
        ) : (
          <button type="submit" class="primary">
            Send
          </button>
        )}
      </form>
      <div class="hint row">
        <span>
          PDFs stay on this server.<span class="keys"> Enter sends, Shift+Enter breaks the line.</span>
        </span>
        <button type="button" class="quiet small" onClick={onNew}>
          New conversation
        </button>
      </div>
    </div>
  );
}

/** True for a drag that carries files. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** The conversation: replies stream in, PDFs may be dropped anywhere on it. */
export function Chat({ api, changed }: { api: ApiClient; changed: () => void }): JSX.Element {
  const chat = useChat(api, changed);
  const [dragging, setDragging] = useState(false);
  const log = useRef<HTMLDivElement>(null);

  // New text is what should scroll the log.
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [chat.messages]);

  return (
    <section
      class="chat"
      aria-label="Chat"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDragging(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) chat.sendFiles(files);
      }}
    >
      <div class="log" ref={log} role="log" aria-live="polite" aria-label="Messages" tabIndex={0}>
        {chat.messages.length === 0 && (
          <div class="bubble">
            <p>
              Hi, I'm Matinee. Drop a bank statement here, and I work out what you can spend on fun this
              month. Or just ask:
            </p>
            <div class="suggestions">
              {SUGGESTIONS.map((suggestion) => (
                <button key={suggestion} type="button" onClick={() => chat.send(suggestion)}>
                  {suggestion}
                </button>
              ))}
            </div>
          </div>
        )}
        {chat.messages.map((message) => (
          <Bubble key={message.id} message={message} onPress={chat.press} />
        ))}
        {chat.connection === 'reconnecting' && (
          <p class="bubble notice" role="status">
            The line was cut. Coming back …
          </p>
        )}
        {chat.error !== null && (
          <p class="bubble failed" role="alert">
            {chat.error}
          </p>
        )}
      </div>
      <Composer
        writing={chat.writing}
        onSend={chat.send}
        onFiles={chat.sendFiles}
        onStop={chat.stop}
        onNew={chat.startNew}
      />
      {dragging && <div class="drop">Drop your PDF here</div>}
    </section>
  );
}
