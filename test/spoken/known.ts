/** The share of judged fields that is read right at once; measured (0.82), rounded down. */
export const RIGHT_AT_LEAST = 0.75;

/** Messages by seed that are still taken wrongly or in part lost, and why. Whoever mends one takes it out: one that passes fails the test. */
export const KNOWN = new Map<number, string>([
  [6, 'a label with a dash goes into the text before it, in a text that is read as a correction'],
  [33, '"cong 4 tin, 4 bai" without marks is heard as "cộng 4"'],
  [58, 'two labels before "mỗi thứ 2": the second vanishes'],
]);
