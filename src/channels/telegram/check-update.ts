import { z } from 'zod';

const id = z.number().int();
const text = z.string().optional();
const size = z.number().optional();

const user = z.object({ id, is_bot: z.boolean().optional(), first_name: text, last_name: text });
const entity = z.object({ type: z.string(), offset: id, length: id, user: z.object({ id }).optional() });
const message = z.object({
  message_id: id,
  date: id.optional(),
  media_group_id: text,
  chat: z.object({ id, type: z.string() }),
  from: user.optional(),
  text,
  caption: text,
  entities: z.array(entity).optional(),
  caption_entities: z.array(entity).optional(),
  document: z.object({ file_id: z.string(), file_name: text, file_size: size }).optional(),
  photo: z
    .array(z.object({ file_id: z.string(), width: z.number(), height: z.number(), file_size: size }))
    .min(1)
    .optional(),
  reply_to_message: z.object({ from: z.object({ id }).optional() }).optional(),
  is_automatic_forward: z.boolean().optional(),
});
const press = z.object({ id: z.string(), from: user, data: text, message: message.optional() });
const update = z.object({ update_id: id, message: message.optional(), callback_query: press.optional() });

/** Whether every part of an update that the bot reads is what Telegram says it is: a webhook may be brought anything. */
export function isReadable(delivered: unknown): boolean {
  return update.safeParse(delivered).success;
}
