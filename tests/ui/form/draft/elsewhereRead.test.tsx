import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail } from '../../../../src/domain/result'
import type { Ledger } from '../../../../src/storage/ledger'
import { memoryLedger } from '../../../support/memory/memoryLedger'
import { communeContext, NOW } from '../../../support/uiWorld'
import { collecting, FORM, household, labourDraft, otherPerson, person } from '../formWorld'

const disk = () => new Map([[FORM, labourDraft()]])
const tabOf = (drafts: ReturnType<typeof disk>) => memoryLedger({ contexts: [communeContext], records: [household, person, otherPerson], disk: drafts, now: () => NOW })
const lookAgain = () => act(async () => { document.dispatchEvent(new Event('visibilitychange')) })
const born = () => screen.getByLabelText(/Ngày, tháng, năm sinh/)

describe('a form that is read again because another window wrote it', () => {
  it('keeps what was typed in both: the old form is gone before the draft is read', async () => {
    const drafts = disk()
    const [mine, other] = [tabOf(drafts), tabOf(drafts)]
    // A slow disk: the draft is read, the record still is not.
    let wait: Promise<void> | null = null
    let goOn = (): void => {}
    const ledger: Ledger = { ...mine, getRecord: async (id) => { await wait; return mine.getRecord(id) } }
    const { user } = await collecting(`/phieu/${FORM}`, { ledger })
    const there = (await other.findDraft(FORM))!
    await act(() => other.saveDraft({ ...there, answers: { ...there.answers, fullName: 'Lò Văn Sơn Na' } }))
    wait = new Promise((resolve) => { goOn = resolve })
    await lookAgain()

    // Whatever is typed before both are read has no box to go to.
    expect(screen.queryByLabelText(/Ngày, tháng, năm sinh/)).not.toBeInTheDocument()
    await act(async () => goOn())
    await user.clear(await screen.findByLabelText(/Ngày, tháng, năm sinh/))
    await user.type(born(), '03/05/1990')
    await user.tab()

    expect(drafts.get(FORM)?.answers).toMatchObject({ fullName: 'Lò Văn Sơn Na', born: '1990-05-03' })
    expect(born()).toHaveValue('03/05/1990')
  })

  it('stays, with what was typed, if the disk cannot be read when it is looked at', async () => {
    const mine = tabOf(disk())
    let isLost = false
    const ledger: Ledger = {
      ...mine,
      isDraftShown: async (id) => (isLost ? fail({ kind: 'storageLost' }) : mine.isDraftShown(id)),
      saveDraft: async (draft) => (isLost ? fail({ kind: 'storageLost' }) : mine.saveDraft(draft)),
    }
    const { user } = await collecting(`/phieu/${FORM}`, { ledger })
    await user.clear(born())
    await user.type(born(), '03/05/1990')
    isLost = true

    await lookAgain()

    expect(await screen.findByRole('button', { name: 'Lưu lại' })).toBeInTheDocument()
    expect(born()).toHaveValue('03/05/1990')
  })
})
