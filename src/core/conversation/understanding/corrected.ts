/** "My rent is going from 950 to 1020 in january": what holds now. */
const RISING =
  / (?:is |are |has |have )?(?:going|went|goes|gone|rising|rose|rises|moving|moved|changing|changed|dropping|dropped|jumping|jumped)(?: up| down)? from ([$€£]?\d[\d.,]*) to ([$€£]?\d[\d.,]*\d)(.*)$/;
const TO_COME = /^ (?:a month |per month )?(?:in|from|next|starting|as of|after|on|soon)\b/;
/** "My rent is not 900, it's 950", "rent is 1,150, not 1,500", "rent is 1,150 instead of 1,500" */
const CORRECTED =
  /\b(is|are) not [$€£]?\d[\d.,]*k?\b,? (?:but |it is |its |they are |it was |now )+(?=[$€£]?\d)/g;
const NOT_BEFORE =
  /([$€£]?\d[\d.,]*\d|[$€£]?\d),? (?:a month )?(?:and )?(?:not|instead of|rather than) [$€£]?\d[\d.,]*\d\b/g;

/** A sentence about figures with those alone that hold: what they were before, or were taken for, is left out. */
export function corrected(text: string): string {
  return text
    .replace(/\bhalf and half\b/g, 'half-half')
    .replace(/\bmore like (?=[$€£]?\d)/g, '')
    .replace(
      RISING,
      (_whole, was: string, will: string, rest: string) =>
        ` is ${TO_COME.test(rest) ? was : `${will}${rest}`}`,
    )
    .replace(CORRECTED, (_whole, is: string) => `${is} `)
    .replace(NOT_BEFORE, '$1');
}
