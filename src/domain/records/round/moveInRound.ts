import type { Card } from '../cards/card'

/** Gap between two doors, so that most moves change only one of them. */
const STEP = 100

/**
 * New places in the round, if one door is to come right after another, or first. If there is a gap between the two neighbours, only the
 * moved door changes. If there is none, all doors are numbered again once.
 *
 * @param doors households of one hamlet in the order of the round
 * @param after id of the door before; `null` = the moved door comes first
 * @returns places by id, only those that change; empty if the door is already there, or one of the two is not among `doors`
 */
export function moveInRound(doors: readonly Card[], moved: string, after: string | null): ReadonlyMap<string, number> {
  const others = doors.filter(({ id }) => id !== moved)
  const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
  const door = doors.find(({ id }) => id === moved)
  if (!door || (after !== null && at === 0) || doors[at] === door) return new Map()
  const [before, next] = [others[at - 1], others[at]]
  const place = placeBetween(before?.order ?? (before ? undefined : 0), next ? next.order : (before?.order ?? 0) + 2 * STEP)
  if (place !== null) return new Map([[moved, place]])
  const round = [...others.slice(0, at), door, ...others.slice(at)]
  return new Map(round.flatMap(({ id, order }, index) => (order === (index + 1) * STEP ? [] : [[id, (index + 1) * STEP] as const])))
}

/** A whole number between two places. `null` = there is none, or one of the two has no place yet. */
function placeBetween(low: number | undefined, high: number | undefined): number | null {
  if (low === undefined || high === undefined || high - low < 2) return null
  return Math.floor((low + high) / 2)
}
