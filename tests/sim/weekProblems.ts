import { isSame } from './isSame'
import { brokenLaws } from './mergeLaws'
import type { SimPhone } from './simPhone'
import type { Week } from './week'

/** Everything a phone shows of the register, as its own words of the server. */
async function replicaOf(phone: SimPhone) {
  const book = await phone.book()
  const records = await Promise.all(book.cards().map(async (card) => (await book.getRecord(card.id))?.server))
  return new Map(records.filter((record) => record !== null && record !== undefined).map((record) => [record.id, record]))
}

/** What is lost, doubled, foreign or different after the storm, in words; nothing when all is well. */
export async function problemsOf(week: Week): Promise<readonly string[]> {
  const { server, phones, marks } = week
  const problems = [...brokenLaws(server), ...doubled(week), ...server.wrongs, ...week.lost.map((value) => `“${value}” left the phone it was typed on`)]
  for (const [n, phone] of phones.entries()) {
    const pending = await (await phone.book()).pending()
    if (phone.differed > 0 && !week.mayDiffer) problems.push(`phone ${n}: differed from the server with no reason to`)
    problems.push(...phone.wrongs.map((what) => `phone ${n}: ${what}`))
    const { queue } = await phone.waiting()
    if (queue > 0) problems.push(`phone ${n}: ${queue} wait`)
    const replica = await replicaOf(phone)
    const truth = new Map(server.inScope(phone.user).map((record) => [record.id, record]))
    for (const [id, record] of truth) if (!isSame(replica.get(id), record)) problems.push(`phone ${n}: ${id} is ${replica.has(id) ? 'another' : 'missing'}`)
    const outside = [...replica.keys()].filter((id) => !truth.has(id))
    const busy = new Set(pending.map(({ operation }) => operation.record))
    for (const { id } of (await phone.book()).cards()) if (!replica.has(id) && !busy.has(id)) problems.push(`phone ${n}: shows ${id}, of which nothing is here`)
    for (const { device, operation, trouble } of pending) {
      const record = trouble?.kind === 'held' ? truth.get(operation.record) : undefined
      if (record?.holds.every(({ id }) => !id.startsWith(`${device}:${operation.counter}:`))) problems.push(`phone ${n}: ${operation.counter} of ${operation.record} waits for a choice that was made`)
    }
    for (const id of outside) problems.push(`phone ${n}: holds ${id}, which is not its own`)
  }
  for (const [value, { record, phone }] of marks) {
    const entries = server.log.filter(({ operation }) => operation?.type === 'submit' && operation.record === record)
    const said = entries.some(({ operation, kind }) => kind !== 'refused' && operation?.type === 'submit' && Object.values(operation.patch).includes(value))
    const pending = (await (await phone.book()).pending()).some(({ operation }) => operation.type === 'submit' && Object.values(operation.patch).includes(value))
    if (!said && !pending) problems.push(`“${value}” of ${record} is lost`)
  }
  return problems
}

/** The history of each device is one line without a gap, and has each value once. */
function doubled({ server, marks, mayDouble }: Week): readonly string[] {
  const last = new Map<string, number>()
  const problems: string[] = []
  for (const { device, counter } of server.log) {
    if (counter === null) continue
    if (counter !== (last.get(device) ?? 0) + 1) problems.push(`${device}: ${counter} after ${last.get(device) ?? 0}`)
    last.set(device, counter)
  }
  const told = server.log.flatMap(({ operation, kind }) => (operation?.type === 'submit' && kind !== 'refused' ? Object.values(operation.patch) : []))
  const twice = mayDouble ? [] : [...marks.keys()].filter((value) => told.indexOf(value) !== told.lastIndexOf(value))
  return [...problems, ...twice.map((value) => `“${value}” came twice`)]
}
