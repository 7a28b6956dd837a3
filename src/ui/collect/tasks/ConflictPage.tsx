import { ConflictScreen, type ConflictFrameProps } from '../../conflict/ConflictScreen'
import { PhonePage } from '../../parts/frame/PhonePage'

/** The conflict screen in the phone's frame. */
export function ConflictPage({ id }: { readonly id: string }) {
  return <ConflictScreen id={id} Frame={PhoneFrame} />
}

const PhoneFrame = (props: ConflictFrameProps) => <PhonePage {...props} back="history" />
