import { useCallback } from 'react'
import { ok } from '../../../domain/result'
import type { Hamlet } from '../../../protocol/messages'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { CommunePicker } from '../CommunePicker'
import { Loaded } from '../Loaded'
import { useCommune } from '../useCommune'
import { useDialog } from '../useDialog'
import { useRemoteData } from '../../parts/reading/useRemoteData'
import { AssignDialog } from './AssignDialog'
import { HamletDialog } from './HamletDialog'
import { HamletTable } from './HamletTable'

type Open = { readonly dialog: 'edit'; readonly hamlet: Hamlet | null } | { readonly dialog: 'assign'; readonly hamlet: Hamlet }

/** Hamlets of the commune, their targets, and who works in each. */
export function HamletsScreen() {
  const t = useText(adminTexts)
  const { data, reload } = useHamlets()
  const { open, setOpen, close, done } = useDialog<Open>(reload)
  const count = data.state === 'ready' ? data.value.hamlets.length : 0
  return (
    <DeskPage title={t.hamlets.title} sub={count > 0 && t.hamlets.sub(count)} current="thon-ban" actions={<Button kind="pri" icon="plus" onClick={() => setOpen({ dialog: 'edit', hamlet: null })}>{t.hamlets.add}</Button>}>
      <CommunePicker />
      <Loaded data={data} onAgain={reload}>
        {({ hamlets, users }) => (
          <>
            {hamlets.length === 0 ? <Empty icon="home" title={t.hamlets.empty} /> : (
              <HamletTable hamlets={hamlets} users={users} onEdit={(hamlet) => setOpen({ dialog: 'edit', hamlet })} onAssign={(hamlet) => setOpen({ dialog: 'assign', hamlet })} />
            )}
            {open?.dialog === 'edit' && <HamletDialog hamlet={open.hamlet} onClose={close} onSaved={(hamlet) => done(t.hamlets.saved(hamlet.name))} />}
            {open?.dialog === 'assign' && <AssignDialog hamlet={open.hamlet} users={users} onClose={close} onChangedSince={() => { close(); reload() }} onSaved={() => done(t.hamlets.assigned(open.hamlet.name))} />}
          </>
        )}
      </Loaded>
    </DeskPage>
  )
}

function useHamlets() {
  const { remote } = useServices()
  const { code } = useCommune()
  return useRemoteData(useCallback(async () => {
    const [hamlets, users] = await Promise.all([remote.hamlets(code), remote.users(code)])
    if (!hamlets.ok) return hamlets
    return users.ok ? ok({ hamlets: hamlets.value, users: users.value }) : users
  }, [remote, code]))
}
