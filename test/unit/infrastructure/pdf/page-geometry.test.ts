import { describe, expect, it } from '@jest/globals';
import { type PlacedText, placeTexts } from '../../../../src/infrastructure/pdf/page-geometry.js';

const level = (text: string, x: number, y: number): PlacedText => ({
  text,
  transform: [10, 0, 0, 10, x, y],
  width: 30,
});
const downwards = (text: string, x: number, y: number): PlacedText => ({
  text,
  transform: [0, 10, -10, 0, x, y],
  width: 30,
});
const upwards = (text: string, x: number, y: number): PlacedText => ({
  text,
  transform: [0, -10, 10, 0, x, y],
  width: 30,
});

describe('text placed on a page', () => {
  it('keeps its place when it runs level', () => {
    const page = placeTexts([level('Balance', 50, 100)], 600, 800);
    expect(page).toEqual({
      width: 600,
      height: 800,
      spans: [{ text: 'Balance', x: 50, y: 100, width: 30, height: 10 }],
    });
  });

  it.each([
    ['downwards', downwards, { x: 100, y: 550 }],
    ['upwards', upwards, { x: 700, y: 50 }],
  ])('is turned with its page when most of it runs %s', (_, run, place) => {
    const page = placeTexts([run('Balance', 50, 100)], 600, 800);
    expect(page).toMatchObject({ width: 800, height: 600, spans: [{ text: 'Balance', ...place }] });
  });

  it('leaves out what runs across, stands outside or is blank', () => {
    const texts = [
      level('Balance', 50, 100),
      upwards('code', 10, 400),
      { text: 'DRAFT', transform: [7, 7, -7, 7, 200, 400], width: 90 },
      level('hidden', -200, 100),
      level('  ', 80, 100),
    ];
    expect(placeTexts(texts, 600, 800).spans.map((span) => span.text)).toEqual(['Balance']);
  });
});
