import Inbox from '~icons/lucide/inbox'
import { receiptsFor } from '#queries/attention.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useStore, useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What became of an own entry that its author can no longer look up, said once, also when they may read nothing else any more. */
export function Receipts() {
  const app = useApp()
  const { sync } = useWords()
  const formats = useFormats()
  const { notTaken } = useStore(app.status)
  const own = useView((view) => receiptsFor(view, app.ctx.me, notTaken))
  return (
    <>
      {own.map(({ change, name, why, at }) => {
        const what = sync.kinds[name.split('.')[0] ?? ''] ?? sync.kinds['other'] ?? ''
        const said =
          why === 'lapsed' || why === 'erased' ? sync[why] : { title: sync.held.title, text: sync.held[why] }
        return (
          <Panel
            key={change}
            tone={why === 'lapsed' ? 'plain' : 'alert'}
            icon={Inbox}
            title={said.title(what)}
            text={`${sync.receipt(formats.moment(at, app.now()))}${said.text}`}
          >
            <Key wide label={sync.refusedPhotos.told} onPress={() => app.receiptRead(change)} />
          </Panel>
        )
      })}
    </>
  )
}
