import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { clusterFolder } from '../../../src/server/database/embedded/place'
import { bundleServer, isRunning, launchServer, postmasterOf, startServer, until, type ServerProcess } from '../../support/database/serverProcess'

/** Which PostgreSQL the other tests run on makes no difference here: once is enough. */
const isHere = inject('engine') === 'embedded'
const main = isHere ? await bundleServer() : ''
const isRoot = process.getuid?.() === 0
/** EX_IOERR of sysexits.h. */
const LOST = 74
const folders: string[] = []
const servers: ServerProcess[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sothon-data-'))
  folders.push(folder)
  return folder
}
async function start(SOTHON_DATA: string, more: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {}): Promise<ServerProcess> {
  const { env, ...user } = more
  const server = await startServer({ main, env: { SOTHON_DATA, ...env }, ...user })
  servers.push(server)
  return server
}
const isHealthy = (url: string): Promise<boolean> => fetch(`${url}/api/health`).then(({ ok }) => ok, () => false)
const secretOf = (data: string): string => readFileSync(join(data, 'secret.key'), 'utf8')

afterEach(async () => {
  for (const server of servers.splice(0)) if (server.child.exitCode === null && server.child.signalCode === null) await server.end('SIGTERM')
})
afterAll(() => {
  for (const folder of folders) {
    const pointer = join(folder, 'postgres.location')
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})

describe.runIf(isHere)('a server with its own database', { timeout: 120_000 }, () => {
  it('starts on an empty folder, keeps what it holds to itself and stops cleanly', async () => {
    const data = newFolder()
    const server = await start(data)
    expect(await isHealthy(server.url)).toBe(true)
    for (const file of ['secret.key', 'postgres.password']) expect(statSync(join(data, file)).mode & 0o077).toBe(0)

    const postmaster = postmasterOf(join(data, 'postgres'))
    expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(isRunning(postmaster)).toBe(false)
  })

  it('refuses to share its folder with a second server', async () => {
    const data = newFolder()
    const first = await start(data)
    const second = await start(data)

    expect(second.url).toBe('')
    expect(second.output()).toContain(`${data} — is in use by another running server`)
    expect(await isHealthy(first.url)).toBe(true)
  })

  it('finds its data again after being killed, database left running', async () => {
    const data = newFolder()
    const killed = await start(data)
    const secret = secretOf(data)
    await killed.end('SIGKILL')
    expect(isRunning(postmasterOf(join(data, 'postgres')))).toBe(true)

    const again = await start(data)
    expect(await isHealthy(again.url)).toBe(true)
    expect(secretOf(data)).toBe(secret)
  })

  it('recovers when database and server are killed together', async () => {
    const data = newFolder()
    const killed = await start(data)
    process.kill(postmasterOf(join(data, 'postgres')), 'SIGKILL')
    await killed.end('SIGKILL')

    expect(await isHealthy((await start(data)).url)).toBe(true)
  })

  it('brings its database back when only that is killed', async () => {
    const data = newFolder()
    const server = await start(data)
    process.kill(postmasterOf(join(data, 'postgres')), 'SIGKILL')

    await until(async () => !(await isHealthy(server.url)))
    await until(() => isHealthy(server.url))
    expect(await isHealthy(server.url)).toBe(true)
  })

  it.each<readonly [string, string, (data: string) => void]>([
    ['are gone with its folder', 'is gone', (data) => rmSync(data, { recursive: true })],
    ['cannot be read any more', 'cannot be read', (data) => chmodSync(join(data, 'postgres'), 0)],
  ])('ends with words and makes no empty database when the files of its own %s', async (_what, words, lose) => {
    const data = newFolder()
    const cluster = join(data, 'postgres')
    const server = await start(data)
    const postmaster = postmasterOf(cluster)
    const files = () => (existsSync(cluster) ? statSync(cluster).ino : 'none')
    lose(data)
    const left = files()
    process.kill(postmaster, 'SIGKILL')

    await until(() => server.child.exitCode !== null)
    expect([server.child.exitCode, server.output()]).toEqual([LOST, expect.stringContaining(`${cluster} — ${words}`)])
    expect(files()).toBe(left)
  })

  it('starts on no empty database where the files of one are gone, until they are put back', async () => {
    const data = newFolder()
    const [cluster, kept] = [join(data, 'postgres'), join(data, 'kept')]
    await (await start(data)).end('SIGTERM')
    renameSync(cluster, kept)

    const refused = await start(data)
    expect([refused.url, refused.child.exitCode, refused.output()]).toEqual(['', LOST, expect.stringContaining(`${cluster} — is gone`)])
    expect(existsSync(cluster)).toBe(false)

    renameSync(kept, cluster)
    expect(await isHealthy((await start(data)).url)).toBe(true)
  })

  it.skipIf(!isRoot)('makes no empty database elsewhere when the folder above its own is closed to it', async () => {
    const above = newFolder()
    const data = join(above, 'data')
    chmodSync(above, 0o755)
    await (await start(data)).end('SIGTERM')
    chmodSync(above, 0o700)

    const refused = await start(data)
    expect([refused.child.exitCode, refused.output()]).toEqual([LOST, expect.stringContaining(`${join(data, 'postgres')} — cannot be read`)])
    expect(existsSync(join(data, 'postgres.location'))).toBe(false)

    chmodSync(above, 0o755)
    expect(await isHealthy((await start(data)).url)).toBe(true)
  })

  it('is looked for where it was made, by whoever starts the server', () => {
    const data = newFolder()
    const elsewhere = join(data, 'elsewhere')
    writeFileSync(join(data, 'postgres.location'), `${elsewhere}\n`)

    expect(clusterFolder(data, null)).toBe(elsewhere)
  })

  it('finishes a first start that was cut between the database and its password', async () => {
    const data = newFolder()
    await (await start(data)).end('SIGTERM')
    renameSync(join(data, 'postgres.password'), join(data, 'postgres.password.unfinished'))

    expect(await isHealthy((await start(data)).url)).toBe(true)
  })

  it('leaves no database behind when it is stopped half-way through its start', async () => {
    const data = newFolder()
    const { child, ended } = launchServer({ main, env: { SOTHON_DATA: data } })
    await until(() => existsSync(join(data, 'postgres', 'postmaster.pid')))
    const postmaster = postmasterOf(join(data, 'postgres'))

    child.kill('SIGINT')
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(isRunning(postmaster)).toBe(false)
  })

  it('tells which setting leads to no database', async () => {
    const server = await start(newFolder(), { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } })

    expect([server.url, server.output()]).toEqual(['', expect.stringContaining('DATABASE_URL cannot be used')])
  })

  it.each([
    ['PORT', { PORT: 'abc' }], ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }], ['SOTHON_SECRET', { SOTHON_SECRET: 'short' }],
  ])('tells that %s cannot be used', async (name, env) => {
    expect((await start(newFolder(), { env })).output()).toContain(name)
  })
})

describe.runIf(isHere && isRoot)('started as root', { timeout: 120_000 }, () => {
  it('runs the database as another user, also under a folder that user cannot enter', async () => {
    const closed = newFolder()
    chmodSync(closed, 0o700)
    const data = join(closed, 'data')
    const server = await start(data)
    expect(await isHealthy(server.url)).toBe(true)
    const place = readFileSync(join(data, 'postgres.location'), 'utf8').trim()
    expect(statSync(join(place, 'postgres')).uid).not.toBe(0)
    folders.push(place)

    await server.end('SIGTERM')
    expect(await isHealthy((await start(data)).url)).toBe(true)
  })

  it('also starts for an ordinary user', async () => {
    const data = newFolder()
    rmSync(data, { recursive: true })
    const [uid, gid] = [65534, 65534]
    const server = await start(data, { uid, gid })

    expect(await isHealthy(server.url)).toBe(true)
    expect(statSync(join(data, 'postgres')).uid).toBe(uid)
  })
})
