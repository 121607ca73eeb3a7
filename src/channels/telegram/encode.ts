/** A file among a call's parameters. */
export interface Upload {
  source: Buffer;
  filename: string;
}

/** A call's parameters as the Bot API takes them: JSON, or a form where there is a file among them. */
export async function encode(payload: object): Promise<{ body: string | Buffer; contentType: string }> {
  const fields = Object.entries(payload).filter(([, value]) => value !== undefined && value !== null);
  if (!fields.some(([, value]) => isUpload(value)))
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  const form = new FormData();
  for (const [name, value] of fields) {
    if (isUpload(value)) form.append(name, new Blob([new Uint8Array(value.source)]), value.filename);
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const encoded = new Response(form);
  const contentType = encoded.headers.get('content-type') ?? '';
  return { body: Buffer.from(await encoded.arrayBuffer()), contentType };
}

function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'source' in value && Buffer.isBuffer(value.source);
}
