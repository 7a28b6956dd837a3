import { useEffect } from 'react'
import { useHandIn } from './useHandIn'

/** In the open book of a revoked device: hands in once without being asked. What is left the sync page says. */
export function HandingIn() {
  const handIn = useHandIn()
  useEffect(() => {
    void handIn('itself')
  }, [handIn])
  return null
}
