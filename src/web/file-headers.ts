/** Types that are sent under their own name; anything else is just bytes. */
const KNOWN = /^(application\/(pdf|vnd\.openxmlformats-officedocument\.[a-z.]+)|image\/(png|jpeg))$/;

/** The headers of a stored file: its type where it is a known one, its name in full, and nothing kept on the way. */
export function fileHeaders(file: { name: string; mediaType: string; size: number }, how: 'inline' | 'attachment') {
  return {
    'Content-Type': KNOWN.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'Content-Length': String(file.size),
    'Content-Disposition': `${how}; filename="${asciiName(file.name)}"; filename*=UTF-8''${encodeName(file.name)}`,
    'Cache-Control': 'no-store',
  };
}

/** For programs that do not read `filename*` (RFC 6266): letters without their marks. */
function asciiName(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^\w.() -]/g, '_');
}

/** RFC 8187: encodeURIComponent leaves marks that are not allowed there. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
}
