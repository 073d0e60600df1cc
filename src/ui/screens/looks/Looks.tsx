import './looks.css'
import Printer from '~icons/lucide/printer'
import { useState } from 'preact/hooks'
import type { Look } from '#domain/look.ts'
import { looksByDay } from '#queries/looks.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

const AT_ONCE = 50

/** 谁看过名册: by day, newest first. The office sees everybody's, whoever looked sees their own. */
export function Looks() {
  const { discretion, common, papers } = useWords()
  const words = discretion.looks
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const [most, setMost] = useState(AT_ONCE)
  const office = reader.reads('looks', ctx.compound)
  const days = looksByDay(ctx.view, reader, most)
  const shown = days.reduce((sum, { looks }) => sum + looks.length, 0)
  const said = (look: Look) =>
    [
      [discretion.why[look.why], look.note].filter(Boolean).join('：'),
      look.count !== undefined && look.what !== 'phone' && words.count(formats.number(look.count)),
    ]
      .filter(Boolean)
      .join('・')
  return (
    <Screen title={office ? words.title : words.mine} back="/doors">
      <div class="looks">
        {days.length === 0 && <Nothing title={words.none} text={words.noneText} />}
        {days.length > 0 && (
          <Key look="quiet" icon={Printer} label={papers.looks.key} href="/doors/looks/paper" />
        )}
        {days.map(({ day, looks }) => (
          <section key={day} class="stack">
            <h2>{formats.day(day, today)}</h2>
            <Rows label={formats.day(day, today)}>
              {looks.map(({ look, who, where }) => (
                <Row
                  key={look.id}
                  lead={<Lead big={formats.time(look.at)} />}
                  // Of what only a newer version has a word for, who and where stand all the same.
                  title={[who || common.somebody, discretion.what[look.what]].filter(Boolean).join('・')}
                  sub={[where, said(look), look.lapsed && common.lapsed].filter(Boolean).join('・')}
                />
              ))}
            </Rows>
          </section>
        ))}
        {shown >= most && <Key look="quiet" label={words.more} onPress={() => setMost(most + AT_ONCE)} />}
      </div>
    </Screen>
  )
}
