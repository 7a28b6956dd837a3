import { screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { labourAnswers } from '../../support/villageForms'
import { collecting, FORM, labourDraft } from './formWorld'

describe('a form in English', () => {
  beforeEach(() => localStorage.setItem('sothon-lang', 'en'))
  afterEach(() => localStorage.clear())

  it('says how to ask in English, and keeps the words that the officer says', async () => {
    await collecting(`/phieu/${FORM}`, { drafts: [labourDraft(labourAnswers(), { place: 'education' })] })

    expect(await screen.findByText(/^Ask which grade they finished/)).toHaveTextContent('Ask which grade they finished and which certificate they have: “Học xong lớp mấy, có bằng gì?”')
    expect(screen.getByText('“Học xong lớp mấy, có bằng gì?”')).toHaveAttribute('lang', 'vi')
  })
})
