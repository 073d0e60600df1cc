import { useRoute } from 'preact-iso'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { compoundName } from '#queries/council.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { ListPaper } from '#ui/paper/ListPaper.tsx'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { agendaTable } from './agendaTable.ts'
import { meetingTitle, meetingWhen } from './names.ts'

/** `/council/:meeting/agenda`: what is to be talked over, on the wall before the sitting and on the table during it. */
export function AgendaPaper() {
  const words = useWords()
  const formats = useFormats()
  const { council, papers } = words
  const id = useRoute().params['meeting'] as RecordId
  const { ctx } = useApp()
  const { reader } = useReader()
  const meeting = reader.get<Meeting>(id)
  if (meeting?.kind !== 'meeting') {
    return (
      <Screen title={papers.agenda.title} back="/council">
        <Nothing title={council.gone} />
      </Screen>
    )
  }
  const spoken = { words, formats }
  return (
    <ListPaper
      title={papers.agenda.title}
      compound={compoundName(ctx.view, ctx.compound)}
      of={meetingTitle(meeting, spoken)}
      more={meetingWhen(meeting, spoken, ANOTHER_YEAR)}
      back={`/council/${meeting.id}`}
      publicOnly={reader.shared}
      signed={papers.agenda.sign}
      list={(internal) => agendaTable({ view: ctx.view, reader, spoken }, meeting.id, internal)}
    />
  )
}
