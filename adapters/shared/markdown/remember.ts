/** Texts of replies that are being written now; each is measured and then shown, often by several edits. */
const REMEMBERED = 64;

/** The same rendering, which does the work once for a text that comes again soon. */
export function remember(render: (text: string) => string): (text: string) => string {
  const rendered = new Map<string, string>();
  return (text) => {
    const known = rendered.get(text);
    if (known !== undefined) return known;
    const made = render(text);
    rendered.set(text, made);
    if (rendered.size > REMEMBERED) rendered.delete(rendered.keys().next().value ?? '');
    return made;
  };
}
