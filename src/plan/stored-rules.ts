import type { StoredRules } from '../domain/rule-book.ts';
import { storedRulesSchema } from './schemas.ts';

/**
 * Format of the rules as the database keeps them. Whoever adds to, renames or removes anything in `storedRulesSchema` raises
 * it and writes the step from the format before, so that every database of an earlier release comes up with its plan.
 */
export const RULES_FORMAT = 5;

type Fields = Readonly<Record<string, unknown>>;

/** The step from that format to the next. */
const STEPS: Readonly<Record<number, (rules: Fields) => Fields>> = {
  1: addPartsAndFormer,
  2: addContact,
  3: addTopics,
  4: addCompiled,
};

/** The stored rules cannot be used by this release: written by a newer one, or damaged. */
export class StoredRulesError extends Error {
  readonly reason: 'newer' | 'damaged';

  constructor(reason: 'newer' | 'damaged', cause?: unknown) {
    super(`stored rules: ${reason}`, { cause });
    this.name = 'StoredRulesError';
    this.reason = reason;
  }
}

/** Reads rules that were stored in any format up to this one. Throws StoredRulesError. */
export function readStoredRules({ format, content }: { format: number; content: string }): StoredRules {
  if (format > RULES_FORMAT) throw new StoredRulesError('newer');
  try {
    let rules = JSON.parse(content) as Fields;
    for (let at = format; at < RULES_FORMAT; at++) rules = STEPS[at]?.(rules) ?? rules;
    return storedRulesSchema.parse(rules);
  } catch (error) {
    throw new StoredRulesError('damaged', error);
  }
}

/** 1 -> 2: any occurrences of a year instead of halves, single units as addressees, former obligations apart. */
function addPartsAndFormer(rules: Fields): Fields {
  const obligations = (rules.obligations as Fields[]).map(({ halves, ...obligation }) => ({
    ...obligation,
    parts: halves,
    units: null,
  }));
  return { ...rules, obligations, former: { obligations: [], forms: [] } };
}

/** 2 -> 3: whom people turn to. */
function addContact(rules: Fields): Fields {
  return { ...rules, document: { ...(rules.document as Fields), contact: null } };
}

/** 3 -> 4: the topics of materials. */
function addTopics(rules: Fields): Fields {
  return { ...rules, document: { ...(rules.document as Fields), topics: [] } };
}

/** 4 -> 5: when the compiled report is due; an earlier plan said nothing about it. */
function addCompiled(rules: Fields): Fields {
  const withNone = (list: unknown): Fields[] => (list as Fields[]).map((one) => ({ ...one, compiled: null }));
  const former = rules.former as Fields;
  return {
    ...rules,
    obligations: withNone(rules.obligations),
    former: { ...former, obligations: withNone(former.obligations) },
  };
}
