import { useModule } from './useModule'

const loadUnits = () => import('../../../domain/codes/units')

/** The big list of communes, as `useModule` gives it. */
export const useUnits = (isNeeded = true) => useModule(loadUnits, isNeeded)
