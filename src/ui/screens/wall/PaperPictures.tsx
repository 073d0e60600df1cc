import './paper-pictures.css'
import type { Pair } from '#domain/wall/publication.ts'
import { Photo } from '#ui/Photo.tsx'
import { useWords } from '#ui/words.ts'

/** Pictures that hang, covered as they hang, on paper: before beside after. */
export function PaperPairs({ pairs }: { pairs: readonly Pair[] }) {
  const { wall } = useWords()
  return (
    <div class="paper-pairs">
      {pairs.map(({ label, before, after }) => (
        <div key={before} class="paper-pair">
          <p lang="zh-CN">
            <b>{label}</b>
          </p>
          <Printed hash={before} label={wall.page.before} />
          <Printed hash={after} label={wall.page.after} />
        </div>
      ))}
    </div>
  )
}

/** Receipts that hang, each as a whole. */
export function PaperReceipts({ pictures }: { pictures: readonly string[] }) {
  const { wall } = useWords()
  return (
    <div class="paper-receipts">
      {pictures.map((hash, index) => (
        <Printed key={hash} hash={hash} label={wall.choose.receipt(index + 1)} />
      ))}
    </div>
  )
}

function Printed({ hash, label }: { hash: string; label: string }) {
  return (
    <figure class="paper-picture">
      <Photo hash={hash} alt={label} />
      <figcaption>{label}</figcaption>
    </figure>
  )
}
