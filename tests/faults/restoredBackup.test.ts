import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { newId } from '../../src/browser/newId'
import { httpPhone } from '../support/httpPhone'
import { COMMUNE, type MemoryPhone } from '../support/memory/memoryPhone'
import { demoPassword } from '../support/browser/people'
import { emptyDataFolder, freePort, startProduct, type Product } from '../support/browser/product'

/* Yesterday's copy of the data folder is put back, as the README tells an administrator; the phones bring the rest. */

const data = emptyDataFolder()
const backup = emptyDataFolder()
let product: Product
afterAll(async () => {
  await product.stop()
  data.remove()
  backup.remove()
})

const copy = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, preserveTimestamps: true })
}

function addHouseholds(phone: MemoryPhone, day: string, count: number): void {
  const hamlet = [...phone.records.values()][0]!.hamlet
  for (let n = 0; n < count; n += 1) phone.submitHousehold(newId(), hamlet, { householdCode: `${day}-${n}`, headName: `Lò Thị ${day} ${n}` })
}

const codes = (phone: MemoryPhone): readonly unknown[] => [...phone.records.values()].map((record) => record.answers.householdCode).filter((code) => String(code).startsWith('ngày')).sort()

it('[S6] a register put back to yesterday gets today back from the phones', async () => {
  product = await startProduct(data.path, await freePort())
  const origin = `http://127.0.0.1:${product.port}`
  const password = demoPassword(product, 'canbo')
  const officer = (await httpPhone({ origin, username: 'canbo', password })).phone
  await officer.sync()
  addHouseholds(officer, 'ngày 1', 3)
  await officer.sync()
  await product.stop()
  copy(data.path, backup.path)

  product = await startProduct(data.path, product.port)
  addHouseholds(officer, 'ngày 2', 4)
  expect(await officer.sync()).toEqual({ kind: 'done' })
  const today = codes(officer)
  expect(today).toHaveLength(7)
  await product.stop()

  copy(backup.path, data.path)
  execFileSync(process.execPath, ['dist/server/main.js', 'restored'], { env: { ...process.env, SOTHON_DATA: data.path, NODE_ENV: 'development' } })
  product = await startProduct(data.path, product.port)
  addHouseholds(officer, 'ngày 3', 1)
  expect(await officer.sync()).toEqual({ kind: 'done' })

  const fresh = (await httpPhone({ origin, username: 'canbo', password })).phone
  await fresh.sync()
  expect(codes(fresh)).toEqual([...today, 'ngày 3-0'].sort())
  expect(new Set([...fresh.records.values()].map((record) => record.commune))).toEqual(new Set([COMMUNE]))
})
