import { afterEach, describe, expect, it } from '@jest/globals';
import { createEuroRates, parseEuroRates } from '../../../../src/infrastructure/exchange-rates/euro-rates.js';
import { createSafeFetch, type SafeFetch } from '../../../../src/infrastructure/web-fetch/safe-fetch.js';
import { loopbackCertificate } from '../../../support/tls/loopback-certificate.js';
import { type LoopbackServer, startLoopbackServer, testNames } from '../../../support/tls/loopback-server.js';

const document = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <Cube>
    <Cube time='2026-03-10'><Cube currency='USD' rate='1.10'/><Cube currency='GBP' rate='0.88'/></Cube>
    <Cube time="2026-03-09"><Cube currency="USD" rate="1.25"/></Cube>
  </Cube>
</gesmes:Envelope>`;

let server: LoopbackServer | null = null;
let fetcher: SafeFetch | null = null;
let now = new Date('2026-03-11T09:00:00Z');
const clock = { now: () => now, sleep: async () => undefined };
const { signal } = new AbortController();

afterEach(async () => {
  await fetcher?.close();
  await server?.close();
});

async function ratesFrom(answer: () => [number, string]) {
  now = new Date('2026-03-11T09:00:00Z');
  server = await startLoopbackServer((_request, response) => {
    const [status, body] = answer();
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  });
  fetcher = createSafeFetch({
    hosts: ['other.test'],
    robots: false,
    intervalMilliseconds: 0,
    loopback: { port: server.port, ca: loopbackCertificate, resolve: testNames, allows: () => true },
  });
  return createEuroRates({ fetcher, clock, url: `https://other.test:${server.port}/eurofxref.xml` });
}

describe('rates of the European Central Bank', () => {
  it('are those of the last day before, also between two other currencies', async () => {
    const rates = await ratesFrom(() => [200, document]);
    expect(await rates.rate('USD', 'EUR', '2026-03-09', signal)).toEqual({
      from: 'USD',
      to: 'EUR',
      on: '2026-03-09',
      rate: 1 / 1.25,
    });
    const cross = await rates.rate('GBP', 'USD', '2026-03-31', signal);
    expect(cross).toMatchObject({ on: '2026-03-10' });
    expect(cross?.rate).toBeCloseTo(1.25, 10);
  });

  it('do not exist for days before the document, nor for currencies that it lacks', async () => {
    const rates = await ratesFrom(() => [200, document]);
    expect(await rates.rate('USD', 'EUR', '2026-03-08', signal)).toBeNull();
    expect(await rates.rate('GBP', 'EUR', '2026-03-09', signal)).toBeNull();
  });

  it('are fetched once for everybody, and again after six hours', async () => {
    const rates = await ratesFrom(() => [200, document]);
    await Promise.all(['USD', 'GBP'].map((from) => rates.rate(from, 'EUR', '2026-03-10', signal)));
    await rates.rate('USD', 'EUR', '2026-03-10', signal);
    expect(server?.asked).toHaveLength(1);
    now = new Date('2026-03-11T15:00:01Z');
    await rates.rate('USD', 'EUR', '2026-03-10', signal);
    expect(server?.asked).toHaveLength(2);
  });

  it('that fail say why, and the address is left alone for ten minutes', async () => {
    let status = 500;
    const rates = await ratesFrom(() => [status, document]);
    const ask = () => rates.rate('USD', 'EUR', '2026-03-10', signal);
    await expect(ask()).rejects.toMatchObject({ code: 'RATES_UNAVAILABLE' });
    status = 200;
    await expect(ask()).rejects.toMatchObject({ code: 'RATES_UNAVAILABLE' });
    expect(server?.asked).toHaveLength(1);
    now = new Date('2026-03-11T09:10:01Z');
    expect(await ask()).toMatchObject({ on: '2026-03-10' });
  });

  it('are not waited for longer than the caller wants', async () => {
    const rates = await ratesFrom(() => [200, document]);
    const stop = new AbortController();
    const asked = rates.rate('USD', 'EUR', '2026-03-10', stop.signal);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(await rates.rate('USD', 'EUR', '2026-03-10', signal)).not.toBeNull();
  });

  it.each([
    ['a page that is something else', '<html>Log in</html>'],
    ['a day that is none', "<Cube time='2026-13-40'><Cube currency='USD' rate='1'/></Cube>"],
    ['a rate beyond belief', "<Cube time='2026-03-10'><Cube currency='USD' rate='0'/></Cube>"],
  ])('are refused in %s', (_name, xml) => {
    expect(() => parseEuroRates(xml)).toThrow(expect.objectContaining({ code: 'RATES_UNREADABLE' }));
  });
});
