import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { ChartRenderer } from '../../core/ports/charts.js';
import type { ChartScene, Shape } from '../../domain/charts/scene.js';

/** Pixels for each CSS pixel: chats show pictures on dense screens. */
const density = 2;
const family = 'Matinee Inter';
/** The extended subset holds signs such as ₹ and ₪, which the plain one lacks. */
const fontFiles = ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'];

let registered = false;

/** A fresh machine has no fonts at all: the shipped ones are registered under a name of our own. */
function registerFonts(): void {
  if (registered) return;
  const { resolve } = createRequire(import.meta.url);
  for (const file of fontFiles) {
    const [, subset = '', weight = ''] = /^(.*)-(\d+)$/.exec(file) ?? [];
    const path = resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`);
    if (!GlobalFonts.registerFromPath(path, subset === 'latin' ? family : `${family} Extended`)) {
      throw new Error(`The font ${path} could not be read.`);
    }
  }
  registered = true;
}

/** Draws charts on a canvas in this process: a few milliseconds each. */
export function createChartRenderer(): ChartRenderer {
  return {
    async png(scene) {
      registerFonts();
      const canvas = createCanvas(scene.width * density, scene.height * density);
      const context = canvas.getContext('2d');
      context.scale(density, density);
      draw(context, scene);
      return canvas.encode('png');
    },
  };
}

function draw(context: SKRSContext2D, scene: ChartScene): void {
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  for (const shape of scene.shapes) drawShape(context, shape);
}

function drawShape(context: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      context.fillStyle = shape.fill;
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      context.fill();
      return;
    case 'arc': {
      const angle = (degrees: number) => ((degrees - 90) * Math.PI) / 180;
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.lineCap = 'round';
      context.beginPath();
      context.arc(shape.cx, shape.cy, shape.radius, angle(shape.from), angle(shape.to));
      context.stroke();
      return;
    }
    case 'text':
      context.fillStyle = shape.fill;
      context.font = `${shape.weight} ${shape.size}px "${family}", "${family} Extended"`;
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor;
      context.textBaseline = 'alphabetic';
      context.fillText(shape.text, shape.x, shape.y);
  }
}
