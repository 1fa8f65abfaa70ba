import { z } from 'zod';
import type { Config } from '../../config/config.js';
import { examine, type Finding } from './finding.js';

const milliseconds = 10_000;

/** Asks each configured platform who the bot is, without connecting it. */
export async function examinePlatforms(config: Config): Promise<Finding[]> {
  return Promise.all([examineSlack(config), examineDiscord(config), examineTeams(config)]);
}

async function ask(url: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(milliseconds) });
  return { status: response.status, body: await response.json().catch(() => null) };
}

const slackAnswer = z.object({ ok: z.boolean(), team: z.string().optional(), error: z.string().optional() });

function examineSlack({ slack }: Config): Promise<Finding> {
  if (!slack) return off('Slack', 'SLACK_BOT_TOKEN');
  const base = (slack.apiUrl ?? 'https://slack.com/api').replace(/\/$/, '');
  if ('oauth' in slack) return examineSlackApp(base, slack.oauth);
  const headers = { authorization: `Bearer ${slack.botToken}` };
  return examine(
    'Slack',
    async () => {
      const answer = slackAnswer.parse((await ask(`${base}/auth.test`, { method: 'POST', headers })).body);
      if (answer.ok) return { state: 'ok', text: `workspace ${answer.team ?? 'unknown'}` };
      return {
        state: 'problem',
        text: `Slack says ${answer.error ?? 'no'}`,
        advice:
          'Check SLACK_BOT_TOKEN: it begins with xoxb- and belongs to an installed app (manifest/slack).',
      };
    },
    { state: 'problem', advice: 'Slack cannot be reached: check the network and SLACK_API_URL.' },
  );
}

/** Slack has no question for an app's credentials: it refuses a wrong code only once it has accepted them. */
function examineSlackApp(
  base: string,
  app: { readonly clientId: string; readonly clientSecret: string; readonly publicUrl: string },
): Promise<Finding> {
  const body = new URLSearchParams({
    client_id: app.clientId,
    client_secret: app.clientSecret,
    code: 'no-code',
  });
  return examine(
    'Slack',
    async () => {
      const answer = slackAnswer.parse((await ask(`${base}/oauth.v2.access`, { method: 'POST', body })).body);
      if (answer.error === 'invalid_code')
        return { state: 'ok', text: `many workspaces; they install it at ${app.publicUrl}/slack/install` };
      return {
        state: 'problem',
        text: `Slack says ${answer.error ?? 'no'}`,
        advice:
          'Check SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: both stand on the app’s Basic Information page.',
      };
    },
    { state: 'problem', advice: 'Slack cannot be reached: check the network and SLACK_API_URL.' },
  );
}

const discordAnswer = z.object({ username: z.string() });

function examineDiscord({ discord }: Config): Promise<Finding> {
  if (!discord) return off('Discord', 'DISCORD_TOKEN');
  const base = (discord.apiUrl ?? 'https://discord.com/api').replace(/\/$/, '');
  const headers = { authorization: `Bot ${discord.token}` };
  return examine(
    'Discord',
    async () => {
      const { status, body } = await ask(`${base}/v10/users/@me`, { headers });
      if (status === 200) return { state: 'ok', text: `bot ${discordAnswer.parse(body).username}` };
      return {
        state: 'problem',
        text: `Discord answers ${status}`,
        advice:
          'Check DISCORD_TOKEN: reset it on the application’s Bot page and set the new one (manifest/discord).',
      };
    },
    { state: 'problem', advice: 'Discord cannot be reached: check the network and DISCORD_API_URL.' },
  );
}

function examineTeams({ teams }: Config): Promise<Finding> {
  if (!teams) return off('Teams', 'TEAMS_APP_ID and TEAMS_APP_PASSWORD');
  const { appId, appPassword, tenantId: tenant = 'botframework.com' } = teams;
  if (appId === undefined || appPassword === undefined)
    return Promise.resolve({ part: 'Teams', state: 'ok', text: 'open to a local emulator (TEAMS_EMULATOR)' });
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: appPassword,
    scope: 'https://api.botframework.com/.default',
  });
  return examine(
    'Teams',
    async () => {
      const url = `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`;
      const { status } = await ask(url, { method: 'POST', body });
      if (status === 200) return { state: 'ok', text: `app ${appId}` };
      return {
        state: 'problem',
        text: `Microsoft answers ${status}`,
        advice: 'Check TEAMS_APP_ID, TEAMS_APP_PASSWORD (it expires) and TEAMS_TENANT_ID (manifest/teams).',
      };
    },
    { state: 'problem', advice: 'Microsoft cannot be reached: check the network.' },
  );
}

function off(part: string, names: string): Promise<Finding> {
  return Promise.resolve({ part, state: 'off', text: `off: ${names} not set` });
}
