import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NOTICE_VERSION, type LegalBasisOf } from '../../../src/domain/consent'
import type { Answers } from '../../../src/domain/forms/answers'
import type { Draft } from '../../../src/storage/ledger'
import { memoryLedger } from '../../support/memory/memoryLedger'
import { communeContext, NOW, registerRecord, USERS, uiWorld } from '../../support/uiWorld'
import { personAnswers } from '../../support/villageForms'
import { collecting, FORM, household, HOUSEHOLD, labourDraft, person, PERSON, returnedLabour, told } from '../form/formWorld'

const stranger = registerRecord({ id: PERSON, kind: 'person', household: HOUSEHOLD, answers: personAnswers({ relationToHead: '1' }) })
const resting = (legalBasis: LegalBasisOf) => ({ ...communeContext, settings: { ...communeContext.settings, legalBasis } })

const byConsent: LegalBasisOf = { labour: 'consent', welfare: 'law', contact: 'law' }
const refusing = { ...person, answers: { ...person.answers, consentLabour: false } }

/** The labour form of somebody who was told nothing yet is opened. */
const opening = (more: Parameters<typeof collecting>[1] = {}) => collecting(`/phieu/${FORM}`, { records: [household, stranger], drafts: [labourDraft()], ...more })

describe('the first form about a person', () => {
  it('is preceded by the notice, read out, and the person\'s word on what rests on consent', async () => {
    const { user, world } = await opening()
    expect(await screen.findByRole('heading', { level: 1, name: /Thông báo về dữ liệu cá nhân/ })).toBeInTheDocument()
    expect(screen.getByText(/xin xóa thông tin của mình và rút lại ý kiến/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Còn 1 ý kiến chưa ghi' })).toHaveAttribute('aria-disabled', 'true')

    await user.click(within(screen.getByRole('group', { name: /Gọi điện, nhắn tin/ })).getByRole('radio', { name: 'Không đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))

    expect(await screen.findByRole('region', { name: 'Tiến độ phiếu' })).toBeInTheDocument()
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: PERSON, form: 'person@3', patch: { noticeVersion: NOTICE_VERSION, noticeOn: '2026-11-20', noticeBy: USERS.officer, consentContact: false } },
    ])
  })

  it('is preceded by the notice, which names who answers for personal data', async () => {
    await opening({ contexts: [{ ...communeContext, settings: { ...communeContext.settings, dataContact: 'Văn phòng xã, 0259 3888 111' } }] })

    expect(await screen.findByText('Hỏi, khiếu nại về thông tin của mình: Văn phòng xã, 0259 3888 111')).toBeInTheDocument()
  })

  it('opens at once for whoever was told before, and for a correction of what was sent', async () => {
    await collecting(`/phieu/${FORM}`, { records: [household, person], drafts: [labourDraft()] })
    expect(screen.getByRole('region', { name: 'Tiến độ phiếu' })).toBeInTheDocument()

    await collecting(`/phieu/${FORM}`, { records: [household, stranger, returnedLabour()] })
    expect(screen.getAllByRole('region', { name: 'Tiến độ phiếu' })).toHaveLength(2)
  })

  it('asks anew whoever agreed to another text of the notice, and takes nothing over of it', async () => {
    const before = { ...told, noticeVersion: '2020-01-01', consentLabour: true }
    const { user, world } = await opening({ records: [household, { ...person, answers: { ...person.answers, ...before } }] })
    expect(await screen.findByRole('radio', { name: 'Đồng ý' })).not.toBeChecked()
    expect(screen.getByRole('button', { name: 'Còn 1 ý kiến chưa ghi' })).toHaveAttribute('aria-disabled', 'true')

    await user.click(screen.getByRole('radio', { name: 'Không đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))

    await screen.findByRole('region', { name: 'Tiến độ phiếu' })
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([{ patch: { noticeVersion: NOTICE_VERSION, consentLabour: null, consentContact: false } }])
  })

  it('is not filled where it rests on consent and the person says no; the word is kept', async () => {
    const { user, world } = await opening({ contexts: [resting(byConsent)] })

    await user.click(within(await screen.findByRole('group', { name: /cơ sở dữ liệu lao động/ })).getByRole('radio', { name: 'Không đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))

    expect(await screen.findByText('Người này không đồng ý cho làm phiếu này')).toBeInTheDocument()
    expect((await world.ledger.getRecord(PERSON))?.answers).toMatchObject({ consentLabour: false })
    expect((await world.ledger.findDraft(FORM))?.answers).toEqual(labourDraft().answers)
  })

  it('is stopped by the word their card keeps where the disk has spoilt the rest', async () => {
    const { ledger } = uiWorld({ contexts: [resting(byConsent)], records: [household, refusing], drafts: [labourDraft()] })
    await opening({ ledger: { ...ledger, getRecord: async (id) => (id === PERSON ? undefined : ledger.getRecord(id)) } })

    expect(await screen.findByText('Người này không đồng ý cho làm phiếu này')).toBeInTheDocument()
  })

  it('that was begun before the person said no can be thrown away, and brought back', async () => {
    const { user, world, path } = await opening({ contexts: [resting(byConsent)], records: [household, refusing] })

    await user.click(await screen.findByRole('button', { name: 'Bỏ nháp này' }))

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(await world.ledger.findDraft(FORM)).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    await waitFor(async () => expect((await world.ledger.findDraft(FORM))?.answers).toEqual(labourDraft().answers))
  })

  it('that was begun before the person said no is read again if another window wrote it, and can then be thrown away', async () => {
    const disk = new Map([[FORM, labourDraft()]])
    const tab = () => memoryLedger({ contexts: [resting(byConsent)], records: [household, refusing], disk, now: () => NOW })
    const [ledger, other] = [tab(), tab()]
    const { user, path } = await opening({ ledger })
    const drop = () => screen.findByRole('button', { name: 'Bỏ nháp này' })
    await drop()
    const there = (await other.findDraft(FORM))!
    await other.saveDraft({ ...there, answers: { ...there.answers, fullName: 'Lò Văn Sơn Na' } })

    await user.click(await drop())
    expect(await screen.findByText(/vừa được ghi ở cửa sổ khác/)).toBeInTheDocument()
    expect(disk.get(FORM)).toBeDefined()
    await user.click(await drop())

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect(disk.get(FORM)).toBeUndefined()
  })

  it('is begun when the notice was read: one that is closed or refused leaves nothing behind', async () => {
    const { user, world, path } = await collecting(`/ho/${HOUSEHOLD}`, { records: [household, stranger], contexts: [resting(byConsent)] })
    const forms = () => world.ledger.cards().filter(({ kind }) => kind === 'labour')
    await user.click(screen.getByRole('button', { name: /^Làm tiếp/ }))
    await user.click(await screen.findByRole('link', { name: 'Đóng' }))
    expect(forms()).toEqual([])
    expect(path()).toBe(`/ho/${HOUSEHOLD}`)

    await user.click(screen.getByRole('button', { name: /^Làm tiếp/ }))
    await user.click(within(await screen.findByRole('group', { name: /cơ sở dữ liệu lao động/ })).getByRole('radio', { name: 'Không đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))
    expect(screen.queryByRole('button', { name: 'Bỏ nháp này' })).not.toBeInTheDocument()
    await user.click(await screen.findByRole('link', { name: 'Quay lại' }))

    expect(forms()).toEqual([])
    expect(screen.queryByRole('button', { name: /Làm tiếp/ })).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Lò Văn Sơn/ })).toHaveTextContent('Lao động Không đồng ý')
  })

  it('is not offered on the page of somebody who said no, and says why', async () => {
    await collecting(`/nguoi/${PERSON}`, { records: [household, refusing], contexts: [resting(byConsent)] })

    const card = (await screen.findByRole('heading', { name: 'Phiếu lao động' })).closest('section')!
    expect(card).toHaveTextContent('Người này không đồng ý cho làm phiếu này')
    expect(screen.queryByRole('button', { name: 'Làm phiếu lao động' })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Làm hồ sơ ASXH' })).toBeInTheDocument()
  })

  it('writes the word into the person\'s draft where somebody is in the middle of one', async () => {
    const open = { id: PERSON, commune: stranger.commune, head: { kind: 'person', hamlet: stranger.hamlet, household: HOUSEHOLD, person: null }, form: 'person@2', base: 1, seen: stranger.answers, answers: { ...stranger.answers, phone: '0912345678' }, reasons: {}, savedAt: '2026-11-20T02:00:00.000Z' } as const
    const { user, world } = await opening({ drafts: [labourDraft(), open] })

    await user.click(await screen.findByRole('radio', { name: 'Đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))

    await waitFor(async () => expect((await world.ledger.findDraft(PERSON))?.answers).toMatchObject({ phone: '0912345678', consentContact: true }))
    expect(await world.ledger.pending()).toEqual([])
  })

  it('keeps the word also where that draft was begun on a form that does not ask for it', async () => {
    const open = { id: PERSON, commune: stranger.commune, head: { kind: 'person', hamlet: stranger.hamlet, household: HOUSEHOLD, person: null }, form: 'person@1', base: 1, seen: stranger.answers, answers: { ...stranger.answers, phone: '0912345678' }, reasons: {}, savedAt: '2026-11-20T02:00:00.000Z', place: 'residence' } as const
    const { user, world, path } = await opening({ drafts: [labourDraft(), open] })
    await user.click(await screen.findByRole('radio', { name: 'Đồng ý' }))
    await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))
    await user.click(await screen.findByRole('link', { name: 'Đóng' }))
    await user.click(screen.getByRole('link', { name: /Lò Văn Sơn/ }))
    await user.click(await screen.findByRole('link', { name: 'Sửa thông tin người này' }))

    await user.click(await screen.findByRole('button', { name: 'Lưu vào sổ' }))
    await user.click(screen.getByRole('button', { name: 'Vẫn gửi' }))

    await waitFor(() => expect(path()).toBe(`/ho/${HOUSEHOLD}`))
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { record: PERSON, form: 'person@3', patch: { phone: '0912345678', noticeVersion: NOTICE_VERSION, noticeBy: USERS.officer, consentContact: true } },
    ])
  })
})

describe('a person\'s word', () => {
  describe('said while somebody is in the middle of correcting them', () => {
    const open: Draft = { id: PERSON, commune: person.commune, head: { kind: 'person', hamlet: person.hamlet, household: HOUSEHOLD, person: null }, form: 'person@3', base: 1, seen: person.answers, answers: { ...person.answers, phone: '0912345678' }, reasons: {}, savedAt: '2026-11-20T02:00:00.000Z' }
    const withdrawn: Draft = { ...open, answers: { ...person.answers, consentContact: false } }

    it('is said to go with that correction, which opens', async () => {
      const { user, world, path } = await collecting(`/nguoi/${PERSON}`, { records: [household, person], drafts: [open] })
      await user.click(within(await screen.findByRole('region', { name: 'Thông báo dữ liệu' })).getByRole('button', { name: /^Đọc lại/ }))
      const sheet = within(screen.getByRole('dialog'))
      await user.click(sheet.getByRole('radio', { name: 'Không đồng ý' }))
      await user.click(sheet.getByRole('button', { name: 'Lưu ý kiến' }))

      await waitFor(() => expect(path()).toBe(`/phieu/${PERSON}`))
      expect(screen.getByText('Ý kiến vừa ghi nằm trong phần sửa dở của người này. Xem lại rồi gửi phần đó.')).toBeVisible()
      expect((await world.ledger.findDraft(PERSON))?.answers).toMatchObject({ consentContact: false, phone: '0912345678' })
    })

    it('is said to go with that correction also before a form is begun', async () => {
      const { user } = await collecting(`/them/labour/${PERSON}`, { records: [household, stranger], drafts: [{ ...open, seen: stranger.answers, answers: { ...stranger.answers, phone: '0912345678' } }] })
      await user.click(await screen.findByRole('radio', { name: 'Không đồng ý' }))
      await user.click(screen.getByRole('button', { name: 'Đã đọc, tiếp' }))

      expect(await screen.findByText('Ý kiến vừa ghi nằm trong phần sửa dở của người này. Xem lại rồi gửi phần đó.')).toBeVisible()
    })

    it('is the one their page shows, with that it is not sent, and whom nobody calls any more', async () => {
      await collecting(`/nguoi/${PERSON}`, { records: [household, registerRecord({ ...person, answers: { ...person.answers, phone: '0912345678' } })], drafts: [{ ...withdrawn, answers: { ...withdrawn.answers, phone: '0912345678' } }] })

      expect(await screen.findByRole('region', { name: 'Thông báo dữ liệu' })).toHaveTextContent(/chính sáchKhông đồng ýÝ kiến này chưa gửi/)
      expect(await screen.findByText('Người này không đồng ý để gọi điện, nhắn tin.')).toBeVisible()
      expect(screen.queryByRole('link', { name: /^Gọi/ })).not.toBeInTheDocument()
    })

    it.each([['page', `/nguoi/${PERSON}`], ['door', `/ho/${HOUSEHOLD}`]])('is looked at on their %s without a form being open on them: what was rescued of them still comes', async (_where, path) => {
      const inner = memoryLedger({ contexts: [communeContext], records: [household, person], drafts: [withdrawn], now: () => NOW })
      const opened: string[] = []
      const findDraft: typeof inner.findDraft = (id) => (opened.push(id), inner.findDraft(id))

      await collecting(path, { ledger: { ...inner, findDraft } })

      expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
      expect(opened).toEqual([])
    })

    it('counts at the door too', async () => {
      const phone = '0912345678'
      const called = registerRecord({ ...person, answers: { ...person.answers, phone } })
      const door = registerRecord({ ...household, answers: { ...household.answers, phone } })
      await collecting(`/ho/${HOUSEHOLD}`, { records: [door, called], drafts: [{ ...withdrawn, seen: called.answers, answers: { ...withdrawn.answers, phone } }] })

      expect(await screen.findByRole('heading', { name: 'Người trong hộ' })).toBeVisible()
      expect(screen.queryByRole('link', { name: /^Gọi/ })).not.toBeInTheDocument()
    })

    it('decides whether a form is offered on their page', async () => {
      const { user, world } = await collecting(`/nguoi/${PERSON}`, { records: [household, person], contexts: [resting(byConsent)], drafts: [{ ...open, answers: { ...open.answers, consentLabour: false } }] })
      const card = () => screen.getByRole('heading', { name: 'Phiếu lao động' }).closest('section')!
      await waitFor(() => expect(card()).toHaveTextContent('Người này không đồng ý cho làm phiếu này'))
      expect(screen.queryByRole('button', { name: 'Làm phiếu lao động' })).not.toBeInTheDocument()

      await act(() => world.ledger.saveDraft({ ...open, answers: { ...open.answers, consentLabour: true } }))
      expect(await screen.findByRole('button', { name: 'Làm phiếu lao động' })).toBeVisible()
      await user.click(screen.getByRole('button', { name: 'Làm phiếu lao động' }))
      expect(await screen.findByRole('region', { name: 'Tiến độ phiếu' })).toBeInTheDocument()
    })

    it('does not hide what they said elsewhere since', async () => {
      const since = registerRecord({ ...person, version: 2, answers: { ...person.answers, consentContact: false } })
      await collecting(`/nguoi/${PERSON}`, { records: [household, since], drafts: [open] })

      expect(await screen.findByRole('region', { name: 'Thông báo dữ liệu' })).toHaveTextContent('chính sáchKhông đồng ý')
    })
  })

  it('stands on their page and can be changed there', async () => {
    const { user, world } = await collecting(`/nguoi/${PERSON}`, { records: [household, person] })
    const card = await screen.findByRole('region', { name: 'Thông báo dữ liệu' })
    expect(card).toHaveTextContent('Đã đọc 02/11/2026')
    expect(card).toHaveTextContent('chính sáchĐồng ý')

    await user.click(within(card).getByRole('button', { name: 'Đọc lại thông báo, ghi ý kiến' }))
    const sheet = screen.getByRole('dialog', { name: 'Thông báo về dữ liệu cá nhân' })
    await user.click(within(sheet).getByRole('radio', { name: 'Không đồng ý' }))
    await user.click(within(sheet).getByRole('button', { name: 'Lưu ý kiến' }))

    await waitFor(async () => expect((await world.ledger.getRecord(PERSON))?.answers.consentContact).toBe(false))
    await waitFor(() => expect(card).toHaveTextContent('chính sáchKhông đồng ý'))
  })

  it('to another text of the notice is not shown as one to this', async () => {
    await collecting(`/nguoi/${PERSON}`, { records: [household, { ...person, answers: { ...person.answers, noticeVersion: '2020-01-01' } }] })

    const card = await screen.findByRole('region', { name: 'Thông báo dữ liệu' })

    expect(card).toHaveTextContent('Chưa đọc')
    expect(card).not.toHaveTextContent('Đồng ý')
  })

  it.each<readonly [string, boolean | undefined, LegalBasisOf | undefined, string | null]>([
    ['they agreed', true, undefined, 'Gọi 0912345678'],
    ['nobody asked', undefined, undefined, 'Gọi 0912345678'],
    ['they refused', false, undefined, null],
    ['calls rest on the law', false, { labour: 'law', welfare: 'law', contact: 'law' }, 'Gọi 0912345678'],
  ])('lets them be called or not: %s', async (_case, consentContact, basis, link) => {
    const answers = { ...personAnswers({ relationToHead: '1', phone: '0912345678' }), ...(consentContact !== undefined && { consentContact }) }
    await collecting(`/nguoi/${PERSON}`, { records: [household, { ...person, answers }], ...(basis && { contexts: [resting(basis)] }) })

    expect(screen.queryByRole('link', { name: /^Gọi/ })?.textContent ?? null).toBe(link)
    expect(screen.queryByText('Người này không đồng ý để gọi điện, nhắn tin.') !== null).toBe(link === null)
    expect(document.body.innerHTML.includes('0912345678')).toBe(link !== null)
  })

  it.each<readonly [string, Answers, string, boolean]>([
    ['their number is the one of the household', { consentContact: false }, '0912345678', false],
    ['they agreed', { consentContact: true }, '0912345678', true],
    ['the number is another one', { consentContact: false }, '0987654321', true],
  ])('lets their household be called or not: %s', async (_case, word, phone, isCalled) => {
    const head = { ...person, answers: { ...person.answers, phone: '0912345678', ...word } }
    await collecting(`/ho/${HOUSEHOLD}`, { records: [{ ...household, answers: { ...household.answers, phone } }, head] })

    expect(screen.queryByRole('link', { name: /^Gọi/ }) !== null).toBe(isCalled)
  })

  it.each([[`/nguoi/${PERSON}`], [`/ho/${HOUSEHOLD}`]])('is the one their card keeps where the disk has spoilt the rest: at %s nobody calls who refused', async (path) => {
    const phone = '0912345678'
    const records = [{ ...household, answers: { ...household.answers, phone } }, { ...person, answers: { ...person.answers, phone, consentContact: false } }]
    const { ledger } = uiWorld({ records })
    await collecting(path, { ledger: { ...ledger, getRecord: async (id) => (id === PERSON ? undefined : ledger.getRecord(id)) } })

    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
    expect(screen.queryByRole('link', { name: /^Gọi/ })).not.toBeInTheDocument()
  })

  it('is asked for the first time where nobody has read them the notice', async () => {
    await collecting(`/nguoi/${PERSON}`, { records: [household, stranger] })

    const card = await screen.findByRole('region', { name: 'Thông báo dữ liệu' })

    expect(card).toHaveTextContent('Chưa đọc')
    expect(within(card).getByRole('button', { name: 'Đọc thông báo, ghi ý kiến' })).toBeInTheDocument()
  })
})
