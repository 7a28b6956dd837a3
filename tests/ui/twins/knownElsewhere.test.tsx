import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/domain/result'
import type { TwinQuery, TwinsElsewhere } from '../../../src/protocol/api'
import type { Remote } from '../../../src/remote/remote'
import type { Ledger } from '../../../src/storage/ledger'
import { COMMUNE, USERS } from '../../support/uiWorld'
import { collecting, FORM, labourDraft, person, PERSON } from '../form/formWorld'
import { labourAnswers } from '../../support/villageForms'

/** Begins a form about Lò Văn Sơn, 2/5/1990, whom the phone knows. */
async function begin(found: TwinsElsewhere | null, form = 'Làm phiếu lao động', ledger?: Ledger) {
  const asked: TwinQuery[] = []
  const twinsElsewhere: Remote['twinsElsewhere'] = async (_, query) => {
    asked.push(query)
    return found ? ok(found) : fail({ error: 'offline' })
  }
  const shown = await collecting(`/nguoi/${PERSON}`, { remote: { twinsElsewhere }, ...(ledger && { ledger }) })
  await shown.user.click(screen.getByRole('button', { name: form }))
  await screen.findByRole('region', { name: 'Tiến độ phiếu' })
  return { ...shown, asked }
}
const there: TwinsElsewhere = { hamlets: ['Gò Sạn'], otherCommune: false }
const said = 'Đã có một người rất giống ở Gò Sạn'

describe('before a form is begun about somebody who may also be written in a hamlet that is not on this device', () => {
  it('is said where, and not again in this form once they are two', async () => {
    const { user, asked, world } = await begin(there)
    expect(await screen.findByText(said)).toBeInTheDocument()
    expect(asked).toEqual([{ number: person.answers.personalId, name: 'Lò Văn Sơn', born: '1990-05-02' }])

    await user.click(screen.getByRole('button', { name: 'Là hai người: làm tiếp' }))

    expect(screen.queryByText(said)).not.toBeInTheDocument()
    const form = world.ledger.cards().find(({ kind }) => kind === 'labour')
    await waitFor(async () => expect((await world.ledger.findDraft(form?.id ?? ''))?.others).toEqual(['Gò Sạn']))
  })

  it('is not said again with the next form about the same person, once they are two', async () => {
    const first = await begin(there)
    await first.user.click(await screen.findByRole('button', { name: 'Là hai người: làm tiếp' }))
    first.unmount()

    const next = await begin(there, 'Làm hồ sơ ASXH', first.world.ledger)

    await waitFor(() => expect(next.asked).toHaveLength(1))
    await act(async () => {})
    expect(screen.queryByText(said)).not.toBeInTheDocument()
  })

  it.each<readonly [string, TwinsElsewhere, string | undefined]>([
    ['somebody very alike is in another hamlet too', { hamlets: ['Gò Sạn', 'Suối Me'], otherCommune: false }, undefined],
    ['the person has another number by now', there, '056090007777'],
  ])('is said again when %s', async (_what, found, personalId) => {
    const first = await begin(there)
    await first.user.click(await screen.findByRole('button', { name: 'Là hai người: làm tiếp' }))
    first.unmount()
    if (personalId) await first.world.ledger.submit({ ...person, commune: COMMUNE, head: person, answers: { ...person.answers, personalId }, reasons: {} })

    await begin(found, 'Làm hồ sơ ASXH', first.world.ledger)

    expect(await screen.findByText(/^Đã có một người rất giống ở Gò Sạn/)).toBeInTheDocument()
  })

  it('that they are one is asked of the supervisor, with the place, and the form goes on', async () => {
    const { user, world, unmount } = await begin(there)

    await user.click(await screen.findByRole('button', { name: 'Là một người: báo gộp' }))

    await waitFor(() => expect(screen.queryByText(said)).not.toBeInTheDocument())
    expect((await world.ledger.pending()).map(({ operation }) => operation)).toMatchObject([
      { type: 'submit', record: PERSON, patch: { request: '3', requestNote: 'Có thể cũng ghi ở Gò Sạn', requestedBy: USERS.officer } },
    ])
    expect(screen.getByRole('region', { name: 'Tiến độ phiếu' })).toBeInTheDocument()
    unmount()

    expect((await begin(there, 'Làm hồ sơ ASXH', world.ledger)).asked).toEqual([])
  })

  it('nothing is said where there is nobody, or no line', async () => {
    const { unmount } = await begin({ hamlets: [], otherCommune: false })
    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
    unmount()
    await begin(null)

    expect(screen.queryByText(/rất giống/)).not.toBeInTheDocument()
  })

  it('a correction of a form that was sent asks nothing', async () => {
    const asked: TwinQuery[] = []
    await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(labourAnswers(), { base: 1 })], remote: { twinsElsewhere: async (_, query) => { asked.push(query); return ok(there) } } })

    expect(asked).toEqual([])
  })
})
