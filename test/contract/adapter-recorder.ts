import { setTimeout as sleep } from 'node:timers/promises';
import type { CoreDoors } from '../../adapters/shared/adapter.js';
import type { InboundActionPress, InboundMessage } from '../../src/core/ports/chat-platform.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import type { AdapterSubject } from './adapter-subject.js';

/** The core's doors as a recorder: what came in, each message and press once, as the inbox keeps them. */
export interface RecordingDoors extends CoreDoors {
  readonly messages: InboundMessage[];
  readonly presses: InboundActionPress[];
  readonly edits: { readonly messageKey: string; readonly text: string }[];
  readonly withdrawn: string[];
  /** Keys of messages and presses that came once more. */
  readonly repeats: string[];
  /** The next so many messages cannot be stored. */
  failNext(times: number): void;
}

export function createRecordingDoors(): RecordingDoors {
  let failures = 0;
  const doors: RecordingDoors = {
    messages: [],
    presses: [],
    edits: [],
    withdrawn: [],
    repeats: [],
    failNext: (times) => {
      failures = times;
    },
    receiveMessage: async (message) => {
      // A real store takes a moment; what is acknowledged before it would be lost here.
      await sleep(5);
      if (failures > 0) {
        failures -= 1;
        throw new Error('The message could not be stored.');
      }
      const known = doors.messages.some(({ messageKey }) => messageKey === message.messageKey);
      if (known) doors.repeats.push(message.messageKey);
      else doors.messages.push(message);
    },
    receiveAction: async (press) => {
      const known = doors.presses.some(({ actionKey }) => actionKey === press.actionKey);
      if (known) doors.repeats.push(press.actionKey);
      else doors.presses.push(press);
    },
    editMessage: async ({ messageKey, text }) => {
      doors.edits.push({ messageKey, text });
    },
    withdrawMessage: async ({ messageKey }) => {
      doors.withdrawn.push(messageKey);
    },
    overview: async () => '**$42.50** left of $60.00 for fun.\n\nSubscriptions: Netflix.',
  };
  return doors;
}

export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A log that can be read. */
export interface RecordingLog extends Logger {
  readonly entries: LogEntry[];
}

export function createRecordingLog(entries: LogEntry[] = []): RecordingLog {
  const at = (level: LogEntry['level']) => (fields: Record<string, unknown>, message: string) => {
    entries.push({ level, fields, message });
  };
  return {
    entries,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: () => createRecordingLog(entries),
  };
}

/** What a test of the adapters' contract works with. */
export interface Stage {
  readonly subject: AdapterSubject;
  readonly doors: RecordingDoors;
  readonly log: RecordingLog;
}

/** Waits until something is so. @throws Error that names what was waited for */
export async function until(what: string, isSo: () => boolean, milliseconds = 10_000): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Waited ${milliseconds} ms in vain: ${what}.`);
    await sleep(5);
  }
}
