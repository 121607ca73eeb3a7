/** Makes a function that blanks secrets out of a text, in whichever spelling they turn up there. */
export function createRedact(...secrets: readonly (string | null)[]): (text: string) => string {
  const spellings = secrets
    .filter((secret): secret is string => secret !== null && secret !== '')
    // A bot token is `<id>:<secret>`; the part behind the colon is a secret by itself.
    .flatMap((secret) => [secret, encodeURIComponent(secret), secret.split(':').at(-1) ?? ''])
    .filter((spelling) => spelling.length >= 6);
  return (text) => spellings.reduce((clean, spelling) => clean.replaceAll(spelling, '[secret]'), text);
}
