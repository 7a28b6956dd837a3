import { parseArgs } from 'node:util'
import { communeByCode } from '../domain/codes/units'
import { createUserSchema } from '../protocol/api'
import { makePassword } from './accounts/passwords/passwords'
import { addAccount } from './admin/users'
import type { ServerConfig } from './config'
import { connect, type Db } from './database/connect'
import { findRunningEmbedded } from './database/embedded/embeddedDatabase'
import { renewEpoch } from './database/instance'
import { openDatabase, registerUrl } from './database/openDatabase'
import { newIds } from './newId'
import { loadSecrets } from './secrets'

/**
 * `admin create`: creates an administrator. Works beside a running server.
 * @throws Error with a message for the user when the arguments are wrong or the name is taken
 */
export async function createAdmin(config: ServerConfig, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { username: { type: 'string' }, name: { type: 'string' }, communes: { type: 'string' } } })
  const communes = (values.communes ?? '').split(',').map((code) => code.trim()).filter(Boolean)
  const unknown = communes.filter((code) => !communeByCode(code))
  if (communes.length === 0 || unknown.length > 0) throw new Error(`admin create — --communes needs commune codes of five digits — ${unknown.join(', ') || 'none given'}`)
  const input = createUserSchema.safeParse({ username: values.username, name: values.name ?? values.username, role: 'admin', areas: communes.map((commune) => ({ commune, hamlets: null })) })
  if (!input.success) throw new Error('admin create — --username needs 3 to 40 characters: a-z, 0-9, dot, dash, underscore')
  const password = makePassword()
  const clock = Date.now
  await withDatabase(config, async (db) => {
    const id = await addAccount({ db, config, clock, newId: newIds(clock), secrets: loadSecrets(config) }, input.data, password)
    if (!id) throw new Error(`admin create — the name is taken — ${input.data.username}`)
  })
  console.log(`Administrator ${input.data.username} can sign in. Password, shown this once: ${password}`)
}

/**
 * `restored`, after a restore from a backup: gives the register a new epoch and new versions. Devices then forget their cursors, and send again the
 * operations they keep (S6).
 */
export async function renewAfterRestore(config: ServerConfig): Promise<void> {
  await withDatabase(config, (db) => renewEpoch(db, crypto.randomUUID(), Date.now()))
  console.log('Every device will now start afresh with this register.')
}

async function withDatabase(config: ServerConfig, work: (db: Db) => Promise<void>): Promise<void> {
  const running = config.databaseUrl === null ? await findRunningEmbedded(config.dataDir) : undefined
  const opened = running ? attach(running) : await openDatabase(config)
  try {
    await work(opened.db)
  } finally {
    await opened.close()
  }
}

function attach(clusterUrl: string): { db: Db; close(): Promise<void> } {
  const db = connect(registerUrl(clusterUrl), 2)
  return { db, close: () => db.destroy() }
}
