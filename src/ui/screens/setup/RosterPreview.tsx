import Check from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { RosterPlan } from '#domain/roster/plan.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useFormats, useWords } from '#ui/words.ts'

const FIRST_ROWS = 20

/** What was understood, in numbers; what of which sheet; and each row that was not, or otherwise, with its number and why. */
export function RosterPreview({ plan }: { plan: Omit<RosterPlan, 'intents'> }) {
  const words = useWords().setup.sheet
  const { number } = useFormats()
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
      {plan.sheets.length > 1 && (
        <section class="stack">
          <h2>{words.sheets}</h2>
          <ul class="setup-unread">
            {plan.sheets.map(({ name, is, rows }, index) => (
              <li key={index}>
                <b>{name}</b>
                <span>{is === 'read' ? words.sheetRead(number(rows)) : words.sheetLeft[is]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RosterNotes plan={plan} />
    </>
  )
}

/** Each row that was not understood, or otherwise than it stands there, with its number and why. */
export function RosterNotes({ plan }: { plan: Pick<RosterPlan, 'notUnderstood' | 'warnings' | 'sheets'> }) {
  const words = useWords().setup.sheet
  const { number } = useFormats()
  const unread = plan.notUnderstood
  const where = ({ sheet, row }: { readonly sheet?: string; readonly row: number }) =>
    plan.sheets.length > 1 && sheet ? `${sheet} ${words.row(number(row))}` : words.row(number(row))
  return (
    <>
      {unread.length === 0 ? (
        <Panel title={words.allRead} icon={Check} />
      ) : (
        <Panel
          tone="alert"
          icon={Warning}
          title={words.unread(number(unread.length))}
          text={words.unreadText}
        >
          <Rows>
            {unread.map(({ why, text, ...at }, index) => (
              <li key={index}>
                <b>{where(at)}</b>
                <span>{words.why[why]}</span>
                {text && <q>{text}</q>}
              </li>
            ))}
          </Rows>
        </Panel>
      )}
      {plan.warnings.length > 0 && (
        <Panel icon={Warning} title={words.warned(number(plan.warnings.length))} text={words.warnedText}>
          <Rows>
            {plan.warnings.map(({ why, text, ...at }, index) => (
              <li key={index}>
                <b>{where(at)}</b>
                <span>{words.warning[why]}</span>
                {text && <q>{text}</q>}
              </li>
            ))}
          </Rows>
        </Panel>
      )}
    </>
  )
}

/** The first of many, and all of them when asked. */
function Rows({ children }: { children: readonly ComponentChildren[] }) {
  const words = useWords().setup.sheet
  const { number } = useFormats()
  const [all, setAll] = useState(false)
  const shown = all ? children : children.slice(0, FIRST_ROWS)
  return (
    <>
      <ul class="setup-unread">{shown}</ul>
      {shown.length < children.length && (
        <Key
          look="quiet"
          label={words.moreRows(number(children.length - shown.length))}
          onPress={() => setAll(true)}
        />
      )}
    </>
  )
}
