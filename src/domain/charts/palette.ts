import type { ChartTheme } from './scene.js';

/** Colours of a theme. Text has at least 4.5:1 against the background, marks at least 3:1. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly track: string;
  readonly fun: string;
  readonly other: string;
  readonly good: string;
  readonly warn: string;
  readonly critical: string;
}

export const palettes: Readonly<Record<ChartTheme, Palette>> = {
  light: {
    background: '#ffffff',
    text: '#1c1b22',
    muted: '#5b5866',
    track: '#e7e5ee',
    fun: '#6d3fd1',
    other: '#8b8798',
    good: '#1d7f4e',
    warn: '#b25e09',
    critical: '#c0262d',
  },
  dark: {
    background: '#1b1a21',
    text: '#f4f2fa',
    muted: '#b3afc2',
    track: '#35333f',
    fun: '#a98bf5',
    other: '#8e8a9c',
    good: '#4cc38a',
    warn: '#f0a04b',
    critical: '#ff7b7f',
  },
};
