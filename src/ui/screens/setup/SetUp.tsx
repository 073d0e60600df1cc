import { useEffect } from 'preact/hooks'
import { carriedIn } from '#domain/invitation.ts'
import { useWords } from '#ui/words.ts'
import { BuildingsStep } from './BuildingsStep.tsx'
import { CodeStep } from './CodeStep.tsx'
import { STEPS, useDraft } from './draft.ts'
import { NameStep } from './NameStep.tsx'
import { OfficerStep } from './OfficerStep.tsx'
import { PointsStep } from './PointsStep.tsx'
import { TableStep } from './TableStep.tsx'

/** An empty server becomes a compound, and this browser its first device. */
export function SetUp() {
  const words = useWords()
  const { draft, sheets, change, changeSheets, finish } = useDraft(words.setup.points.point(1))
  useEffect(() => {
    const carried = carriedIn(location.hash)
    if (!carried) return
    change({ code: carried.key })
    // The code stays out of the history and of what somebody photographs.
    history.replaceState(history.state, '', location.pathname)
  }, [])

  const step = {
    draft,
    change,
    onBack: () => change({ step: Math.max(1, draft.step - 1) }),
    onNext: () => change({ step: Math.min(STEPS, draft.step + 1) }),
  }
  switch (draft.step) {
    case 1:
      return <CodeStep key={1} {...step} />
    case 2:
      return <NameStep key={2} {...step} />
    case 3:
      return draft.way === 'table' ? (
        <TableStep key="table" {...step} sheets={sheets} onSheets={changeSheets} />
      ) : (
        <BuildingsStep key={3} {...step} />
      )
    case 4:
      return <PointsStep key={4} {...step} />
    default:
      return <OfficerStep key={5} {...step} sheets={sheets} onDone={finish} />
  }
}
