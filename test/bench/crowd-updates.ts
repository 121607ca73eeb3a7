import type { ServerResponse } from 'node:http';

/** What people do, as the platforms hand it over. */
export function telegramText(id: number, chat: string, text: string): object {
  const command = text.startsWith('/') ? [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length }] : [];
  return { update_id: id, message: { ...messageIn(id, chat), from: personOf(chat), text, entities: command } };
}

export function telegramPress(id: number, chat: string, data: string): object {
  const press = { id: String(id), from: personOf(chat), data, message: messageIn(id, chat), chat_instance: '1' };
  return { update_id: id, callback_query: press };
}

export function zaloUpdate(id: number, chat: string, text: string): object {
  const from = { id: chat, display_name: 'Nguyễn Văn A', is_bot: false };
  const message = {
    message_id: `${chat}-${id}`,
    chat: { id: chat, chat_type: 'PRIVATE' },
    from,
    text,
    date: Date.now(),
  };
  return { event_name: 'message.text.received', message };
}

function messageIn(id: number, chat: string) {
  const date = Math.floor(Date.now() / 1000);
  return { message_id: id, date, chat: { id: Number(chat), type: 'private', first_name: 'Nguyễn Văn A' } };
}

function personOf(chat: string) {
  return { id: Number(chat), is_bot: false, first_name: 'Nguyễn Văn A' };
}

export function reply(response: ServerResponse, result: object): void {
  const body = JSON.stringify(result);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
