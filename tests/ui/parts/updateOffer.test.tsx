import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { collecting, FORM, labourDraft } from '../form/formWorld'

/** A newer version waits; counts how often it was applied. */
function waiting() {
  const update = { applied: 0 }
  return { update, platform: { update: { state: () => true, subscribe: () => () => {}, apply: async () => { update.applied += 1 } } } }
}

describe('a newer version', () => {
  it('is never offered over an open form', async () => {
    await collecting(`/phieu/${FORM}`, { drafts: [labourDraft()] }, waiting().platform)

    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()
  })

  it('is offered between two doors, and put off until the app is started again', async () => {
    const { update, platform } = waiting()
    const { user, unmount } = await collecting('/thon', {}, platform)

    await user.click(screen.getByRole('button', { name: 'Cập nhật bây giờ' }))
    expect(update.applied).toBe(1)
    await user.click(screen.getByRole('button', { name: 'Để sau' }))
    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()
    unmount()
    await collecting('/viec', {}, platform)

    expect(screen.queryByText('Có bản mới của Sổ Thôn.')).not.toBeInTheDocument()
  })
})
