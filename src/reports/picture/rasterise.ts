import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import type { Drawing } from './drawing.ts';

const FONTS = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map(
  (face) => `${face}/BeVietnamPro_${face}.ttf`,
);

/** A drawing as a PNG, with the font that has every Vietnamese letter; no font of the machine is asked, so it looks the same everywhere. */
export async function rasterise({ svg, width }: Drawing): Promise<Uint8Array> {
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    // A width that is no whole number makes it forget every option without a word, and with them the font.
    fitTo: { mode: 'width', value: Math.round(width) },
    font: {
      loadSystemFonts: false,
      fontFiles: FONTS.map((file) => resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)),
      defaultFontFamily: 'Be Vietnam Pro',
    },
  });
  return image.asPng();
}
