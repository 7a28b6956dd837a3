import { useCallback, useState } from 'react'
import { ok } from '../../../domain/result'
import type { User } from '../../../protocol/api'
import { foldName } from '../../../domain/identity/nameKey'
import { Button } from '../../parts/Button'
import { DeskPage } from '../../parts/frame/DeskPage'
import { Empty } from '../../parts/states/Empty'
import { SearchInput } from '../../parts/fields/SearchInput'
import { useToast } from '../../parts/toast/useToast'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { useText } from '../../text/useText'
import { CommunePicker } from '../CommunePicker'
import { Loaded } from '../Loaded'
import { useCommune } from '../useCommune'
import { useRemoteData } from '../../parts/reading/useRemoteData'
import { PasswordDialog, type FreshPassword } from './PasswordDialog'
import { UserDialog } from './UserDialog'
import { UserPanel } from './UserPanel'
import { UserTable } from './UserTable'

/** Accounts of the commune: who may do what and where. */
export function UsersScreen() {
  const t = useText(adminTexts)
  const toast = useToast()
  const { data, reload } = useUsers()
  const [search, setSearch] = useState('')
  const [currentId, setCurrentId] = useState<string | null>(null)
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  const [fresh, setFresh] = useState<FreshPassword | null>(null)
  const done = (words: string): void => {
    setEdited(null)
    toast.show(words)
    reload()
  }
  const count = data.state === 'ready' ? data.value.users.length : 0
  return (
    <DeskPage title={t.users.title} sub={count > 0 && t.users.sub(count)} current="nguoi-dung" actions={<Button kind="pri" icon="plus" onClick={() => setEdited('new')}>{t.users.add}</Button>}>
      <CommunePicker />
      <div className="fbar"><SearchInput label={t.users.search} value={search} onChange={setSearch} /></div>
      <Loaded data={data} onAgain={reload}>
        {({ users, hamlets }) => {
          const shown = users.filter((user) => `${foldName(user.name)} ${user.username}`.includes(foldName(search)))
          const current = shown.find((user) => user.id === currentId)
          return (
            <>
              {shown.length === 0 ? <Empty icon="users" title={t.users.empty} /> : (
                <div className={current ? 'split' : undefined}>
                  <UserTable users={shown} hamlets={hamlets} currentId={currentId} onChoose={setCurrentId} />
                  {current && <UserPanel user={current} hamlets={hamlets} onEdit={() => setEdited(current)} onDone={done} onPassword={setFresh} />}
                </div>
              )}
              {edited && (
                <UserDialog
                  user={edited === 'new' ? null : edited} hamlets={hamlets} onClose={() => setEdited(null)} onSaved={(user) => done(t.user.saved(user.name))}
                  onChangedSince={() => { setEdited(null); reload() }}
                  onCreated={(user, password) => { setEdited(null); setFresh({ name: user.name, username: user.username, password }); setCurrentId(user.id); reload() }}
                />
              )}
            </>
          )
        }}
      </Loaded>
      {fresh && <PasswordDialog fresh={fresh} onClose={() => setFresh(null)} />}
    </DeskPage>
  )
}

function useUsers() {
  const { remote } = useServices()
  const { code } = useCommune()
  return useRemoteData(useCallback(async () => {
    const [users, hamlets] = await Promise.all([remote.users(code), remote.hamlets(code)])
    if (!users.ok) return users
    return hamlets.ok ? ok({ users: users.value, hamlets: hamlets.value }) : hamlets
  }, [remote, code]))
}
