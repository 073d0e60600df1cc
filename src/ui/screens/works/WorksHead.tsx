import './works.css'
import Warning from '~icons/lucide/triangle-alert'
import { pictureWorks } from '#commands/works.ts'
import { yuanText } from '#domain/money/yuan.ts'
import type { WorksView } from '#queries/works.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { Writing } from './StepSheets.tsx'

interface Parts {
  view: WorksView
  enters: boolean
  onWrite: (writing: Writing) => void
}

/** Why, how it looked and looks, what it costs. */
export function WorksHead({ view, enters, onWrite }: Parts) {
  const { works: words } = useWords()
  const { works } = view
  return (
    <>
      {works.need && <p>{works.need}</p>}
      <Pair view={view} enters={enters} />
      <Figures view={view} />
      {enters && (
        <div class="works-keys">
          <Key look="quiet" label={words.money.add} onPress={() => onWrite({ what: 'money' })} />
          <Key look="quiet" label={words.hear} onPress={() => onWrite({ what: 'hear' })} />
        </div>
      )}
    </>
  )
}

function Pair({ view: { works }, enters }: Omit<Parts, 'onWrite'>) {
  const { works: words } = useWords()
  const { ctx } = useApp()
  const doing = useDoing()
  const [before] = works.before
  const after = works.after.at(-1)
  const add = (side: 'before' | 'after', hash: string) =>
    void doing.run(() => pictureWorks(ctx, works.id, side, [hash]), { text: words.saved })
  if (!before && !after && !enters) return null
  return (
    <div class="works-pair">
      {before ? (
        <figure class="works-photo">
          <Photo hash={before} alt={words.before} />
          <figcaption>{words.before}</figcaption>
        </figure>
      ) : (
        enters && <PhotoKey label={words.addBefore} onTaken={(hash) => add('before', hash)} />
      )}
      {after && (
        <figure class="works-photo works-photo-after">
          <Photo hash={after} alt={words.after} />
          <figcaption>{words.after}</figcaption>
        </figure>
      )}
      {enters && !after && <PhotoKey label={words.addAfter} onTaken={(hash) => add('after', hash)} />}
    </div>
  )
}

function Figures({ view: { works, booked } }: { view: WorksView }) {
  const { works: words } = useWords()
  const { figures } = words
  const { date } = useFormats()
  const { today, now } = useApp()
  const yuan = (cents: number) => figures.yuan(yuanText(cents))
  const until = works.warrantyUntil
  const rows = [
    [figures.vendor, works.vendor],
    [figures.budget, works.budget === undefined ? undefined : yuan(works.budget)],
    [figures.cost, works.cost === undefined ? undefined : yuan(works.cost)],
    [figures.booked, booked === 0 ? undefined : yuan(booked)],
    [figures.fund, works.fund && words.fund[works.fund]],
    [figures.warranty, until && date(until, now())],
  ].filter((row): row is [string, string] => row[1] !== undefined)
  if (rows.length === 0) return null
  return (
    <>
      <dl class="works-figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {until && (
        <p>
          <Tag label={until >= today() ? figures.inWarranty : figures.outOfWarranty} />
        </p>
      )}
      {works.cost !== undefined && booked !== 0 && works.cost !== booked && (
        <p>
          <Tag tone="chase" icon={Warning} label={figures.notSame} />
        </p>
      )}
      {works.lost?.field && <Lost field={works.lost.field} value={works.lost.value} />}
    </>
  )
}

/** What another wrote at the same time, and did not stand: said, not hidden. */
function Lost({ field, value }: { field: string; value: unknown }) {
  const { accounts, held } = useWords()
  const said = typeof value === 'number' ? yuanText(value) : typeof value === 'string' ? value : ''
  if (!said) return null
  return (
    <p class="caption">
      {held.field[field]}：{accounts.lost(said)}
    </p>
  )
}
