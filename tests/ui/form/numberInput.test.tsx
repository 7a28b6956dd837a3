import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { AnswerValue } from '../../../src/domain/forms/answers'
import { NumberInput } from '../../../src/ui/form/inputs/NumberInput'
import { LanguageProvider } from '../../../src/ui/text/language'

async function box() {
  const kept: (AnswerValue | undefined)[] = []
  function Held() {
    const [value, setValue] = useState<AnswerValue | undefined>()
    return <><label htmlFor="n">Số</label><NumberInput id="n" name="n" field={{ kind: 'money', label: 'Số', required: false }} label="Số" value={value} onBlur={() => {}} describedBy={undefined} invalid={false} onChange={(next) => { kept.push(next); setValue(next) }} /></>
  }
  render(<LanguageProvider><Held /></LanguageProvider>)
  return { user: userEvent.setup(), kept, input: await screen.findByLabelText('Số') }
}

describe('typing a number', () => {
  it.each<[string, AnswerValue, string]>([
    ['1234567', 1234567, '1.234.567'],
    ['1.234.567', 1234567, '1.234.567'],
    ['1 234 567', 1234567, '1.234.567'],
    ['47.5', '47.5', '47.5'],
    ['12.34', '12.34', '12.34'],
    ['ba mươi', 'ba mươi', 'ba mươi'],
  ])('%j is kept as %j and shown as %j', async (typed, value, shown) => {
    const { user, kept, input } = await box()

    await user.type(input, typed)
    expect(input).toHaveValue(typed)
    await user.tab()

    expect(kept.at(-1)).toBe(value)
    expect(input).toHaveValue(shown)
  })

  it('separates groups by commas in English, and takes them so', async () => {
    localStorage.setItem('sothon-lang', 'en')
    const { user, kept, input } = await box()

    await user.type(input, '1,234,567')
    await user.tab()

    expect(kept.at(-1)).toBe(1234567)
    expect(input).toHaveValue('1,234,567')
    localStorage.removeItem('sothon-lang')
  })

  it('says an amount in words, so that a zero too many is heard', async () => {
    const { user, input } = await box()

    await user.type(input, '5000000')
    expect(screen.getByText('năm triệu đồng')).toBeInTheDocument()
    await user.clear(input)

    expect(screen.queryByText('năm triệu đồng')).not.toBeInTheDocument()
  })
})
