import { describe, expect, it } from '@jest/globals';
import { addressKey, createRateLimits } from '../../../src/api/middleware/rate-limits.js';
import { presentError, RequestError } from '../../../src/api/problem.js';
import { silentLog } from '../../support/database.js';

const counted: string[] = [];

function limits(scale: number) {
  return createRateLimits({
    scale,
    log: silentLog,
    metrics: {
      count: (name, labels) => counted.push(`${name} ${labels?.limit}`),
      observe: () => undefined,
    },
  });
}

describe('addressKey', () => {
  it('counts an IPv4 address alone, mapped or not', () => {
    expect(addressKey('203.0.113.9')).toBe('203.0.113.9');
    expect(addressKey('::ffff:203.0.113.9')).toBe('203.0.113.9');
  });

  it('counts the whole network that an IPv6 user owns', () => {
    expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(addressKey('2001:0db8:0001:0002::1')).toBe('2001:db8:1:2::/64');
    expect(addressKey('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(addressKey('::1')).toBe('0:0:0:0::/64');
    expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });
});

describe('createRateLimits', () => {
  it('refuses with 429 and a waiting time, counts it, and keeps users apart', async () => {
    const { consume } = limits(0.05);
    await consume('credentials', 'a');
    const refusal = await consume('credentials', 'a').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RequestError);
    const { problem, headers } = presentError(refusal, 'c');
    expect(problem.status).toBe(429);
    expect(Number(headers['Retry-After'])).toBeGreaterThan(0);
    expect(counted).toContain('rate_limited_total credentials');
    await expect(consume('credentials', 'b')).resolves.toBeUndefined();
  });

  it('counts attempts at one account however its address is written', async () => {
    const { account } = limits(0.1);
    await account('Ada@Example.com ');
    await expect(account('ada@example.com')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});
