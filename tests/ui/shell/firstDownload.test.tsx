import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FirstDownload } from '../../../src/ui/shell/FirstDownload'
import { communeContext, uiWorld } from '../../support/uiWorld'

it.each([['before they came', [], 'Danh sách thôn'], ['when they are here', [communeContext], 'Danh sách 2 thôn']])('the first download counts the hamlets when they are here: %s', (_, contexts, words) => {
  uiWorld({ contexts, sync: { phase: 'pulling', lastSuccessAt: null } }).show(<FirstDownload onDone={() => {}} />)

  expect(screen.getByText(words)).toBeVisible()
})
