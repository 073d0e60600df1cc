import './council.css'
import './council-paper.css'
import Printer from '~icons/lucide/printer'
import { areaOf, type Body, fits, ownersOf, type QuorumRefusal, thresholds } from '#domain/council/quorum.ts'
import type { Result } from '#domain/result.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { usePrint } from '#ui/paper/usePrint.ts'
import { useTaken } from '#ui/paper/useTaken.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useFormats, useWords } from '#ui/words.ts'

const EMPTY = { owners: '', area: '', takingOwners: '', takingArea: '' }
type Typed = typeof EMPTY

/** `/council/owners`: how many owners and how much area article 278 asks for. A sum, and no decision of anybody. */
export function OwnersCount() {
  const { council } = useWords()
  const { count } = council
  const { number, date } = useFormats()
  const { ctx, today } = useApp()
  const taken = useTaken()
  const print = usePrint(() => taken({ what: 'wall', note: count.title }))
  const draft = useDraft<Typed>('council.owners', ctx.compound, EMPTY)
  const { value } = draft
  const set = (part: Partial<Typed>) => draft.set({ ...value, ...part })
  const read = <T,>(text: string, of: (typed: string) => Result<T, QuorumRefusal>) =>
    text.trim() === '' ? undefined : of(text)
  const owners = read(value.owners, ownersOf)
  const area = read(value.area, areaOf)
  const all = owners?.ok && area?.ok ? { owners: owners.value, area: area.value } : undefined
  const takingOwners = read(value.takingOwners, ownersOf)
  const takingArea = read(value.takingArea, areaOf)
  const both = takingOwners?.ok && takingArea?.ok
  const part = both ? { owners: takingOwners.value, area: takingArea.value } : undefined
  const within = all && part ? fits(part, all) : undefined
  const told = (one: Result<unknown, QuorumRefusal> | undefined) =>
    one && !one.ok ? count.refused[one.refused] : undefined
  const wrongPart = (of: QuorumRefusal) =>
    within && !within.ok && within.refused === of ? within : undefined
  const taking = within?.ok ? within.value : undefined
  const started = value.takingOwners.trim() !== '' || value.takingArea.trim() !== ''
  const needs = all && (!started || taking) ? thresholds(all, taking) : undefined
  const square = (hundredths: number) => count.square(number(hundredths / 100))
  const enough = needs && taking && taking.owners >= needs.quorum.owners && taking.area >= needs.quorum.area
  const rows: readonly (readonly [string, string, string])[] = needs
    ? [
        [count.quorum, count.quorumText, said(needs.quorum, 'atLeast')],
        [count.ordinary, count.ordinaryText, said(needs.ordinary, 'moreThan')],
        [count.special, count.specialText, said(needs.special, 'atLeast')],
      ]
    : []
  function said(body: Body, how: 'atLeast' | 'moreThan'): string {
    // More than half is said by the half; where that is no whole hundredth, by the least area above it.
    const half = (taking?.area ?? needs!.quorum.area) / 2
    const floor =
      how === 'moreThan' && Number.isInteger(half)
        ? count.moreThan(square(half))
        : count.atLeast(square(body.area))
    return council.list([count.atLeast(count.people(number(body.owners))), floor])
  }
  return (
    <Screen
      title={count.title}
      sub={count.sub}
      back="/council"
      bar={
        needs && (
          <BottomBar>
            <Key look="primary" icon={Printer} label={count.print} onPress={print} />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide council-home">
        <section class="stack">
          <Heading title={count.all} />
          <div class="council-two">
            <Field
              label={count.owners}
              help={count.ownersHelp}
              error={told(owners)}
              inputMode="numeric"
              value={value.owners}
              maxLength={12}
              onDraft={(next) => set({ owners: next })}
            />
            <Field
              label={count.area}
              help={count.areaHelp}
              error={told(area)}
              inputMode="decimal"
              value={value.area}
              maxLength={16}
              onDraft={(next) => set({ area: next })}
            />
          </div>
        </section>
        <section class="stack">
          <Heading title={count.taking} right={count.takingText} />
          <div class="council-two">
            <Field
              label={count.owners}
              error={told(takingOwners) ?? told(wrongPart('moreOwnersThanThereAre'))}
              inputMode="numeric"
              value={value.takingOwners}
              maxLength={12}
              onDraft={(next) => set({ takingOwners: next })}
            />
            <Field
              label={count.area}
              error={told(takingArea) ?? told(wrongPart('moreAreaThanThereIs'))}
              inputMode="decimal"
              value={value.takingArea}
              maxLength={16}
              onDraft={(next) => set({ takingArea: next })}
            />
          </div>
        </section>
        {needs && (
          <section class="stack council-result" aria-live="polite">
            <Heading title={count.result} right={date(today(), ANOTHER_YEAR)} />
            <dl class="council-needs">
              {rows.map(([title, text, value]) => (
                <div key={title}>
                  <dt>
                    <b>{title}</b>
                    <span>{text}</span>
                  </dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {taking && <p>{enough ? count.enough : count.notEnough}</p>}
            <p>{count.twoCounts}</p>
            <p class="caption">{count.law}</p>
            <p class="caption">{council.ownersText}</p>
          </section>
        )}
      </div>
    </Screen>
  )
}
