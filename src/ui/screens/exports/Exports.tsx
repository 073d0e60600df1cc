import './exports.css'
import Plus from '~icons/lucide/plus'
import type { FormMap } from '#domain/formMap.ts'
import { mayExport } from '#queries/exports.ts'
import { tablesFor } from '#queries/exportTables/all.ts'
import { pointsOfReports } from '#queries/binReport.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { listName } from './says.ts'

/** `/exports`: what was written once, as any table that is asked for. */
export function Exports() {
  const words = useWords()
  const formats = useFormats()
  const { ctx, person } = useApp()
  const { reader, today, may } = useReader()
  const { exports } = words
  const tables = tablesFor(reader, person.appointments, today)
  if (tables.length === 0) {
    return (
      <Screen title={exports.title} back="/">
        <Empty title={exports.notYours} text={exports.notYoursText} />
      </Screen>
    )
  }
  const forms = reader
    .all<FormMap>('formMap')
    .filter((one) => tables.some(({ list }) => list === one.list))
    .sort((a, b) => (a.title < b.title ? -1 : 1))
  return (
    <Screen
      title={exports.title}
      sub={exports.sub}
      back="/"
      bar={
        may('keepForms') && (
          <BottomBar>
            <Key look="primary" wide icon={Plus} label={exports.newForm} href="/exports/forms/new" />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide">
        <section class="stack">
          <Heading title={exports.forms} />
          {forms.length === 0 ? (
            <p>{exports.formsNone}</p>
          ) : (
            <Rows label={exports.forms}>
              {forms.map((one) => (
                <Row
                  key={one.id}
                  href={`/exports/forms/${one.id}`}
                  title={one.title}
                  sub={exports.formSub(listName(one.list, words), formats.number(one.columns.length))}
                />
              ))}
            </Rows>
          )}
        </section>
        <section class="stack">
          <Heading title={exports.lists} />
          <Rows label={exports.lists}>
            {tables.map(({ list }) => (
              <Row key={list} href={`/exports/lists/${list}`} title={listName(list, words)} />
            ))}
            {pointsOfReports(ctx, reader).length > 0 && (
              <Row href="/bins/report/paper?by=week" title={exports.binReport} sub={exports.binReportSub} />
            )}
            {mayExport(reader, ctx.compound) && (
              <Row href="/doors/export" title={exports.roster} sub={exports.rosterSub} />
            )}
          </Rows>
        </section>
      </div>
    </Screen>
  )
}
