import { foldName } from '../../domain/identity/nameKey'
import { fail, ok, type Result } from '../../domain/result'
import type { Hamlet } from '../../protocol/messages'

export interface HamletFinder {
  /** Finds a hamlet's id by its code or, without a code, by its name, both as people write them. */
  find(code: string, name: string): Result<string, 'unknownHamlet' | 'hamletsDisagree'>
}

const words = /^(thon|to dan pho|to|ap|ban|buon|lang|khu pho|khu)\s+/

/** Finds hamlets by code or name. "Thôn Lạc Tiến", "lac tien" and "THÔN LẠC TIẾN" are the same. A name that two hamlets have finds none. */
export function hamletFinder(hamlets: readonly Pick<Hamlet, 'id' | 'code' | 'name'>[]): HamletFinder {
  const byCode = new Map(hamlets.map(({ id, code }) => [codeKey(code), id]))
  const byName = uniques([...hamlets.map(({ id, name }) => [foldName(name), id] as const), ...hamlets.map(({ id, name }) => [bare(name), id] as const)])
  const findByName = (name: string): string | undefined => byName.get(foldName(name)) ?? byName.get(bare(name))
  return {
    find(code, name) {
      const named = name.trim() ? findByName(name) : undefined
      const coded = code.trim() ? byCode.get(codeKey(code)) : named
      if (!coded) return fail('unknownHamlet')
      return named && named !== coded ? fail('hamletsDisagree') : ok(coded)
    },
  }
}

/** `05` and `5` are the same code: spreadsheets drop the zero. */
const codeKey = (code: string): string => foldName(code).replace(/^0+(?=\d)/, '')

const bare = (name: string): string => foldName(name).replace(words, '')

function uniques(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string | undefined> {
  const map = new Map<string, string | undefined>()
  for (const [name, id] of pairs) map.set(name, map.has(name) && map.get(name) !== id ? undefined : id)
  return map
}
