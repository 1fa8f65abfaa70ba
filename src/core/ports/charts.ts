import type { ChartScene } from '../../domain/charts/scene.js';

/** Draws a chart's scene as a picture, with a font that is shipped. */
export interface ChartRenderer {
  /** @returns a PNG at twice the scene's size, for dense screens. */
  png(scene: ChartScene): Promise<Uint8Array>;
}
