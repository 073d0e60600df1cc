import './incident.css'
import CheckMark from '~icons/lucide/check'
import Pencil from '~icons/lucide/pencil'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation, useRoute } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { recordIncident, withdrawIncident } from '#commands/incidents.ts'
import type { RecordId } from '#domain/ids.ts'
import {
  hasLadder,
  type IncidentAction,
  type IncidentType,
  INCIDENTS,
  isSafety,
  seemsToName,
  usualActions,
} from '#domain/bins/incident.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Stream } from '#domain/bins/streams.ts'
import { shiftSheet } from '#queries/bins.ts'
import { regulationIn } from '#queries/incidents.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { leaveScreen } from '#ui/parts/backCloses.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { IncidentActions } from './IncidentActions.tsx'
import { IncidentKinds } from './IncidentKinds.tsx'
import { IncidentLadder } from './IncidentLadder.tsx'
import { IncidentPhoto } from './IncidentPhoto.tsx'
import { IncidentSafety } from './IncidentSafety.tsx'
import { NotHere } from './NotHere.tsx'
import { StreamKeys } from './StreamKeys.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

interface Noting {
  readonly type?: IncidentType
  readonly stream?: Stream
  readonly action: IncidentAction
  readonly photos: readonly string[]
  readonly text?: string
}

const EMPTY: Noting = { action: 'none', photos: [] }
const TEXT_LENGTH = 200

/** `/bins/:shift/incident`, `?type=` of a check: what happened is enough; photo, bin and a line more may be there. */
export function Incident() {
  const { params, query } = useRoute()
  const id = params['shift'] as RecordId
  const { ctx } = useApp()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, id))
  if (!sheet) return <NotHere />
  const given = INCIDENTS.find((type) => type === query['type'])
  return <Note shift={sheet.shift} point={sheet.point} given={given} />
}

function Note({ shift, point, given }: { shift: Shift; point: string; given: IncidentType | undefined }) {
  const { incident: words, bins, common } = useWords()
  const formats = useFormats()
  const { ctx, now } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  // A note begun from a check is another note than the one left half-way: it does not take up its kind.
  const about = given ? `${shift.id} ${given}` : shift.id
  const draft = useRecordDraft<Noting>('bins.incident', about, given ? { ...EMPTY, type: given } : EMPTY)
  const { type, stream, action, photos, text = '' } = draft.value
  const regulation = useView((view) => regulationIn(view, ctx.tenant))
  const [shrinking, setShrinking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [adding, setAdding] = useState(false)
  // Two touches of a wet glove come faster than a screen is drawn again.
  const saving = useRef(false)

  const leave = () => leaveScreen(() => route(`/bins/${shift.id}`, true))
  const save = async (said: { readonly action: IncidentAction; readonly help?: string }) => {
    if (!type || saving.current) return
    saving.current = true
    setBusy(true)
    const { id } = draft.value
    const note = { id, place: shift.place, shift: shift.id, type, stream, photos, text, ...said }
    const done = await recordIncident(draft.ctx, note)
    saving.current = false
    setBusy(false)
    const [noted, help] = done.ok ? done.value : []
    if (!noted) {
      if (!done.ok) toast({ text: common.refused[done.refused], icon: Warning })
      return
    }
    await draft.drop()
    toast({
      text: said.help === undefined ? `${words.saved}${words.colon}${words.type[type]}` : words.help.saved,
      undo: {
        label: common.undo,
        onPress: () => void withdrawIncident(ctx, noted.record, words.takenBack, help?.record),
      },
    })
    leave()
  }

  const working = busy || shrinking
  const busyLabel = shrinking ? words.shrinking : common.saving
  // The usual answer is offered as a key that saves, never filled in: three touches with it, three without.
  const [usual] = type ? usualActions(type).filter((one) => one !== 'none') : []
  const atOnce =
    type === 'elder_needs_help'
      ? { label: words.help.saveWith, said: { action, help: words.help.request } }
      : usual && action === 'none'
        ? { label: words.saveWith(words.done[usual]), said: { action: usual } }
        : undefined
  return (
    <Screen
      title={words.title}
      header={
        <>
          <Header
            title={words.title}
            sub={`${bins.shiftAt(bins.shortPoint(point), bins.window[shift.window])} ${formats.time(now())}`}
            back={leave}
            leave={common.close}
            close
            right={<ThemeOnPhone />}
          />
          {type && isSafety(type) && <IncidentSafety type={type} />}
        </>
      }
      bar={
        <BottomBar>
          {atOnce && (
            <Key
              label={atOnce.label}
              busy={working}
              busyLabel={busyLabel}
              onPress={() => void save(atOnce.said)}
            />
          )}
          <Key
            look="primary"
            icon={CheckMark}
            label={words.save}
            why={type ? undefined : words.first}
            busy={working}
            busyLabel={busyLabel}
            onPress={() => void save({ action })}
          />
        </BottomBar>
      }
    >
      <div class="incident">
        <IncidentPhoto
          photos={photos}
          onShrinking={setShrinking}
          onPhotos={(next) => draft.set({ ...draft.value, photos: next })}
        />
        <div class="incident-words">
          <IncidentKinds
            shift={shift}
            value={type}
            onChange={(next) => draft.set({ ...draft.value, type: next, action: 'none' })}
          />
          {type === 'elder_needs_help' && (
            <Panel tone="lamp" title={words.help.title} text={words.help.text} />
          )}
          <StreamKeys
            title={words.which}
            value={stream}
            onPress={(one) => {
              const { stream: _, ...rest } = draft.value
              draft.set(stream === one ? rest : { ...rest, stream: one })
            }}
          />
          {type && (
            <IncidentActions
              type={type}
              value={action}
              onChange={(next) => draft.set({ ...draft.value, action: next })}
            />
          )}
          {type && hasLadder(type) && <IncidentLadder regulation={regulation} />}
          {type && (adding || text !== '') ? (
            <FreeText
              label={words.text}
              help={words.textHint}
              error={seemsToName(text) ? words.namesSomebody : undefined}
              rows={2}
              maxLength={TEXT_LENGTH}
              value={text}
              onDraft={(next) => draft.set({ ...draft.value, text: next })}
            />
          ) : (
            type && <Key look="quiet" icon={Pencil} label={words.addText} onPress={() => setAdding(true)} />
          )}
        </div>
      </div>
    </Screen>
  )
}
