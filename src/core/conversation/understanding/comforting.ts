import { zero } from '../../../domain/money.js';
import type { Feeling } from './feelings.js';
import { type Intent, type ReadingWorld, SMALL_TALK } from './intents.js';
import { readWish } from './wish.js';

const HARSH = ['horror', 'war', 'thriller', 'crime'];

/** What helps somebody who told how they are: gentle things for one, free ones where money is the worry. */
export function comforting(
  feeling: Feeling,
  asked: readonly Intent[],
  told: readonly Intent[],
  plain: string,
  world: ReadingWorld,
): Intent[] {
  const real = asked.filter(
    (intent) => intent.kind !== 'react' && intent.kind !== 'sorry' && intent.kind !== 'search',
  );
  if (feeling === 'crisis') return [];
  if (feeling === 'grieving' && !real.some((intent) => intent.kind === 'recommend')) return [];
  if (feeling === 'worried')
    return real.some((intent) => intent.kind !== 'recommend') ? real : [{ kind: 'budget' }];
  if (told.length > 0 && real.length === 0) return [];
  const wish = readWish(plain, world);
  const gentle = {
    ...wish,
    about: null,
    mood: wish.mood ?? (feeling === 'glad' ? null : 'cozy'),
    partySize:
      feeling === 'glad'
        ? wish.partySize
        : wish.partySize === 2 && feeling === 'heartbroken'
          ? 1
          : (wish.partySize ?? 1),
    freeOnly: wish.freeOnly || feeling === 'jobless',
    maxPrice: feeling === 'jobless' ? zero(world.currency) : wish.maxPrice,
    excludeGenres:
      feeling === 'glad'
        ? wish.excludeGenres
        : [
            ...new Set([
              ...wish.excludeGenres,
              ...HARSH,
              ...(feeling === 'heartbroken' || feeling === 'lonely' ? ['romance', 'romantic comedy'] : []),
            ]),
          ],
  };
  const others = real.filter(
    (intent) => intent.kind !== 'recommend' && !SMALL_TALK.has(intent.kind) && intent.kind !== 'yes',
  );
  return others.length > 0 ? others : [{ kind: 'recommend', wish: gentle }];
}
