import './plan.css'
import Remove from '~icons/lucide/trash-2'
import { useState } from 'preact/hooks'
import { setOwnDays } from '#commands/plan.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { OwnDays as Days } from '#domain/window.ts'
import { addDays, isPublished } from '#domain/workingDays.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'
import { useDoing } from './useDoing.ts'

const NONE: Days = { off: [], worked: [] }

/** `/bins/keep/days`: days that the compound takes otherwise than the official table, or that are not in it yet. */
export function OwnDays() {
  const { plan } = useWords()
  const said = plan.days
  const { ctx, today } = useApp()
  const formats = useFormats()
  const doing = useDoing()
  const own = useView((view) => view.get<Settings>(settingsId(ctx.tenant))?.ownDays ?? NONE)
  const [day, setDay] = useState('')
  const [is, setIs] = useState<keyof Days>('off')
  const now = today()
  const years = [now, addDays(now, 365)].map((one) => one.slice(0, 4))
  const published = years.filter((year) => isPublished(`${year}-01-01`))
  const missing = years.find((year) => !isPublished(`${year}-01-01`))

  const without = (one: string): Days => ({
    off: own.off.filter((other) => other !== one),
    worked: own.worked.filter((other) => other !== one),
  })
  const add = async () => {
    const rest = without(day)
    const done = await doing.run(() => setOwnDays(ctx, { ...rest, [is]: [...rest[is], day].sort() }), {
      text: said.added,
    })
    if (done) setDay('')
  }
  const rows = [
    ...own.off.map((one) => [one, 'off'] as const),
    ...own.worked.map((one) => [one, 'worked'] as const),
  ]
    .filter(([one]) => one >= now)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <KeptScreen
      by="setUp"
      title={said.title}
      back="/bins/keep/windows"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={said.add}
            why={day === '' ? said.chooseDay : undefined}
            busy={doing.busy}
            onPress={() => void add()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <div class="stack">
          {published.length > 0 && <p>{said.official(published.join('、'))}</p>}
          {missing !== undefined && <p>{said.notYet(missing)}</p>}
        </div>
        <section class="stack">
          <Heading title={said.own} />
          <div class="plan-two">
            <Field type="date" label={said.day} value={day} min={now} onDraft={setDay} />
            <Segmented
              shown
              look="answer"
              label={said.is}
              value={is}
              onChange={setIs}
              options={[
                { value: 'off', label: said.off },
                { value: 'worked', label: said.worked },
              ]}
            />
          </div>
          {rows.length === 0 ? (
            <p class="caption">{said.ownNone}</p>
          ) : (
            <Rows>
              {rows.map(([one, kind]) => (
                <Row
                  key={one}
                  title={formats.date(one, now)}
                  sub={said[kind]}
                  right={
                    <Key
                      look="quiet"
                      icon={Remove}
                      label={said.remove}
                      onPress={() =>
                        void doing.run(() => setOwnDays(ctx, without(one)), { text: said.removed })
                      }
                    />
                  }
                />
              ))}
            </Rows>
          )}
        </section>
      </div>
    </KeptScreen>
  )
}
