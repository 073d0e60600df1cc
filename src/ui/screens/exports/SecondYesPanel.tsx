import CheckMark from '~icons/lucide/check'
import Two from '~icons/lucide/users-round'
import type { Permit } from '#queries/exportPermit.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** Why a table cannot be taken away alone, and how far that is; nothing where it can. */
export function SecondYesPanel({ permit, homes }: { permit: Permit; homes: number }) {
  const { trace, common } = useWords()
  const words = trace.second
  const { number } = useFormats()
  switch (permit.is) {
    case 'free':
      return null
    case 'alone':
      return <Panel tone="alert" icon={Two} title={words.alone} text={words.aloneText} />
    case 'ask':
      return <Panel icon={Two} title={words.need(number(homes))} text={words.needText} />
    case 'waits':
      return <Panel icon={Two} title={words.waits} text={permit.sent ? words.sent : words.unsent} />
    case 'allowed':
      return (
        <Panel
          icon={CheckMark}
          title={words.allowed(permit.by || common.somebody)}
          text={words.allowedText}
        />
      )
    case 'refused':
      return (
        <Panel
          tone="alert"
          icon={Two}
          title={words.refused(permit.by || common.somebody)}
          text={words.said(permit.request.decided?.reason ?? '')}
        />
      )
  }
}
