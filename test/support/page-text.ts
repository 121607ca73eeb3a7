/** What a page's markup says, its marks read back. */
export function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What is read on a page; `between` stands where a tag was. */
export function visibleText(html: string, between = ''): string {
  return unescaped(html.replace(/^.*<body/su, '').replace(/<[^>]+>/gu, between)).replace(/\s+/gu, ' ');
}
