import './sheet-checks.css'
import Warning from '~icons/lucide/triangle-alert'
import { MOMENTS, type Moment, type Shift } from '#domain/bins/shift.ts'
import { nameOf } from '#queries/feedback.ts'
import { type SheetCheck, sheetAt } from '#queries/sheet.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotosStand } from '#ui/PhotosStand.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { findingText, itemName } from './checkWords.ts'

/**
 * What everybody on a sheet saw on their rounds: in full only what is to be fixed, each with who says so and who does not. One
 * problem is a problem, whoever else found it good.
 */
export function SheetChecks({ checks }: { checks: readonly SheetCheck[] }) {
  return (
    <>
      {MOMENTS.map((when) => (
        <Round key={when} when={when} checks={checks.filter((one) => one.when === when)} />
      ))}
    </>
  )
}

/** The same on a card, for the sheet that a shift belongs to; nothing where nobody has looked yet. */
export function SheetLook({ shift }: { shift: Shift }) {
  const checks = useView((view) => sheetAt(view, shift.place, shift.day, shift.window)?.checks ?? [])
  if (checks.every((one) => one.by.length === 0)) return null
  return (
    <Card>
      <SheetChecks checks={checks} />
    </Card>
  )
}

function Round({ when, checks }: { when: Moment; checks: readonly SheetCheck[] }) {
  const { checks: words } = useWords()
  const seen = checks.filter((one) => one.by.length > 0)
  const toFix = seen.filter((one) => one.state === 'toFix')
  if (seen.length === 0) return null
  return (
    <section class="sheet-checks" aria-label={words.title[when]}>
      <p>
        <b>{words.sheet.found[when]}</b>・
        {toFix.length === 0 ? words.sheet.allGood(seen.length) : words.toFix(toFix.length)}
      </p>
      {toFix.length > 0 && (
        <ul>
          {toFix.map((one) => (
            <ToFix key={one.item} check={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

function ToFix({ check }: { check: SheetCheck }) {
  const words = useWords()
  const said = useView((view) =>
    check.by.map((one) => ({
      who: nameOf(view, one.person) || words.common.somebody,
      state: words.checks.sheet.state[one.state],
      finding: one.finding,
    })),
  )
  const photos = [...new Set(said.flatMap((one) => one.finding?.photos ?? []))]
  return (
    <li>
      <b>
        <Warning class="icon" aria-hidden="true" /> {itemName(check.item, words)}
      </b>
      {said.map(({ who, state, finding }) => (
        <p key={who} class="caption">
          {[words.checks.beside(who, state), finding && findingText(finding, words)]
            .filter(Boolean)
            .join('・')}
        </p>
      ))}
      {photos.length > 0 && (
        <span class="sheet-photos">
          {photos.map((hash) => (
            <Photo key={hash} look="small" hash={hash} alt={words.checks.fix.photoOf} />
          ))}
        </span>
      )}
      <PhotosStand hashes={photos} />
    </li>
  )
}
