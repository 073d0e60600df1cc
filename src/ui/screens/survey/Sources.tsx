import type { SurveyView } from '#queries/survey.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** How it was answered: at the door and on paper with how many were asked, by the code with why nobody knows that. */
export function Sources({ seen: { channels } }: { seen: SurveyView }) {
  const { sources } = useWords().survey
  const n = useFormats().number
  if (channels.length === 0) return null
  return (
    <Card>
      <Heading title={sources.title} />
      <ul class="survey-sources">
        {channels.map(({ channel, reach }) => (
          <li key={channel}>
            <h3>{sources.of[channel]}</h3>
            {channel === 'qr' ? (
              <>
                <p>{sources.scanned(n(reach.answered))}</p>
                <p class="survey-why">{sources.noAsked}</p>
              </>
            ) : (
              <p>{sources.asked(n(reach.asked), n(reach.answered), n(reach.refused), n(reach.nobody))}</p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
