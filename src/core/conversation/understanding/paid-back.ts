import type { Intent } from './intents.js';

const BACK =
  /\b(?:(?:paid|paying|pays|gave|give|sent) me back|refunded me|(?:was|been|got) (?:fully )?(?:refunded|reimbursed)|reimbursed me|(?:got|had) (?:a |my )?(?:full )?(?:refund|money back))\b/;
const LEAD =
  '^(?:(?:(?:that|this|it) is (?:wrong|not right)|no|nope|actually|wait|hey|btw|so|but|and|ok|sorry|also)[,.\\s]+)*';
/** "Best buy was for work, they paid me back" */
const WAS_FOR = new RegExp(
  `${LEAD}(?:that |the |this )?([a-z][a-z0-9&' -]{1,28}?)(?: (?:thing|charge|one|purchase|payment|order))? (?:was|is|were|got|has been) (?:for |a |all |just |on |my |the |been |fully )*(?:work|business|company|boss|job|office|friend|roommate|expensed?|refunded|reimbursed|returned)\\b`,
);
/** "They paid me back for best buy", "got a refund from best buy" */
const BACK_FOR = new RegExp(
  `(?:${BACK.source})(?: (?:the )?money)? (?:for|from|on|by|at) (?:that |the |my |this )?([a-z][a-z0-9&' -]{1,28}?)(?: (?:thing|charge|one|purchase|payment|order))?(?: (?:today|yesterday|too|already))?[\\s.!]*$`,
);
/** "Best buy paid me back", "amazon refunded me" */
const BY = new RegExp(
  `${LEAD}(?:the )?([a-z][a-z0-9&' -]{1,28}?) (?:already |just |has |have |finally )*(?:refunded me|gave me (?:a |my )?(?:full )?(?:refund|money back))\\b`,
);
const NOBODY =
  /^(?:it|that|this|they|he|she|we|i|you|them|those|my .*|the (?:rest|other half)|work|friends?|everyone|somebody|someone|half)$/;

/** A spend that was paid back, by the name of the shop: it is left out of the figures. Null where no shop is named. */
export function readPaidBack(text: string): Intent | null {
  if (!BACK.test(text) || /\?\s*$|\b(?:will|going to|should|half|part of)\b/.test(text)) return null;
  const shop = (WAS_FOR.exec(text) ?? BACK_FOR.exec(text) ?? BY.exec(text))?.[1]?.trim();
  if (!shop || NOBODY.test(shop)) return null;
  return { kind: 'correct', merchant: shop, once: true, change: { ignored: true } };
}
