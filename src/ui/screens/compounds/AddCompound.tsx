import { BuildingsStep } from '#ui/screens/setup/BuildingsStep.tsx'
import { STEPS, useDraft } from '#ui/screens/setup/draft.ts'
import { NameStep } from '#ui/screens/setup/NameStep.tsx'
import { PointsStep } from '#ui/screens/setup/PointsStep.tsx'
import { TableStep } from '#ui/screens/setup/TableStep.tsx'
import { StepsLeftOut } from '#ui/screens/setup/WizardFrame.tsx'
import { useEntrance } from '#ui/office.ts'
import { useWords } from '#ui/words.ts'
import { LastStep } from './LastStep.tsx'

/** `/people/compounds/new`: the same steps as for the first compound; who begins is known. */
export function AddCompound() {
  const words = useWords()
  const { enter } = useEntrance()
  const { draft, sheets, change, changeSheets, finish } = useDraft(
    words.setup.points.point(1),
    'anotherCompound',
  )
  const at = Math.max(2, draft.step)
  const step = {
    draft,
    change,
    onBack: () => (at === 2 ? enter('/people/compounds') : change({ step: at - 1 })),
    onNext: () => change({ step: Math.min(STEPS, at + 1) }),
  }
  return (
    <StepsLeftOut.Provider value={1}>
      {at === 2 ? (
        <NameStep key={2} {...step} />
      ) : at === 3 && draft.way === 'table' ? (
        <TableStep key="table" {...step} sheets={sheets} onSheets={changeSheets} />
      ) : at === 3 ? (
        <BuildingsStep key={3} {...step} />
      ) : at === 4 ? (
        <PointsStep key={4} {...step} />
      ) : (
        <LastStep key={5} {...step} sheets={sheets} onDone={finish} />
      )}
    </StepsLeftOut.Provider>
  )
}
