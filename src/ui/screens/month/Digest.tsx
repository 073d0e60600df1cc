import './month.css'
import { useState } from 'preact/hooks'
import { addDays } from '#domain/workingDays.ts'
import { dayDigest } from '#queries/digest.ts'
import { readerOf } from '#queries/reader.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { CopyKey } from '#ui/paper/CopyKey.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card } from '#ui/parts/Card.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { digestText } from './digestText.ts'

/** Today and six days before it. */
const DAYS = 7

/** `/digest`: one message for the group, out of the day's records. */
export function Digest() {
  const words = useWords()
  const formats = useFormats()
  const { digest } = words
  const { ctx, today, now } = useApp()
  const notAll = useNotAll()
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today(), -index))
  const [day, setDay] = useState(days[0] ?? today())
  const { text, area } = useView((view) => {
    const reader = readerOf(view, ctx, today())
    const told = dayDigest({ view, tenant: ctx.tenant, compound: ctx.compound, now: now() }, reader, day)
    const compound = reader.tree.get(ctx.compound)?.label ?? ''
    return { area: told.area, text: digestText(told, compound, { words, formats }) }
  })
  return (
    <Screen
      title={digest.title}
      sub={digest.sub}
      back="/"
      bar={
        <BottomBar>
          <CopyKey
            label={digest.copy}
            text={text}
            title={`${digest.title} ${day}`}
            why={notAll}
            copied={digest.copied}
            notCopied={digest.notCopied}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide month-narrow">
        <Segmented
          label={digest.which}
          look="chips"
          value={day}
          onChange={setDay}
          options={days.map((one) => ({ value: one, label: formats.day(one, now()) }))}
        />
        {notAll ? (
          <Nothing title={digest.title} />
        ) : (
          <>
            <Card>
              <p class="month-message">{text}</p>
            </Card>
            <p class="caption">{digest.length([...text].length)}</p>
          </>
        )}
        {area && !area.whole && <p>{digest.ofArea(formats.list(area.where))}</p>}
      </div>
    </Screen>
  )
}
