const ADDRESS =
  /^[^\s@<>(),;:"[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,63}$/u;
const NAMED = /^[^<>]{0,200}<([^<>]{1,330})>$/u;

/** An e-mail in small letters, alone or as `Name <e-mail>`; null for what nobody can write to. */
export function readEmail(given: string): string | null {
  if (given.length > 600) return null;
  const text = given.replace(/^mailto:/iu, '').trim();
  const found = (NAMED.exec(text)?.[1] ?? text).trim().toLowerCase();
  const local = found.slice(0, found.indexOf('@'));
  const dotted = local.startsWith('.') || local.endsWith('.') || local.includes('..');
  return found.length <= 254 && !dotted && ADDRESS.test(found) ? found : null;
}
