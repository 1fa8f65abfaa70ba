/** What is only supposed: "if my rent were 1200", "say I earned 4000". It is answered, and never kept. */
const SUPPOSED =
  /\b(?:what if|suppose|supposing|imagine|pretend|hypothetically|let us say (?:i|we|my))\b|\bif (?!(?:that|it|this) (?:helps|matters|counts|is (?:ok|okay|fine|important|relevant))\b|you (?:need|want|must|care)\b|needed\b)(?:i|we|my|our|they|the|it|that|he|she|rent|income)\b|(?:^|[,;] )(?:and |so |ok )?say (?:i|we|my|our|the)\b|\b(?:my|our|the) \w+(?: \w+)? were \$?\d/;

/** Whether a normalised sentence supposes something, and tells nothing that holds. */
export function isSupposed(text: string): boolean {
  return SUPPOSED.test(text);
}
