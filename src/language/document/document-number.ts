const NUMBER =
  /(?<![\p{L}\d])\d{1,5}\s?[/-]\s?(?:BC|CV|TTr|KH|QĐ|TB|UBND|[A-ZĐ]{2,10})(?:-[A-ZĐ0-9&]{2,12})*(?![\p{L}\d])/iu;
const OF_DAY = /^,?\s*(?:ngày|ngay)\s+(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/iu;

/** The number and symbol of a document somebody speaks of, with its day where that follows: "125/BC-UBND ngày 11/11/2026". */
export function documentNumberIn(text: string): string | null {
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const day = OF_DAY.exec(text.slice(found.index + found[0].length));
  return day === null ? found[0] : `${found[0]} ngày ${day[1]}`;
}

/** The text without it: its day and its letters are no words of the sentence. */
export function withoutDocumentNumber(text: string): string {
  const number = documentNumberIn(text);
  if (number === null) return text;
  const [symbol = ''] = number.split(/ ngày /u);
  const at = text.indexOf(symbol);
  const rest = text.slice(at + symbol.length);
  return `${text.slice(0, at)}${rest.slice(OF_DAY.exec(rest)?.[0].length ?? 0)}`;
}

/** "27 triệu 500 nghìn đồng", "1 tỷ 200 triệu": one amount. */
export function inOneFigure(text: string): string {
  return text.replace(
    /(?<![\d.,])(\d{1,3}) (triệu|tỷ) (\d{1,3}) (?:nghìn|ngàn|triệu)(?:\s+đồng)?(?!\p{L})/giu,
    (_, whole: string, size: string, part: string) =>
      `${whole},${part.padStart(3, '0').replace(/0+$/, '') || '0'} ${size} đồng`,
  );
}
