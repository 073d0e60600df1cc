import { inForce } from '#domain/rights.ts'
import { type Act, ROLES } from '#domain/roles.ts'
import { useApp } from '#ui/state/app.ts'

/** What somebody may keep about the bins today: `bins` (bins, rota, own rules), `setUp` (points, windows, lists). */
export function useKeeps(): { readonly bins: boolean; readonly setUp: boolean } {
  const { person, today } = useApp()
  const day = today()
  const may = (act: Act) =>
    person.appointments.some((one) => inForce(one, day) && ROLES[one.role].act.includes(act))
  return { bins: may('keepBins'), setUp: may('setUp') }
}
