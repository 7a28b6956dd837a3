import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { LanguageProvider, useLanguage } from '../../../src/ui/text/language'
import { loadEnglish } from '../../../src/ui/text/loadEnglish'
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
