import { Box } from '../parts/Box'
import type { Said } from './FileOut'

/** The result of giving a file out. Screen readers read it out. */
export function SaidBox({ said }: { readonly said: Said | null }) {
  return <div role="status">{said && <Box kind={said.kind} icon={said.kind === 'ok' ? 'check' : 'alert'}><p>{said.words}</p></Box>}</div>
}
