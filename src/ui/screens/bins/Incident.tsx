import './incident.css'
import Camera from '~icons/lucide/camera'
import CheckMark from '~icons/lucide/check'
import Ellipsis from '~icons/lucide/ellipsis'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { recordIncident, withdrawIncident } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import {
  INCIDENT_ACTIONS,
  INCIDENT_GROUPS,
  type IncidentAction,
  type IncidentGroup,
  type IncidentType,
  INCIDENTS,
  usualActions,
} from '#domain/incident.ts'
import type { Shift } from '#domain/shift.ts'
import type { Stream } from '#domain/streams.ts'
import { STREAMS } from '#domain/streams.ts'
import { commonestAt, shiftSheet } from '#queries/bins.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useApp } from '#ui/state/app.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { INCIDENT_ICONS } from './incidentIcons.ts'
import { NotHere } from './NotHere.tsx'
import { SIGNS } from './signs.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

interface Noting {
  readonly type?: IncidentType
  readonly stream?: Stream
  readonly action: IncidentAction
  readonly photos: readonly string[]
}

const EMPTY: Noting = { action: 'none', photos: [] }

/** `/bins/:shift/incident`: what happened and which bin are enough; a photo may be there, the tallies wait as they were. */
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
  const words = useWords()
  const formats = useFormats()
  const { ctx, now } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  // A note begun from a check is another note than the one left half-way: it does not take up its kind.
  const about = given ? `${shift.id} ${given}` : shift.id
  const draft = useRecordDraft<Noting>('bins.incident', about, given ? { ...EMPTY, type: given } : EMPTY)
  const { type, stream, action, photos } = draft.value
  const [shrinking, setShrinking] = useState(false)
  const [busy, setBusy] = useState(false)

  const leave = () => (history.length > 1 ? history.back() : route(`/bins/${shift.id}`, true))
  const save = async () => {
    if (!type) return
    setBusy(true)
    const done = await recordIncident(ctx, {
      id: draft.value.id,
      place: shift.place,
      shift: shift.id,
      type,
      action,
      stream,
      photos,
    })
    setBusy(false)
    const [noted] = done.ok ? done.value : []
    if (!noted) {
      if (!done.ok) toast({ text: words.common.refused[done.refused], icon: Warning })
      return
    }
    await draft.drop()
    toast({
      text: `${words.bins.incident.saved}：${words.bins.incident.type[type]}`,
      undo: {
        label: words.common.undo,
        onPress: () => void withdrawIncident(ctx, noted.record, words.bins.incident.takenBack),
      },
    })
    leave()
  }
  return (
    <Screen
      title={words.bins.incident.title}
      sub={`${words.bins.shiftAt(words.bins.shortPoint(point), words.bins.window[shift.window])} ${formats.time(now())}`}
      back={leave}
      close
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            icon={CheckMark}
            label={words.bins.incident.save}
            why={type ? undefined : words.bins.incident.first}
            busy={busy || shrinking}
            busyLabel={shrinking ? words.bins.incident.shrinking : words.common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="incident">
        <TakePhoto
          photos={photos}
          shrinking={shrinking}
          onShrinking={setShrinking}
          onPhotos={(next) => draft.set({ ...draft.value, photos: next })}
        />
        <div class="incident-words">
          <Kinds
            shift={shift}
            value={type}
            onChange={(next) => draft.set({ ...draft.value, type: next, action: 'none' })}
          />
          <section class="stack" aria-labelledby="which-bin-of-incident">
            <h2 id="which-bin-of-incident">{words.bins.incident.which}</h2>
            <div class="incident-bins">
              {STREAMS.map((one) => (
                <ChoiceKey
                  key={one}
                  icon={SIGNS[one]}
                  label={words.bins.stream[one]}
                  spoken={words.bins.streamFull[one]}
                  waste={one}
                  chosen={stream === one}
                  onPress={() => {
                    const { stream: _, ...rest } = draft.value
                    draft.set(stream === one ? rest : { ...rest, stream: one })
                  }}
                />
              ))}
            </div>
          </section>
          {type && (
            <Select
              label={words.bins.incident.action}
              value={action}
              options={[...new Set<IncidentAction>(['none', ...usualActions(type), ...INCIDENT_ACTIONS])].map(
                (value) => ({
                  value,
                  label: words.bins.incident.done[value],
                }),
              )}
              onChange={(next) => draft.set({ ...draft.value, action: next as IncidentAction })}
            />
          )}
        </div>
      </div>
    </Screen>
  )
}

/** One picture is enough; without a camera, or without its leave, all goes on without it. */
function TakePhoto(props: {
  photos: readonly string[]
  shrinking: boolean
  onShrinking: (busy: boolean) => void
  onPhotos: (photos: readonly string[]) => void
}) {
  const { bins, photo } = useWords()
  const words = bins.incident
  const { takePhoto } = useApp()
  const toast = useToast()
  const [last] = props.photos
  const take = async (input: HTMLInputElement) => {
    const [picture] = input.files ?? []
    // The same picture may be chosen again after it was dropped.
    input.value = ''
    if (!picture) return
    props.onShrinking(true)
    const taken = await takePhoto(picture)
    props.onShrinking(false)
    if (taken.ok) props.onPhotos([taken.value.hash])
    else toast({ text: photo.refused[taken.refused], icon: Warning })
  }
  return (
    <div class="incident-photo">
      <div class={last ? 'incident-frame' : 'incident-frame incident-frame-empty'}>
        {last && <Photo look="fill" hash={last} alt={words.photoOf} />}
        {last && <span class="incident-count">{words.photos(props.photos.length)}</span>}
        <label class="key key-secondary incident-take">
          <input
            class="spoken"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => void take(event.currentTarget)}
          />
          <Camera class="icon" aria-hidden="true" />
          {props.shrinking ? words.shrinking : last ? words.again : words.takePhoto}
        </label>
      </div>
      <p class="caption incident-hint">
        <Camera class="icon" aria-hidden="true" />
        <span>
          {words.onlyBins}
          {!last && `・${words.noPhoto}`}
        </span>
      </p>
    </div>
  )
}

const GROUPS = Object.keys(INCIDENT_GROUPS) as IncidentGroup[]

/** The five that happen here most and, behind 别的, all 26 in four groups. */
function Kinds({
  shift,
  value,
  onChange,
}: {
  shift: Shift
  value: IncidentType | undefined
  onChange: (type: IncidentType) => void
}) {
  const words = useWords()
  const { ctx } = useApp()
  const five = useView((view) => commonestAt(view, ctx.tenant, shift.place))
  const [open, setOpen] = useState(false)
  const rare = value && !five.includes(value) ? value : undefined
  const key = (type: IncidentType, onPress: () => void) => (
    <ChoiceKey
      key={type}
      icon={INCIDENT_ICONS[type]}
      label={words.bins.incident.type[type]}
      chosen={value === type}
      onPress={onPress}
    />
  )
  return (
    <section class="stack" aria-labelledby="what-happened">
      <h2 id="what-happened">{words.bins.incident.what}</h2>
      <div class="incident-kinds">
        {five.map((type) => key(type, () => onChange(type)))}
        {rare ? (
          key(rare, () => setOpen(true))
        ) : (
          <ChoiceKey icon={Ellipsis} label={words.bins.incident.more} onPress={() => setOpen(true)} />
        )}
      </div>
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={words.bins.incident.moreTitle}
        close={words.common.close}
      >
        <div class="stack-wide">
          {GROUPS.map((group) => (
            <section key={group} class="stack">
              <h3>{words.bins.incident.group[group]}</h3>
              <div class="incident-kinds">
                {INCIDENT_GROUPS[group].map((type) =>
                  key(type, () => {
                    onChange(type)
                    setOpen(false)
                  }),
                )}
              </div>
            </section>
          ))}
        </div>
      </Sheet>
    </section>
  )
}
