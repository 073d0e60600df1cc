import './feedback-list.css'
import Down from '~icons/lucide/chevron-down'
import Mine from '~icons/lucide/list-checks'
import Close from '~icons/lucide/x'
import Plus from '~icons/lucide/plus'
import Search from '~icons/lucide/search'
import { useState } from 'preact/hooks'
import { countsByTrack, type Drawer, DRAWERS, feedbackList, type FeedbackRow } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { MoreBelow } from '#ui/parts/MoreBelow.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { useWords } from '#ui/words.ts'
import { RemarkRow } from './RemarkRow.tsx'
import { usePromises } from '#ui/screens/ledger/terms.ts'
import { Watermark } from '#ui/Watermark.tsx'
import { useSeen } from './seen.ts'

const PAGE = 20

/** `/feedback`: what is due, soonest first. */
export function FeedbackList() {
  const { feedback: words, common, ledger } = useWords()
  const promises = usePromises()
  const now = useNow()
  const [chosen, setChosen] = useState<Drawer>()
  const [search, setSearch] = useState<string>()
  const [shown, setShown] = useState(PAGE)
  const rows = useSeen((view) => feedbackList(view, search ? { search } : {}, now))
  const counts = countsByTrack(rows)
  const hidden = useHidden()
  const drawer = chosen ?? DRAWERS.find((one) => counts[one] > 0) ?? 'fix_now'
  // Below the open drawer come the next ones; what is done is asked for.
  const drawers = drawer === 'done' ? (['done'] as const) : DRAWERS.slice(DRAWERS.indexOf(drawer), -1)
  const sections = paged(
    drawers.map((one) => ({ drawer: one, rows: rows.filter((row) => row.drawer === one) })),
    shown,
  )
  const total = drawers.reduce((sum, one) => sum + counts[one], 0)

  return (
    <Screen
      tab="feedback"
      big
      title={words.title}
      sub={hidden ? undefined : words.open(counts.fix_now + counts.act_soon + counts.visible_plan)}
      right={
        <>
          <Key bare look="quiet" icon={Mine} label={ledger.title} href="/ledger" />
          <Key
            bare
            look="quiet"
            icon={search === undefined ? Search : Close}
            label={search === undefined ? words.search : common.close}
            onPress={() => setSearch(search === undefined ? '' : undefined)}
          />
        </>
      }
      bleed
      bar={
        <BottomBar>
          <Key look="primary" wide icon={Plus} label={words.write} href="/feedback/new" />
        </BottomBar>
      }
    >
      <div class="remarks-top">
        {search !== undefined && (
          <Field
            label={words.search}
            help={words.searchHelp}
            type="search"
            value={search}
            onDraft={setSearch}
            icon={Search}
          />
        )}
        <Segmented
          label={words.drawersName}
          value={drawer}
          onChange={(next) => {
            setChosen(next)
            setShown(PAGE)
          }}
          options={DRAWERS.map((one) => ({
            value: one,
            label: words.drawers[one],
            ...(!hidden && { count: String(counts[one]) }),
          }))}
        />
      </div>
      {sections.some((section) => section.rows.some(({ reporter }) => reporter)) && <Watermark />}
      {total === 0 ? (
        <Nothing lit title={search ? words.none : words.empty} />
      ) : (
        sections.map((section, index) => (
          <section key={section.drawer} aria-label={words.drawers[section.drawer]}>
            <div class={index === 0 ? 'remarks-head remarks-head-first' : 'remarks-head'}>
              <h2>
                {words.drawers[section.drawer]}・{promises[section.drawer]}
              </h2>
              {index > 0 && <span>{words.count(counts[section.drawer])}</span>}
            </div>
            <ul class="remarks">
              {section.rows.map((row) => (
                <RemarkRow key={row.id} row={row} />
              ))}
            </ul>
          </section>
        ))
      )}
      <MoreBelow of={Math.min(total, shown)} say={common.more} />
      {total > shown && (
        <div class="remarks-more">
          <Key
            look="quiet"
            wide
            icon={Down}
            label={common.more(total - shown)}
            onPress={() => setShown(shown + PAGE)}
          />
        </div>
      )}
    </Screen>
  )
}

interface Section {
  readonly drawer: Drawer
  readonly rows: readonly FeedbackRow[]
}

/** The first `count` rows over all sections; sections without a row are left out. */
function paged(sections: readonly Section[], count: number): readonly Section[] {
  let left = count
  return sections.flatMap((section) => {
    const rows = section.rows.slice(0, left)
    left -= rows.length
    return rows.length > 0 ? [{ ...section, rows }] : []
  })
}
