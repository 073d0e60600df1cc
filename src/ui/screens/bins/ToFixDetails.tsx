import Camera from '~icons/lucide/camera'
import Close from '~icons/lucide/x'
import { useEffect, useRef } from 'preact/hooks'
import { sayMore } from '#commands/checks.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Finding, findingKey, type Moment, type Shift } from '#domain/bins/shift.ts'
import { STREAMS, type Stream } from '#domain/bins/streams.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { PhotosStand } from '#ui/PhotosStand.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { matterText } from './checkWords.ts'
import { ChoiceKey } from './ChoiceKey.tsx'
import { SIGNS } from './signs.tsx'
import { useAnswer } from './useAnswer.ts'

/** The wire takes as many for one item. */
const MOST_PHOTOS = 3

/**
 * Which bin, a sentence, a photo: each is kept as it is given, each may be left. What is to be fixed is in the ledger already;
 * a camera that is refused and a disk that is full take nothing of it away.
 */
export function ToFixDetails(props: {
  shift: RecordId
  item: string
  name: string
  when: Moment
  finding: Finding
}) {
  const { shift, item, name, when, finding } = props
  const words = useWords()
  const fix = words.checks.fix
  const { ctx } = useApp()
  const answer = useAnswer(shift)
  const kept = finding.note ?? ''
  const draft = useDraft(
    'bins.toFix',
    `${shift} ${findingKey(item, when)}`,
    kept,
    (text) => text.trim() === noteIn(ctx.view.get<Shift>(shift), item, when),
  )
  const note = draft.value.trim()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])

  const say = (more: (finding: Finding) => Finding) =>
    answer((ctx, id) => sayMore(ctx, id, item, when, more, (said) => matterText(item, said, words)))
  const keepNote = () =>
    answer((_, id) =>
      sayMore(
        draft.ctx,
        id,
        item,
        when,
        (said) => withNote(said, note),
        (said) => matterText(item, said, words),
      ),
    )
  // A sentence that was begun is kept however one leaves it: the next press, ×, Back.
  const unsaved = useRef<(() => void) | undefined>(undefined)
  unsaved.current = note === kept ? undefined : keepNote
  useEffect(() => () => unsaved.current?.(), [])
  return (
    <div ref={box} class="to-fix" role="group" aria-label={fix.title(name)}>
      <p class="to-fix-label">{fix.which}</p>
      <div class="to-fix-bins">
        {STREAMS.map((stream) => (
          <ChoiceKey
            key={stream}
            icon={SIGNS[stream]}
            label={words.bins.stream[stream]}
            spoken={words.bins.streamFull[stream]}
            waste={stream}
            chosen={finding.stream === stream}
            onPress={() => say((said) => withStream(said, stream))}
          />
        ))}
      </div>
      <div class="to-fix-note" onFocusOut={() => unsaved.current?.()}>
        <Field
          label={fix.note}
          value={draft.value}
          placeholder={fix.noteHint}
          maxLength={60}
          onDraft={draft.set}
          onEnter={keepNote}
        />
        {note !== kept && <Key label={fix.keep} onPress={keepNote} />}
      </div>
      <div class="to-fix-photos">
        {finding.photos.map((hash) => (
          <figure key={hash} class="to-fix-photo">
            <Photo look="fill" hash={hash} alt={fix.photoOf} />
            <Key
              bare
              look="quiet"
              icon={Close}
              label={fix.photoDrop}
              onPress={() => say((said) => ({ ...said, photos: said.photos.filter((one) => one !== hash) }))}
            />
          </figure>
        ))}
        {finding.photos.length < MOST_PHOTOS && (
          <PhotoKey
            label={finding.photos.length > 0 ? fix.photoMore : fix.photo}
            onTaken={(hash) => say((said) => ({ ...said, photos: [...new Set([...said.photos, hash])] }))}
          />
        )}
      </div>
      <PhotosStand hashes={finding.photos} />
      <p class="caption to-fix-told">
        <Camera class="icon" aria-hidden="true" />
        {fix.onlyBins}
      </p>
      <p class="caption">{fix.told}</p>
    </div>
  )
}

/** The chosen one again: no bin in particular. */
function withStream({ stream: before, ...others }: Finding, stream: Stream): Finding {
  return before === stream ? others : { ...others, stream }
}

function withNote(finding: Finding, note: string): Finding {
  const { note: before, ...others } = finding
  return note === (before ?? '') ? finding : note === '' ? others : { ...others, note }
}

function noteIn(shift: Shift | undefined, item: string, when: Moment): string {
  return shift?.findings?.[findingKey(item, when)]?.note ?? ''
}
