import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { appWorld, PASSPHRASE } from '../../support/appWorld'
import { fill } from '../../support/browser/fill'
import { NOW, USERS } from '../../support/uiWorld'
import { household, OTHER, otherPerson, person } from '../form/formWorld'

it('leaves no name on the screen of a book that is locked while a decision could still be taken back', async () => {
  localStorage.setItem(`sothon-synced:${USERS.supervisor}`, String(NOW))
  location.hash = '/yeu-cau'
  const asked = { ...person, form: 'person@3' as const, answers: { ...person.answers, requestedOn: '2026-11-18', requestedBy: USERS.officer, request: '3', requestTo: OTHER } }
  const { user } = appWorld({ role: 'supervisor', accounts: [{ userId: USERS.supervisor, username: 'supervisor', passphrase: PASSPHRASE }], records: [household, otherPerson, asked] }).start()
  await fill(user, await screen.findByLabelText('Mật khẩu mở sổ'), PASSPHRASE, '{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Đồng ý' }))
  expect(await screen.findByText(/^Đã quyết định: Lò Văn Sơn/)).toBeVisible()

  await act(async () => { location.hash = '/cua-toi' })
  await user.click(await screen.findByRole('button', { name: 'Khóa sổ' }))

  expect(await screen.findByLabelText('Mật khẩu mở sổ')).toBeVisible()
  expect(document.body).not.toHaveTextContent('Lò Văn Sơn')
})
