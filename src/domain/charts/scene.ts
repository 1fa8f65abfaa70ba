/** A drawing as data: what SVG and canvas both can draw. Lengths in CSS pixels, origin at the top left. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** The drawing in words. */
  readonly description: string;
  readonly shapes: readonly Shape[];
}

export type Shape =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly fill: string;
    }
  | {
      /** Part of a ring; angles in degrees, 0 at twelve o'clock, clockwise. */
      readonly kind: 'arc';
      readonly cx: number;
      readonly cy: number;
      readonly radius: number;
      readonly from: number;
      readonly to: number;
      readonly stroke: string;
      readonly width: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: 400 | 600;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: string;
    };

export type ChartTheme = 'light' | 'dark';
