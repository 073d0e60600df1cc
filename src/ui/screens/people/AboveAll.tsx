import Warning from '~icons/lucide/triangle-alert'
import type { PersonRow } from '#device/office.ts'
import { silenceOf } from '#queries/devices.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'
import { isCopied, shownOf } from './shownDevices.ts'

/** Above everything else: tablets that may hold what nobody else has. */
export function LongSilent({ people }: { people: readonly PersonRow[] }) {
  const words = useWords().people
  const now = useNow()
  const worrying = shownOf(people).filter((one) => silenceOf(one, now).worrying)
  if (worrying.length === 0) return null
  const pending = worrying.reduce((sum, { unsent }) => sum + unsent, 0)
  return (
    <Panel tone="alert" icon={Warning} title={words.silentTitle(worrying.length)}>
      <p>
        {pending > 0 && words.silentPending(pending)}
        {words.silentText}
      </p>
    </Panel>
  )
}

/** Where something spoke as a device that may be a copy of it, until somebody has said that they have seen it. */
export function Copied({ people, onChanged }: { people: readonly PersonRow[]; onChanged: () => void }) {
  const words = useWords().people
  const { office } = useEntrance()
  const asking = useAsking()
  const toast = useToast()
  const copied = shownOf(people).filter(isCopied)
  if (copied.length === 0) return null
  const names = copied.map(
    (one) => one.name ?? (one.deviceKind === 'own' ? words.ofOwn : words.ofShared)(one.names),
  )
  const seen = async () => {
    const done = await asking.ask(async () => {
      let answer: Awaited<ReturnType<typeof office.seenCopy>> = { ok: true, value: {} }
      for (const { device, copiedAt = '' } of copied)
        if (answer.ok) answer = await office.seenCopy(device, copiedAt)
      return answer
    })
    if (done) toast({ text: words.copiedSaid })
    onChanged()
  }
  return (
    <Panel
      tone="alert"
      icon={Warning}
      title={words.copiedTitle(copied.length)}
      text={words.copiedText(names.join('、'))}
    >
      {asking.refusal && <p>{asking.refusal}</p>}
      <Key label={words.copiedSeen} busy={asking.busy} onPress={() => void seen()} />
    </Panel>
  )
}
