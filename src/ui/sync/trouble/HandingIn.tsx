import { useEffect } from 'react'
import { useHandIn } from './useHandIn'

/** In the open book of a revoked device: hands in once by itself. The sync page shows what is left. */
export function HandingIn() {
  const handIn = useHandIn()
  useEffect(() => {
    void handIn('itself')
  }, [handIn])
  return null
}
