import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Button } from '../../../src/ui/parts/Button'
import { PhonePage } from '../../../src/ui/parts/frame/PhonePage'
import { uiWorld } from '../../support/uiWorld'

/** A request that is taken back, with the button that did it, beside one that stays. */
function Screen() {
  const [isAsked, setAsked] = useState(true)
  return (
    <PhonePage title="Yêu cầu">
      {isAsked ? <Button onClick={() => setAsked(false)}>Rút lại</Button> : <p>Đã rút lại</p>}
      <Button onClick={() => setAsked(false)}>Đồng bộ</Button>
    </PhonePage>
  )
}

describe('the title of a screen', () => {
  it('takes the focus of what is no longer there', async () => {
    const { user } = uiWorld().show(<Screen />)

    await user.click(screen.getByRole('button', { name: 'Rút lại' }))

    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('leaves it with what stays, and where nobody has it', async () => {
    const { user } = uiWorld().show(<Screen />)
    const stays = screen.getByRole('button', { name: 'Đồng bộ' })

    await user.click(stays)
    await screen.findByText('Đã rút lại')

    expect(stays).toHaveFocus()
  })
})
