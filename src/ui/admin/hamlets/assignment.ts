import type { Area } from '../../../domain/access'
import type { User } from '../../../protocol/api'

/** Whether the hamlet itself was given to this account. A whole commune does not count. */
export function worksIn(user: User, hamlet: string): boolean {
  return user.areas.some((area) => area.hamlets?.includes(hamlet))
}

/**
 * A member's areas after giving or taking one hamlet; other communes stay. An area without hamlets is removed, because the server
 * accepts no empty one. `[]` = the member would have nothing left.
 */
export function withHamlet(areas: readonly Area[], commune: string, hamlet: string, isGiven: boolean): readonly Area[] {
  const here = areas.find((area) => area.commune === commune)?.hamlets ?? []
  const hamlets = isGiven ? [...new Set([...here, hamlet])] : here.filter((id) => id !== hamlet)
  const others = areas.filter((area) => area.commune !== commune)
  return hamlets.length === 0 ? others : [...others, { commune, hamlets }]
}
