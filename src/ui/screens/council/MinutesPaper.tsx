import './council-paper.css'
import Copy from '~icons/lucide/copy'
import Send from '~icons/lucide/send'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { proposePage } from '#commands/publications.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { compoundName } from '#queries/council.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { TableKey } from '#ui/paper/TableKey.tsx'
import { TwoForms } from '#ui/paper/TwoForms.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { CopySheet } from './CopySheet.tsx'
import { groupTextOf, minutesContent } from './minutes.ts'
import { minutesTable } from './minutesTable.ts'
import { MinutesPages } from './MinutesPages.tsx'
import { meetingTitle } from './names.ts'

/** `/council/:meeting/paper`: the minutes as they come out of the printer, as a message, and on their way to the wall. */
export function MinutesPaper() {
  const { council } = useWords()
  const id = useRoute().params['meeting'] as RecordId
  const { reader } = useReader()
  const meeting = reader.get<Meeting>(id)
  if (meeting?.kind !== 'meeting') {
    return (
      <Screen title={council.paper.title} back="/council">
        <Nothing title={council.gone} />
      </Screen>
    )
  }
  return <Shown meeting={meeting} />
}

function Shown({ meeting }: { meeting: Meeting }) {
  const words = useWords()
  const formats = useFormats()
  const { council, common } = words
  const { paper } = council
  const { ctx } = useApp()
  const { reader, today, may } = useReader()
  const { route } = useLocation()
  const toast = useToast()
  const [copying, setCopying] = useState(false)
  const hidden = useHidden()
  const [busy, setBusy] = useState(false)
  const asking = { view: ctx.view, reader, spoken: { words, formats } }
  const compound = compoundName(ctx.view, ctx.compound)
  const publish = async () => {
    setBusy(true)
    const done = await proposePage(ctx, {
      section: 'resolutions',
      about: meeting.id,
      content: minutesContent(asking, meeting, today),
    })
    setBusy(false)
    toast(done.ok ? { text: paper.published } : { text: common.refused[done.refused], icon: Warning })
    if (done.ok) route(`/wall/${done.value}`)
  }
  return (
    <>
      <TwoForms
        title={paper.title}
        sub={meetingTitle(meeting, asking.spoken, today)}
        back={`/council/${meeting.id}`}
        publicOnly={reader.shared}
        keys={(internal, before) => (
          <>
            <TableKey
              name={[words.papers.minutes.file, compound, meetingTitle(meeting, asking.spoken)]}
              tables={() => [minutesTable(asking, meeting, internal)]}
              before={before}
            />
            <Key icon={Copy} label={paper.copy} onPress={() => setCopying(true)} />
            {may('proposeWall') && (
              <Key
                icon={Send}
                label={paper.publish}
                busy={busy}
                busyLabel={common.saving}
                onPress={() => void publish()}
              />
            )}
          </>
        )}
      >
        {(internal) => (
          <div class="minutes">
            <MinutesPages asking={asking} meeting={meeting} compound={compound} internal={internal} />
          </div>
        )}
      </TwoForms>
      {copying && !hidden && (
        <CopySheet text={groupTextOf(asking, meeting, compound)} onClose={() => setCopying(false)} />
      )}
    </>
  )
}
