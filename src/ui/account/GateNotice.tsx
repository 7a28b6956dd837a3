import { Suspense, useEffect, useState } from 'react'
import type { VaultInfo } from '../../storage/vaultTypes'
import { useOutside } from '../outside'
import { rarePart } from './rarePart'

const GateNotices = rarePart((parts) => parts.GateNotices)

export interface GateNoticeProps {
  /** The account whose book is to be opened; absent = there is no book on this device. */
  readonly account?: VaultInfo
  /** Called after something of that book was handed in: the book may have changed, or be erased. */
  readonly onHandedIn?: () => Promise<void>
  /** The browser erased a book that was on this device. */
  readonly isLost?: boolean
}

/** The notices before a book is opened, if there are any. Fetched separately: hardly anybody needs them. */
export function GateNotice(props: GateNoticeProps) {
  const { vaults } = useOutside()
  const [erased, setErased] = useState<readonly string[]>([])
  useEffect(() => {
    void vaults.erased().then(setErased)
  }, [vaults, props.account])
  return (erased.length > 0 || props.isLost || props.account?.isRevoked) && <Suspense><GateNotices {...props} erased={erased} /></Suspense>
}
