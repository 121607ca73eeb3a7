import { PNG } from 'pngjs';
import QRCode from 'qrcode';

/** Pixels a module: large enough to be read off a screen or off paper. */
const MODULE_PX = 10;
/** The light border a reader needs, in modules (ISO/IEC 18004). */
const BORDER = 4;

/** The same in letters, for a terminal: two rows of modules a line, dark on light whatever the terminal's colours. */
export function drawQrText(link: string): string {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' });
  const isDark = (row: number, column: number): boolean =>
    Math.min(row, column) >= 0 && Math.max(row, column) < modules.size && modules.get(row, column) === 1;
  const lines: string[] = [];
  for (let row = -BORDER; row < modules.size + BORDER; row += 2) {
    let line = '';
    for (let column = -BORDER; column < modules.size + BORDER; column += 1) {
      const [upper, lower] = [isDark(row, column), isDark(row + 1, column)];
      line += upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    }
    lines.push(`\u001b[30;47m${line}\u001b[0m`);
  }
  return lines.join('\n');
}

/** A link as a black and white PNG. Synchronous, because it is stored in the transaction that decides to send it. */
export function drawQr(link: string): Buffer {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * BORDER) * MODULE_PX;
  const png = new PNG({ width: side, height: side });
  for (let pixel = 0; pixel < side * side; pixel += 1) {
    const row = Math.floor(pixel / side / MODULE_PX) - BORDER;
    const column = Math.floor((pixel % side) / MODULE_PX) - BORDER;
    const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < modules.size;
    const shade = isInside && modules.get(row, column) ? 0 : 255;
    png.data.writeUInt32BE(((shade << 24) | (shade << 16) | (shade << 8) | 255) >>> 0, pixel * 4);
  }
  return PNG.sync.write(png, { colorType: 0 });
}
