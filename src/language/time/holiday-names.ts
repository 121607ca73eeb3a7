/** How the calendar's own data calls the holidays that people name; "Tết" alone is the lunar one. */
const NAMES: Readonly<Record<string, RegExp>> = {
  tet: /Tết (?!Dương)/u,
  'quoc khanh': /Quốc khánh/u,
  'gio to': /Giỗ Tổ/u,
  'hung vuong': /Giỗ Tổ/u,
  'lao dong': /lao động/iu,
};

/** Whether a day off of that name is the holiday that was named; of one that is not known any is. */
export function isHoliday(name: string, named: string): boolean {
  return NAMES[named]?.test(name) ?? true;
}
