import { isSame } from '../isSame'
import { brokenLaws } from '../mergeLaws'
import type { SwiftWeek } from './swiftWeek'

/** What is lost, doubled, foreign or different after the storm, in words; nothing when all is well. */
export function problemsOf(week: SwiftWeek): readonly string[] {
  const { server, phones, marks } = week
  const problems: string[] = [...brokenLaws(server), ...server.wrongs, ...week.lost.map((value) => `${value} left the phone it was typed on`)]
  const told = new Map<string, number>()
  for (const { operation, kind } of server.log) if (operation?.type === 'submit' && kind !== 'refused') for (const value of Object.values(operation.patch)) if (typeof value === 'string') told.set(value, (told.get(value) ?? 0) + 1)
  // What was refused stays in sight of whoever typed it.
  const waitsForPerson = JSON.stringify(phones.map(({ disk }) => [disk.trouble, disk.former]))
  for (const [value, { record }] of marks) {
    if (!told.has(value) && !waitsForPerson.includes(`"${value}"`)) problems.push(`${value} of ${record} is lost`)
    else if ((told.get(value) ?? 0) > 1 && !week.mayDouble) problems.push(`${value} of ${record} came ${told.get(value)} times`)
  }
  const counters = new Map<string, number>()
  for (const { device, counter } of server.log) {
    if (counter === null) continue
    if (counter !== (counters.get(device) ?? 0) + 1) problems.push(`${device}: ${counter} after ${counters.get(device) ?? 0}`)
    counters.set(device, counter)
  }
  for (const [n, phone] of phones.entries()) {
    if (phone.saidTooEarly > 0) problems.push(`phone ${n}: said too early that all was sent`)
    if (phone.disk.queue.length > 0) problems.push(`phone ${n}: ${phone.disk.queue.length} wait`)
    if (phone.differed > 0 && !week.mayDiffer) problems.push(`phone ${n}: differed from the server with no reason to`)
    problems.push(...phone.foreign.map((id) => `phone ${n}: ${id} was none of its own after a sync`))
    if (phone.fetchedAnew > 0) problems.push(`phone ${n}: fetched everything anew`)
    const truth = new Map(server.inScope(phone.user).map((record) => [record.id, record]))
    for (const [id, record] of truth) if (!isSame(phone.disk.records.get(id), record)) problems.push(`phone ${n}: ${id} is ${phone.disk.records.has(id) ? 'another' : 'missing'}`)
    for (const id of phone.disk.records.keys()) if (!truth.has(id)) problems.push(`phone ${n}: ${id} is none of its own`)
  }
  return problems
}
