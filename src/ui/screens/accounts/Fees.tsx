import './accounts.css'
import Back from '~icons/lucide/chevron-left'
import Forward from '~icons/lucide/chevron-right'
import { useState } from 'preact/hooks'
import { monthAfter } from '#domain/money/accountWords.ts'
import type { RecordId } from '#domain/ids.ts'
import { yuanText } from '#domain/money/yuan.ts'
import { type BuildingFees, type Collected, FEWEST_HOMES, feesOf } from '#queries/fees.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { FeesSheet } from './FeesSheet.tsx'
import { useMonth, useMonthName } from './months.ts'

/** `/accounts/fees`: paid of what was due, building by building; never by home. */
export function Fees() {
  const { accounts } = useWords()
  const words = accounts.rate
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const month = useMonth()
  const name = useMonthName()
  const [open, setOpen] = useState<RecordId>()
  if (!reader.reads('fees', ctx.compound)) {
    return (
      <Screen title={words.title} back={`/accounts?month=${month}`}>
        <Empty title={words.notYours} />
      </Screen>
    )
  }
  const all = feesOf(reader, month)
  const chosen = all.find((one) => one.building === open)
  return (
    <Screen title={words.title} sub={name(month)} back={`/accounts?month=${month}`}>
      <div class="stack-wide">
        <div class="accounts-month">
          <Key
            bare
            icon={Back}
            label={accounts.before}
            href={`/accounts/fees?month=${monthAfter(month, -1)}`}
          />
          <h2>{name(month)}</h2>
          <Key bare icon={Forward} label={accounts.next} href={`/accounts/fees?month=${monthAfter(month)}`} />
        </div>
        <p class="caption">{words.text}</p>
        <Rows label={words.title}>
          {all.map((one) => (
            <FeesRow
              key={one.building}
              fees={one}
              onPress={may('enterMoney') ? () => setOpen(one.building) : undefined}
            />
          ))}
        </Rows>
      </div>
      {chosen && (
        <FeesSheet
          key={`${chosen.building} ${month}`}
          fees={chosen}
          month={month}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Screen>
  )
}

function FeesRow({ fees, onPress }: { fees: BuildingFees; onPress: (() => void) | undefined }) {
  const words = useWords().accounts.rate
  const { number } = useFormats()
  const said = (one: Collected | undefined) =>
    one === undefined
      ? undefined
      : one.percent === undefined
        ? words.nothingDue
        : words.of(number(one.percent), yuanText(one.paid), yuanText(one.payable))
  const current = said(fees.current)
  const arrears = said(fees.arrears)
  return (
    <Row
      title={fees.label}
      sub={
        <>
          {current ? `${words.current} ${current}` : words.none}
          {arrears && (
            <>
              <br />
              {`${words.arrears} ${arrears}`}
            </>
          )}
          {current && fees.homes < FEWEST_HOMES && (
            <>
              <br />
              {words.inside(number(fees.homes))}
            </>
          )}
        </>
      }
      onPress={onPress}
    />
  )
}
