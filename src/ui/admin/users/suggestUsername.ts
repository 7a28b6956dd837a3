import { foldName } from '../../../domain/identity/nameKey'

/** `Bùi Thị Lan` -> `lan.bui`: given name and family name, as people write it in offices. May be taken; it is only a start. */
export function suggestUsername(fullName: string): string {
  const words = foldName(fullName).replace(/[^a-z0-9 ]/g, '').split(' ').filter(Boolean)
  const given = words.at(-1) ?? ''
  return words.length > 1 ? `${given}.${words[0]}` : given
}

/** The server's rule for user names. */
export function isUsername(text: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(text)
}
