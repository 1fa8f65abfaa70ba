import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SlackRefusal } from './refusal.js';
import type { Answer, Arguments } from './web-api.js';
import { APP_ID, PERSON, type Workspace } from './workspace.js';

/** What the person does on Slack's page. */
export type Decision = { readonly allow: Workspace } | 'cancel';

/** Installing an app: https://docs.slack.dev/authentication/installing-with-oauth */
export interface OAuthDoor {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the person does who comes next. */
  decide(decision: Decision): void;
  /** Tokens live so long from now on, and are renewed: https://docs.slack.dev/authentication/using-token-rotation */
  rotate(seconds: number): void;
  /** The workspace removes the app: its token is revoked at once. */
  uninstall(workspace: Workspace): void;
  /** Tokens are not renewed any more. */
  refuseRenewals(): void;
  /** Tokens that were renewed. */
  renewals(): number;
  isRevoked(token: string): boolean;
  /** The page on which people allow or cancel; here they have decided. */
  authorize(request: IncomingMessage, response: ServerResponse): void;
  /** https://docs.slack.dev/reference/methods/oauth.v2.access @throws SlackRefusal */
  access(args: Arguments, authorization: string | undefined): Answer;
}

interface Grant {
  readonly workspace: Workspace;
  readonly redirectUri: string;
  readonly scope: string;
}

export function createOAuthDoor(origin: string): OAuthDoor {
  const clientId = '1111.2222';
  const clientSecret = 'a-client-secret';
  const grants = new Map<string, Grant>();
  const refreshTokens = new Map<string, Grant>();
  const revoked = new Set<string>();
  let decision: Decision = 'cancel';
  let lifetime: number | null = null;
  let renewed = 0;

  const issue = (grant: Grant): Answer => {
    const { workspace, scope } = grant;
    workspace.botToken = `${lifetime === null ? 'xoxb' : 'xoxe.xoxb'}-${workspace.teamId}-${randomUUID()}`;
    const refreshToken = `xoxe-1-${randomUUID()}`;
    if (lifetime !== null) refreshTokens.set(refreshToken, grant);
    return {
      app_id: APP_ID,
      access_token: workspace.botToken,
      token_type: 'bot',
      scope,
      bot_user_id: workspace.botUserId,
      team: { id: workspace.teamId, name: workspace.teamName },
      enterprise: null,
      authed_user: { id: PERSON },
      is_enterprise_install: false,
      ...(lifetime !== null && { refresh_token: refreshToken, expires_in: lifetime }),
    };
  };

  const renew = (token: string): Answer => {
    const grant = refreshTokens.get(token);
    if (grant === undefined) throw new SlackRefusal('invalid_refresh_token');
    refreshTokens.delete(token);
    revoked.add(grant.workspace.botToken);
    renewed += 1;
    return issue(grant);
  };

  const exchange = (args: Arguments): Answer => {
    const grant = grants.get(args.code ?? '');
    if (grant === undefined) throw new SlackRefusal('invalid_code');
    grants.delete(args.code ?? '');
    if (grant.redirectUri !== (args.redirect_uri ?? '')) throw new SlackRefusal('bad_redirect_uri');
    return issue(grant);
  };

  return {
    clientId,
    clientSecret,
    decide: (made) => {
      decision = made;
    },
    rotate: (seconds) => {
      lifetime = seconds;
    },
    uninstall: ({ botToken }) => revoked.add(botToken),
    refuseRenewals: () => refreshTokens.clear(),
    renewals: () => renewed,
    isRevoked: (token) => revoked.has(token),
    authorize: (request, response) => {
      const asked = new URL(request.url ?? '/', origin).searchParams;
      const redirectUri = asked.get('redirect_uri') ?? '';
      if (asked.get('client_id') !== clientId || !URL.canParse(redirectUri)) {
        response.writeHead(400).end('Invalid client_id or redirect_uri.');
        return;
      }
      const back = new URL(redirectUri);
      if (decision === 'cancel') back.searchParams.set('error', 'access_denied');
      else {
        const code = randomUUID();
        grants.set(code, { workspace: decision.allow, redirectUri, scope: asked.get('scope') ?? '' });
        back.searchParams.set('code', code);
      }
      back.searchParams.set('state', asked.get('state') ?? '');
      response.writeHead(302, { location: back.toString() }).end();
    },
    access: (args, authorization) => {
      const [id = args.client_id, secret = args.client_secret] = basic(authorization);
      if (id !== clientId) throw new SlackRefusal('invalid_client_id');
      if (secret !== clientSecret) throw new SlackRefusal('bad_client_secret');
      return args.grant_type === 'refresh_token' ? renew(args.refresh_token ?? '') : exchange(args);
    },
  };
}

function basic(authorization: string | undefined): string[] {
  if (!authorization?.startsWith('Basic ')) return [];
  return Buffer.from(authorization.slice('Basic '.length), 'base64').toString().split(':');
}
