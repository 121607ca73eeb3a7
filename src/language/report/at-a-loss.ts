import { fold } from '../fold.ts';

const LOST =
  /^(?:\?+|(?:sao )?(?:dai|nhieu|kho|roi|phuc tap|met|rac roi)(?: qua| the| vay| ghe| lam)+|(?:khong|ko|k|chua) (?:hieu|biet)(?: (?:gi|lam|ghi|dien|nhap|the nao|sao))*|(?:la|ghi|dien|nhap|lam|nop|gui|bao cao|bc)? ?(?:nhu )?(?:sao|gi|the nao|ntn|kieu gi)(?: day| vay| the| gio)*|huong dan|giup)(?: (?:a|em|e|anh|chi|c|ad|bot|oi|voi|the|vay|day|di))*[?.! ]*$/u;

/** "?", "dài quá", "điền sao đây": somebody before a form who does not know what to do with it. */
export function isAtALoss(text: string): boolean {
  const said = fold(text);
  return said.length <= 40 && LOST.test(said);
}
