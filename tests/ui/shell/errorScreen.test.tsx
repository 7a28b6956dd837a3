import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ErrorScreen } from '../../../src/ui/shell/ErrorScreen'

/** A screen that has a bug at one place. */
function Screen() {
  if (location.hash === '#/hong') throw new Error('a bug')
  return <p>Trang đầu</p>
}

beforeEach(() => {
  location.hash = '/hong'
  // React writes a caught error to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => vi.restoreAllMocks())

describe('a screen with a bug', () => {
  it('is said once, and the first page is one press away, also where nobody tells the place', async () => {
    render(<ErrorScreen><Screen /></ErrorScreen>)
    expect(screen.getByRole('heading', { name: 'Không mở được màn hình này' })).toHaveFocus()

    await userEvent.click(screen.getByRole('button', { name: 'Về trang đầu' }))

    expect(screen.getByText('Trang đầu')).toBeInTheDocument()
    expect(location.hash).toBe('#/')
  })

  it('is left by going to another place', () => {
    const shown = render(<ErrorScreen place="/hong"><Screen /></ErrorScreen>)
    location.hash = '/'

    shown.rerender(<ErrorScreen place="/"><Screen /></ErrorScreen>)

    expect(screen.getByText('Trang đầu')).toBeInTheDocument()
  })
})
