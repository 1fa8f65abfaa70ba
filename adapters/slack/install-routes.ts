import type { Logger as SlackLogger, webApi } from '@slack/bolt';
import { ErrorCode, InstallProvider } from '@slack/oauth';
import { type Response, Router } from 'express';
import { MatineeError } from '../../src/core/ports/errors.js';
import type { Logger } from '../../src/core/ports/runtime.js';
import { SLACK_BOT_SCOPES, SLACK_INSTALL_PATH, SLACK_REDIRECT_PATH, type SlackOAuth } from './config.js';
import { renderInstallPage } from './install-page.js';
import { createInstallState, STATE_MINUTES } from './install-state.js';
import { recordOf, type SlackInstallations } from './installations.js';

export interface InstallingOptions {
  readonly oauth: SlackOAuth;
  readonly installations: SlackInstallations;
  readonly clientOptions: webApi.WebClientOptions;
  readonly apiUrl: string;
  readonly logger: SlackLogger;
}

/** Slack's own library for OAuth, on this product's stores. */
export function createInstallProvider(options: InstallingOptions): InstallProvider {
  const { oauth, installations, clientOptions, apiUrl, logger } = options;
  return new InstallProvider({
    clientId: oauth.clientId,
    clientSecret: oauth.clientSecret,
    stateStore: createInstallState({
      secret: oauth.stateSecret,
      installations: oauth.installations,
      redirectUri: oauth.redirectUri,
    }),
    stateCookieExpirationSeconds: STATE_MINUTES * 60,
    installationStore: installations,
    installUrlOptions: { scopes: [...SLACK_BOT_SCOPES], redirectUri: oauth.redirectUri },
    directInstall: true,
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).toString(),
    clientOptions,
    logger,
  });
}

/**
 * The two addresses of an installation: one sends the browser to Slack, the other takes it back.
 * @param options.onInstalled told of each workspace, also when it installs the app once more
 */
export function createInstallRoutes(
  provider: InstallProvider,
  options: { readonly log: Logger; readonly onInstalled: (teamId: string) => void },
): Router {
  const { log, onInstalled } = options;
  const router = Router();
  router.get(SLACK_INSTALL_PATH, (request, response) => provider.handleInstallPath(request, response));
  router.get(SLACK_REDIRECT_PATH, (request, response) =>
    provider.handleCallback(request, response, {
      success: (installation) => {
        const { team, appId } = recordOf(installation);
        onInstalled(team.id);
        log.info({ workspace: team.id }, 'Installed in a Slack workspace');
        const link = `https://slack.com/app_redirect?app=${encodeURIComponent(appId)}&team=${encodeURIComponent(team.id)}`;
        answer(response, 200, {
          title: 'Matinee is installed',
          text: `It now answers in ${team.name || 'your workspace'}. Write to it in its direct messages.`,
          link: { href: link, text: 'Open it in Slack' },
        });
      },
      failure: (error) => {
        log.warn({ code: error.code }, 'An installation in a Slack workspace failed');
        const { status, text } = explain(error);
        answer(response, status, {
          title: 'Matinee was not installed',
          text,
          link: { href: SLACK_INSTALL_PATH, text: 'Begin again' },
        });
      },
    }),
  );
  return router;
}

function explain(error: Error & { readonly code: string }): {
  readonly status: number;
  readonly text: string;
} {
  if (error instanceof MatineeError) return { status: 400, text: error.message };
  switch (error.code) {
    case ErrorCode.AuthorizationError:
      return { status: 200, text: 'You cancelled on Slack’s page. Nothing was stored.' };
    case ErrorCode.InvalidStateError:
    case ErrorCode.MissingStateError:
    case ErrorCode.MissingCodeError:
      return {
        status: 400,
        text: 'This link does not belong to an installation begun in this browser within the last ten minutes, or it was used before.',
      };
    default:
      return { status: 502, text: 'Slack did not complete it. Please try once more in a moment.' };
  }
}

function answer(response: Response, status: number, page: Parameters<typeof renderInstallPage>[0]): void {
  const { html, policy } = renderInstallPage(page);
  response
    .status(status)
    .set('content-security-policy', policy)
    .set('cache-control', 'no-store')
    .type('html')
    .send(html);
}
