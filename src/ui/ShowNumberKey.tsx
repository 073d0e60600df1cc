import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { LookReason } from '#domain/look.ts'
import { Sheet } from './parts/Dialog.tsx'
import { Key } from './parts/Key.tsx'
import { useWholeNumber } from './state/wholeNumber.ts'
import { useReach } from './useReach.ts'
import { useWords } from './words.ts'

/** What one wants a number for; one tap says it and shows the number. */
const REASONS = ['call', 'round', 'check', 'other'] as const satisfies readonly LookReason[]

/** 看全号: asks what for, keeps it, and then shows the number. Back behind its mask nobody has to ask. */
export function ShowNumberKey({
  home,
  of,
}: {
  home: RecordId
  /** What the number is called among those that may stand in full. */
  of: string
}) {
  const { doors, discretion, common } = useWords()
  const reach = useReach()
  const shown = useWholeNumber(of)
  const [asking, setAsking] = useState(false)
  // Away with the question first: a shaking hand taps twice, and one number is noted once.
  const choose = (why: LookReason) => {
    setAsking(false)
    void reach.show(home, of, why)
  }
  return (
    <>
      <Key
        look="quiet"
        label={shown ? doors.home.hideNumber : doors.home.showNumber}
        onPress={() => (shown ? reach.hide() : setAsking(reach.mayShow()))}
      />
      <Sheet
        open={asking}
        onClose={() => setAsking(false)}
        title={discretion.number.title}
        text={discretion.number.text}
        close={common.close}
      >
        <div class="stack">
          {REASONS.map((why) => (
            <Key key={why} wide label={discretion.why[why]} onPress={() => choose(why)} />
          ))}
        </div>
      </Sheet>
    </>
  )
}
