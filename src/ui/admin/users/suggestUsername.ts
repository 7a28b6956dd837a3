import { foldName } from '../../../domain/identity/nameKey'

/** Suggests a user name: `Bùi Thị Lan` -> `lan.bui`, given name and family name as offices write it. It may be taken already. */
export function suggestUsername(fullName: string): string {
  const words = foldName(fullName).replace(/[^a-z0-9 ]/g, '').split(' ').filter(Boolean)
  const given = words.at(-1) ?? ''
  return words.length > 1 ? `${given}.${words[0]}` : given
}

/** The user name as the server stores it. Not applied while it is typed: Vietnamese keyboards garble a text that changes under them. */
export const tidyUsername = (typed: string): string => typed.trim().toLowerCase()

export const MOST_OF_USERNAME = 40
export type UsernameProblem = 'noUsername' | 'shortUsername' | 'strangeUsername'

/** Why the server would refuse this user name; `null` = it would not. A too long one is not checked, because the input limits the length. */
export function usernameProblem(text: string): UsernameProblem | null {
  if (text === '') return 'noUsername'
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(text)) return 'strangeUsername'
  return text.length < 3 ? 'shortUsername' : null
}
