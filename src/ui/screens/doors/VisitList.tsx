import Check from '~icons/lucide/check'
import Undo from '~icons/lucide/undo-2'
import type { PersonId } from '#domain/ids.ts'
import { lights, type Visit, visitDay } from '#domain/doors/visit.ts'
import { confirmRoster } from '#commands/visits.ts'
import { nameOf } from '#queries/feedback.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useNothing } from '#ui/useNothing.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useKnock } from './useKnock.ts'

const SHOWN = 6

/** 走访记录, newest first; a lit window where somebody was reached. The own visit of today can be checked off in one tap. */
export function VisitList({ visits, me }: { visits: readonly Visit[]; me: PersonId }) {
  const { doors: words, common } = useWords()
  const { day } = useFormats()
  const app = useApp()
  const nothing = useNothing()
  const { takeBack } = useKnock()
  const names = useView((view) => (person: PersonId) => nameOf(view, person))
  const today = app.today()
  const mine = visits.find((one) => one.author === me && visitDay(one) === today && one.outcome === 'met')
  return (
    <Card>
      <h2>{words.home.visits}</h2>
      {visits.length === 0 && <p class="caption">{nothing(words.home.noVisits)}</p>}
      <ul class="visits">
        {visits.slice(0, SHOWN).map((visit) => (
          <li key={visit.id} class="visits-one">
            <span class={lights(visit) ? 'visits-mark visits-lit' : 'visits-mark'} aria-hidden="true" />
            <p>
              <b>{visit.note ?? words.outcome[visit.outcome]}</b>
              <span class="caption visits-when">
                {[
                  day(visitDay(visit), today),
                  visit.author === me ? common.me : names(visit.author),
                  visit.note !== undefined && words.outcome[visit.outcome],
                  visit.lapsed && common.lapsed,
                  visit.rosterConfirmed === 'unchanged' && words.home.confirmedDone,
                ]
                  .filter(Boolean)
                  .join('・')}
              </span>
            </p>
            {visit.author === me && visitDay(visit) === today && (
              <Key
                look="quiet"
                bare
                icon={Undo}
                label={`${common.undo} ${words.outcome[visit.outcome]}`}
                onPress={() => void takeBack(visit.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {mine?.rosterConfirmed === 'notChecked' && (
        <Key
          look="quiet"
          icon={Check}
          label={words.home.confirmed}
          onPress={() => void confirmRoster(app.ctx, mine, 'unchanged')}
        />
      )}
    </Card>
  )
}
