import { ApplicationIntegrationType, InteractionContextType, SlashCommandBuilder } from 'discord.js';

const CONTEXTS = [InteractionContextType.BotDM, InteractionContextType.Guild];

/** A slash command: what Discord registers, and the words that the core gets for it. */
export interface DiscordCommand {
  readonly name: string;
  readonly description: string;
  /** An option that people type, where the command takes one. */
  readonly option?: { readonly name: string; readonly description: string; readonly required: boolean };
  readonly toText: (option: string) => string;
}

const plain = (name: string, description: string, text = name): DiscordCommand => ({
  name,
  description,
  toText: () => text,
});

/** The commands; the same objects are registered and served, and `manifest/discord` lists them. */
export const DISCORD_COMMANDS: readonly DiscordCommand[] = [
  {
    name: 'ask',
    description: 'Ask Matinee for something fun, or about your money',
    option: { name: 'question', description: 'What you would like to know', required: true },
    toText: (question) => question,
  },
  plain('budget', 'What is left for fun this month, and how it was worked out'),
  plain('spending', 'Where your money went'),
  plain('subscriptions', 'What you pay for regularly'),
  plain('wishlist', 'What you saved for later'),
  plain('new', 'Start a new conversation'),
  {
    name: 'link',
    description: 'Join this account with another one of yours',
    option: {
      name: 'code',
      description: 'The code from the other place; leave it out to get one',
      required: false,
    },
    toText: (code) => `link ${code}`.trim(),
  },
  plain('unlink', 'Separate this account again'),
  plain('export', 'Everything Matinee knows about you, as a file'),
  plain('forget-me', 'Delete everything Matinee knows about you', 'forget me'),
  plain('help', 'What Matinee can do'),
];

/** The commands as Discord's API takes them. */
export function toDiscordCommands(): object[] {
  return DISCORD_COMMANDS.map(({ name, description, option }) => {
    const builder = new SlashCommandBuilder()
      .setName(name)
      .setDescription(description)
      .setContexts(CONTEXTS)
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
    if (option) {
      builder.addStringOption((typed) =>
        typed
          .setName(option.name)
          .setDescription(option.description)
          .setRequired(option.required)
          .setMaxLength(2_000),
      );
    }
    return builder.toJSON();
  });
}
