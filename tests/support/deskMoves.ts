import type { Card } from '../../src/domain/records/cards/card'
import { cardOf } from '../../src/domain/records/cards/cardOf'
import type { Move } from '../../src/domain/records/move'
import type { Outcome } from '../../src/domain/records/outcome'
import type { Village } from './syncWorld'
import { householdAnswers, householdHead } from './villageForms'

/** What a village's desk does with requests. */
export function deskMoves({ world, officer, desk }: Village) {
  /** The cards as the desk pulled them last. */
  const cards = (): readonly Card[] => [...desk.records.values()].flatMap((server) => cardOf({ id: server.id, commune: server.commune, server, operations: [], draft: null }) ?? [])
  return {
    cards,
    card: (id: string): Card => cards().find((each) => each.id === id)!,
    /** Pulls, then moves records in their newest version: one operation each, in one batch. */
    async move(...moves: readonly Omit<Move, 'base'>[]): Promise<readonly Outcome[]> {
      await desk.pull()
      const { outcomes } = await desk.push(...moves.map((each) => desk.op({ type: 'move', ...each, base: desk.records.get(each.record)?.version ?? 0 })))
      return outcomes.map(({ outcome }) => outcome)
    },
    async emptyHousehold(hamlet: string): Promise<string> {
      const id = world.deps.newId()
      await officer.push(officer.submit(id, householdHead(hamlet), householdAnswers()))
      return id
    },
  }
}
