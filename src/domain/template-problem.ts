/** What is wrong with a Word template, in the order a clerk would put it right. */
export type TemplateProblem =
  | { fault: 'unreadable' }
  | { fault: 'too-large' }
  /** It carries macros, which would go into every compiled report. */
  | { fault: 'macros' }
  /** A brace that was opened and not closed, or the other way round; the text around it. */
  | { fault: 'broken-braces'; near: string }
  /** A name nothing stands for; the one that was probably meant. */
  | { fault: 'unknown-name'; name: string; meant: string | null }
  /** A name in whose place paragraphs and tables come, with other words beside it. */
  | { fault: 'not-alone'; name: string }
  /** A name in whose place paragraphs and tables come, at the head or foot of the page. */
  | { fault: 'not-in-text'; name: string }
  /** One of these has to be there. */
  | { fault: 'missing-name'; anyOf: readonly string[] }
  | { fault: 'not-a-draft' };
