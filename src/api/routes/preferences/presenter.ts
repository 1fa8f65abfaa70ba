import type { z } from 'zod';
import type { Preferences } from '../../../core/ports/stores/recommendations.js';
import type { preferences } from './schemas.js';

export function presentPreferences(value: Preferences): z.input<typeof preferences> {
  return {
    preferredGenres: [...value.preferredGenres],
    dislikedGenres: [...value.dislikedGenres],
    preferredActivities: [...value.preferredActivities],
    streamingSubscriptions: [...value.streamingSubscriptions],
    priceSensitivity: value.priceSensitivity,
  };
}
