import './diary.css'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { Grid, Page, Section } from '#ui/paper/Page.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import type { DiaryLine } from '#queries/diary.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { doneWords, planWords, resultWords } from './says.ts'
import { useDiary } from './useDiary.ts'

/** Lines on one page, in the longest words. */
const ROWS = 12

/** `/diary/paper?day=…`: the notebook on A4; openly without words, names and doors. */
export function DiaryPaper() {
  const words = useWords()
  const formats = useFormats()
  const { diary: said } = words
  const { ctx, person } = useApp()
  const { diary, compound } = useDiary()
  const spoken = { words, formats }
  const all = [...diary.carried, ...diary.lines]
  const pages = Math.max(1, Math.ceil(all.length / ROWS))
  const { categories } = words.feedback.capture
  const rows = (lines: readonly DiaryLine[], internal: boolean) =>
    lines.map((one) => [
      internal ? `${one.where} ${one.who ?? ''}`.trim() : one.openly,
      internal ? one.text || categories[one.category] : categories[one.category],
      doneWords(one, spoken, !internal),
      resultWords(one, spoken),
    ])
  return (
    <TwoForms
      title={said.title}
      sub={formats.date(diary.day)}
      back={`/diary?day=${diary.day}`}
      publicOnly={ctx.deviceKind === 'shared'}
    >
      {(internal) =>
        Array.from({ length: pages }, (_, index) => (
          <Page
            key={index}
            title={`${compound} ${said.paperTitle}`}
            sub={[formats.date(diary.day, ANOTHER_YEAR), ...(internal ? [person.name] : [])].join('・')}
            internal={internal}
            nth={index + 1}
            of={pages}
            signed={index === pages - 1 ? [said.sign.writer, said.sign.community] : undefined}
          >
            {index === 0 && (
              <Section title={said.plan}>
                <p>{formats.list(planWords(diary, spoken))}</p>
              </Section>
            )}
            <Section title={said.lines}>
              <Grid
                none={said.linesNone}
                head={[words.month.sheet.head.where, said.said, said.done, said.result]}
                rows={rows(all.slice(index * ROWS, (index + 1) * ROWS), internal)}
              />
            </Section>
            {index === pages - 1 && diary.visits.knocked > 0 && (
              <Section title={said.visits}>
                <p>
                  {said.visitsOf(
                    formats.number(diary.visits.knocked),
                    formats.number(diary.visits.by.met ?? 0),
                  )}
                </p>
              </Section>
            )}
          </Page>
        ))
      }
    </TwoForms>
  )
}
