import { ConflictScreen, type ConflictFrameProps } from '../conflict/ConflictScreen'
import { DeskPage } from '../parts/frame/DeskPage'

/** Two versions of a value, chosen between as on the phone, in the desk's frame. */
export default function ConflictPage({ id }: { readonly id: string }) {
  return <ConflictScreen id={id} Frame={DeskFrame} />
}

function DeskFrame({ foot, children, ...head }: ConflictFrameProps) {
  return <DeskPage {...head} current="kiem-tra"><div className="column st4">{children}{foot}</div></DeskPage>
}
