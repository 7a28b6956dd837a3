import type { Db } from './connect'

const ROW = 'this'
/** More versions than any record gets in the life of a register. */
const STEP = 1_000_000
/** Seconds are counted from here. */
const BEGINNING = Date.UTC(2026, 0, 1)
/** The highest floor that a clock can give, reached in 2089. The columns end at 2,147,483,647. */
const HIGHEST_BY_CLOCK = 2_000_000_000

/** The identity of this register, and what its restores left behind. */
export interface Instance {
  readonly epoch: string
  /** See `ApplyContext`. */
  readonly floor: number
}

/** Creates the only row of the table if there is none. Safe to repeat. */
export async function ensureInstance(db: Db, epoch: string, at: string): Promise<void> {
  await db.insertInto('instance').values({ id: ROW, epoch, created_at: at }).onConflict((c) => c.column('id').doNothing()).execute()
}

/** The current epoch. A replica whose cursor has another epoch starts again (S6). */
export async function getEpoch(db: Db): Promise<string> {
  return (await getInstance(db)).epoch
}

export async function getInstance(db: Db): Promise<Instance> {
  return db.selectFrom('instance').select(['epoch', 'version_floor as floor']).where('id', '=', ROW).executeTakeFirstOrThrow()
}

/**
 * Call after a restore from a backup: the devices' cursors then no longer count, and no version that was given out after the backup is given out again.
 * @param at epoch ms
 */
export async function renewEpoch(db: Db, epoch: string, at: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { floor } = await getInstance(tx)
    await tx.updateTable('instance').set({ epoch, version_floor: floorAfter(floor, at) }).where('id', '=', ROW).execute()
  })
}

/**
 * The floor after a restore: above every version the lost register may have given out. It is the time in seconds, because no record is written
 * every second, and because the lost register may itself have been restored from this same backup, of which only a clock knows. If the clock is
 * behind, the floor rises by a step, which is enough as long as a backup is restored once.
 *
 * @param before the floor in the backup
 * @param at epoch ms
 */
export function floorAfter(before: number, at: number): number {
  const seconds = Math.min(Math.floor((at - BEGINNING) / 1000), HIGHEST_BY_CLOCK)
  return seconds > before ? seconds : before + STEP
}
