import { Suspense, useEffect, useState } from 'react'
import type { VaultInfo } from '../../storage/vaultTypes'
import { useOutside } from '../outside'
import { rarePart } from './rarePart'

const GateNotices = rarePart((parts) => parts.GateNotices)

export interface GateNoticeProps {
  /** Whose book is to be opened; absent = none is here. */
  readonly account?: VaultInfo
  /** Something of that book was handed in: it may be another by now, or erased. */
  readonly onHandedIn?: () => Promise<void>
  /** The browser erased a book that was here. */
  readonly isLost?: boolean
}

/** What is to be said before a book is opened, if anything is. The words are fetched apart: hardly anybody needs them. */
export function GateNotice(props: GateNoticeProps) {
  const { vaults } = useOutside()
  const [erased, setErased] = useState<readonly string[]>([])
  useEffect(() => {
    void vaults.erased().then(setErased)
  }, [vaults, props.account])
  return (erased.length > 0 || props.isLost || props.account?.isRevoked) && <Suspense><GateNotices {...props} erased={erased} /></Suspense>
}
