import { resolutionsFor } from '#queries/council.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWords } from '#ui/words.ts'
import { ResolutionRow } from './ResolutionRow.tsx'

/** On Today: what sittings gave this person to do; nothing where there is none. */
export function MyResolutions() {
  const { task } = useWords().council
  const { reader, today } = useReader()
  const mine = resolutionsFor(reader, today)
  if (mine.length === 0) return null
  return (
    <section>
      <Heading title={task.mine} />
      <Rows>
        {mine.map((one) => (
          <ResolutionRow key={one.id} resolution={one} own />
        ))}
      </Rows>
    </section>
  )
}
