import { useState } from 'preact/hooks'
import { type Filter, FILTERS } from '#queries/doorFilters.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { look } from './looking.ts'

interface FiltersProps {
  readonly counts: Readonly<Record<Filter, number>>
  readonly filter: Filter
  /** Whether the reader may know of visits. */
  readonly visits: boolean
  /** On a phone the one that matters on the way, the others behind a key. */
  readonly short: boolean
}

/** Which doors are meant. What finds nothing is not offered, so that nobody is told of marks they may not see. */
export function Filters({ counts, filter, visits, short }: FiltersProps) {
  const { doors: words, common } = useWords()
  const { number } = useFormats()
  const [open, setOpen] = useState(false)
  const offered = FILTERS.filter(
    (one) => one === 'all' || one === filter || (one === 'toGo' ? visits : counts[one] > 0),
  )
  const all = (
    <Segmented
      label={words.show}
      look="chips"
      options={offered.map((one) => ({
        value: one,
        label: words.filter[one],
        count: number(counts[one]),
      }))}
      value={filter}
      onChange={(one) => {
        look({ filter: one })
        setOpen(false)
      }}
    />
  )
  if (!short) return all

  const first = visits ? 'toGo' : 'open'
  const others = offered.filter((one) => one !== 'all' && one !== first)
  const other = others.find((one) => one === filter)
  return (
    <div class="doors-filters">
      {offered.includes(first) && (
        <Key
          look="quiet"
          label={`${words.filter[first]} ${number(counts[first])}`}
          pressed={filter === first}
          onPress={() => look({ filter: filter === first ? 'all' : first })}
        />
      )}
      {others.length > 0 && (
        <Key
          look="quiet"
          label={other ? `${words.filter[other]} ${number(counts[other])}` : words.moreFilters}
          pressed={other !== undefined}
          onPress={() => setOpen(true)}
        />
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={words.show} close={common.close}>
        {all}
      </Sheet>
    </div>
  )
}
