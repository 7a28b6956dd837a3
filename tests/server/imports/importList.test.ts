import { beforeEach, describe, expect, it } from 'vitest'
import { NINH_SON, serverWorld, type Person, type ServerWorld } from '../../support/database/serverWorld'
import { TestDevice } from '../../support/syncWorld'

let world: ServerWorld
let admin: Person
let hamlet: string

beforeEach(async () => {
  world ??= await serverWorld()
  await world.deps.db.deleteFrom('operation').execute()
  await world.deps.db.deleteFrom('record').execute()
  admin ??= await world.person('admin', [{ commune: NINH_SON, hamlets: null }])
  hamlet ??= await world.hamlet(NINH_SON, '01', 'Thôn Lạc Tiến')
  await world.deps.db.insertInto('hamlet').values({ commune: NINH_SON, id: '0192aaaa-0000-7000-8000-0000000000a2', code: '02', name: 'Thôn Tà Lú' }).onConflict((c) => c.doNothing()).execute()
})

const head = { householdCode: 'H001', hamletName: 'thôn lạc tiến', fullName: 'Nguyễn Văn Bình', born: '7/3/1985', sex: 'Nam', relationToHead: 'Chủ hộ', ethnicity: 'Kinh', address: 'Tổ 2' }
const wife = { householdCode: 'H001', hamletName: 'Lạc Tiến', fullName: 'Katơr  Thị Ba', born: '1988', sex: 'nữ', relationToHead: 'Vợ', ethnicity: 'Raglay', phone: '0912 345 678' }
const lines = (...cells: Record<string, string>[]) => ({ rows: cells.map((each, index) => ({ row: index + 2, cells: each })) })
let requests = 0
const send = (step: 'preview' | 'commit', body: object) => {
  // Another address each time: the limit of imports a minute is not the matter here.
  const remoteAddress = `10.0.0.${(requests += 1)}`
  return world.send(admin, 'POST', `/api/communes/${NINH_SON}/import/${step}`, body, { remoteAddress })
}
const preview = async (body: object) => (await send('preview', body)).json()
const commit = (body: object) => send('commit', body)
const records = () => world.deps.db.selectFrom('record').selectAll().where('commune', '=', NINH_SON).orderBy('seq').execute()

describe('importing a first list', () => {
  it('makes households and people from the list, words turned into codes', async () => {
    expect((await commit(lines(head, wife))).json()).toEqual({ households: 1, people: 2, hamlets: 1, issues: [], written: { households: { added: 1, changed: 0, unchanged: 0 }, people: { added: 2, changed: 0, unchanged: 0 } } })

    const [household, husband, spouse] = await records()
    expect(household).toMatchObject({ kind: 'household', hamlet, household: null, status: 'live', answers: { householdCode: 'H001', headName: 'Nguyễn Văn Bình', address: 'Tổ 2' } })
    expect(husband).toMatchObject({ kind: 'person', hamlet, household: household!.id, answers: { fullName: 'Nguyễn Văn Bình', born: '1985-03-07', sex: '1', relationToHead: '1', ethnicityCode: '01' } })
    expect(spouse!.answers).toEqual({ fullName: 'Katơr Thị Ba', born: '1988', sex: '2', relationToHead: '2', ethnicityCode: '21', phone: '0912345678' })
  })

  it('keeps where each record came from in its history', async () => {
    await commit(lines(head))

    const operations = await world.deps.db.selectFrom('operation').select(['type', 'author']).execute()
    expect(operations).toEqual([{ type: 'import', author: admin.id }, { type: 'import', author: admin.id }])
  })

  it('changes nothing when the same list comes again', async () => {
    await commit(lines(head, wife))
    const before = await records()

    expect((await commit(lines(head, wife))).json()).toMatchObject({ written: { households: { added: 0, changed: 0, unchanged: 1 }, people: { added: 0, changed: 0, unchanged: 2 } } })
    expect(await records()).toEqual(before)
  })

  it('takes a code for the same whatever its capitals, as the phones do, and leaves it as the register has it', async () => {
    await commit(lines(head, { ...wife, householdCode: ' h001' }))
    const before = await records()
    expect(before.map(({ answers }) => answers.householdCode ?? answers.fullName)).toEqual(['H001', 'Nguyễn Văn Bình', 'Katơr Thị Ba'])

    expect((await commit(lines({ ...head, householdCode: 'h001 ' }))).json()).toMatchObject({ written: { households: { added: 0, changed: 0, unchanged: 1 } } })
    expect(await records()).toEqual(before)
  })

  it('makes one register of two imports sent at the same moment', async () => {
    await Promise.all([commit(lines(head, wife)), commit(lines(head, wife))])

    expect((await records()).length).toBe(3)
  })

  it('updates a household it knows and adds the new people to it', async () => {
    await commit(lines(head))
    const { written } = (await commit(lines({ ...head, address: 'Tổ 3' }, wife))).json()

    expect(written).toEqual({ households: { added: 0, changed: 1, unchanged: 0 }, people: { added: 1, changed: 0, unchanged: 1 } })
    const all = await records()
    expect(all.map(({ kind }) => kind).sort()).toEqual(['household', 'person', 'person'])
    expect(all.find(({ kind }) => kind === 'household')).toMatchObject({ version: 2, answers: { address: 'Tổ 3' } })
  })

  it('leaves what an officer has written since, and says so', async () => {
    await commit(lines(head))
    const [, husband] = await records()
    await world.deps.db.updateTable('record').set({
      answers: JSON.stringify({ ...husband!.answers, born: '1985-03-08' }), meta: JSON.stringify({ ...husband!.meta, born: [2, '0192aaaa-0000-7000-8000-0000000000d1', 1] }), version: 2,
    }).where('id', '=', husband!.id).execute()

    const { issues } = (await commit(lines({ ...head, born: '1985-03' }))).json()
    expect(issues).toEqual([{ row: 2, column: 'born', value: '1985-03', problem: 'keptNewer', severity: 'warning' }])
    expect((await records()).find(({ id }) => id === husband!.id)!.answers.born).toBe('1985-03-08')
  })

  it('tells nobody what an officer wrote and the list does not say', async () => {
    const { born: _, sex: __, ...unknown } = head
    await commit(lines({ ...head, born: '2/5/1990' }))

    // A number of a woman born in 1950.
    const { issues } = await preview(lines({ ...unknown, personalId: '058150000123' }))

    expect(issues).toEqual([])
  })

  it('tells what is wrong with a number by what the list itself says', async () => {
    await commit(lines(head))
    const { issues } = await preview(lines({ ...head, personalId: '058150000123' }))

    expect(issues).toEqual([
      expect.objectContaining({ column: 'personalId', problem: 'PE-010' }),
      expect.objectContaining({ column: 'personalId', problem: 'PE-011', data: { numberYear: 1950, born: '1985-03-07' } }),
    ])
  })

  it('finds the person again by number when the name was corrected', async () => {
    await commit(lines({ ...head, personalId: '058085000123' }))
    await commit(lines({ ...head, personalId: '058085000123', fullName: 'Nguyễn Văn Bính' }))

    expect((await records()).filter(({ kind }) => kind === 'person').map(({ answers }) => answers.fullName)).toEqual(['Nguyễn Văn Bính'])
  })
})

describe('the same list again, after the desk moved or merged', () => {
  const other = { ...head, householdCode: 'H002', fullName: 'Trần Văn Cường', born: '7/3/1980' }
  const named = async (name: string) => (await records()).filter(({ answers }) => answers.fullName === name || answers.householdCode === name)
  const find = async (name: string) => (await named(name))[0]!
  /** What the desk says of a record, by its name or code. */
  async function decide(name: string, more: { household?: string; same?: string }): Promise<void> {
    const desk = await new TestDevice(world, await world.person('supervisor', [{ commune: NINH_SON, hamlets: null }]), NINH_SON).enrol()
    const { id, household, version } = await find(name)
    const { outcomes } = await desk.push(desk.op({ type: 'move', base: version, record: id, hamlet, household, person: null, ...more }))
    expect(outcomes[0]?.outcome.kind).toBe('accepted')
  }
  beforeEach(async () => {
    await commit(lines(head, wife, other))
  })

  it('adds nobody who lives in another household by now, and says so', async () => {
    await decide('Katơr Thị Ba', { household: (await find('H002')).id })
    const before = await records()

    const { issues, written } = (await commit(lines(head, wife, other))).json()
    expect(issues).toEqual([{ row: 3, column: 'fullName', value: wife.fullName, problem: 'livesElsewhere', severity: 'warning' }])
    expect(written).toEqual({ households: { added: 0, changed: 0, unchanged: 2 }, people: { added: 0, changed: 0, unchanged: 3 } })
    expect(await records()).toEqual(before)
  })

  it('adds nobody who was merged with somebody else', async () => {
    await decide('Katơr Thị Ba', { same: (await find('Nguyễn Văn Bình')).id })
    const before = await records()

    expect((await commit(lines(head, wife, other))).json().issues).toEqual([{ row: 3, column: 'fullName', value: wife.fullName, problem: 'livesElsewhere', severity: 'warning' }])
    expect(await records()).toEqual(before)
  })

  it('leaves a household that was merged with another, and adds its new people to that one', async () => {
    await decide('H001', { same: (await find('H002')).id })
    const warning = { row: 2, column: 'householdCode', value: 'H001', problem: 'householdMerged', severity: 'warning' }
    const before = await records()

    expect((await commit(lines(head, wife, other))).json().issues).toEqual([warning])
    expect(await records()).toEqual(before)

    expect((await commit(lines({ ...head, address: 'Tổ 9' }, { ...wife, fullName: 'Nguyễn Thị Hoa' }))).json().issues).toEqual([warning])
    expect(await find('Nguyễn Thị Hoa')).toMatchObject({ household: (await find('H002')).id })
    expect((await records()).length).toBe(before.length + 1)
  })

  it('adds nobody to either of two households that have one code, until it is another for one of them or they are merged', async () => {
    const clash = await find('H002')
    const same = { ...clash.answers, householdCode: 'H001' }
    await world.deps.db.updateTable('record').set({ answers: JSON.stringify(same) }).where('id', '=', clash.id).execute()
    const child = { ...wife, fullName: 'Nguyễn Thị Con', born: '2012', relationToHead: 'Con' }
    const before = await records()

    expect((await commit(lines(child))).json()).toMatchObject({ error: 'importErrors' })
    expect(await records()).toEqual(before)
    expect((await preview(lines(child, wife))).issues).toEqual([2, 3].map((row) => ({ row, column: 'householdCode', value: 'H001', problem: 'householdCodeTwice', severity: 'error' })))

    await world.deps.db.updateTable('record').set({ answers: JSON.stringify({ ...same, sameAs: (await named('H001')).find(({ id }) => id !== clash.id)!.id }) }).where('id', '=', clash.id).execute()
    expect((await commit(lines(child))).json().issues).toEqual([])
  })

  it('finds who lives in a household of another code by number and name, and adds whoever has that number by mistake', async () => {
    const withNumber = { ...wife, personalId: '058188000123' }
    await commit(lines({ ...withNumber, householdCode: 'H002', fullName: 'Pi Năng Thị Mai' }))
    const before = await records()

    const { issues } = (await commit(lines({ ...withNumber, householdCode: 'H003', fullName: 'PI NĂNG THỊ MAI' }, { ...withNumber, householdCode: 'H004', fullName: 'Chamaléa Thị Xuân' }))).json()

    expect(issues.map(({ row, problem }: { row: number; problem: string }) => [row, problem])).toEqual([[2, 'headGuessed'], [2, 'livesElsewhere'], [3, 'numberTwice'], [3, 'headGuessed']])
    expect((await records()).slice(before.length).map(({ answers }) => answers.fullName ?? answers.householdCode)).toEqual(['H003', 'H004', 'Chamaléa Thị Xuân'])
  })
})

describe('a list with mistakes', () => {
  it.each([
    ['an unknown hamlet', { hamletName: 'Thôn Không Có' }, 'hamletName', 'unknownHamlet'],
    ['a name and a code of two hamlets', { hamletCode: '02' }, 'hamletCode', 'hamletsDisagree'],
    ['a date that is none', { born: 'mùa gặt 1985' }, 'born', 'date'],
    ['a day that does not exist', { born: '31/02/1985' }, 'born', 'PE-VAL:noSuchDay'],
    ['a day still to come', { born: '01/01/2030' }, 'born', 'PE-002'],
    ['a sex that is none', { sex: 'x' }, 'sex', 'sex'],
    ['an unknown ethnic group', { ethnicity: 'Sao Hoả' }, 'ethnicity', 'ethnicity'],
    ['a number that is too short', { personalId: '05808500012' }, 'personalId', 'PE-VAL:digits'],
    ['a phone that is none', { phone: '12345' }, 'phone', 'PE-VAL:phone'],
    ['no name', { fullName: '' }, 'fullName', 'required'],
    ['no household code', { householdCode: ' ' }, 'householdCode', 'required'],
  ])('names row, column and value of %s and writes nothing', async (_name, change, column, problem) => {
    const wrong: Record<string, string> = { ...wife, ...change }
    const answer = await commit(lines(head, wrong))

    expect([answer.statusCode, answer.json().error]).toEqual([422, 'importErrors'])
    expect(answer.json().detail.issues).toContainEqual(expect.objectContaining({ row: 3, column, value: (wrong[column] ?? '').trim(), problem, severity: 'error' }))
    expect(await records()).toEqual([])
  })

  it('has one household in two hamlets', async () => {
    const { issues } = await preview(lines(head, { ...wife, hamletName: 'Tà Lú' }))

    expect(issues).toEqual([{ row: 3, column: 'hamletName', value: 'Tà Lú', problem: 'householdInTwoHamlets', severity: 'error' }])
  })

  it('has the same person twice', async () => {
    expect((await preview(lines(head, wife, wife))).issues).toEqual([{ row: 4, column: 'fullName', value: wife.fullName, problem: 'sameTwice', severity: 'error' }])
  })

  it('has two households of one code: neither is written into the other', async () => {
    const others = [{ ...head, headName: 'Trần Văn Cường', fullName: 'Trần Văn Cường' }, { ...wife, headName: '', fullName: 'Pi Năng Thị Mai' }]

    const answer = await commit(lines({ ...head, headName: 'Nguyễn Văn Bình' }, { ...wife, headName: 'NGUYỄN VĂN BÌNH' }, ...others))

    expect(answer.json().detail.issues.filter(({ severity }: { severity: string }) => severity === 'error'))
      .toEqual(['Nguyễn Văn Bình', 'NGUYỄN VĂN BÌNH', 'Trần Văn Cường', ''].map((value, at) => ({ row: at + 2, column: 'headName', value, problem: 'twoHeadNames', severity: 'error' })))
    expect(await records()).toEqual([])
  })

  it('has two addresses of one household, of which the first is taken', async () => {
    const { issues } = (await commit(lines(head, { ...wife, address: 'tổ  2' }, { ...wife, fullName: 'Pi Năng Thị Mai', address: 'Tổ 3' }))).json()

    expect(issues).toEqual([{ row: 4, column: 'address', value: 'Tổ 3', problem: 'twoAddresses', severity: 'warning' }])
  })

  it('names no head: the first is taken, and it is said', async () => {
    const { issues } = (await commit(lines(wife, { ...wife, fullName: 'Pi Năng Thị Mai', relationToHead: 'Con' }))).json()

    expect(issues).toEqual([{ row: 2, column: 'fullName', value: wife.fullName, problem: 'headGuessed', severity: 'warning' }])
    expect((await records())[0]!.answers.headName).toBe('Katơr Thị Ba')
  })

  it('names no head of a household that the register knows: its head stays', async () => {
    await commit(lines(head, wife))

    expect((await commit(lines(wife))).json().issues).toEqual([])
    expect((await records()).find(({ kind }) => kind === 'household')!.answers.headName).toBe('Nguyễn Văn Bình')
  })

  it('moves no household that the register has in another hamlet', async () => {
    await commit(lines(head))

    expect((await preview(lines({ ...head, hamletName: 'Tà Lú' }, { ...wife, hamletName: 'Tà Lú' }))).issues)
      .toEqual([2, 3].map((row) => ({ row, column: 'hamletName', value: 'Tà Lú', problem: 'hamletDiffers', severity: 'error' })))
  })

  it('is warned of, not stopped by, what a person can look at later', async () => {
    const { issues } = (await commit(lines(
      { ...head, personalId: '264123456' }, { ...wife, relationToHead: 'Em dâu', phone: '01691234567' }, { ...wife, fullName: 'Pi Năng Dũng', relationToHead: 'Chủ hộ' },
    ))).json()

    expect(issues.map(({ row, problem, severity }: { row: number; problem: string; severity: string }) => [row, problem, severity])).toEqual(expect.arrayContaining([
      [2, 'oldNumber', 'warning'], [3, 'relationOther', 'warning'], [3, 'phoneConverted', 'warning'], [4, 'twoHeads', 'warning'],
    ]))
    expect((await records()).length).toBe(4)
  })

  it.each([
    ['Bà', '5', []], ['BÀ', '5', []], ['bà nội', '5', []], ['Ba', '4', ['relationBa']], ['BA', '4', ['relationBa']], ['Má', '4', []], ['Ba má', '4', []], ['Bá', '9', ['relationOther']],
  ])('takes a relation written %j for %s: a father of the south is no grandmother', async (relationToHead, code, problems) => {
    const { issues } = (await commit(lines(head, { ...wife, relationToHead }))).json()

    expect(issues.filter(({ column }: { column: string }) => column === 'relationToHead').map(({ problem }: { problem: string }) => problem)).toEqual(problems)
    expect((await records()).find(({ answers }) => answers.fullName === 'Katơr Thị Ba')!.answers.relationToHead).toBe(code)
  })

  it('previews without writing', async () => {
    expect(await preview(lines(head, wife))).toEqual({ households: 1, people: 2, hamlets: 1, issues: [] })
    expect(await records()).toEqual([])
  })

  it('is written down with who asked, whatever is written of it: its answer says who is in the register', async () => {
    await world.deps.db.deleteFrom('access_log').execute()

    for (const [step, list] of [['preview', lines(head)], ['commit', lines({ ...head, born: 'mùa gặt 1985' })], ['commit', lines(head)], ['commit', lines(head)]] as const) {
      await send(step, list)
      world.advance(1)
    }

    const log = await world.deps.db.selectFrom('access_log').select(['commune', 'user_id', 'what']).orderBy('at').execute()
    expect(log).toEqual(['importPreview', 'importPreview', 'import', 'importPreview'].map((what) => ({ commune: NINH_SON, user_id: admin.id, what })))
  })
})

const spelled = (index: number): string => [...String(index)].map((digit) => 'abcdeghikl'[Number(digit)]).join('')

describe('a list as big as a commune', () => {
  it('in which all is one household is told to have the wrong column, before anything else is compared', { timeout: 60_000 }, async () => {
    const many = Array.from({ length: 50_000 }, (_, index) => ({ ...head, householdCode: '22810', fullName: `Người ${spelled(index)}` }))

    const { issues, households } = await preview(lines(...many))

    expect([issues.length, households]).toEqual([many.length, 0])
    expect(issues.at(-1)).toEqual({ row: many.length + 1, column: 'householdCode', value: '22810', problem: 'householdTooLarge', severity: 'error' })
  })

  it('is imported in one piece', { timeout: 120_000 }, async () => {
    const many = Array.from({ length: 11_500 }, (_, index) => ({ ...head, householdCode: `H${Math.floor(index / 4)}`, fullName: `Người ${spelled(index)}`, relationToHead: index % 4 ? 'Con' : 'Chủ hộ' }))

    expect((await commit(lines(...many))).json()).toMatchObject({ households: 2875, people: 11_500, issues: [] })
    expect((await records()).length).toBe(14_375)
  })
})
