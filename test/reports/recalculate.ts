import type ExcelJS from 'exceljs';

/** What a formula of ours comes to, from the cells it names; undefined: to nothing. */
export function recalculate(sheet: ExcelJS.Worksheet, formula: string): number | undefined {
  const number = (address: string): number => Number(sheet.getCell(address).value ?? 0);
  const sum = /^IF\(COUNT\(([A-Z]+)(\d+):\1(\d+)\)=0,"",SUM\(\1\2:\1\3\)\)$/u.exec(formula);
  if (sum !== null) {
    const [, column = '', from = '', to = ''] = sum;
    let tenths: number | undefined;
    for (let row = Number(from); row <= Number(to); row++) {
      const { value } = sheet.getCell(`${column}${row}`);
      if (typeof value === 'number') tenths = (tenths ?? 0) + Math.round(value * 10);
    }
    return tenths === undefined ? undefined : tenths / 10;
  }
  const difference = /^ROUND\(([A-Z]+\d+)-([A-Z]+\d+),1\)$/u.exec(formula);
  if (difference === null) throw new Error(`a formula the test does not know: ${formula}`);
  return Math.round((number(difference[1] ?? '') - number(difference[2] ?? '')) * 10) / 10;
}
