import { EventEmitter } from 'node:events';
import type { DocumentEvent, DocumentEvents } from '../../core/ports/document-events.js';

/** Document events within this process. */
export function createDocumentEvents(): DocumentEvents {
  const emitter = new EventEmitter();
  // One listener for each reader of a document's progress; they end with their streams.
  emitter.setMaxListeners(0);
  return {
    publish: (event) => {
      emitter.emit(event.documentId, event);
    },
    subscribe: (documentId, listener) => {
      const wrapped = (event: DocumentEvent) => listener(event);
      emitter.on(documentId, wrapped);
      return () => emitter.off(documentId, wrapped);
    },
  };
}
