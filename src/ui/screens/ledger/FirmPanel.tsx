import Wrench from '~icons/lucide/wrench'
import type { FirmWord } from '#domain/ledger/firmWord.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { firmWordsOf, isNews } from '#queries/firmLink.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { useMay } from '#ui/screens/feedback/may.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What the firm said by its link, newest first. While it waits for one of us to look, that is the title. */
export function FirmPanel({ detail, now }: { detail: FeedbackDetail; now: string }) {
  const { firmLink: words } = useWords()
  const { order } = detail
  const formats = useFormats()
  const mayWork = useMay('workOrder', detail)
  const said = useSeen((view) => (order ? firmWordsOf(view, order.id) : []))
  const [last] = said
  if (!order || !last) return null
  const news = isNews(last, order)
  const saidOf = ({ says, hindrance, text }: FirmWord) =>
    [words.says[says], hindrance && words.hindrance[hindrance], text].filter(Boolean).join('，')
  return (
    <Panel
      title={news ? words.look[last.says] : words.panel}
      icon={Wrench}
      tone={news ? 'lamp' : 'plain'}
      text={news && mayWork && last.says === 'fixed' ? words.lookText : undefined}
    >
      {said.map((one) => (
        <div key={one.id}>
          <p>{saidOf(one)}</p>
          <p class="caption">{[formats.moment(one.at, now), one.vendor, words.byLink].join('・')}</p>
        </div>
      ))}
    </Panel>
  )
}
