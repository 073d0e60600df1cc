import { hanging, type Publication } from '#domain/wall/publication.ts'
import { Rows, Row } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Every version by number and day, and why there is another one; the latest first. */
export function Versions({ page }: { page: Publication }) {
  const { wall } = useWords()
  const { moment } = useFormats()
  const { now } = useApp()
  if (page.versions.length === 0) return null
  const latest = hanging(page)?.n
  return (
    <section class="stack">
      <h2>{wall.page.versions}</h2>
      <Rows label={wall.page.versions}>
        {[...page.versions].reverse().map(({ n, at, receivedAt, content, reason }) => (
          <Row
            key={n}
            title={`${wall.version(n)}・${wall.hung(moment(receivedAt ?? at, now()))}`}
            sub={reason}
            right={
              !content ? (
                <Tag label={wall.page.downOf} />
              ) : n === latest ? (
                <Tag tone="done" label={wall.hangs} />
              ) : undefined
            }
          />
        ))}
      </Rows>
    </section>
  )
}
