import { vietnamDay } from '../../domain/time'
import { replaceAreas } from '../accounts/areas'
import { enrolDevice } from '../accounts/devices'
import { hashPassword, makePassword } from '../accounts/passwords/passwords'
import type { ServerDeps } from '../deps'
import type { CrewMember } from './history/crew'
import { makeDemoCommune, type DemoCommune } from './demoCommune'
import { demoPlace } from './demoPlace'
import { hamletRows } from './hamletRows'
import { seedHistory } from './history/seedHistory'

export interface DemoSignIn {
  readonly role: CrewMember['role']
  readonly username: string
  /** Random. The database has only its hash. */
  readonly password: string
}

/**
 * Fills an empty register with the demo commune, in one transaction: accounts, hamlets, and the whole history of its records, judged as if it came
 * over the network.
 *
 * @returns one sign-in per account, in the order administrator, supervisor, officer, two village members
 * @throws Error when an operation of the demo is refused: the generator and the rules disagree, which is a bug
 */
export async function seedDemo(deps: ServerDeps): Promise<readonly DemoSignIn[]> {
  const commune = makeDemoCommune(vietnamDay(deps.clock()))
  const members = Object.values(commune.crew)
  const signIns = members.map(({ role, username }) => ({ role, username, password: makePassword() }))
  const hashes = await Promise.all(signIns.map(({ password }) => hashPassword(password)))
  await deps.db.transaction().execute(async (tx) => {
    const past = { ...deps, db: tx, clock: () => startOf(commune, deps) }
    await tx.insertInto('hamlet').values(hamletRows(commune)).execute()
    for (const [index, member] of members.entries()) await addMember(past, commune, member, hashes[index] ?? '')
    await seedHistory(tx, deps, commune)
  })
  return signIns
}

/** Accounts and devices are a little older than the survey. */
function startOf({ crew }: DemoCommune, { clock }: ServerDeps): number {
  const made = Number.parseInt(crew.admin.id.slice(0, 13).replace('-', ''), 16)
  return Math.min(made, clock())
}

async function addMember(deps: ServerDeps, { hamlets }: DemoCommune, member: CrewMember, password_hash: string): Promise<void> {
  const { id, username, name, role, device, deviceLabel } = member
  const created_at = new Date(deps.clock()).toISOString()
  await deps.db.insertInto('app_user').values({ id, username, name, role, password_hash, created_at, last_seen_at: null }).execute()
  const own = hamlets.filter(({ plan }) => plan.collector === member.key).map((hamlet) => hamlet.id)
  await replaceAreas(deps.db, id, [{ commune: demoPlace.commune, hamlets: role === 'member' ? own : null }])
  if (deviceLabel !== null) await enrolDevice(deps, { userId: id, sessionHash: null }, { device, commune: demoPlace.commune, label: deviceLabel })
}
