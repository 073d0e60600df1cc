import './diary.css'
import Printer from '~icons/lucide/printer'
import { useLocation } from 'preact-iso'
import type { DiaryLine } from '#queries/diary.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Portions } from '#ui/parts/Portions.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { doneWords, planWords, resultWords } from './says.ts'
import { useDiary } from './useDiary.ts'

/** About as high as the card of a line, in px. */
const LINE = 280

/** `/diary?day=2024-03-04`: one's own day; whom to answer comes first. */
export function Diary() {
  const words = useWords()
  const formats = useFormats()
  const { diary: said } = words
  const { now } = useApp()
  const { route } = useLocation()
  const { diary, days } = useDiary()
  const n = formats.number
  return (
    <Screen
      title={said.title}
      sub={said.sub}
      back="/"
      bar={
        <BottomBar>
          <Key look="primary" wide icon={Printer} label={said.paper} href={`/diary/paper?day=${diary.day}`} />
        </BottomBar>
      }
    >
      <div class="stack-wide diary-page">
        <Segmented
          label={said.which}
          look="chips"
          value={diary.day}
          onChange={(day) => route(`/diary?day=${day}`, true)}
          options={days.map((one) => ({ value: one, label: formats.day(one, now()) }))}
        />
        {diary.carried.length > 0 && (
          <section class="stack">
            <Heading title={said.carried(n(diary.carried.length))} />
            <Portions
              label={said.carried(n(diary.carried.length))}
              height={LINE}
              rows={diary.carried}
              draw={(one) => (
                <div key={one.id} role="listitem" class="diary-carried">
                  <Line line={one} />
                </div>
              )}
            />
          </section>
        )}
        <section class="stack">
          <Heading title={said.plan} />
          <ul>
            {planWords(diary, { words, formats }).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
        <section class="stack">
          <Heading title={said.lines} />
          {diary.lines.length === 0 && <p>{said.linesNone}</p>}
          {diary.lines.map((one) => (
            <Line key={one.id} line={one} />
          ))}
        </section>
        {diary.visits.knocked > 0 && (
          <section class="stack">
            <Heading title={said.visits} />
            <p>{said.visitsOf(n(diary.visits.knocked), n(diary.visits.by.met ?? 0))}</p>
            <ul>
              {diary.visits.notes.map(({ where, note }, index) => (
                <li key={index}>
                  {where}：{note}
                </li>
              ))}
            </ul>
          </section>
        )}
        {diary.touched.length > 0 && (
          <section class="stack">
            <Heading title={said.touched} />
            <ul>
              {diary.touched.map((one) => (
                <li key={one.id}>
                  {words.feedback.capture.categories[one.category]}：
                  {one.steps.map((step) => said.steps[step.is] ?? '').join('；')}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Screen>
  )
}

function Line({ line }: { line: DiaryLine }) {
  const words = useWords()
  const formats = useFormats()
  const { diary } = words
  const { now } = useApp()
  return (
    <Card>
      <div class="between">
        <b>
          {line.where} {line.who}
        </b>
        <Tag label={line.told ? diary.told : diary.notTold} tone={line.told ? 'done' : 'plain'} />
      </div>
      <dl class="diary-line">
        <dt>{diary.said}</dt>
        <dd>{line.text || words.feedback.capture.categories[line.category]}</dd>
        <dt>{diary.done}</dt>
        <dd>{doneWords(line, { words, formats }, false)}</dd>
        <dt>{diary.result}</dt>
        <dd>{resultWords(line, { words, formats })}</dd>
      </dl>
      <div class="between">
        <span class="caption">{formats.moment(line.at, now())}</span>
        <Key look="quiet" label={diary.open} href={`/feedback/${line.id}`} />
      </div>
    </Card>
  )
}
