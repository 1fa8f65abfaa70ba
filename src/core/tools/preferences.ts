import { z } from 'zod';
import { nameFact, titleFact } from '../conversation/claims/facts.js';
import { getPreferences } from '../recommendations/get-preferences.js';
import { loadTaste } from '../recommendations/taste.js';
import { updatePreferences } from '../recommendations/update-preferences.js';
import { defineTool } from './tool.js';

const words = z.array(z.string().min(1).max(60)).max(20).optional();

/** What the user told about their taste. */
export const showPreferencesTool = defineTool({
  name: 'get_preferences',
  description: 'The user’s stated taste: genres they like and dislike, activities, price sensitivity.',
  schema: z.object({}),
  examples: [{}],
  private: false,
  effect: 'reads',
  async call(context, turn) {
    const taste = await getPreferences(context, { userId: turn.userId });
    const { voice } = turn;
    const { likings } = await loadTaste(context, turn.userId, 1);
    const liked = likings.filter(({ weight }) => weight >= LIKED).slice(0, TITLES);
    const titles = liked.map(({ item }) => `**${item.title}**`);
    const eats = taste.preferredGenres.filter((genre) => DIETS.has(genre));
    const genres = taste.preferredGenres.filter((genre) => !DIETS.has(genre));
    const lines = [
      titles.length > 0 ? `- You liked ${voice.list(titles)}.` : null,
      eats.length > 0 ? `- You eat ${voice.list(eats)}.` : null,
      genres.length > 0 ? `- You like ${voice.list(genres)}.` : null,
      taste.dislikedGenres.length > 0 ? `- You don’t want ${voice.list(taste.dislikedGenres, 'or')}.` : null,
      taste.preferredActivities.length > 0 ? `- You enjoy ${voice.list(taste.preferredActivities)}.` : null,
      taste.streamingSubscriptions.length > 0
        ? `- You have ${voice.list(taste.streamingSubscriptions)}.`
        : null,
      taste.priceSensitivity ? `- ${SENSITIVITY[taste.priceSensitivity]}` : null,
    ].filter((line) => line !== null);
    const names = [
      ...taste.preferredGenres,
      ...taste.dislikedGenres,
      ...taste.preferredActivities,
      ...taste.streamingSubscriptions,
    ];
    const text =
      lines.length > 0
        ? `Here’s what I know about your taste:\n\n${lines.join('\n')}\n\nSomething wrong? Just tell me, like “I do like horror”.`
        : 'I don’t know your taste yet. Tell me what you love and what you can’t stand, like “I love sci-fi and hate horror”, or rate a few of my ideas.';
    return {
      text,
      facts: [...names.map(nameFact), ...liked.map(({ item }) => titleFact(item.title, item.id))],
    };
  },
});

/** From a like on; what is only owned or saved is none. */
const LIKED = 0.95;
const TITLES = 6;

const SENSITIVITY = {
  budget: 'You like to keep it cheap.',
  moderate: 'You’re fine with paying a fair price.',
  flexible: 'Price matters less to you.',
} as const;

const DIETS: ReadonlySet<string> = new Set(['vegetarian', 'vegan']);

/** Keeps what the user said about their taste; the latest word wins. */
export const updatePreferencesTool = defineTool({
  name: 'update_preferences',
  description:
    'Remembers genres and activities the user likes or dislikes, and how much price matters to them.',
  schema: z.object({
    likes: words,
    dislikes: words,
    activities: words,
    price_sensitivity: z.enum(['budget', 'moderate', 'flexible']).optional(),
  }),
  examples: [{ likes: ['science fiction'], dislikes: ['horror'] }],
  private: false,
  effect: 'writes',
  async call(context, turn, args) {
    await updatePreferences(context, {
      userId: turn.userId,
      changes: {
        ...(args.likes?.length && { preferredGenres: { add: args.likes } }),
        ...(args.dislikes?.length && { dislikedGenres: { add: args.dislikes } }),
        ...(args.activities?.length && { preferredActivities: { add: args.activities } }),
        ...(args.price_sensitivity && { priceSensitivity: args.price_sensitivity }),
      },
    });
    const { voice } = turn;
    const diets = (args.likes ?? []).filter((word) => DIETS.has(word));
    const likes = (args.likes ?? []).filter((word) => !DIETS.has(word));
    const parts = [
      diets.length > 0 ? `you eat ${voice.list(diets)}` : null,
      likes.length > 0 ? `you like ${voice.list(likes)}` : null,
      args.activities?.length && !args.likes?.length ? `you enjoy ${voice.list(args.activities)}` : null,
      args.dislikes?.length ? `no ${voice.list(args.dislikes, 'or')}` : null,
      args.price_sensitivity === 'budget'
        ? 'I’ll keep it cheap'
        : args.price_sensitivity === 'flexible'
          ? 'price matters less'
          : null,
    ].filter((part) => part !== null);
    const said = voice.list(parts);
    const text = voice.pick(`Noted: ${said}.`, `Got it, ${said}.`, `I’ll remember that: ${said}.`);
    return {
      text,
      facts: [...(args.likes ?? []), ...(args.dislikes ?? []), ...(args.activities ?? [])].map(nameFact),
      memory: {
        done: {
          what: 'taste' as const,
          likes: args.likes ?? [],
          dislikes: args.dislikes ?? [],
          activities: args.activities ?? [],
        },
      },
    };
  },
});
