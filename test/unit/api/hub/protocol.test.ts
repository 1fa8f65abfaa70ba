import { describe, expect, it } from '@jest/globals';
import {
  HubProtocolError,
  hubRecords,
  parseClientMessage,
  parseHandshake,
  splitRecords,
} from '../../../../src/api/hub/protocol.js';
import { fc } from '../../../support/properties.js';

const END = '\u001e';

describe('splitRecords', () => {
  it('gives back whatever records were joined', () => {
    fc.assert(
      fc.property(fc.array(fc.json(), { minLength: 1 }), (records) => {
        expect(splitRecords(records.map((record) => record + END).join(''))).toEqual(records);
      }),
    );
  });

  it('refuses a record that does not end', () => {
    expect(() => splitRecords('{"type":6}')).toThrow(HubProtocolError);
  });
});

describe('parseHandshake', () => {
  it('takes the JSON protocol, version 1, and nothing else', () => {
    expect(() => parseHandshake('{"protocol":"json","version":1}')).not.toThrow();
    expect(() => parseHandshake('{"protocol":"messagepack","version":1}')).toThrow(/messagepack/);
    expect(() => parseHandshake('{"protocol":"json","version":2}')).toThrow(/Version 2/);
    expect(() => parseHandshake('{}')).toThrow(HubProtocolError);
  });
});

describe('parseClientMessage', () => {
  it('tells calls, streams, cancellations, pings and the end apart', () => {
    const parse = (message: object) => parseClientMessage(JSON.stringify(message));
    expect(parse({ type: 1, invocationId: '0', target: 'JoinSession', arguments: ['a'] })).toEqual({
      kind: 'invoke',
      id: '0',
      target: 'JoinSession',
      args: ['a'],
    });
    expect(parse({ type: 1, target: 'LeaveSession', arguments: [] })).toMatchObject({ id: null });
    expect(parse({ type: 4, invocationId: '1', target: 'SendMessage', arguments: ['a', 'b'] })).toMatchObject(
      {
        kind: 'stream',
        id: '1',
      },
    );
    expect(parse({ type: 5, invocationId: '1' })).toEqual({ kind: 'cancel', id: '1' });
    expect(parse({ type: 6 })).toEqual({ kind: 'ping' });
    expect(parse({ type: 7 })).toEqual({ kind: 'close' });
  });

  it('refuses anything else, without falling over', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (record) => {
        try {
          parseClientMessage(record);
        } catch (error) {
          expect(error).toBeInstanceOf(HubProtocolError);
        }
      }),
    );
  });
});

describe('hubRecords', () => {
  it('are what the protocol’s specification prints', () => {
    expect(hubRecords.handshake()).toBe(`{}${END}`);
    expect(hubRecords.handshake('no')).toBe(`{"error":"no"}${END}`);
    expect(hubRecords.invocation('ReceiveToken', ['s', 'm', 'text'])).toBe(
      `{"type":1,"target":"ReceiveToken","arguments":["s","m","text"]}${END}`,
    );
    expect(hubRecords.item('1', 'x')).toBe(`{"type":2,"invocationId":"1","item":"x"}${END}`);
    expect(hubRecords.completion('1', {})).toBe(`{"type":3,"invocationId":"1"}${END}`);
    expect(hubRecords.completion('1', { error: 'no' })).toBe(
      `{"type":3,"invocationId":"1","error":"no"}${END}`,
    );
    expect(hubRecords.ping()).toBe(`{"type":6}${END}`);
    expect(hubRecords.close('bye', true)).toBe(`{"type":7,"error":"bye","allowReconnect":true}${END}`);
  });
});
