import { isPicture } from '../../wording/message.ts';
import type { Channel, Sendable } from '../channel.ts';
import { createTokenWatch, type HealthState } from '../health-state.ts';
import { type CallFailure, idOfSent, type Outcome, outcomeOf } from '../outcomes.ts';
import { SendError, type SendFailure } from '../send-error.ts';
import { type Api, type ApiFailure, inWords, isUnauthorised } from './api.ts';
import { layOut } from './lay-out.ts';
import { FORBIDDEN, FORBIDDEN_PATIENCE, NOT_FOUND, PICTURE_LIMIT, type Timing } from './platform-facts.ts';

export interface SendingOptions {
  api: Api;
  timing: Timing;
  wire: () => number;
  health: HealthState;
}

/** Makes the channel's `send`. `sentParts` of its errors counts from the first part, `skipParts` included. */
export function createSending({ api, timing, wire, health }: SendingOptions): Channel['send'] {
  const token = createTokenWatch(health);
  const patience = createPatience(wire);
  return async (to, message, skipParts = 0) => {
    const messageIds: string[] = [];
    const pieces = piecesOf(message).slice(skipParts);
    for (const [index, { method, body }] of pieces.entries()) {
      const limitMs = method === 'sendPhoto' ? timing.pictureLimitMs : timing.callLimitMs;
      const answer = await api.call(method, { chat_id: to.chat, ...body }, { limitMs });
      if (!answer.ok) {
        if (isUnauthorised(answer.failure)) token.refused(inWords(answer.failure));
        const judged = patience.judge(to.chat, answer.failure);
        // "Not found" may be said of the picture: the words that follow show whether the chat is there.
        const kind = method === 'sendPhoto' && judged.kind === 'gone' ? 'refused' : judged.kind;
        throw new SendError(kind, inWords(withoutText(answer.failure, method, Object.values(body))), {
          sentParts: skipParts + index,
          mayHaveGone: judged.mayHaveGone,
        });
      }
      token.taken();
      patience.forget(to.chat);
      messageIds.push(idOfSent(answer.result, skipParts + index));
    }
    return { messageIds, count: pieces.length };
  };
}

interface Piece {
  method: 'sendMessage' | 'sendPhoto';
  body: Readonly<Record<string, string>>;
}

/** A picture carries the end of its words as a caption, which may be as long as a message. */
function piecesOf({ file, ...words }: Sendable): Piece[] {
  const hasWords = words.text.length > 0 || words.choices !== undefined;
  const texts = hasWords || file === undefined ? layOut(words) : [];
  if (file === undefined) return texts.map(toMessage);
  if (!isPicture(file) || file.address === null || file.size > PICTURE_LIMIT)
    throw new SendError('refused', 'a Zalo bot sends nothing but pictures from a public address');
  const caption = texts.pop();
  const picture = { photo: file.address, ...(caption === undefined ? {} : { caption }) };
  return [...texts.map(toMessage), { method: 'sendPhoto', body: picture }];
}

function toMessage(text: string): Piece {
  return { method: 'sendMessage', body: { text } };
}

/** What a refusal of the platform's own means, but for 403. */
function meaningOf({ code }: CallFailure): SendFailure {
  return code === NOT_FOUND ? 'gone' : 'refused';
}

/** Remembers which chats are refused with 403, whose meaning shows only in time. */
function createPatience(wire: () => number) {
  const refused = new Map<string, { since: number; tries: number }>();
  return {
    judge(chat: string, failure: ApiFailure): Outcome {
      if (failure.cause !== 'answer' || failure.code !== FORBIDDEN) return outcomeOf(failure, meaningOf);
      const { since, tries } = refused.get(chat) ?? { since: wire(), tries: 0 };
      refused.set(chat, { since, tries: tries + 1 });
      const worn = tries + 1 >= FORBIDDEN_PATIENCE.tries && wire() - since >= FORBIDDEN_PATIENCE.ms;
      return { kind: worn ? 'blocked' : 'unavailable', mayHaveGone: false };
    },
    forget: (chat: string) => refused.delete(chat),
  };
}

/** So many characters in common are taken for a quotation. */
const QUOTE = 6;

/** A message's text belongs in no log, nor a picture's address; not even the piece that the platform may quote when it refuses them. */
function withoutText(failure: ApiFailure, method: string, texts: readonly string[]): ApiFailure {
  const { code, detail } = failure;
  const count = Math.max(0, detail.length - QUOTE + 1);
  const pieces = Array.from({ length: count }, (_, at) => detail.slice(at, at + QUOTE));
  if (!pieces.some((piece) => texts.some((text) => text.includes(piece)))) return failure;
  return { ...failure, detail: `${method}: ${code} in words that quote the text` };
}
