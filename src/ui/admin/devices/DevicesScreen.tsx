import { useCallback } from 'react'
import { ok } from '../../../domain/result'
import type { Device } from '../../../protocol/api'
import { deviceCode } from '../../parts/deviceCode'
import { DeskPage } from '../../parts/frame/DeskPage'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { momentWords } from '../../text/moments'
import { useText } from '../../text/useText'
import { CommunePicker } from '../CommunePicker'
import { ConfirmDialog } from '../ConfirmDialog'
import { Loaded } from '../Loaded'
import { useCommune } from '../useCommune'
import { useDialog } from '../useDialog'
import { useRemoteData } from '../../parts/reading/useRemoteData'
import { DeviceTable } from './DeviceTable'

/** Devices enrolled in the commune: whose each is, its last contact and how much it sent. A lost device can be revoked. */
export function DevicesScreen() {
  const t = useText(adminTexts)
  const { remote, now } = useServices()
  const { code } = useCommune()
  const { data, reload } = useDevices()
  const { open: asked, setOpen: setAsked, close, done } = useDialog<Device>(reload)
  const active = data.state === 'ready' ? data.value.devices.filter((device) => !device.revoked).length : 0
  return (
    <DeskPage title={t.devices.title} sub={active > 0 && t.devices.sub(active)} current="may">
      <CommunePicker />
      <Loaded data={data} onAgain={reload}>
        {({ devices, users }) => {
          const device = asked && t.devices.named(deviceCode(asked.id), asked.label)
          const nameOf = (userId: string): string => users.find((user) => user.id === userId)?.name ?? '…'
          return (
            <>
              <DeviceTable devices={devices} nameOf={nameOf} onRevoke={setAsked} />
              {asked && device && (
                <ConfirmDialog
                  title={t.devices.revokeTitle(device, nameOf(asked.userId))} about={t.devices.lastSeen(asked.lastSeenAt ? momentWords(asked.lastSeenAt, now()) : t.never)} words={t.devices.revokeWords} doIt={t.devices.revokeDo}
                  ask={() => remote.revokeDevice(code, asked.id)} onClose={close}
                  onDone={() => done(t.devices.revokeDone(device))}
                />
              )}
            </>
          )
        }}
      </Loaded>
    </DeskPage>
  )
}

function useDevices() {
  const { remote } = useServices()
  const { code } = useCommune()
  return useRemoteData(useCallback(async () => {
    const [devices, users] = await Promise.all([remote.devices(code), remote.users(code)])
    if (!devices.ok) return devices
    return users.ok ? ok({ devices: devices.value, users: users.value }) : users
  }, [remote, code]))
}
