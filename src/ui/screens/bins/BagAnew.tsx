import './bag-check.css'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { putBag, takeBag } from '#commands/bags.ts'
import type { Done } from '#commands/context.ts'
import { type Bag, type Fault, FAULTS_OF, type Verdict, VERDICTS } from '#domain/bins/bag.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { FAULT_ICONS } from './bagSigns.ts'
import { ChoiceKey } from './ChoiceKey.tsx'

/** One bag of a shift that is over, as it should have been noted; without `bag` one more. */
export function BagAnew(props: { shift: RecordId; bag: Bag | undefined; onClose: () => void }) {
  const { shift, bag, onClose } = props
  const { bags, bins, common, shift: words } = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const [stream, setStream] = useState<Stream | undefined>(bag?.stream)
  const [verdict, setVerdict] = useState<Verdict | undefined>(bag?.verdict)
  const [faults, setFaults] = useState<readonly Fault[]>(bag?.faults ?? [])
  const finish = async (doing: Promise<Done>) => {
    const done = await doing
    // Left as it was: there is nothing to keep, and nothing went wrong.
    if (done.ok || done.refused === 'nothingToDo') return onClose()
    toast({ text: common.refused[done.refused], icon: Warning })
  }
  const save = () => {
    if (!stream || !verdict) return
    const seen = { stream, verdict, faults: verdict === 'good' ? [] : faults }
    void finish(putBag(ctx, shift, seen, bag?.id))
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={bag ? words.after.bagOne : words.after.bagNew}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          why={!stream ? bags.whichFirst : !verdict ? words.after.bagWhatFirst : undefined}
          onPress={save}
        />
      }
    >
      <div class="stack-wide">
        <Segmented
          shown
          look="answer"
          label={bags.which}
          value={stream}
          options={STREAMS.map((value) => ({ value, label: bins.stream[value] }))}
          onChange={(next) => {
            setStream(next)
            setFaults([])
          }}
        />
        <Segmented
          shown
          look="answer"
          label={words.after.bagWhat}
          value={verdict}
          options={VERDICTS.map((value) => ({ value, label: bags.verdict[value] }))}
          onChange={setVerdict}
        />
        {stream && verdict && verdict !== 'good' && (
          <div class="bag-faults" role="group" aria-label={bags.found}>
            {FAULTS_OF[stream].map((fault) => (
              <ChoiceKey
                key={fault}
                icon={FAULT_ICONS[fault]}
                label={bags.fault[fault]}
                chosen={faults.includes(fault)}
                onPress={() =>
                  setFaults(
                    faults.includes(fault) ? faults.filter((one) => one !== fault) : [...faults, fault],
                  )
                }
              />
            ))}
          </div>
        )}
        {bag && (
          <Key
            wide
            look="quiet"
            label={words.after.bagOut}
            onPress={() => void finish(takeBag(ctx, shift, bag.id))}
          />
        )}
      </div>
    </Sheet>
  )
}
