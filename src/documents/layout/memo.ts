/** Texts remembered before all are forgotten: about those of one long document. */
const MOST_REMEMBERED = 4_000;

/**
 * A function of one text that remembers its answers: the same labels and words are asked about again and again while
 * hypotheses are tried. Bounded, so that a process that stays warm does not grow.
 * @param answer gives the same answer for the same text, always
 */
export function remembering<Value>(answer: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = answer(text);
    known.set(text, { value });
    return value;
  };
}
