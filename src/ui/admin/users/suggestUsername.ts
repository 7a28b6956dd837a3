import { foldName } from '../../../domain/identity/nameKey'

/** `Bùi Thị Lan` -> `lan.bui`: given name and family name, as people write it in offices. May be taken; it is only a start. */
export function suggestUsername(fullName: string): string {
  const words = foldName(fullName).replace(/[^a-z0-9 ]/g, '').split(' ').filter(Boolean)
  const given = words.at(-1) ?? ''
  return words.length > 1 ? `${given}.${words[0]}` : given
}

/** As the server knows it. Not while it is typed: the keyboards of Vietnamese change letters they find changed under them. */
export const tidyUsername = (typed: string): string => typed.trim().toLowerCase()

export const MOST_OF_USERNAME = 40
export type UsernameProblem = 'noUsername' | 'shortUsername' | 'strangeUsername'

/** What the server's rule for user names would refuse in one that is no longer than the box; `null` = nothing. */
export function usernameProblem(text: string): UsernameProblem | null {
  if (text === '') return 'noUsername'
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(text)) return 'strangeUsername'
  return text.length < 3 ? 'shortUsername' : null
}
