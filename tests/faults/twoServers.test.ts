import { afterAll, expect, inject, it } from 'vitest'
import { emptyDataFolder, freePort, startProduct } from '../support/browser/product'
import { watchDatabase } from '../support/browser/productDatabase'
import { startWeakLink, type LinkProfile } from '../support/browser/weakLink'
import { runOn, withDatabase } from '../support/database/testCluster'
import { randomFrom } from '../support/randomFrom'
import { CUTTING, expectNothingLost, gatherCrew, goOut, MEMBER, movedBy, READER, visit } from './crew'

/*
 * Two processes of the built server on one PostgreSQL, as behind a proxy that shares requests out: each device sends one request to the
 * one and the next to the other, and both lines are cut. Then they are calm, and books and tables are compared.
 */

const ROUNDS = 25
const SEED = Number(process.env.SOTHON_FAULT_SEED ?? 1)
const NAMES = ['one', 'other'] as const

const clusterUrl = inject('clusterUrl') as string | undefined
const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

it.skipIf(!clusterUrl)('[S1] [S7] two servers on one PostgreSQL 15 lose and double nothing, whichever of them a device meets next', async () => {
  await runOn(clusterUrl!, 'CREATE DATABASE two')
  const url = withDatabase(clusterUrl!, 'two')
  const data = emptyDataFolder()
  closing.push(data.remove)
  const serve = async (name: string) => {
    const product = await startProduct(data.path, await freePort(), { DATABASE_URL: `${url}?application_name=${name}` })
    const link = await startWeakLink(product.port, SEED)
    closing.push(product.stop, link.close)
    return { product, link }
  }
  // The first fills the register and prints the passwords.
  const servers = [await serve(NAMES[0]), await serve(NAMES[1])] as const
  const crew = await gatherCrew(servers[0].product, servers.map(({ link }) => `http://127.0.0.1:${link.port}`), randomFrom(SEED))
  const setProfile = (profile: LinkProfile | null): void => servers.forEach(({ link }) => link.setProfile(profile))
  const watch = await watchDatabase(url)
  closing.push(watch.close)

  setProfile({ ...CUTTING, cutBytes: [700, 9_000] })
  let together = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    goOut(crew, round)
    if (round % 5 === 0) for (const at of [READER, MEMBER]) visit(crew.phones[at]!, crew.random, `${round} all ${at}`, 150)
    let isOver = false
    const synced = Promise.all(crew.phones.map((phone) => phone.sync())).finally(() => { isOver = true })
    let wereTogether = false
    while (!isOver) {
      const writing = await watch.writing()
      wereTogether ||= NAMES.every((name) => writing.includes(name))
    }
    await synced
    if (wereTogether) together += 1
  }
  setProfile(null)

  await expectNothingLost(crew, url)
  expect(movedBy(crew)).toBeGreaterThan(ROUNDS / 4)
  console.log(`${ROUNDS} rounds of two servers, ${servers.map(({ link }) => link.stats.cuts).join(' and ')} cuts, in ${together} both wrote at once`)
  for (const { link } of servers) expect(link.stats.cuts).toBeGreaterThan(ROUNDS / 2)
  expect(together).toBeGreaterThan(0)
})
