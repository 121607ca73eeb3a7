import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from './drawing.ts';

const FONTS = ['400Regular/BeVietnamPro_400Regular.ttf', '700Bold/BeVietnamPro_700Bold.ttf'];

/** A drawing as a PNG, with the font that has every Vietnamese letter; no font of the machine is asked, so it looks the same everywhere. */
export async function rasterise({ svg, width }: Drawing): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((file) => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
      defaultFontFamily: 'Be Vietnam Pro',
    },
  });
  return image.asPng();
}
