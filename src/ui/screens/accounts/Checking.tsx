import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { checkMonth } from '#commands/accounts.ts'
import { yuanText } from '#domain/money/yuan.ts'
import type { MonthAccount } from '#queries/accounts.ts'
import { nameOf } from '#queries/feedback.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Whether the owners looked these very figures over. */
export function Checking({ account: { month, lines, check } }: { account: MonthAccount }) {
  const { accounts, common } = useWords()
  const words = accounts.check
  const { moment } = useFormats()
  const { ctx, now } = useApp()
  const { may } = useReader()
  const doing = useDoing()
  const notAll = useNotAll()
  const who = useView((view) => (check.is === 'never' ? '' : nameOf(view, check.last.author)))
  if (lines.length === 0) return null
  const said =
    check.is === 'never'
      ? words.never
      : (check.is === 'stands' ? words.stands : words.changed)(
          who || common.somebody,
          moment(check.last.at, now()),
        )
  const then =
    check.is === 'changedSince'
      ? words.seen(yuanText(check.last.income), yuanText(check.last.spent))
      : undefined
  return (
    <Panel
      title={`${words.title}：${said}`}
      text={[then, may('checkMoney') ? words.text : undefined].filter(Boolean).join(' ') || undefined}
      icon={check.is === 'stands' ? CheckMark : check.is === 'changedSince' ? Warning : undefined}
      tone={check.is === 'changedSince' ? 'alert' : 'plain'}
    >
      {may('checkMoney') && check.is !== 'stands' && (
        <Key
          label={words.go}
          why={notAll}
          busy={doing.busy}
          busyLabel={common.saving}
          onPress={() => void doing.run(() => checkMonth(ctx, month, lines), { text: words.done })}
        />
      )}
    </Panel>
  )
}
