/** `{"ok": false, "error": …}`: https://docs.slack.dev/apis/web-api/#responses */
export class SlackRefusal extends Error {
  readonly more: Readonly<Record<string, unknown>>;
  constructor(reason: string, more: Readonly<Record<string, unknown>> = {}) {
    super(reason);
    this.more = more;
  }
}
