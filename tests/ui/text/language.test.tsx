import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, type Result } from '../../../src/domain/result'
import { GateFrame } from '../../../src/ui/account/GateFrame'
import { LookCard } from '../../../src/ui/account/own/LookCard'
import { LanguageProvider, useLanguage } from '../../../src/ui/text/language'
import { loadEnglish, type English, type NoEnglish } from '../../../src/ui/text/loadEnglish'
import { mineTexts } from '../../../src/ui/text/mine'
import { useText } from '../../../src/ui/text/useText'

afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
})

function Words() {
  return <p>{useText(mineTexts).look}</p>
}

it('draws nothing before the words of the language chosen earlier are there', async () => {
  localStorage.setItem('sothon-lang', 'en')

  const { container } = render(<LanguageProvider><Words /></LanguageProvider>)

  expect(container).toBeEmptyDOMElement()
  expect(await screen.findByText('Colours')).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('en')
})

it('draws Vietnamese at once where nothing was chosen', () => {
  render(<LanguageProvider><Words /></LanguageProvider>)

  expect(screen.getByText('Màu màn hình')).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('vi')
})

it('stays in Vietnamese for whoever went back to it before the English words came', async () => {
  function Choice() {
    const { choose } = useLanguage()
    return <><button type="button" onClick={() => choose('en')}>English</button><button type="button" onClick={() => choose('vi')}>Tiếng Việt</button></>
  }
  render(<LanguageProvider><Choice /><Words /></LanguageProvider>)

  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  fireEvent.click(screen.getByRole('button', { name: 'Tiếng Việt' }))
  await act(loadEnglish)

  expect(screen.getByText('Màu màn hình')).toBeInTheDocument()
  expect(localStorage.getItem('sothon-lang')).toBe('vi')
})

it('goes on in Vietnamese where the words chosen earlier are long in coming, and in English once they come', async () => {
  localStorage.setItem('sothon-lang', 'en')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  render(<LanguageProvider><Words /></LanguageProvider>)

  act(() => vi.advanceTimersByTime(5_000))
  expect(screen.getByText('Màu màn hình')).toBeInTheDocument()

  await act(loadEnglish)
  expect(screen.getByText('Colours')).toBeInTheDocument()
})

/** A line on which the English words come when the test says so. */
function slowLine() {
  let answer: (loaded: Result<English, NoEnglish>) => void = () => {}
  const load = () => new Promise<Result<English, NoEnglish>>((resolve) => { answer = resolve })
  return { load, come: (loaded: Result<English, NoEnglish>) => act(async () => answer(loaded)) }
}
const noEnglish = fail({ kind: 'noEnglish' } as const)

describe('choosing English on a slow line', () => {
  it('is busy before the book is open until the words come, and takes no second press', async () => {
    const { load, come } = slowLine()
    render(<LanguageProvider load={load}><GateFrame title="Sổ Thôn"><Words /></GateFrame></LanguageProvider>)

    await userEvent.click(screen.getByRole('button', { name: 'English' }))
    const pressed = screen.getByRole('button', { name: 'Loading…' })
    expect(pressed).toHaveFocus()
    expect(pressed).toHaveAttribute('aria-busy', 'true')
    expect(pressed).toHaveAttribute('lang', 'en')

    await come(await loadEnglish())
    expect(screen.getByText('Colours')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Tiếng Việt' })).not.toHaveAttribute('aria-busy')
  })

  it('can be chosen again where the words did not come, and is then no longer said to be missing', async () => {
    const { load, come } = slowLine()
    render(<LanguageProvider load={load}><GateFrame title="Sổ Thôn"><Words /></GateFrame></LanguageProvider>)
    await userEvent.click(screen.getByRole('button', { name: 'English' }))
    await come(noEnglish)
    expect(screen.getByRole('alert')).toHaveTextContent('English could not be loaded.')

    await userEvent.click(screen.getByRole('button', { name: 'English' }))

    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Loading…' })).toHaveAttribute('aria-busy', 'true')
  })

  it('shows what was chosen on the page of this device, busy, until it is there or cannot be had', async () => {
    const { load, come } = slowLine()
    render(<LanguageProvider load={load}><LookCard /></LanguageProvider>)

    await userEvent.click(screen.getByRole('radio', { name: 'English' }))
    const chosen = screen.getByRole('radio', { name: /^English.*Đang tải.*Loading/ })
    expect(chosen).toBeChecked()
    expect(chosen).toHaveAttribute('aria-busy', 'true')

    await come(noEnglish)
    expect(screen.getByRole('radio', { name: 'Tiếng Việt' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'English' })).not.toHaveAttribute('aria-busy')
  })

  it('gives way to Vietnamese chosen meanwhile', async () => {
    const { load, come } = slowLine()
    render(<LanguageProvider load={load}><LookCard /></LanguageProvider>)
    await userEvent.click(screen.getByRole('radio', { name: 'English' }))

    await userEvent.click(screen.getByRole('radio', { name: 'Tiếng Việt' }))
    await come(await loadEnglish())

    expect(screen.getByRole('radio', { name: 'Tiếng Việt' })).toBeChecked()
    expect(screen.getByText('Màu màn hình')).toBeInTheDocument()
  })
})
