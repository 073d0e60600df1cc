import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'

/** Whether a quarrel is settled quietly: who sees it then stands in words below. */
export function QuietChoice(props: { quiet: boolean; onChange: (quiet: boolean) => void }) {
  const { quiet, onChange } = props
  const words = useWords().feedback.capture
  return (
    <div class="stack">
      <Segmented
        shown
        label={words.quiet}
        look="answer"
        value={quiet ? 'quietly' : 'openly'}
        onChange={(next) => onChange(next === 'quietly')}
        options={[
          { value: 'openly', label: words.openly },
          { value: 'quietly', label: words.quietly },
        ]}
      />
      {quiet && <p class="caption">{words.quietText}</p>}
    </div>
  )
}
