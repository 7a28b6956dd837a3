import type { Area } from '../../../domain/access'
import type { User } from '../../../protocol/api'

/** Whether a hamlet was given to this account by name; whole communes do not count. */
export function worksIn(user: User, hamlet: string): boolean {
  return user.areas.some((area) => area.hamlets?.includes(hamlet))
}

/**
 * A member's areas with one hamlet given or taken; other communes stay. An area left without hamlets goes, because
 * the server knows no empty one; `[]` = the member would have nothing left.
 */
export function withHamlet(areas: readonly Area[], commune: string, hamlet: string, isGiven: boolean): readonly Area[] {
  const here = areas.find((area) => area.commune === commune)?.hamlets ?? []
  const hamlets = isGiven ? [...new Set([...here, hamlet])] : here.filter((id) => id !== hamlet)
  const others = areas.filter((area) => area.commune !== commune)
  return hamlets.length === 0 ? others : [...others, { commune, hamlets }]
}
