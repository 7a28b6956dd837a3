import { expect } from 'vitest'
import { NINH_SON } from './serverWorld'
import type { DatabaseLine } from './databaseLine'
import { registerProblems } from './registerProblems'
import type { ServerDeps } from '../../../src/server/deps'

/** Something that is done at a server until it is done. */
export interface Scene {
  /** Before the line may break. */
  readonly begin?: () => Promise<void> | void
  /** @returns whether it is done by now */
  readonly work: () => Promise<boolean>
  /** What should hold then, and does not, in words. */
  readonly problems: () => Promise<readonly string[]>
}

export interface Breaking {
  readonly line: DatabaseLine
  readonly deps: Pick<ServerDeps, 'db' | 'secrets'>
  /** One like the other. */
  readonly scene: (nth: number) => Scene
  /** Of the statements of a scene those that are lost; absent = each. */
  readonly where?: (statement: string) => boolean
}

/** Of the first nothing is lost: what only a device's first exchange asks for is of no other. */
const WHOLE = 2
const MOST_TRIES = 3

/**
 * Plays a scene as often as it has statements, each time with another of them lost, before the database heard of it and, apart, after
 * it ran and nobody heard of that: wherever a server, or its database, may die between two awaits. Then whoever sent it sends it again.
 *
 * @returns the statements that were lost, each of them both ways
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
