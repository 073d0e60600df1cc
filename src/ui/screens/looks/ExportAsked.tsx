import './looks.css'
import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { allowExport, refuseExport } from '#commands/exportRequests.ts'
import type { Done } from '#commands/context.ts'
import { type ExportRequest, isOver } from '#domain/exportRequest.ts'
import type { RecordId } from '#domain/ids.ts'
import { whereOf } from '#domain/places.ts'
import { nameOf } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { listName } from '#ui/screens/exports/says.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** `/doors/watch/:request`: somebody wants to take many names away; yes or no. */
export function ExportAsked() {
  const all = useWords()
  const { trace, common, discretion, people } = all
  const words = trace.request
  const formats = useFormats()
  const now = useNow()
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const { route } = useLocation()
  const toast = useToast()
  const [saying, setSaying] = useState(false)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const request = reader.get<ExportRequest>(useRoute().params['request'] as RecordId)
  if (request?.kind !== 'exportRequest') {
    return (
      <Screen title={words.title} back="/doors/watch">
        <Nothing title={words.gone} />
      </Screen>
    )
  }
  const over = isOver(request, now)
  const own = request.author === reader.me
  const open = !request.decided && !over && !own && may('settleHeld')
  const decide = async (act: () => Promise<Done>, said: string) => {
    setBusy(true)
    const done = await act()
    setBusy(false)
    if (!done.ok) return toast({ text: common.refused[done.refused], icon: Warning })
    setSaying(false)
    toast({ text: said, icon: CheckMark })
    return route('/doors/watch')
  }
  return (
    <Screen
      title={words.title}
      back="/doors/watch"
      bar={
        open && (
          <BottomBar>
            <Key label={words.no} onPress={() => setSaying(true)} />
            <Key
              look="primary"
              label={words.yes}
              busy={busy}
              onPress={() => void decide(() => allowExport(ctx, request.id), words.saidYes)}
            />
          </BottomBar>
        )
      }
    >
      <div class="looks" tabIndex={0}>
        <h2 class="looks-asked">
          {words.wants(nameOf(ctx.view, request.author) || common.somebody, formats.number(request.homes))}
        </h2>
        <Rows>
          <Row
            title={[discretion.why[request.why], request.note].filter(Boolean).join('：')}
            sub={words.why}
          />
          <Row title={whereOf(request.place, reader.tree) || people.whole} sub={words.where} />
          <Row
            title={request.list ? listName(request.list, all) : words.roster}
            sub={[words.what, request.care && words.care].filter(Boolean).join('・')}
          />
          <Row title={formats.moment(request.at, now)} sub={words.when} />
        </Rows>
        <Answer request={request} over={over} own={own} />
        {open && <p>{words.explain}</p>}
      </div>
      <Sheet
        open={saying}
        onClose={() => setSaying(false)}
        title={words.noTitle}
        close={common.close}
        bar={
          <Key
            look="primary"
            wide
            label={words.noGo}
            why={reason.trim() === '' ? words.needWhy : undefined}
            busy={busy}
            onPress={() => void decide(() => refuseExport(ctx, request.id, reason), words.saidNo)}
          />
        }
      >
        <Field label={words.noWhy} value={reason} maxLength={200} onDraft={setReason} />
      </Sheet>
    </Screen>
  )
}

/** What became of it. */
function Answer({ request, over, own }: { request: ExportRequest; over: boolean; own: boolean }) {
  const { trace, common } = useWords()
  const words = trace.request
  const { ctx } = useApp()
  const { decided } = request
  if (decided) {
    const by = nameOf(ctx.view, decided.by) || common.somebody
    return (
      <Panel
        title={words[decided.is](by)}
        text={decided.reason === undefined ? undefined : trace.second.said(decided.reason)}
      />
    )
  }
  if (over) return <Panel title={words.over} text={words.overText} />
  return own ? <Panel title={words.own} /> : null
}
