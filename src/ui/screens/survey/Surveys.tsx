import './survey.css'
import { asksOn } from '#domain/survey/survey.ts'
import { readerOf } from '#queries/reader.ts'
import { surveysOn, surveyView } from '#queries/survey.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useMay } from './may.ts'

/** `/survey`: what is asked now, and what was. */
export function Surveys() {
  const { survey: words } = useWords()
  const formats = useFormats()
  const { ctx, today } = useApp()
  const may = useMay()
  const rows = useView((view) => {
    const reader = readerOf(view, ctx, today())
    return surveysOn(reader, today()).map((one) => ({ one, seen: surveyView(reader, one) }))
  })
  return (
    <Screen
      title={words.title}
      sub={words.sub}
      back="/"
      bar={
        may.plan && (
          <BottomBar>
            <Key look="primary" label={words.begin} href="/survey/new" />
          </BottomBar>
        )
      }
    >
      {rows.length === 0 ? (
        <Nothing title={words.none} text={words.noneText} />
      ) : (
        <Rows>
          {rows.map(({ one, seen }) => (
            <Row
              key={one.id}
              href={`/survey/${one.id}`}
              title={one.title}
              sub={words.days(formats.date(one.from), formats.date(one.until))}
              right={
                <>
                  {words.pad.enteredOf(
                    formats.number(seen.reach.answered),
                    formats.number(seen.reach.refused),
                    formats.number(seen.reach.nobody),
                  )}
                  {seen.scanned > 0 && `・${words.sources.of.qr} ${formats.number(seen.scanned)}`}{' '}
                  <Tag
                    tone={asksOn(one, today()) ? 'now' : 'plain'}
                    label={asksOn(one, today()) ? words.open : words.over}
                  />
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Screen>
  )
}
