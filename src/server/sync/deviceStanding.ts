import { sql } from 'kysely'
import { provesDevice } from '../../protocol/sealing/deviceProof'
import type { StandingRequest, StandingResponse } from '../../protocol/messages'
import { openDeviceSecret } from '../accounts/devices'
import type { ServerDeps } from '../deps'
import { findAuthor } from './author'
import { findDevice, type KnownDevice } from './findDevice'

type Asked = StandingRequest['devices'][number]

/**
 * Tells a book whether one of its devices is revoked, and if so what the server has of each of them. With that the book can erase itself and lose
 * nothing (S40). There is no session: each device proves itself, and devices without a valid proof are left out.
 *
 * The devices of a disabled account stand as revoked while it is disabled. Its user cannot sign in, so no other answer would tell the book. Never
 * throws on bad input.
 */
export async function deviceStanding(deps: ServerDeps, { devices }: StandingRequest): Promise<StandingResponse> {
  const proved: { readonly asked: Asked; readonly known: KnownDevice }[] = []
  for (const asked of devices) {
    const known = await findProved(deps, asked)
    if (known) proved.push({ asked, known })
  }
  const revoked: string[] = []
  for (const { asked, known } of proved) if (await standsRevoked(deps, known)) revoked.push(asked.device)
  if (revoked.length === 0) return { revoked, devices: [] }
  const told: StandingResponse['devices'][number][] = []
  for (const { asked, known } of proved) told.push({ device: asked.device, last: known.lastCounter, untaken: await countUntaken(deps, asked) })
  return { revoked, devices: told }
}

async function findProved(deps: ServerDeps, { device, commune, proof }: Asked): Promise<KnownDevice | undefined> {
  const known = await findDevice(deps.db, commune, device)
  if (!known) return undefined
  const deviceSecret = openDeviceSecret(deps, known.sealedSecret).toString('base64url')
  return (await provesDevice({ device, commune, deviceSecret }, proof)) ? known : undefined
}

async function standsRevoked({ db }: ServerDeps, { isRevoked, userId }: KnownDevice): Promise<boolean> {
  return isRevoked || (await findAuthor(db, userId))?.isDisabled === true
}

async function countUntaken({ db }: ServerDeps, { device, commune, after }: Asked): Promise<number> {
  const { count } = await db.selectFrom('operation').select((e) => e.fn.countAll<string>().as('count'))
    .where('commune', '=', commune).where('device', '=', device).where('counter', '>', after).where(sql<string>`outcome ->> 'kind'`, 'in', ['refused', 'held'])
    .executeTakeFirstOrThrow()
  return Number(count)
}
