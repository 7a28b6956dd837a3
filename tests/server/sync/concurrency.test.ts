import { describe, expect, it } from 'vitest'
import { householdAnswers, householdHead } from '../../support/villageForms'
import { NINH_SON, OTHER_COMMUNE, serverWorld } from '../../support/database/serverWorld'
import { TestDevice } from '../../support/syncWorld'
import { randomFrom } from '../../support/randomFrom'

const world = await serverWorld()
const communes = [NINH_SON, OTHER_COMMUNE] as const
const hamlets = Object.fromEntries(await Promise.all(communes.map(async (commune) => [commune, await world.hamlet(commune, 'T1')] as const)))

async function device(commune: string): Promise<TestDevice> {
  return new TestDevice(world, await world.person('officer', [{ commune, hamlets: null }]), commune).enrol()
}

describe('eight phones writing to two communes', () => {
  it('[S2] never let a reader that follows the cursor miss a record or an edit', async () => {
    const random = randomFrom(7)
    const writers = await Promise.all(Array.from({ length: 8 }, (_, index) => device(communes[index % 2]!)))
    const readers = await Promise.all(communes.map(device))
    const shared = Object.fromEntries(communes.map((commune) => [commune, Array.from({ length: 5 }, () => world.deps.newId())]))
    let writing = writers.length

    const write = async (phone: TestDevice): Promise<void> => {
      for (let batch = 0; batch < 12; batch += 1) {
        const head = householdHead(hamlets[phone.commune])
        const ops = Array.from({ length: 1 + Math.floor(random() * 6) }, (_, index) => {
          const isShared = random() < 0.3
          const id = isShared ? shared[phone.commune]![Math.floor(random() * 5)]! : world.deps.newId()
          return phone.submit(id, head, householdAnswers({ walkOrder: batch * 10 + index }))
        })
        await phone.push(...ops)
      }
      writing -= 1
    }
    const follow = async (reader: TestDevice): Promise<void> => {
      while (writing > 0) await reader.pull(2_000)
      await reader.pull()
    }
    await Promise.all([...writers.map(write), ...readers.map(follow)])

    for (const reader of readers) {
      const fresh = await device(reader.commune)
      await fresh.pull()
      expect(fresh.records.size).toBeGreaterThan(100)
      expect(reader.records).toEqual(fresh.records)
    }
  })

  it('[S1] keep one gapless line of change numbers per commune', async () => {
    for (const commune of communes) {
      const rows = await world.deps.db.selectFrom('operation').select('seq').where('commune', '=', commune).orderBy('seq').execute()

      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1))
    }
  })
})
