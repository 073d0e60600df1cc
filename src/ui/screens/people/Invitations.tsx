import { useState } from 'preact/hooks'
import type { InvitationRow } from '#device/invitations.ts'
import type { RecordId } from '#domain/ids.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useNow } from '#ui/state/clock.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'

interface InvitationsProps {
  rows: readonly InvitationRow[]
  whereOf: (place: RecordId) => string
  onChanged: () => void
}

/** Open ones first; an open one can be taken back. */
export function Invitations({ rows, whereOf, onChanged }: InvitationsProps) {
  const all = useWords()
  const roles = useRoleNames()
  const words = all.people
  const { moment } = useFormats()
  const now = useNow()
  const { office } = useEntrance()
  const asking = useAsking()
  const [taking, setTaking] = useState<InvitationRow>()
  const sorted = [...rows].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))

  const withdraw = async ({ id }: InvitationRow) => {
    if (!(await asking.ask(() => office.withdraw(id)))) return
    setTaking(undefined)
    onChanged()
  }
  return (
    <section class="stack">
      <Heading title={words.invitations} />
      {rows.length === 0 && <p class="caption">{words.noInvitations}</p>}
      <Rows>
        {sorted.map((one) => (
          <Row
            key={one.id}
            title={one.name}
            sub={[
              roles[one.role],
              whereOf(one.place) || words.whole,
              one.state === 'open' ? words.made.valid(moment(one.expiresAt, now)) : '',
              one.vain > 0 ? words.knock.vain(one.vain) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            right={
              <span class="beside">
                <Tag
                  tone={one.state === 'open' ? 'now' : one.state === 'used' ? 'done' : 'plain'}
                  label={words.states[one.state]}
                />
                {one.state === 'open' && (
                  <Key look="quiet" label={words.withdraw} onPress={() => setTaking(one)} />
                )}
              </span>
            }
          />
        ))}
      </Rows>
      <Dialog
        open={taking !== undefined}
        onClose={() => setTaking(undefined)}
        title={words.withdrawTitle(taking?.name ?? '')}
        text={asking.refusal ?? words.withdrawText}
      >
        <Key
          look="alert"
          label={words.withdrawGo}
          busy={asking.busy}
          onPress={() => taking && void withdraw(taking)}
        />
        <Key wide label={all.common.cancel} onPress={() => setTaking(undefined)} />
      </Dialog>
    </section>
  )
}
