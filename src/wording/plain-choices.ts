/** Choices for people whose app has no buttons, to be answered with a number. */
export function listNumbered(choices: readonly { number: number; label: string }[]): string {
  const [only, ...more] = choices;
  if (only === undefined) return '';
  if (more.length === 0) return `Trả lời ${only.number} để chọn: ${oneLine(only.label)}`;
  const lines = choices.map(({ number, label }) => `${number}. ${oneLine(label)}`);
  return `${lines.join('\n')}\nTrả lời bằng số, ví dụ: ${only.number}`;
}

/** What may be typed instead of the answer asked for. */
export function listTypeable(labels: readonly string[]): string {
  const words = labels.map(typeable).filter((label) => label !== '');
  return words.length === 0 ? '' : `Có thể gõ: ${words.map((word) => `"${word}"`).join(', ')}`;
}

/** A label as people would type it: small letters, without the picture in front. */
function typeable(label: string): string {
  return oneLine(label)
    .toLocaleLowerCase('vi')
    .replace(/^[^\p{L}\p{N}/]+/u, '');
}

function oneLine(label: string): string {
  return label.replace(/\s+/g, ' ').trim();
}
