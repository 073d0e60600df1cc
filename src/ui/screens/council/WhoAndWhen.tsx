import CheckMark from '~icons/lucide/check'
import { teamOn } from '#queries/team.ts'
import { nameOf } from '#queries/feedback.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import type { PersonId } from '#domain/ids.ts'
import { meetings } from '#queries/council.ts'
import { usualDays } from '#queries/resolutionDays.ts'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { ItemDraft } from './useItemDraft.ts'

const BODIES = ['owners', 'property', 'community', 'party'] as const
const OTHER = 'other:'
const USUAL = ['week', 'beforeNext', 'monthEnd'] as const

/** 谁来办, 哪天办好: one of the team, a body by its word, or whoever is written there. */
export function WhoAndWhen({ draft, meeting }: { draft: ItemDraft; meeting: Meeting }) {
  const { council, common, atCouncil } = useWords()
  const roles = useRoleNames()
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader, today } = useReader()
  const usual = usualDays(meeting, meetings(reader), today)
  const team = useView((view) => teamOn(view, today)).filter((one) => !one.away)
  const bodies: readonly string[] = BODIES.map((one) => council.bodies[one])
  const other = draft.whose !== '' && !bodies.includes(draft.whose)
  const known = team.some((one) => one.person === draft.assignee)
  const chosen = other
    ? OTHER
    : draft.assignee === ''
      ? draft.whose === ''
        ? ''
        : `body:${draft.whose}`
      : draft.assignee
  return (
    <div class="council-two">
      <div class="stack">
        <Select
          label={council.who}
          none={council.whoNone}
          value={chosen}
          options={[
            ...bodies.map((one) => ({ value: `body:${one}`, label: one })),
            ...(draft.assignee !== '' && !known
              ? [
                  {
                    value: draft.assignee,
                    label: nameOf(ctx.view, draft.assignee as PersonId) || common.somebody,
                  },
                ]
              : []),
            ...team.map(({ person, name, duties: [first] }) => ({
              value: person as string,
              label: first ? `${name}・${roles[first.role]}` : name,
            })),
            { value: OTHER, label: council.otherWho },
          ]}
          onChange={(next) =>
            draft.put(
              next === OTHER
                ? { assignee: '', whose: ' ' }
                : next.startsWith('body:')
                  ? { assignee: '', whose: next.slice(5) }
                  : { assignee: next, whose: '' },
            )
          }
        />
        {other && (
          <Field
            label={council.whoElse}
            value={draft.whose.trimStart()}
            maxLength={20}
            onDraft={(whose) => draft.put({ assignee: '', whose: whose === '' ? ' ' : whose })}
          />
        )}
      </div>
      <div class="stack">
        <Field label={council.due} type="date" value={draft.due} onDraft={(due) => draft.put({ due })} />
        <div class="council-days">
          {USUAL.map((one) => (
            <Key
              key={one}
              label={atCouncil[one]}
              sub={formats.date(usual[one], today)}
              icon={draft.due === usual[one] ? CheckMark : undefined}
              pressed={draft.due === usual[one]}
              onPress={() => draft.put({ due: usual[one] })}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
