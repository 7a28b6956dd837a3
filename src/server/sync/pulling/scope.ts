import { createHash } from 'node:crypto'
import { mayAct } from '../../../domain/access'
import type { Author } from '../author'

/** The hamlets that an author may read in a commune. `null` = all of them. An empty list = nothing. */
export function readableHamlets(author: Author, commune: string): readonly string[] | null {
  if (!mayAct(author.role, 'read')) return []
  const areas = author.areas.filter((area) => area.commune === commune)
  if (areas.some((area) => area.hamlets === null)) return null
  return areas.flatMap((area) => area.hamlets ?? []).sort()
}

/** The name of a scope in cursors. A replica that was made for another scope starts again (S5). */
export function scopeHash(author: Author, commune: string): string {
  const scope = [author.role, readableHamlets(author, commune), author.scopeVersion]
  return createHash('sha256').update(JSON.stringify(scope)).digest('base64url').slice(0, 16)
}

/** Those of the given hamlets that the author may read, in the given order. */
export function inScope<T extends { readonly id: string }>(author: Author, commune: string, hamlets: readonly T[]): readonly T[] {
  const readable = readableHamlets(author, commune)
  return readable === null ? hamlets : hamlets.filter((hamlet) => readable.includes(hamlet.id))
}
