import { z } from 'zod';
import { dateFact, nameFact, numberFact } from '../conversation/claims/facts.js';
import { deleteDocument } from '../documents/delete-document.js';
import type { DocumentView } from '../documents/document-view.js';
import { listDocuments } from '../documents/list-documents.js';
import { fileLabel, kindWords } from './document-words.js';
import { defineTool, type ToolTurn } from './tool.js';

/** The user's documents: what was read, how to send one, how to delete one. */
export const documentsTool = defineTool({
  name: 'documents',
  description: 'Lists the documents the user sent, explains how to send one, or deletes the latest.',
  schema: z.object({ action: z.enum(['list', 'how', 'delete']).optional() }),
  examples: [{}, { action: 'how' }],
  private: true,
  effect: 'reads',
  async call(context, turn, args) {
    if (args.action === 'how') return { text: HOW, facts: [] };
    const { documents, total } = await listDocuments(context, { userId: turn.userId, limit: 8 });
    const [latest] = documents;
    if (!latest) return { text: `You haven’t sent me any documents yet. ${HOW}`, facts: [] };
    if (args.action === 'delete') {
      const fileName = fileLabel(latest.fileName);
      const pending = { kind: 'delete-document' as const, documentId: latest.id, fileName };
      const text = `Shall I delete ${fileName} and every transaction that only it shows? Say yes, or leave it.`;
      return {
        text,
        facts: [nameFact(fileName)],
        memory: { pending },
        buttons: [
          { id: 'answer:yes', label: 'Delete it', style: 'danger' },
          { id: 'answer:no', label: 'Keep it' },
        ],
      };
    }
    const lines = documents.map((document) => `- ${documentLine(document, turn)}`);
    const more = total > documents.length ? `\n- and ${total - documents.length} older ones` : '';
    return {
      text: `Your documents:\n\n${lines.join('\n')}${more}\n\nSay “delete my last document” to remove one with everything it showed.`,
      facts: [
        numberFact('documents', 'count', total, 'count'),
        ...documents.flatMap((document) => [
          nameFact(fileLabel(document.fileName)),
          dateFact(document.fileName, 'sent', document.uploadedAt.toISOString().slice(0, 10)),
        ]),
      ],
    };
  },
});

const HOW =
  'Drop a PDF right here in our direct chat: a bank or card statement, a pay stub, a receipt or an invoice. I read it page by page, check that its sums work out, and tell you what I could prove. Password-protected ones are fine; I’ll ask for the password and forget it right after. Only PDFs for now: a screenshot or a photo I can’t read. Or skip documents altogether and just tell me, like “I make 3,200 a month, my bills are 1,400”.';

function documentLine(document: DocumentView, turn: ToolTurn): string {
  const state =
    document.status === 'completed'
      ? (document.verdict ?? 'read')
      : document.status === 'failed'
        ? 'could not be read'
        : 'being read';
  return `${fileLabel(document.fileName)}: ${kindWords(document.kind)}, ${state} (${turn.voice.date(document.uploadedAt.toISOString().slice(0, 10))})`;
}

/** Deletes a document after the user's yes. */
export async function deleteConfirmed(
  context: Parameters<typeof deleteDocument>[0],
  turn: ToolTurn,
  pending: { readonly documentId: string; readonly fileName: string },
) {
  const { transactions } = await deleteDocument(context, {
    userId: turn.userId,
    documentId: pending.documentId,
  });
  const gone =
    transactions === 0
      ? ''
      : ` ${transactions === 1 ? 'One transaction' : `${transactions} transactions`} went with it, and your figures are being worked out again.`;
  return {
    text: `Deleted ${pending.fileName}.${gone}`,
    facts: [numberFact('documents', 'deleted transactions', transactions, 'count')],
  };
}
