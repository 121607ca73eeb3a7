/**
 * Zalo shows its small pictures in its apps and hands the bot a code in letters in their place: "/-strong" is a thumb (seen
 * in public code: the tables of several projects). Those that say something; any other is a picture that says nothing.
 */
const CODES: Readonly<Record<string, string>> = {
  strong: '👍',
  ok: '👌',
  weak: '👎',
  bad: '👎',
  no: '👎',
  heart: '❤',
  loveu: '❤',
  showlove: '❤',
  thanks: '🙏',
  rose: '🌹',
};
const SMILE = '🙂';
const FROWN = '😞';

/** A known code may be glued to a word, a number or another code ("1/-ok"); an unknown one stands by itself ("12/-UBND" is none). */
const KNOWN_CODE = new RegExp(`/-(${Object.keys(CODES).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const OTHER_CODE = /^\/-[a-z]{1,12}$/;

/** Faces made of signs, between blanks only: inside words, or with digits, they may be figures. "=>" is an arrow. */
const FACES: readonly (readonly [RegExp, string])[] = [
  [/^_\(\)_$/, '🙏'],
  [/^(?:[:;=]['’]?-{0,2}[({<]{1,12}|p-\(|&-\(|[tT][_.][tT])$/, FROWN],
  [/^[:;]['’]?-{0,2}(?:[)\]}>*$|!~?'’]{1,12}|[a-z]{1,2}|bye|wipe|dig|handclap)$/i, SMILE],
  [/^(?:=-?(?:[)\]]{1,12}|[dp]{1,4})|\^[_.]?\^|-_{1,3}-|[xb|$]-\)|--b|>-\|)$/i, SMILE],
];
/** No word that holds more is a picture or two. */
const LONGEST = 60;

/** The text with every emoticon as the picture people see, so that the rest of the house knows emoji only. Twice changes nothing. */
export function drawEmoticons(text: string): string {
  return text.replace(/\S+/gu, (word) => (word.length > LONGEST || word.includes('://') ? word : draw(word)));
}

function draw(word: string): string {
  const face = FACES.find(([shape]) => shape.test(word));
  if (face !== undefined) return face[1];
  if (!word.includes('/-')) return word;
  const drawn = word.replace(KNOWN_CODE, (_, code: string) => CODES[code] ?? SMILE);
  return OTHER_CODE.test(drawn) ? SMILE : drawn;
}
