import { cancelTurn } from '../../../core/conversation/cancel-turn.js';
import { createSession } from '../../../core/conversation/create-session.js';
import { deleteSession } from '../../../core/conversation/delete-session.js';
import { getSession } from '../../../core/conversation/get-session.js';
import { listSessions } from '../../../core/conversation/list-sessions.js';
import { defineRoute, empty, type Route, reply } from '../../define-route.js';
import { nextOffset, offsetOf, pageQuery } from '../../pagination.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { createMessageRoutes } from './messages.js';
import { presentSession, presentSessionWithMessages } from './presenter.js';
import * as schemas from './schemas.js';

/** Conversations and their messages. */
export function createChatRoutes(services: ApiServices): Route[] {
  return [...sessionRoutes(services), ...createMessageRoutes(services)];
}

function sessionRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/chat/sessions',
      operationId: 'createChatSession',
      tag: 'Chat',
      summary: 'Begin a conversation',
      body: schemas.newSession,
      bodyExample: { title: 'This weekend' },
      responses: { 201: { description: 'The conversation.', schema: schemas.session } },
      handler: async ({ caller, body }) => {
        const { userId } = caller;
        const created = await createSession(context, {
          userId,
          ...(body?.title !== undefined && { title: body.title }),
        });
        return reply(201, presentSession(created), { Location: `/api/chat/sessions/${created.id}` });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/chat/sessions',
      operationId: 'listChatSessions',
      tag: 'Chat',
      summary: 'Your conversations, the latest first',
      query: pageQuery,
      responses: { 200: { description: 'A page of conversations.', schema: schemas.sessionList } },
      handler: async ({ caller, query }) => {
        const offset = offsetOf(query.cursor);
        const page = await listSessions(context, { userId: caller.userId, limit: query.limit, offset });
        return reply(200, {
          sessions: page.sessions.map(presentSession),
          total: page.total,
          nextCursor: nextOffset(offset, page.sessions.length, page.total),
        });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/chat/sessions/{id}',
      operationId: 'getChatSession',
      tag: 'Chat',
      summary: 'A conversation with its latest messages',
      params: idParams,
      query: schemas.sessionQuery,
      responses: { 200: { description: 'The conversation.', schema: schemas.sessionWithMessages } },
      handler: async ({ caller, params, query }) => {
        const found = await getSession(context, {
          userId: caller.userId,
          sessionId: params.id,
          limit: query.limit,
          ...(query.before !== undefined && { before: query.before }),
        });
        return reply(200, presentSessionWithMessages(found));
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/chat/sessions/{id}',
      operationId: 'deleteChatSession',
      tag: 'Chat',
      summary: 'Delete a conversation',
      description: 'With its messages; what was recommended in it stays in your history.',
      params: idParams,
      responses: { 204: { description: 'It is gone.' } },
      handler: async ({ caller, params }) => {
        await deleteSession(context, { userId: caller.userId, sessionId: params.id });
        return empty(204);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/chat/sessions/{id}/cancel',
      operationId: 'cancelReply',
      tag: 'Chat',
      summary: 'Stop the reply that is being written',
      params: idParams,
      responses: {
        200: { description: 'What was told to stop; nothing, when nothing ran.', schema: schemas.stopped },
      },
      handler: async ({ caller, params }) => {
        const stopped = await cancelTurn(context, { userId: caller.userId, sessionId: params.id });
        return reply(200, { stopped: stopped.length });
      },
    }),
  ];
}
