import type { ChartScene, Shape } from './scene.js';

/** The scene as a self-contained SVG document; text stays text, for zoom and screen readers. */
export function renderSvg(scene: ChartScene): string {
  const { width, height, background, description } = scene;
  const shapes = scene.shapes.map(shapeToSvg).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(description)}" font-family="Inter, system-ui, sans-serif"><title>${escapeXml(description)}</title><rect width="${width}" height="${height}" rx="12" fill="${background}"/>${shapes}</svg>`;
}

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}" rx="${n(shape.radius)}" fill="${shape.fill}"/>`;
    case 'arc':
      return `<path d="${arcPath(shape)}" fill="none" stroke="${shape.stroke}" stroke-width="${n(shape.width)}" stroke-linecap="round"/>`;
    case 'text':
      return `<text x="${n(shape.x)}" y="${n(shape.y)}" font-size="${n(shape.size)}" font-weight="${shape.weight}" text-anchor="${shape.anchor}" fill="${shape.fill}">${escapeXml(shape.text)}</text>`;
  }
}

function arcPath({ cx, cy, radius, from, to }: Extract<Shape, { kind: 'arc' }>): string {
  const point = (degrees: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${n(cx + radius * Math.cos(angle))} ${n(cy + radius * Math.sin(angle))}`;
  };
  return `M ${point(from)} A ${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${point(to)}`;
}

const n = (value: number): string => String(Math.round(value * 100) / 100);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
