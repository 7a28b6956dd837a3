import { expect } from 'vitest'
import { NINH_SON } from './serverWorld'
import type { DatabaseLine } from './databaseLine'
import { registerProblems } from './registerProblems'
import type { ServerDeps } from '../../../src/server/deps'

/** A piece of work at a server that is repeated until it is done. */
export interface Scene {
  /** Preparation, before the line may break. */
  readonly begin?: () => Promise<void> | void
  /** @returns whether it is done by now */
  readonly work: () => Promise<boolean>
  /** What should hold afterwards and does not, in words. */
  readonly problems: () => Promise<readonly string[]>
}

export interface Breaking {
  readonly line: DatabaseLine
  readonly deps: Pick<ServerDeps, 'db' | 'secrets'>
  /** Makes the nth scene; all scenes do the same. */
  readonly scene: (nth: number) => Scene
  /** Which statements of a scene are lost, each in its turn; absent = all. */
  readonly where?: (statement: string) => boolean
}

/** So many first scenes run without a loss: a device's first exchange has statements that no later one has. */
const WHOLE = 2
const MOST_TRIES = 3

/**
 * Plays a scene twice for every statement it has: once that statement is lost before the database gets it, once after it ran, before the
 * server gets the answer. So it covers every point where the server or its database may die. After a loss the work is sent again.
 *
 * @returns the statements that were lost, each in both ways
 */
export async function breakEverywhere({ line, deps, scene, where = () => true }: Breaking): Promise<readonly string[]> {
  let nth = 0
  const play = async (cut: Parameters<DatabaseLine['during']>[0]) => {
    const { begin, work, problems } = scene(nth)
    nth += 1
    await begin?.()
    const { value, statements, lost } = await line.during(cut, work)
    let isDone = value
    for (let tries = 1; !isDone && tries < MOST_TRIES; tries += 1) isDone = await work()
    expect([isDone, await problems()], `${cut?.when} statement ${cut?.at}: ${lost}`).toEqual([true, []])
    return { statements, lost }
  }
  let whole: readonly string[] = []
  while (nth < WHOLE) ({ statements: whole } = await play(null))
  for (const when of ['before', 'after'] as const) {
    for (const [index, statement] of whole.entries()) {
      if (where(statement)) expect((await play({ at: index + 1, when })).lost).toBe(statement)
    }
  }
  expect(await registerProblems(deps, NINH_SON)).toEqual([])
  return whole.filter(where)
}
