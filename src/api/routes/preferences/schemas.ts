import { z } from 'zod';
import { text } from '../../schemas.js';

const words = z.array(text(60)).max(100, 'Give at most 100.');

export const preferences = z
  .strictObject({
    preferredGenres: z.array(z.string()),
    dislikedGenres: z.array(z.string()),
    preferredActivities: z.array(z.string()),
    streamingSubscriptions: z.array(z.string()).meta({
      description:
        'Names of the active subscriptions; /api/preferences/subscriptions tells and changes more.',
    }),
    priceSensitivity: z.enum(['budget', 'moderate', 'flexible']).nullable(),
  })
  .meta({ id: 'Preferences' });

export const preferenceChanges = z
  .strictObject({
    preferredGenres: words.optional(),
    dislikedGenres: words.optional(),
    preferredActivities: words.optional(),
    streamingSubscriptions: words.optional().meta({
      description: 'Each new name is added as a subscription, each that is missing is ended.',
    }),
    priceSensitivity: z.enum(['budget', 'moderate', 'flexible']).nullable().optional(),
  })
  .meta({
    id: 'PreferenceChanges',
    description: 'A list replaces the one before; a field that is left out stays.',
  });
