import type { Device } from '../../../protocol/api'
import { Button } from '../../parts/Button'
import { deviceCode } from '../../parts/deviceCode'
import { Empty } from '../../parts/states/Empty'
import { Pill } from '../../parts/Pill'
import { useServices } from '../../services'
import { adminTexts } from '../../text/admin'
import { momentWords } from '../../text/moments'
import { useNumberWords } from '../../text/useNumberWords'
import { useText } from '../../text/useText'

interface DeviceTableProps {
  readonly devices: readonly Device[]
  readonly nameOf: (userId: string) => string
  readonly onRevoke: (device: Device) => void
}

/** The devices: revoked ones last, otherwise the latest contact first. */
export function DeviceTable({ devices, nameOf, onRevoke }: DeviceTableProps) {
  const t = useText(adminTexts)
  const numberWords = useNumberWords()
  const { now } = useServices()
  if (devices.length === 0) return <Empty icon="dev" title={t.devices.empty} />
  const sorted = [...devices].sort((a, b) => Number(a.revoked) - Number(b.revoked) || ((a.lastSeenAt ?? '') < (b.lastSeenAt ?? '') ? 1 : -1))
  return (
    <div className="tw">
      <table className="tb">
        <caption className="vh">{t.devices.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.devices.user}</th><th scope="col">{t.devices.label}</th><th scope="col">{t.devices.enrolled}</th><th scope="col">{t.devices.seen}</th>
            <th scope="col" className="r">{t.devices.count}</th><th scope="col">{t.devices.state}</th><th scope="col"><span className="vh">{t.devices.revoke}</span></th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((device) => (
            <tr key={device.id}>
              <td className="b nw">{nameOf(device.userId)}</td>
              <td>{device.label} <span className="mut num">{deviceCode(device.id)}</span></td>
              <td className="nw">{momentWords(device.enrolledAt, now())}</td>
              <td className="nw">{device.lastSeenAt ? momentWords(device.lastSeenAt, now()) : <span className="mut">{t.never}</span>}</td>
              <td className="r">{numberWords(device.last)}</td>
              <td><Pill state={device.revoked ? 'none' : 'accepted'} text={device.revoked ? t.devices.revoked : t.devices.active} /></td>
              <td>{!device.revoked && <Button kind="quiet" aria-label={t.devices.revokeOf(t.devices.named(deviceCode(device.id), device.label))} onClick={() => onRevoke(device)}>{t.devices.revoke}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
