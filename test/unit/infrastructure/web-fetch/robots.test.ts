import { describe, expect, it } from '@jest/globals';
import { parseRobots, rulesWithoutFile } from '../../../../src/infrastructure/web-fetch/robots.js';

const file = `
User-agent: *
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Disallow: /s?

User-agent: OtherBot
User-agent: MatineeBot # ours
Disallow: /only-ours
`;

describe('robots', () => {
  it('lets the longest rule decide', () => {
    const rules = parseRobots(file, 'somebody');
    expect(rules.allows('/private/x')).toBe(false);
    expect(rules.allows('/private/open/x')).toBe(true);
    expect(rules.allows('/a/b.pdf')).toBe(false);
    expect(rules.allows('/a/b.pdf?x')).toBe(true);
    expect(rules.allows('/s?k=catan')).toBe(false);
    expect(rules.allows('/')).toBe(true);
  });

  it('gives an agent with a group of its own that group alone', () => {
    const rules = parseRobots(file, 'MatineeBot');
    expect(rules.allows('/private/x')).toBe(true);
    expect(rules.allows('/only-ours')).toBe(false);
  });

  it('allows everything without a file, and nothing while it cannot be had', () => {
    expect(rulesWithoutFile(404).allows('/x')).toBe(true);
    expect(rulesWithoutFile(500).allows('/x')).toBe(false);
  });
});
