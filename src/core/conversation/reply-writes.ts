import type { ReplyExtras } from '../ports/chat-platform.js';

/** A message of a reply, as far as is known. */
export interface Shown {
  key: string;
  reference: string | null;
  /** Null: unknown, a crash or a failed write came between. */
  text: string | null;
  extras: ReplyExtras;
}

/** One call to a platform. */
export interface Write {
  readonly index: number;
  readonly kind: 'post' | 'edit' | 'remove';
  readonly text: string;
  readonly extras: ReplyExtras;
}

export const NO_EXTRAS: ReplyExtras = {};

/** Left in a superfluous message where the platform cannot remove it. */
const SUPERFLUOUS = '_(see above)_';

/**
 * The next write on the way from what is shown to what is wanted; null where they are the same.
 * @param wanted the parts of the text; `extras` go with the last of them once it is final
 */
export function nextWrite(
  shown: readonly Shown[],
  wanted: { readonly parts: readonly string[]; readonly extras: ReplyExtras; readonly final: boolean },
  canRemove: boolean,
): Write | null {
  const { parts, final } = wanted;
  for (const [index, text] of parts.entries()) {
    const last = final && index === parts.length - 1;
    const extras = last ? wanted.extras : NO_EXTRAS;
    const there = shown[index];
    if (!there?.reference) return { index, kind: 'post', text, extras };
    if (there.text !== text || (last && there.extras !== extras))
      return { index, kind: 'edit', text, extras };
  }
  return final ? nextRemoval(shown, parts.length, canRemove) : null;
}

/** What takes away the messages beyond those that are wanted, the last one first. */
function nextRemoval(shown: readonly Shown[], wanted: number, canRemove: boolean): Write | null {
  const index = shown.findLastIndex(({ reference }) => reference !== null);
  if (index < wanted) return null;
  if (canRemove) return { index, kind: 'remove', text: '', extras: NO_EXTRAS };
  const rest = shown.findIndex(
    ({ reference, text }, at) => at >= wanted && reference !== null && text !== SUPERFLUOUS,
  );
  return rest < 0 ? null : { index: rest, kind: 'edit', text: SUPERFLUOUS, extras: NO_EXTRAS };
}
