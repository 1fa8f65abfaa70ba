import { createLinkCode } from '../../../core/accounts/create-link-code.js';
import { exportUser } from '../../../core/accounts/export-user.js';
import { forgetUser } from '../../../core/accounts/forget-user.js';
import { getAccount } from '../../../core/accounts/get-account.js';
import { getUserSettings, type UserSettings } from '../../../core/accounts/get-user-settings.js';
import { redeemLinkCode } from '../../../core/accounts/redeem-link-code.js';
import { unlinkIdentity } from '../../../core/accounts/unlink-identity.js';
import { updateUserSettings } from '../../../core/accounts/update-user-settings.js';
import { defineRoute, empty, type Route, reply } from '../../define-route.js';
import { idParams } from '../../schemas.js';
import type { ApiServices } from '../../services.js';
import { presentIdentity } from '../auth/presenter.js';
import * as schemas from './schemas.js';

/** Settings, chat identities, and one's data to take along or to erase. */
export function createAccountRoutes(services: ApiServices): Route[] {
  return [...settingsRoutes(services), ...linkRoutes(services), ...dataRoutes(services)];
}

function presentSettings({ locale, timeZone, region, ...rest }: UserSettings) {
  const { periodKind, rollOver, alertsEnabled, digestEnabled, quietFrom, quietTo } = rest;
  return {
    locale,
    timeZone,
    region,
    periodKind,
    rollOver,
    alertsEnabled,
    digestEnabled,
    quietFrom,
    quietTo,
  };
}

function settingsRoutes({ context }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/account/settings',
      operationId: 'getSettings',
      tag: 'Account',
      summary: 'How you want to be served',
      responses: { 200: { description: 'The settings.', schema: schemas.settings } },
      handler: async ({ caller }) =>
        reply(200, presentSettings(await getUserSettings(context, { userId: caller.userId }))),
    }),
    defineRoute({
      method: 'put',
      path: '/api/account/settings',
      operationId: 'updateSettings',
      tag: 'Account',
      summary: 'Change your settings',
      body: schemas.settingsChanges,
      bodyExample: { locale: 'en-GB', timeZone: 'Europe/London', alertsEnabled: true },
      responses: { 200: { description: 'The settings as they are now.', schema: schemas.settings } },
      handler: async ({ caller, body }) =>
        reply(
          200,
          presentSettings(await updateUserSettings(context, { userId: caller.userId, change: body })),
        ),
    }),
  ];
}

function linkRoutes({ context, authenticator }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/api/account/link-codes',
      operationId: 'createLinkCode',
      tag: 'Account',
      summary: 'A code that joins another chat account with this one',
      description: 'Tell it to Matinee there. It works once, for ten minutes.',
      limit: 'credentials',
      responses: { 201: { description: 'The code.', schema: schemas.linkCode } },
      handler: async ({ caller }) => {
        const { code, expiresAt } = await createLinkCode(context, { userId: caller.userId });
        return reply(201, { code, expiresAt: expiresAt.toISOString() });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/account/link-codes/redeem',
      operationId: 'redeemLinkCode',
      tag: 'Account',
      summary: 'Join the account that made the code with this one',
      limit: 'credentials',
      body: schemas.redemption,
      bodyExample: { code: 'K7QM-3XVP' },
      responses: { 200: { description: 'The account that stays.', schema: schemas.redeemed } },
      problems: { 409: 'Both accounts have a login of their own.' },
      handler: async ({ caller, body }) => {
        const { userId, merged } = await redeemLinkCode(context, { userId: caller.userId, code: body.code });
        authenticator.forgetUsers();
        return reply(200, { accountId: userId, merged });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/account/identities',
      operationId: 'listIdentities',
      tag: 'Account',
      summary: 'The chat accounts that are yours',
      responses: { 200: { description: 'The identities.', schema: schemas.identities } },
      handler: async ({ caller }) => {
        const { identities } = await getAccount(context, { userId: caller.userId });
        return reply(200, { identities: identities.map(presentIdentity) });
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/account/identities/{id}',
      operationId: 'unlinkIdentity',
      tag: 'Account',
      summary: 'Separate a chat account from this one',
      description: 'What was learned stays here; the chat starts fresh.',
      params: idParams,
      responses: { 204: { description: 'Separated.' } },
      problems: { 409: 'Nothing else leads to the account.' },
      handler: async ({ caller, params }) => {
        await unlinkIdentity(context, { userId: caller.userId, identityId: params.id });
        authenticator.forgetUsers();
        return empty(204);
      },
    }),
  ];
}

function dataRoutes({ context, authenticator }: ApiServices): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/account/export',
      operationId: 'exportAccount',
      tag: 'Account',
      summary: 'Everything that is stored about you',
      description: 'Every row, and a link to each file.',
      limit: 'heavy',
      responses: { 200: { description: 'Your data.', schema: schemas.accountExport } },
      handler: async ({ caller }) => {
        const { exportedAt, tables, files } = await exportUser(context, { userId: caller.userId });
        return reply(
          200,
          {
            exportedAt: exportedAt.toISOString(),
            tables: plainTables(tables),
            files: files.map((file) => ({ ...file, expiresAt: file.expiresAt.toISOString() })),
          },
          { 'Content-Disposition': 'attachment; filename="matinee-export.json"' },
        );
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/account',
      operationId: 'forgetMe',
      tag: 'Account',
      summary: 'Forget me',
      description: 'Deletes your account and everything of yours, files included. It cannot be undone.',
      limit: 'credentials',
      responses: { 204: { description: 'You are forgotten.' } },
      handler: async ({ caller }) => {
        await forgetUser(context, { userId: caller.userId });
        authenticator.forgetUsers();
        await refuseToken(context, caller.accessToken);
        return empty(204);
      },
    }),
  ];
}

/** The account is gone already, so a provider that cannot be reached does not change the answer. */
async function refuseToken(context: ApiServices['context'], accessToken: string): Promise<void> {
  try {
    await context.identity.logout({ accessToken });
  } catch (error) {
    context.log.warn({ err: error }, 'the token of a deleted account could not be revoked');
  }
}

/** Rows as JSON can have them: large integers become text, dates ISO. */
function plainTables(tables: Awaited<ReturnType<typeof exportUser>>['tables']) {
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            column,
            typeof value === 'bigint' ? value.toString() : value,
          ]),
        ),
      ),
    ]),
  );
}
