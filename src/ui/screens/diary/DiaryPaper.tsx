import './diary.css'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { LaidTable } from '#ui/paper/LaidTable.tsx'
import { MOST_ON_PAPER } from '#ui/paper/mostOnPaper.ts'
import { Page, Section } from '#ui/paper/Page.tsx'
import { TableKey } from '#ui/paper/TableKey.tsx'
import { tableLayout } from '#ui/paper/tableLayout.ts'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { diaryFile, diaryLines } from './diaryTable.ts'
import { planWords } from './says.ts'
import { useDiary } from './useDiary.ts'

/** What fits on a page that stands, with the plan, the doors and the lines to sign. */
const ROOM = { lines: 25, signs: 84 }

/** `/diary/paper?day=…`: the notebook on A4; openly without words, names and doors. */
export function DiaryPaper() {
  const words = useWords()
  const formats = useFormats()
  const { diary: said, papers } = words
  const { ctx, person } = useApp()
  const { diary, compound } = useDiary()
  const spoken = { words, formats }
  return (
    <TwoForms
      title={said.title}
      sub={formats.date(diary.day)}
      back={`/diary?day=${diary.day}`}
      publicOnly={ctx.deviceKind === 'shared'}
      keys={(internal, before) => (
        <TableKey
          name={[said.paperTitle, compound, diary.day]}
          tables={() => [diaryFile(diary, internal, spoken)]}
          before={before}
        />
      )}
    >
      {(internal) => {
        const { head, rows, more } = diaryLines(diary, internal, spoken, MOST_ON_PAPER)
        const { widths, pages } = tableLayout(head, rows, ROOM)
        return pages.map((page, index) => (
          <Page
            key={index}
            title={`${compound} ${said.paperTitle}`}
            sub={[formats.date(diary.day, ANOTHER_YEAR), ...(internal ? [person.name] : [])].join('・')}
            internal={internal}
            nth={index + 1}
            of={pages.length}
            signed={index === pages.length - 1 ? [said.sign.writer, said.sign.community] : undefined}
          >
            {index === 0 && (
              <Section title={said.plan}>
                <p>{formats.list(planWords(diary, spoken))}</p>
              </Section>
            )}
            <Section title={said.lines}>
              {rows.length === 0 ? (
                <p>{said.linesNone}</p>
              ) : (
                <LaidTable head={head} widths={widths} rows={page} />
              )}
              {more > 0 && index === pages.length - 1 && (
                <p class="page-note">{papers.more(formats.number(more))}</p>
              )}
            </Section>
            {index === pages.length - 1 && diary.visits.knocked > 0 && (
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
      }}
    </TwoForms>
  )
}
