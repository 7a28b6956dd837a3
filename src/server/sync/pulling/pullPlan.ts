import { digestText, emptyDigest, type Digest } from '../../../domain/records/digest'
import type { Cursor } from '../../../protocol/messages'

/** What a page contains, and the cursor of the replica after it. Pure, so that a simulation can follow the same rules. */
export interface PullPlan {
  /** The replica forgets everything first. */
  readonly reset: boolean
  /** The replica forgets these hamlets first. Absent = the replica did not ask for that. */
  readonly renews?: readonly string[]
  /** The records of these hamlets (`null` = all) with change numbers `after < seq <= upTo` (`null` = no upper limit). */
  readonly hamlets: readonly string[] | null
  readonly after: number
  readonly upTo: number | null
  /** The change number at which the replica was last complete. Records are amended against that state. `null` = it never was. */
  readonly begun: number | null
  /** The cursor after the records up to a change number. */
  readonly midway: (seq: number) => Cursor
  /** The cursor after all these records. */
  readonly end: Cursor
  /** Nothing newer than `end` exists. */
  readonly isLast: boolean
}

export interface PullWish {
  readonly epoch: string
  readonly scope: string
  /** The commune's change number. */
  readonly head: number
  /** The hamlets that the author may read. `null` = all. */
  readonly hamlets: readonly string[] | null
  readonly cursor: Cursor | null
  readonly amends: boolean
  /** The hamlets in which the replica differs from the register. `null` = the replica did not ask for a comparison. */
  readonly differing: readonly string[] | null
}

/**
 * Plans the next page. A cursor of another epoch or scope, or beyond the register's own change number, starts at 0 with `reset` (S5, S6). A replica
 * that differs gets the differing hamlets whole, up to its cursor, and continues from there (S24).
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

/** Changes after the cursor are sent whole later: of a renewed hamlet the replica has nothing that could be amended. */
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

/** The hamlets whose digests differ between the replica and the register. */
export function differingHamlets(register: ReadonlyMap<string, Digest>, replica: Readonly<Record<string, string>>): readonly string[] {
  const nothing = digestText(emptyDigest)
  const textOf = (hamlet: string): string => digestText(register.get(hamlet) ?? emptyDigest)
  return [...new Set([...register.keys(), ...Object.keys(replica)])].filter((hamlet) => textOf(hamlet) !== (replica[hamlet] ?? nothing)).sort()
}
