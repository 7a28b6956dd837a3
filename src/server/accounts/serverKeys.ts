import { generateServerKey } from '../../protocol/sealing/envelope'
import { now, type ServerDeps } from '../deps'

const PURPOSE = 'server-key'

export interface ServerKey {
  readonly id: string
  readonly publicKey: string
  /** base64url. Old keys are kept, because a device may still hold envelopes sealed to them. */
  readonly privateKey: string
}

/** The key to which envelopes are sealed now. It is created on first use. If two servers create one at once, the older counts. */
export async function currentServerKey(deps: ServerDeps): Promise<ServerKey> {
  const row = await newest(deps)
  if (row) return unseal(deps, row)
  const pair = await generateServerKey()
  const id = deps.newId()
  const private_key = deps.secrets.seal(PURPOSE, Buffer.from(pair.privateKey))
  await deps.db.insertInto('server_key').values({ id, public_key: pair.publicKey, private_key, created_at: now(deps), retired_at: null }).execute()
  return unseal(deps, (await newest(deps))!)
}

/** Finds a key by the id in an envelope, also a retired one. */
export async function findServerKey(deps: ServerDeps, id: string): Promise<ServerKey | undefined> {
  const row = await deps.db.selectFrom('server_key').selectAll().where('id', '=', id).executeTakeFirst()
  return row && unseal(deps, row)
}

const newest = ({ db }: ServerDeps) =>
  db.selectFrom('server_key').selectAll().where('retired_at', 'is', null).orderBy('created_at').orderBy('id').executeTakeFirst()

function unseal({ secrets }: ServerDeps, row: { id: string; public_key: string; private_key: Buffer }): ServerKey {
  return { id: row.id, publicKey: row.public_key, privateKey: secrets.open(PURPOSE, row.private_key).toString() }
}
