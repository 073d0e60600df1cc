import Clock from '~icons/lucide/clock'
import Come from '~icons/lucide/door-open'
import Copy from '~icons/lucide/copy'
import Eye from '~icons/lucide/eye'
import Person from '~icons/lucide/user-round'
import Next from '~icons/lucide/chevron-right'
import Printer from '~icons/lucide/printer'
import { useState } from 'preact/hooks'
import { copyText } from '#device/clipboard.ts'
import type { InvitationRow } from '#device/invitations.ts'
import type { Invitation, Invite } from '#device/office.ts'
import { linkWithCode } from '#domain/invitation.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Header } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Code } from '#ui/screens/join/Code.tsx'
import { usePrint } from '#ui/paper/usePrint.ts'
import { useTaken } from '#ui/paper/useTaken.ts'
import { Knocks } from '#ui/screens/people/Knocks.tsx'
import { useInvitations } from '#ui/screens/people/useInvitations.ts'
import { useNow } from '#ui/state/clock.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Steps } from './Steps.tsx'
import { useQr } from './useQr.ts'

interface MadeProps {
  asked: Invite
  where: string
  invitation: Invitation
  onNext: () => void
}

/** One invitation for one person: a square to scan, eight characters to type, a link to send. */
export function Made({ asked, where, invitation, onNext }: MadeProps) {
  const all = useWords()
  const roles = useRoleNames()
  const words = all.people
  const formats = useFormats()
  const now = useNow()
  const toast = useToast()
  const taken = useTaken()
  const print = usePrint(() => taken({ what: 'paper', note: words.invite }))
  const link = linkWithCode(invitation.link, invitation.code)
  const qr = useQr(link)
  const [row, setRow] = useState<InvitationRow>()
  const hear = useInvitations((rows) => setRow(rows.find(({ id }) => id === invitation.id)))
  const copy = async () => {
    const done = await copyText(link)
    toast({ text: done ? words.made.copied : words.made.notCopied })
    if (done) await taken({ what: 'copied', note: words.invite })
  }
  const until = asked.to === undefined ? words.noEnd : words.until(formats.date(asked.to, now))

  return (
    <Screen
      title={words.invite}
      header={
        <div class="invite-screen-only">
          <Header close title={words.invite} back="/people" leave={all.common.close} />
        </div>
      }
      bar={
        <BottomBar>
          <Key size="tall" icon={Printer} label={words.made.print} onPress={print} />
          <Key look="primary" label={words.made.next} onPress={onNext}>
            <Next class="icon" aria-hidden="true" />
          </Key>
        </BottomBar>
      }
    >
      <div class="invite-answer stack">
        {row?.state === 'used' && <Panel tone="lamp" icon={Come} title={words.knock.let(row.name)} />}
        {row?.state === 'withdrawn' && <Panel tone="alert" title={words.knock.declined} />}
        {row && <Knocks rows={[row]} onChanged={() => void hear()} />}
      </div>
      <div class="invite-card">
        <div class="invite-who">
          <Avatar name={asked.name} look="current" />
          <div>
            <h2 class="invite-name">{asked.name}</h2>
            <p class="caption">{[roles[asked.role], where, until].join(' · ')}</p>
          </div>
        </div>
        <div class="invite-qr">
          {qr && (
            <svg
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              role="img"
              aria-label={words.made.qr}
              shape-rendering="crispEdges"
            >
              <path d={qr.path} />
            </svg>
          )}
        </div>
        <div class="stack">
          <Code code={invitation.code} label={words.made.scan} />
          <p class="caption invite-print-only">{link}</p>
          <Rows>
            <Row
              lead={<Clock class="icon" aria-hidden="true" />}
              title={words.made.valid(formats.moment(invitation.expiresAt, now))}
            />
            <Row lead={<Person class="icon" aria-hidden="true" />} title={words.made.once(asked.name)} />
            <Row lead={<Eye class="icon" aria-hidden="true" />} title={words.sees[asked.role]} />
          </Rows>
          <p class="caption">{words.made.howTo}</p>
          <p class="caption invite-waits">{words.knock.waits}</p>
          <p class="invite-keep">{words.made.keepCard}</p>
          <div class="invite-copy">
            <Key look="quiet" icon={Copy} label={words.made.copy} onPress={() => void copy()} />
            <p class="caption">{words.made.leave}</p>
          </div>
        </div>
        <Steps />
      </div>
    </Screen>
  )
}
