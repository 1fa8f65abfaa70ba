const STOP =
  /^(?:(?:please|ok|okay|no|hey|matinee)[\s,]+)*(?:stop(?: (?:it|that|now|please|talking|writing))*|cancel(?: (?:it|that))?|abort|halt|never ?mind|shut up|enough|that'?s enough)[\s.!]*$/i;

/** True where a message asks for nothing but to stop what is being written. */
export function isStopWish(text: string): boolean {
  return text.length <= 40 && STOP.test(text.trim());
}
