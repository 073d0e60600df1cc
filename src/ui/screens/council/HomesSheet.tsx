import type { Feedback } from '#domain/feedback/feedback.ts'
import type { FeedbackRow } from '#queries/feedback.ts'
import { headlineOf } from '#ui/headline.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { HomeKeys } from './HomeKeys.tsx'

/** What would be on the agenda if it were not about a home; on a tablet that others look at too, without the door. */
export function HomesSheet({ rows, onClose }: { rows: readonly FeedbackRow[]; onClose: () => void }) {
  const words = useWords()
  const { atCouncil, common } = words
  const { number } = useFormats()
  const { reader } = useReader()
  return (
    <Sheet open onClose={onClose} title={atCouncil.homes(number(rows.length))} close={common.close}>
      <div class="stack">
        <p>{atCouncil.homesText}</p>
        {rows.map((row) => {
          const remark = reader.get<Feedback>(row.id)
          return (
            <Card key={row.id}>
              <div class="stack">
                <p>
                  <b>{headlineOf(row, words)}</b>
                </p>
                {!reader.shared && row.where && <p class="caption">{row.where}</p>}
                {remark?.kind === 'feedback' && <HomeKeys remark={remark} />}
                <Key look="quiet" label={atCouncil.see} href={`/feedback/${row.id}`} />
              </div>
            </Card>
          )
        })}
      </div>
    </Sheet>
  )
}
