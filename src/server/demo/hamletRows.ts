import type { DemoCommune } from './demoCommune'
import { demoPlace } from './demoPlace'

/** Share of the people of 15 and more whom the quarter's plan asks for. */
const PLANNED = 0.62

/** The hamlets as the database keeps them, with the quarter's targets. */
export function hamletRows({ hamlets }: Pick<DemoCommune, 'hamlets'>) {
  return hamlets.map(({ id, plan, households }) => {
    const adults = households.flatMap((household) => household.members).filter(({ age }) => age >= 15).length
    return {
      commune: demoPlace.commune, id, code: plan.code, name: plan.name,
      labour_target: Math.round(adults * PLANNED), asxh_target: plan.beneficiaries,
    }
  })
}
