import Plus from '~icons/lucide/plus'
import { useState } from 'preact/hooks'
import type { Bag } from '#domain/bins/bag.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { BagAnew } from './BagAnew.tsx'
import { VERDICT_ICONS } from './bagSigns.ts'

/** The opened bags after the hand-over: each can be judged anew or taken out, and one that was forgotten added. */
export function BagsCorrect({ shift }: { shift: Shift }) {
  const { bags, bins, shift: words } = useWords()
  const formats = useFormats()
  const [asked, ask] = useState<Bag | 'new'>()
  const opened = shift.bags ?? []
  return (
    <section class="stack">
      <Heading title={words.after.bags} />
      {opened.length === 0 ? (
        <p class="caption">{words.after.bagsNone}</p>
      ) : (
        <Card pad={false}>
          <Rows label={words.after.bags}>
            {opened.map((one) => {
              const Drawing = VERDICT_ICONS[one.verdict]
              return (
                <Row
                  key={one.id}
                  lead={<Drawing class="icon" aria-hidden="true" />}
                  title={`${bins.stream[one.stream]}・${bags.verdict[one.verdict]}`}
                  sub={[...one.faults.map((fault) => bags.fault[fault]), formats.time(one.at)].join('・')}
                  onPress={() => ask(one)}
                />
              )
            })}
          </Rows>
        </Card>
      )}
      <Key wide icon={Plus} label={words.after.bagAdd} onPress={() => ask('new')} />
      {asked && (
        <BagAnew shift={shift.id} bag={asked === 'new' ? undefined : asked} onClose={() => ask(undefined)} />
      )}
    </section>
  )
}
