import type { Bins } from '#domain/bins/binPoint.ts'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useWords } from '#ui/words.ts'

/** What the city's bins hold, in litres. */
const LITRES = [120, 240, 660]
const MOST = 30

/** How many bins of each stream stand there, and how large they are. */
export function PointBins({
  bins,
  onChange,
}: {
  bins: readonly Bins[]
  onChange: (bins: readonly Bins[]) => void
}) {
  const words = useWords()
  const { points } = words.plan
  const change = (index: number, next: Partial<Bins>) =>
    onChange(bins.map((one, at) => (at === index ? { ...one, ...next } : one)))
  return (
    <div class="plan-bins">
      {bins.map(({ stream, litres, count }, index) => {
        const name = words.bins.stream[stream]
        return (
          <section key={index} class={`card card-pad stack plan-bin plan-bin-${stream}`}>
            <Stepper
              label={points.count(name)}
              value={count}
              max={MOST}
              unit={points.unit || undefined}
              less={words.common.fewer}
              more={words.common.add}
              onChange={(next) => change(index, { count: next })}
            />
            {count > 0 && (
              <Segmented
                label={points.litres(name)}
                look="answer"
                value={String(litres)}
                options={[...new Set([...LITRES, litres])]
                  .sort((a, b) => a - b)
                  .map((one) => ({ value: String(one), label: points.litre(one) }))}
                onChange={(next) => change(index, { litres: Number(next) })}
              />
            )}
          </section>
        )
      })}
    </div>
  )
}
