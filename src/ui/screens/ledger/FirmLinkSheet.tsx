import './firm-link.css'
import LinkMark from '~icons/lucide/link'
import { useState } from 'preact/hooks'
import { makeFirmLink, stopFirmLink } from '#commands/firmLink.ts'
import type { FirmLink } from '#domain/ledger/firmLink.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { firmLinkOf } from '#queries/firmLink.ts'
import { CopyKey } from '#ui/paper/CopyKey.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'
import { addressOfLink, LinkSquare } from './LinkSquare.tsx'

interface Props {
  detail: FeedbackDetail
  order: Order
  onClose: () => void
}

/** 发给师傅的链接: made here, also without a network; the message with address and code is copied as one. */
export function FirmLinkSheet({ detail, order, onClose }: Props) {
  const { firmLink: words, common } = useWords()
  const { ctx } = useApp()
  const now = useNow()
  const act = useAct()
  const [busy, setBusy] = useState(false)
  const { reader } = useReader()
  const link = useSeen((view) => firmLinkOf(view, order, now))
  const run = async (doing: ReturnType<typeof makeFirmLink>, said: string) => {
    setBusy(true)
    await act(doing, said)
    setBusy(false)
  }
  const message =
    link &&
    words.message({
      compound: reader.tree.get(ctx.compound)?.label ?? '',
      no: common.numbered(detail.no),
      address: addressOfLink(ctx.tenant, link),
      code: link.code,
    })
  const key = message ? (
    <CopyKey
      label={words.copy}
      text={message}
      title={`${words.title} ${common.numbered(detail.no)}`}
      copied={words.copied}
      notCopied={words.notCopied}
    />
  ) : (
    <Key
      look="primary"
      wide
      icon={LinkMark}
      label={words.make}
      busy={busy}
      busyLabel={common.saving}
      onPress={() => void run(makeFirmLink(ctx, order), words.made)}
    />
  )
  return (
    <Sheet open onClose={onClose} title={words.title} close={common.close} bar={key}>
      <div class="stack">
        <p>{words.text(order.vendor ?? '')}</p>
        <p>{words.what}</p>
        {link && message && (
          <Told
            link={link}
            message={message}
            slip={`/ledger/slip/${detail.id}`}
            onStop={() => void run(stopFirmLink(ctx, link), words.stopped)}
          />
        )}
        <p class="caption">{words.ends}</p>
      </div>
    </Sheet>
  )
}

function Told({
  link,
  message,
  slip,
  onStop,
}: {
  link: FirmLink
  message: string
  slip: string
  onStop: () => void
}) {
  const { firmLink: words } = useWords()
  const { ctx } = useApp()
  return (
    <>
      {link.receivedAt === undefined && <p>{words.notYet}</p>}
      <p class="firm-message" role="group" aria-label={words.messageName}>
        {message}
      </p>
      <LinkSquare address={addressOfLink(ctx.tenant, link)} />
      <Key look="quiet" label={words.slip} href={slip} />
      <Key look="quiet" label={words.stop} onPress={onStop} />
    </>
  )
}
