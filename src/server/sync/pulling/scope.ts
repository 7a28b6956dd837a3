import { createHash } from 'node:crypto'
import { mayAct } from '../../../domain/access'
import type { Author } from '../author'

/** What an author may read of a commune: every hamlet (`null`) or these; an empty list is nothing. */
export function readableHamlets(author: Author, commune: string): readonly string[] | null {
  if (!mayAct(author.role, 'read')) return []
  const areas = author.areas.filter((area) => area.commune === commune)
  if (areas.some((area) => area.hamlets === null)) return null
  return areas.flatMap((area) => area.hamlets ?? []).sort()
}

/** Names a scope in cursors: a replica made for another one starts again (protocol rule 5). */
export function scopeHash(author: Author, commune: string): string {
  const scope = [author.role, readableHamlets(author, commune), author.scopeVersion]
  return createHash('sha256').update(JSON.stringify(scope)).digest('base64url').slice(0, 16)
}

/** The hamlets of a commune, in ascending order of id, that are in the author's scope. */
export function inScope<T extends { readonly id: string }>(author: Author, commune: string, hamlets: readonly T[]): readonly T[] {
  const readable = readableHamlets(author, commune)
  return readable === null ? hamlets : hamlets.filter((hamlet) => readable.includes(hamlet.id))
}
