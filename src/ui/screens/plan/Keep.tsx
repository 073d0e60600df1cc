import { Empty } from '#ui/parts/Empty.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { useKeeps } from './useKeeps.ts'

/** `/bins/keep`: what the office and the property keep about the bins, one row for each. */
export function Keep() {
  const { plan } = useWords()
  const { bins } = useKeeps()
  return (
    <Screen title={plan.title} tab="bins" back="/bins">
      {bins ? (
        <Rows label={plan.title}>
          <Row href="/bins/keep/rota" title={plan.rows.rota} sub={plan.rows.rotaSub} />
          <Row href="/bins/keep/points" title={plan.rows.points} />
          <Row href="/bins/keep/windows" title={plan.rows.windows} sub={plan.rows.windowsSub} />
        </Rows>
      ) : (
        <Empty title={plan.notYours} text={plan.notYoursText} />
      )}
    </Screen>
  )
}
