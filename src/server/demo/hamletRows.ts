import type { DemoCommune } from './demoCommune'
import { demoPlace } from './demoPlace'

/** The share of people aged 15 or older in the quarter's target. */
const PLANNED = 0.62

/** The hamlets as rows of the database, with the quarter's targets. */
export function hamletRows({ hamlets }: Pick<DemoCommune, 'hamlets'>) {
  return hamlets.map(({ id, plan, households }) => {
    const adults = households.flatMap((household) => household.members).filter(({ age }) => age >= 15).length
    return {
      commune: demoPlace.commune, id, code: plan.code, name: plan.name,
      labour_target: Math.round(adults * PLANNED), asxh_target: plan.beneficiaries,
    }
  })
}
