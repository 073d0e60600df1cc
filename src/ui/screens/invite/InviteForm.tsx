import { useState } from 'preact/hooks'
import type { Invite } from '#device/office.ts'
import type { What } from '#domain/places.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { placesToAppoint, type TeamRow } from '#queries/team.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { inviteAgain } from '#ui/screens/people/inviteAgain.ts'
import { ROLES_OFFERED } from '#ui/screens/people/roles.ts'
import { useHeld } from '#ui/useHeld.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useWords } from '#ui/words.ts'

/** Where a role usually works, the usual place first. */
const WHERE: Readonly<Record<Role, readonly What[]>> = {
  gridWorker: ['microGrid', 'unit', 'building', 'compound'],
  gridOfficer: ['grid', 'compound'],
  supervisor: ['compound', 'binPoint'],
  floorLead: ['floor', 'unit'],
  steward: ['compound'],
  manager: ['compound'],
  owners: ['compound'],
  party: ['compound', 'grid', 'building'],
  partyGroup: ['microGrid', 'unit', 'building', 'compound'],
  partyMember: ['compound', 'microGrid', 'building', 'unit'],
  partyCommittee: ['compound'],
  residents: ['compound'],
  overseer: ['compound'],
  officer: ['compound'],
}

const FIRST_ROLES: readonly Role[] = ['gridWorker', 'supervisor', 'manager', 'officer']
const HOURS = ['1', '24', '72'] as const

interface InviteFormProps {
  /** Somebody of the team, who is invited as the person they are. */
  who: TeamRow | undefined
  team: readonly TeamRow[]
  busy: boolean
  refusal: string | undefined
  onMake: (asked: Invite, where: string) => Promise<void>
}

/**
 * Somebody new, or `who`: of them it begins with a duty that they have, so that whoever only has to come in again is given nothing by
 * one press too many.
 */
export function InviteForm({ who, team, busy, refusal, onMake }: InviteFormProps) {
  const all = useWords()
  const roles = useRoleNames()
  const words = all.people
  const { today } = useApp()
  const { held } = useHeld()
  const [name, setName] = useState(who?.name ?? '')
  const [role, setRole] = useState<Role>(who?.duties[0]?.role ?? 'gridWorker')
  const [more, setMore] = useState(!FIRST_ROLES.includes(role))
  const [place, setPlace] = useState<string>('')
  const [starts, setStarts] = useState('')
  const [ends, setEnds] = useState<string>()
  const [kind, setKind] = useState<DeviceKind>()
  const [hours, setHours] = useState<(typeof HOURS)[number]>('24')

  const whats = WHERE[role]
  const theirs = who?.duties.filter((duty) => duty.role === role) ?? []
  const isTheirs = (at: string) => theirs.some((duty) => duty.place === at)
  const choices = useView((view) => placesToAppoint(view))
    .filter((choice) => whats.includes(choice.what) || isTheirs(choice.place))
    .sort((a, b) => whats.indexOf(a.what) - whats.indexOf(b.what))
  const chosen =
    choices.find((choice) => choice.place === place) ??
    choices.find((choice) => isTheirs(choice.place)) ??
    choices[0]
  const same = theirs.find((duty) => duty.place === chosen?.place)
  // Under another first day it would be a second duty of the same kind.
  const from = same?.from ?? (starts || today())
  const to = ends ?? same?.to ?? ''
  const known = who ? undefined : team.find((one) => one.name === name.trim())
  const deviceKind = kind ?? (role === 'supervisor' ? 'shared' : 'own')
  const whereOf = (where: string) => where || words.whole
  const why = name.trim() === '' ? words.form.nameMissing : chosen ? undefined : words.form.noPlaces

  const make = () => {
    if (why || !chosen) return
    const asked: Invite = {
      name: name.trim(),
      role,
      place: chosen.place,
      from,
      ...(to !== '' && { to }),
      deviceKind,
      ...(who && { person: who.person }),
      hours: Number(hours),
    }
    void onMake(asked, whereOf(chosen.where))
  }
  return (
    <Screen
      close
      title={who ? words.again.key : words.invite}
      back="/people"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={words.form.make}
            why={why}
            busy={busy}
            busyLabel={words.form.making}
            onPress={make}
          />
        </BottomBar>
      }
    >
      <div class="invite-form stack-wide">
        {refusal && <ErrorPanel title={words.form.notYet} text={refusal} />}
        {who ? (
          <Rows>
            <Row
              lead={<Avatar name={who.name} look={who.away ? 'dusk' : 'plain'} />}
              title={who.name}
              sub={
                who.away
                  ? words.away
                  : who.duties.map((duty) => (
                      <div
                        key={`${duty.role} ${duty.place}`}
                      >{`${roles[duty.role]}・${whereOf(duty.where)}`}</div>
                    ))
              }
            />
          </Rows>
        ) : (
          <Field
            label={words.form.name}
            placeholder={words.form.namePlaceholder}
            value={name}
            maxLength={20}
            onDraft={setName}
            onEnter={make}
          />
        )}
        {known && (
          <Rows>
            <Row
              href={inviteAgain(known.person)}
              title={words.again.known(known.name)}
              sub={words.again.knownSub}
            />
          </Rows>
        )}
        <div class="stack">
          <Segmented
            shown
            look="chips"
            label={words.form.role}
            value={role}
            options={(more ? ROLES_OFFERED : FIRST_ROLES).map((value) => ({
              value,
              label: roles[value],
            }))}
            onChange={setRole}
          />
          {!more && (
            <div class="beside">
              <Key look="quiet" label={words.form.moreRoles} onPress={() => setMore(true)} />
            </div>
          )}
          <p class="caption">{words.sees[role]}</p>
          {role === 'officer' && held.length > 0 && (
            <Rows>
              <Row
                href="/people/compounds"
                title={all.compounds.colleagues.instead}
                sub={all.compounds.colleagues.insteadSub}
              />
            </Rows>
          )}
        </div>
        <Select
          label={words.form.place}
          value={chosen?.place ?? ''}
          options={choices.map((choice) => ({ value: choice.place, label: whereOf(choice.where) }))}
          onChange={setPlace}
        />
        {who && !who.away && <p class="caption">{same ? words.again.same : words.again.added}</p>}
        {who && !who.away && !same && (
          <Field type="date" label={words.again.from} value={from} min={today()} onDraft={setStarts} />
        )}
        <Field
          type="date"
          label={words.form.to}
          help={words.form.toHelp}
          value={to}
          min={same ? today() : from}
          onDraft={setEnds}
        />
        <Segmented
          shown
          look="answer"
          label={words.form.device}
          value={deviceKind}
          options={[
            { value: 'own', label: words.form.own },
            { value: 'shared', label: words.form.shared },
          ]}
          onChange={setKind}
        />
        <Segmented
          shown
          look="answer"
          label={words.form.hours}
          value={hours}
          options={[
            { value: '1', label: words.form.hour },
            { value: '24', label: words.form.day },
            { value: '72', label: words.form.threeDays },
          ]}
          onChange={setHours}
        />
      </div>
    </Screen>
  )
}
