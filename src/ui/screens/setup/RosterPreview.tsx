import Check from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import type { RosterPlan } from '#domain/roster.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useFormats, useWords } from '#ui/words.ts'

const FIRST_ROWS = 20

/** What was understood, in numbers; and each row that was not, with its number and why. */
export function RosterPreview({ plan }: { plan: RosterPlan }) {
  const words = useWords().setup.sheet
  const { number } = useFormats()
  const [all, setAll] = useState(false)
  const unread = plan.notUnderstood
  const shown = all ? unread : unread.slice(0, FIRST_ROWS)
  const figure = (value: number, word: string, sub?: string) => (
    <div class="setup-figure">
      <b>{number(value)}</b> {word}
      {sub && <span class="caption">{sub}</span>}
    </div>
  )
  return (
    <>
      <div class="setup-figures">
        {figure(plan.buildings, words.buildings)}
        {figure(plan.units, words.units)}
        {figure(
          plan.dwellings,
          words.dwellings,
          plan.vacant > 0 ? words.vacant(number(plan.vacant)) : undefined,
        )}
        {figure(plan.residents, words.residents)}
      </div>
      <section class="stack">
        <h2>{words.mapping}</h2>
        <p class="beside">
          {plan.mapping.map(({ column, heading, field }) => (
            <Tag
              key={column}
              label={heading === words.fields[field] ? heading : `${heading} → ${words.fields[field]}`}
              icon={Check}
            />
          ))}
        </p>
      </section>
      {unread.length === 0 ? (
        <Panel title={words.allRead} icon={Check} />
      ) : (
        <Panel
          tone="alert"
          icon={Warning}
          title={words.unread(number(unread.length))}
          text={words.unreadText}
        >
          <ul class="setup-unread">
            {shown.map(({ row, why, text }, index) => (
              <li key={index}>
                <b>{words.row(number(row))}</b>
                <span>{words.why[why]}</span>
                {text && <q>{text}</q>}
              </li>
            ))}
          </ul>
          {shown.length < unread.length && (
            <Key
              look="quiet"
              label={words.moreRows(number(unread.length - shown.length))}
              onPress={() => setAll(true)}
            />
          )}
        </Panel>
      )}
    </>
  )
}
