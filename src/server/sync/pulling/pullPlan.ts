import { digestText, emptyDigest, type Digest } from '../../../domain/records/digest'
import type { Cursor } from '../../../protocol/messages'

/** What a page covers and where it leaves the replica: pure, so that a simulation pulls by the same rules. */
export interface PullPlan {
  /** The replica forgets everything first. */
  readonly reset: boolean
  /** The replica forgets these hamlets first; absent = it did not ask for that. */
  readonly renews?: readonly string[]
  /** Records of these hamlets (`null` = all), with change numbers `after < seq <= upTo` (`null` = without end). */
  readonly hamlets: readonly string[] | null
  readonly after: number
  readonly upTo: number | null
  /** Where the replica was whole the last time: records are amended against that. `null` = never. */
  readonly begun: number | null
  /** The replica's place when it has all of that up to a change number. */
  readonly midway: (seq: number) => Cursor
  /** Its place when it has all of that. */
  readonly end: Cursor
  /** Nothing newer than `end` exists. */
  readonly isLast: boolean
}

export interface PullWish {
  readonly epoch: string
  readonly scope: string
  /** The commune's change number. */
  readonly head: number
  /** What the author may read; `null` = every hamlet. */
  readonly hamlets: readonly string[] | null
  readonly cursor: Cursor | null
  readonly amends: boolean
  /** Hamlets in which the replica differs from the register, when it asks; `null` = it does not. */
  readonly differing: readonly string[] | null
}

/**
 * A cursor of another epoch or scope, or from beyond our own head, starts at 0 with `reset` (protocol rules 5, 6). A replica that
 * differs gets its differing hamlets whole, as far as its cursor stood, and goes on from there (rule 24).
 */
export function planPull(wish: PullWish): PullPlan {
  const { epoch, scope, head, cursor, amends, differing } = wish
  const here = { epoch, scope }
  const isOurs = cursor !== null && cursor.epoch === epoch && cursor.scope === scope && cursor.seq <= head
  if (isOurs && (differing ?? cursor.mend)) return planMend(wish, cursor)
  const begun = isOurs ? begunAt(cursor) : null
  return {
    reset: !isOurs,
    hamlets: wish.hamlets, after: isOurs ? cursor.seq : 0, upTo: null, begun,
    midway: (seq) => ({ ...here, seq, ...(amends && { begun }) }),
    end: { ...here, seq: head }, isLast: true,
  }
}

/** Whatever came since is told whole afterwards: of a renewed hamlet the replica has nothing that could be amended. */
function planMend({ epoch, scope, head, hamlets, differing }: PullWish, { seq, mend }: Cursor): PullPlan {
  const here = { epoch, scope, seq }
  const mended = (differing ?? mend?.hamlets ?? []).filter((hamlet) => hamlets === null || hamlets.includes(hamlet))
  const isLast = seq === head
  return {
    reset: false,
    ...(differing && { renews: mended }),
    hamlets: mended, after: differing ? 0 : (mend?.seq ?? 0), upTo: seq, begun: null,
    midway: (at) => ({ ...here, begun: null, mend: { hamlets: mended, seq: at } }),
    end: isLast ? here : { ...here, begun: null }, isLast,
  }
}

const begunAt = ({ begun, seq }: Cursor): number | null => (begun === undefined ? seq : begun)

/** Hamlets of which the replica and the register do not hold the same. */
export function differingHamlets(register: ReadonlyMap<string, Digest>, replica: Readonly<Record<string, string>>): readonly string[] {
  const nothing = digestText(emptyDigest)
  const textOf = (hamlet: string): string => digestText(register.get(hamlet) ?? emptyDigest)
  return [...new Set([...register.keys(), ...Object.keys(replica)])].filter((hamlet) => textOf(hamlet) !== (replica[hamlet] ?? nothing)).sort()
}
