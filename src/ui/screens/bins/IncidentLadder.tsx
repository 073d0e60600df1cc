import type { Regulation } from '#domain/settings.ts'
import { useWords } from '#ui/words.ts'

/** Ask, note, tell the property, tell city management: in this order, and where that is written. There is no fifth step here. */
export function IncidentLadder({ regulation }: { regulation: Regulation }) {
  const { ladder: words } = useWords().incident
  return (
    <section class="panel panel-plain incident-ladder">
      <h2 class="panel-title">{words.title}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <b>{words.ours}</b>
      </p>
      <p>{words.rule}</p>
      <p class="caption">
        {words.paraphrase}・{words.from(regulation.title, regulation.asOf)}
      </p>
      <p class="caption">{words.source(regulation.source)}</p>
    </section>
  )
}
