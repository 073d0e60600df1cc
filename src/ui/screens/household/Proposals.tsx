import Warning from '~icons/lucide/triangle-alert'
import { decide } from '#commands/deciding.ts'
import { masked } from '#domain/doors/contact.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Proposal, Rostered } from '#domain/proposals.ts'
import { nameOf } from '#queries/feedback.ts'
import type { Person } from '#queries/residents.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useDoing } from './useDoing.ts'

/** Two people wrote different things of one person: both stand here until somebody who may chooses one. */
export function Proposals({
  people,
  roster,
  care,
}: {
  people: readonly Person[]
  /** Whether the person at the screen settles what the roster says, and what is written of care. */
  roster: boolean
  care: boolean
}) {
  const open = people.flatMap((person) => {
    const { resident, contact, parts } = person
    const [own] = parts
    const records: readonly (Rostered | undefined)[] = [resident, contact, own?.care, own?.reasons]
    return records.flatMap((record) =>
      (record?.proposals ?? [])
        // The search keys of a name are settled with the name.
        .filter(({ field }) => field !== 'keys')
        .map((proposal) => ({ record: record!, proposal, name: resident.name })),
    )
  })
  return (
    <>
      {open.map(({ record, proposal, name }) => (
        <Choice
          key={`${record.id} ${proposal.field} ${proposal.by} ${JSON.stringify(proposal.value)}`}
          record={record}
          proposal={proposal}
          name={name}
          may={record.kind === 'care' || record.kind === 'reasons' ? care : roster}
        />
      ))}
    </>
  )
}

function Choice(props: { record: Rostered; proposal: Proposal; name: string; may: boolean }) {
  const { record, proposal, name, may } = props
  const { household: words, held } = useWords()
  const { ctx, now } = useApp()
  const { moment } = useFormats()
  const doing = useDoing()
  const said = useSaid()
  const by = useView((view) => nameOf(view, proposal.by as PersonId))
  const { field } = proposal
  const stands = (record as unknown as Readonly<Record<string, unknown>>)[field]
  const choose = (take: boolean) => void doing(decide(ctx, record, proposal, take), words.decided)
  const theirs = words.theirs(by, moment(proposal.at, now()))
  return (
    <Panel
      tone="alert"
      icon={Warning}
      title={words.differ(name, held.choice['field']?.[field] ?? field)}
      text={may ? undefined : words.decideLater}
    >
      {may ? (
        <div class="stack">
          <Key wide label={said(field, stands)} sub={words.stands} onPress={() => choose(false)} />
          <Key wide label={said(field, proposal.value)} sub={theirs} onPress={() => choose(true)} />
        </div>
      ) : (
        <p>
          {said(field, stands)} / {said(field, proposal.value)}
        </p>
      )}
    </Panel>
  )
}

/** A value of any field as people say it; numbers stay masked. */
function useSaid(): (field: string, value: unknown) => string {
  const { household: words, doors } = useWords()
  const { today } = useApp()
  const { date, list } = useFormats()
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ageBand: doors.home.age,
    relation: words.relation,
    residency: words.residency,
    owner: words.owner,
    tags: { ...words.care.tags, ...words.care.reasons },
    needs: doors.needs,
  }
  return (field, value) => {
    if (value === undefined || value === null || value === '') return words.nothing
    if (field === 'phone') return masked(value as string)
    if (field === 'movedIn') return date(value as string, today())
    if (field === 'kin') {
      const kin = value as { name: string; relation?: string; phone: string }
      return [kin.name, kin.relation, masked(kin.phone)].filter(Boolean).join(' ')
    }
    const all = Array.isArray(value) ? (value as readonly string[]) : [value as string]
    return all.length === 0 ? words.nothing : list(all.map((one) => lists[field]?.[one] ?? one))
  }
}
