/** A drawing as a picture, for chats. */
import { createRequire } from 'node:module';

/** Pixels of the picture for one of the drawing: sharp on a telephone. */
const ZOOM = 2;
const FONT = 'DejaVu Sans';

/** PNG of an SVG. The renderer takes a while to load, and its letters come with it: a server may have no font at all. */
export async function png(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const here = createRequire(import.meta.url);
  const fontFiles = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
    here.resolve(`dejavu-fonts-ttf/ttf/${name}`),
  );
  const drawn = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT },
    fitTo: { mode: 'zoom', value: ZOOM },
  });
  return drawn.asPng();
}
