import type { Voice } from '../conversation/voice.js';
import type { ReasonFact, RecommendedItem } from '../recommendations/types.js';

/** The kinds of facts that make a reason, the most personal first. What it costs stands beside it already. */
const ORDER: readonly ReasonFact['kind'][] = [
  'liked-item',
  'creator',
  'neighbours',
  'mood',
  'activity',
  'genre',
  'rating',
];

/** Why this one: the two most telling facts as a sentence; the ranking's own sentence where there are none. */
export function reasonWords(one: Pick<RecommendedItem, 'facts' | 'reason'>, voice: Voice): string {
  const ranked = ORDER.flatMap((kind) => one.facts.filter((fact) => fact.kind === kind));
  const words = ranked.flatMap((fact) => phraseFor(fact, voice) ?? []).slice(0, 2);
  const [first, second] = words;
  if (!first) return one.reason;
  const joined = second ? `${first}; ${second}` : first;
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

/** "Family" and "children" say for whom a thing is; the other genres what it is. */
function genreWords(genres: readonly string[], asked: boolean, voice: Voice): string {
  const kinds = genres.filter((genre) => genre !== 'family' && genre !== 'children');
  const young =
    genres.length > kinds.length
      ? voice.pick('made for families', 'one for the whole family', 'good for families with children')
      : null;
  if (kinds.length === 0) return young ?? '';
  const named = asked ? `${voice.list(kinds)}, as you asked` : `you like ${voice.list(kinds)}`;
  return young ? `${named}, and ${young}` : named;
}

function phraseFor(fact: ReasonFact, voice: Voice): string | null {
  switch (fact.kind) {
    case 'liked-item':
      return fact.shared.length > 0
        ? `it shares its ${voice.list(fact.shared.slice(0, 2))} side with ${fact.title}, which ${fact.which ?? 'you liked'}`
        : `it’s close to ${fact.title}, which ${fact.which ?? 'you liked'}`;
    case 'creator':
      return `it’s by ${fact.creator}, like ${fact.title}, which ${fact.which ?? 'you liked'}`;
    case 'neighbours':
      return `people who liked ${fact.title} tend to like it`;
    case 'mood':
      return voice.pick(`${fact.mood}, as you wanted`, `right for a ${fact.mood} mood`);
    case 'activity':
      return `it goes with your love of ${fact.activity}`;
    case 'genre':
      return genreWords(fact.genres.slice(0, 2), fact.asked ?? false, voice);
    case 'rating':
      return voice.pick(
        `rated ${fact.rating.toFixed(1)} of 5`,
        `people give it ${fact.rating.toFixed(1)} of 5`,
      );
    default:
      return null;
  }
}
