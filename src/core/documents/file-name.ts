const longest = 200;
const fallback = 'document.pdf';

/**
 * A file name that is safe to show, to store and to send in a header: the last part of a path, without control,
 * direction and reserved characters, at most 200 characters, ending kept.
 */
export function sanitiseFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["<>:|?*;`$]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (!clean) return fallback;
  const characters = [...clean];
  if (characters.length <= longest) return clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${characters.slice(0, longest - ending.length).join('')}${ending}`;
}
