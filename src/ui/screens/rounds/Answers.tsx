import type { Campaign } from '#domain/bins/campaign.ts'
import type { Counted } from '#queries/campaigns.ts'
import { Card } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** What was said to each question, as counts of doors. */
export function Answers({ campaign, answers }: { campaign: Campaign; answers: readonly Counted[] }) {
  const { rounds } = useWords()
  const { number } = useFormats()
  return (
    <section class="stack">
      <h2>{rounds.answers}</h2>
      {campaign.questions.map(({ id, text }) => {
        const counted = answers.find(({ question }) => question === id)
        if (!counted) return null
        return (
          <Card key={id}>
            <h3 class="rounds-question">{text}</h3>
            <p class="caption">{rounds.answered(number(counted.answered))}</p>
            {counted.choices.length > 0 ? (
              <dl class="rounds-choices">
                {counted.choices.map(({ said, count }) => (
                  <div key={said}>
                    <dt>{said}</dt>
                    <dd>{rounds.ofDoors(number(count))}</dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p>{rounds.inWords}</p>
            )}
          </Card>
        )
      })}
      <p class="caption">{rounds.privacy}</p>
    </section>
  )
}
