/** The period a text speaks of first, as its key: every report of the plan has periods of its own. */
export function periodIn(text: string): string | null {
  const found = /Báo cáo (?:tháng (\d{1,2})\/(\d{4})|6 tháng đầu năm (\d{4})|năm (\d{4}))/u.exec(text);
  if (found === null) return null;
  const [, month, year, half, whole] = found;
  if (month !== undefined) return `${year}-${month.padStart(2, '0')}`;
  return half !== undefined ? `${half}-H1` : (whole ?? null);
}

/** The first day in a text that is written with its year. */
export function dayIn(text: string): string | null {
  const found = /(\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(text);
  if (found === null) return null;
  const [, day = '', month = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
