import { toMajor } from '../../domain/money.js';
import { forgetUser } from '../accounts/forget-user.js';
import { answerDocumentYear } from '../documents/answer-document-year.js';
import type { CoreContext } from '../ports/context.js';
import type { InboundAction, InboxRow } from '../ports/stores/conversations.js';
import { type AskedFigure, askFigure, settledFigure } from '../tools/ask-figure.js';
import { deleteConfirmed } from '../tools/documents.js';
import { logSpendingTool } from '../tools/log-spending.js';
import { statedFigureTool } from '../tools/stated-figures.js';
import { answerProposed } from '../tools/subscriptions.js';
import type { ToolResult, ToolTurn } from '../tools/tool.js';
import type { ReplySink } from './answer.js';
import { unlockWithPassword } from './answer-attachments.js';
import { callTool, guardTool } from './call-tool.js';
import type { Draft } from './draft.js';
import { HIDDEN } from './inbox.js';
import type { Pending } from './memory.js';
import { readCommand } from './understanding/commands.js';
import { normalise } from './understanding/normalise.js';

/** Takes a message as the answer to our last question, where it is one. @returns whether it was */
export async function answerPending(
  context: CoreContext,
  turn: ToolTurn,
  input: {
    readonly message: InboxRow;
    readonly text: string;
    readonly draft: Draft;
    readonly sink: ReplySink;
  },
): Promise<boolean> {
  const pending = turn.memory.pending;
  const { text, message, draft, sink } = input;
  if (text === HIDDEN) {
    const result = await unlockWithPassword(context, turn, { pending, message, draft, sink });
    draft.add('asked', result);
    return true;
  }
  if (!pending) return false;
  const plain = normalise(text);
  if (pending.kind === 'year') {
    const year = plain.split(' ').length <= 6 ? /\b((?:19|20)\d{2})\b/.exec(plain)?.[1] : undefined;
    if (!year) return settleYesOrNo(context, turn, draft, pending, plain);
    draft.add(
      'asked',
      await guardTool(context, turn, draft, { name: 'document_year', args: { year } }, () =>
        setYear(context, turn, pending.documentId, Number(year)),
      ),
    );
    return true;
  }
  if (pending.kind === 'ask-figure') return settleFigure(context, turn, draft, pending, plain);
  return settleYesOrNo(context, turn, draft, pending, plain);
}

/** Takes a message as what was missing of a figure; anything else is a message of its own. */
async function settleFigure(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  pending: AskedFigure,
  plain: string,
): Promise<boolean> {
  const settled = settledFigure(pending, plain);
  if (settled === null) return settleYesOrNo(context, turn, draft, pending, plain);
  if (settled === 'kept')
    draft.add('asked', words('All right, then nothing changes: I count with what I had.'));
  else draft.add('asked', await callTool(context, turn, draft, statedFigureTool, settled));
  return true;
}

async function settleYesOrNo(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  pending: Pending,
  plain: string,
): Promise<boolean> {
  const command = readCommand(plain)?.kind;
  const answers = command === 'yes' || command === 'no' || command === 'not-now' || plain === 'ok';
  if (!answers) return false;
  const yes = command === 'yes' || plain === 'ok';
  draft.add('asked', await settle(context, turn, draft, pending, yes));
  return true;
}

/** The same, for a pressed yes or no. */
export async function answerPendingButton(
  context: CoreContext,
  turn: ToolTurn,
  action: InboundAction,
  draft: Draft,
): Promise<void> {
  const pending = turn.memory.pending;
  if (!pending) return draft.say('That question is settled already.');
  draft.add('asked', await settle(context, turn, draft, pending, action.id === 'answer:yes'));
}

async function settle(
  context: CoreContext,
  turn: ToolTurn,
  draft: Draft,
  pending: Pending,
  yes: boolean,
): Promise<ToolResult> {
  switch (pending.kind) {
    case 'forget':
      return yes
        ? guardTool(context, turn, draft, { name: 'forget', args: {} }, () => forget(context, turn))
        : words('Good. Everything stays as it is.');
    case 'spend':
      if (!yes) return words('All right, I didn’t log it. Tell me the right amount, and I will.');
      return callTool(context, turn, draft, logSpendingTool, {
        amount: toMajor(pending.amount),
        currency: pending.amount.currency,
        description: pending.description,
        ...(pending.on && { on: pending.on }),
        confirmed: true,
      });
    case 'figure':
      if (!yes) return words('All right, I left it as it was. What’s the right figure?');
      return callTool(context, turn, draft, statedFigureTool, {
        figure: pending.figure,
        ...(pending.amount && { amount: toMajor(pending.amount), currency: pending.amount.currency }),
        ...(pending.percent !== null && { percent: pending.percent }),
        ...(pending.per && { per: pending.per }),
        ...(pending.amount && {
          parts: (pending.parts ?? []).map(({ name, minor }) => ({
            name,
            amount: toMajor({ minor, currency: pending.amount?.currency ?? turn.currency }),
          })),
        }),
        confirmed: true,
      });
    case 'ask-figure':
      return yes
        ? askFigure(turn, pending)
        : words('All right, I left it as it was. Tell me the figure whenever you like.');
    case 'subscriptions':
      return guardTool(context, turn, draft, { name: 'subscriptions', args: { yes } }, () =>
        answerProposed(context, turn, pending.names, yes),
      );
    case 'delete-document':
      return yes
        ? guardTool(context, turn, draft, { name: 'delete_document', args: {} }, () =>
            deleteConfirmed(context, turn, pending),
          )
        : words('Kept.');
    case 'password':
      await context.database.store.conversations.setAwaitsSecret(turn.conversationId, false);
      return words(
        yes
          ? `Then just type the password of ${pending.fileName} here.`
          : 'All right, I leave that document closed.',
      );
    case 'year':
      return yes
        ? { ...words('Which year is it from? Four digits are enough.'), memory: { pending } }
        : {
            ...words('All right. Send the document again whenever you know its year.'),
            memory: { pending: null },
          };
  }
}

function words(text: string): ToolResult {
  return { text, facts: [] };
}

async function setYear(
  context: CoreContext,
  turn: ToolTurn,
  documentId: string,
  year: number,
): Promise<ToolResult> {
  const imported = await answerDocumentYear(context, { userId: turn.userId, documentId, year });
  const rows = imported.rowsAdded + imported.rowsRecognised;
  return words(
    `Thanks! With ${year} as its year I could take in ${rows === 1 ? 'one transaction' : `${rows} transactions`}. Ask me for your \`budget\` to see what it means.`,
  );
}

async function forget(context: CoreContext, turn: ToolTurn): Promise<ToolResult> {
  await forgetUser(context, { userId: turn.userId });
  return words('Done. Everything about you is deleted. Take care!');
}
