import { ConflictScreen, type ConflictFrameProps } from '../conflict/ConflictScreen'
import { DeskPage } from '../parts/frame/DeskPage'

/** The conflict screen in the desk's frame: a person chooses between two versions of a value, as on the phone. */
export default function ConflictPage({ id }: { readonly id: string }) {
  return <ConflictScreen id={id} Frame={DeskFrame} />
}

function DeskFrame({ foot, children, ...head }: ConflictFrameProps) {
  return <DeskPage {...head} current="kiem-tra"><div className="column st4">{children}{foot}</div></DeskPage>
}
