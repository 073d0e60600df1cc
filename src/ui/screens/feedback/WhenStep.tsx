import { TRACKS } from '#domain/ledger/due.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useTerms } from '#ui/screens/ledger/terms.ts'
import { useWords } from '#ui/words.ts'
import type { Capture, Meaning } from './capture.ts'

/** When it is to be done: proposed by its kind; or it is done already, here and now. */
export function WhenStep(props: {
  form: Capture
  meaning: Meaning
  mayOrder: boolean
  onChange: (part: Partial<Capture>) => void
}) {
  const { form, meaning, mayOrder, onChange } = props
  const { feedback } = useWords()
  const terms = useTerms()
  const words = feedback.capture
  const here = form.end === 'fixed' || form.end === 'answered' ? form.end : undefined
  if (meaning.category === 'praise') return <p class="caption">{words.praise}</p>
  return (
    <section class="step">
      <Heading
        title={words.when}
        right={form.end === undefined && meaning.category && words.by(words.categories[meaning.category])}
      />
      {mayOrder ? (
        <Segmented
          label={words.when}
          look="answer"
          value={
            here !== undefined || (form.end === undefined && !meaning.category) ? undefined : meaning.track
          }
          onChange={(end) => onChange({ end })}
          options={TRACKS.map((track) => ({
            value: track,
            label: feedback.drawers[track],
            sub: terms[track],
          }))}
        />
      ) : (
        <p class="caption">{words.office}</p>
      )}
      <Segmented
        label={words.onSpot}
        look="answer"
        value={here}
        onChange={(end) => onChange({ end })}
        options={[
          ...(mayOrder ? [{ value: 'fixed' as const, label: words.fixed }] : []),
          { value: 'answered' as const, label: words.answered },
        ]}
      />
      {here === 'fixed' && (
        <AfterPhotos photos={form.after ?? []} onChange={(after) => onChange({ after })} />
      )}
      {here && (
        <FreeText
          label={here === 'fixed' ? feedback.detail.closeWords : words.answer}
          rows={2}
          maxLength={500}
          value={form.answer}
          onDraft={(answer) => onChange({ answer })}
        />
      )}
    </section>
  )
}

/** How it looks now: asked for, not demanded. */
function AfterPhotos(props: { photos: readonly string[]; onChange: (photos: readonly string[]) => void }) {
  const words = useWords().feedback.detail
  const { photos, onChange } = props
  return (
    <div class="said-photos">
      {photos.map((hash) => (
        <Photo key={hash} hash={hash} alt={words.after} />
      ))}
      {photos.length < 3 && (
        <PhotoKey label={words.after} onTaken={(hash) => onChange([...new Set([...photos, hash])])} />
      )}
    </div>
  )
}
