import { getAccount } from '../../../core/accounts/get-account.js';
import { MatineeError } from '../../../core/ports/errors.js';
import { defineOpenRoute, defineRoute, empty, type Route, reply } from '../../define-route.js';
import { isLoopback } from '../../options.js';
import { RequestError } from '../../problem.js';
import { problemTypes } from '../../problem-types.js';
import type { ApiServices } from '../../services.js';
import { presentAccount, presentTokens } from './presenter.js';
import * as schemas from './schemas.js';

/** Registering, signing in, staying signed in, signing out. */
export function createAuthRoutes(services: ApiServices): Route[] {
  return [
    ...registrationRoutes(services),
    ...tokenRoutes(services),
    guestRoute(services),
    ...ownRoutes(services),
  ];
}

function registrationRoutes({ context, rateLimits }: ApiServices): Route[] {
  const { identity } = context;
  return [
    defineOpenRoute({
      method: 'post',
      path: '/api/auth/register',
      operationId: 'register',
      tag: 'Authentication',
      summary: 'Create an account',
      description: 'Answers alike whether or not the address has an account already.',
      auth: 'none',
      limit: 'credentials',
      body: schemas.registration,
      bodyExample: { email: 'ada@example.com', password: 'correct horse battery 1', displayName: 'Ada' },
      responses: { 202: { description: 'Taken; confirm or sign in.', schema: schemas.registered } },
      handler: async ({ body }) => {
        const { email, password, displayName } = body;
        const { confirmationRequired } = await identity.register({
          email,
          password,
          ...(displayName !== undefined && { displayName }),
        });
        return reply(202, { confirmationRequired });
      },
    }),
    defineOpenRoute({
      method: 'post',
      path: '/api/auth/confirm',
      operationId: 'confirmRegistration',
      tag: 'Authentication',
      summary: 'Confirm an account with the e-mailed code',
      auth: 'none',
      limit: 'credentials',
      body: schemas.confirmation,
      bodyExample: { email: 'ada@example.com', code: '123456' },
      responses: { 200: { description: 'Sign in now.', schema: schemas.confirmed } },
      handler: async ({ body }) => {
        await rateLimits.account(body.email);
        await identity.confirm(body);
        return reply(200, { confirmed: true as const });
      },
    }),
    defineOpenRoute({
      method: 'post',
      path: '/api/auth/confirm/resend',
      operationId: 'resendConfirmation',
      tag: 'Authentication',
      summary: 'Send the confirmation code again',
      auth: 'none',
      limit: 'credentials',
      body: schemas.resend,
      bodyExample: { email: 'ada@example.com' },
      responses: { 202: { description: 'Sent, where it was wanted.', schema: schemas.resent } },
      handler: async ({ body }) => {
        await rateLimits.account(body.email);
        await identity.resendCode(body.email);
        return reply(202, { sent: true as const });
      },
    }),
  ];
}

function tokenRoutes({ context, rateLimits }: ApiServices): Route[] {
  return [
    defineOpenRoute({
      method: 'post',
      path: '/api/auth/login',
      operationId: 'login',
      tag: 'Authentication',
      summary: 'Sign in',
      auth: 'none',
      limit: 'credentials',
      body: schemas.login,
      bodyExample: { email: 'ada@example.com', password: 'correct horse battery 1' },
      responses: { 200: { description: 'The tokens.', schema: schemas.tokens } },
      problems: { 401: 'E-mail and password do not match.' },
      handler: async ({ body }) => {
        await rateLimits.account(body.email);
        return reply(200, presentTokens(await context.identity.login(body)));
      },
    }),
    defineOpenRoute({
      method: 'post',
      path: '/api/auth/refresh',
      operationId: 'refresh',
      tag: 'Authentication',
      summary: 'A fresh access token',
      auth: 'none',
      limit: 'credentials',
      body: schemas.refresh,
      bodyExample: { refreshToken: 'the refresh token of the login' },
      responses: { 200: { description: 'The token.', schema: schemas.refreshed } },
      problems: { 401: 'The refresh token is revoked, expired or not one of ours.' },
      handler: async ({ body }) => {
        const { accessToken, expiresInSeconds } = await context.identity.refresh(body.refreshToken);
        return reply(200, { accessToken, expiresIn: expiresInSeconds, tokenType: 'Bearer' as const });
      },
    }),
  ];
}

function guestRoute({ context, options }: ApiServices): Route {
  const open = isLoopback(options.host) && !options.production;
  return defineOpenRoute({
    method: 'post',
    path: '/api/auth/guest',
    operationId: 'signInAsGuest',
    tag: 'Authentication',
    summary: 'Sign in as the guest of this machine',
    description:
      'For trying Matinee out: only where the server listens on this machine alone, and never in production.',
    auth: 'none',
    limit: 'credentials',
    responses: { 200: { description: 'The tokens.', schema: schemas.tokens } },
    problems: { 403: 'Guests are not let in here.' },
    handler: async ({ scope }) => {
      const { request } = scope;
      // A page elsewhere may point its own name at this machine; the name it used gives it away.
      const local = isLoopback(request.hostname) && isLoopback(plainAddress(request.socket.remoteAddress));
      const { identity } = context;
      if (!open || !local || !identity.guest) {
        throw new MatineeError('forbidden', 'NO_GUESTS', 'Guests are not let in here. Sign in instead.');
      }
      return reply(200, presentTokens(await identity.guest()));
    },
  });
}

function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:/i, '');
}

function ownRoutes({ context, authenticator }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/auth/logout',
      operationId: 'logout',
      tag: 'Authentication',
      summary: 'Sign out',
      description: 'Revokes the refresh token; the access token is refused from then on.',
      body: schemas.logout,
      bodyExample: { refreshToken: 'the refresh token of the login' },
      responses: { 204: { description: 'Signed out.' } },
      handler: async ({ caller, body }) => {
        await context.identity.logout({
          accessToken: caller.accessToken,
          ...(body?.refreshToken !== undefined && { refreshToken: body.refreshToken }),
        });
        authenticator.forgetUsers();
        return empty(204);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/auth/me',
      operationId: 'getMe',
      tag: 'Authentication',
      summary: 'Who am I?',
      responses: { 200: { description: 'Your account.', schema: schemas.account } },
      handler: async ({ caller }) => {
        try {
          return reply(200, presentAccount(await getAccount(context, { userId: caller.userId })));
        } catch (cause) {
          if (!(cause instanceof MatineeError) || cause.kind !== 'not-found') throw cause;
          throw new RequestError(problemTypes.unauthenticated, 'ACCOUNT_DELETED', cause.message, { cause });
        }
      },
    }),
  ];
}
