/**
 * A text as a workbook has to spell it: `_x0041_` stands for a letter there (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring), LibreOffice takes fewer
 * digits too, and so showed the key `mang_xa_hoi` as two lines. The first dash is spelled out; who reads it gets the text back.
 */
export function cellText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{1,4}_)/giu, '_x005F_');
}
