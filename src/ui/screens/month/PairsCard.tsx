import Images from '~icons/lucide/images'
import { MOST_PAIRS } from '#domain/wall/publication.ts'
import { pairsOfDays } from '#queries/wallPictures.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { nameOfPair } from './pairNames.ts'
import { type AskedMonth, monthAddress } from './useMonth.ts'

/** What was put right in the month, as it was beside as it is; for the inside, before anything is covered. */
export function PairsCard({ asked: { pack, reader } }: { asked: AskedMonth }) {
  const { wall } = useWords()
  const formats = useFormats()
  const { may } = useReader()
  const pairs = pairsOfDays(reader, pack)
  if (pairs.length === 0) return null
  const labels = [wall.page.before, wall.page.after]
  return (
    <Card>
      <Heading title={wall.choose.pairsTitle} right={formats.number(pairs.length)} />
      {pairs.slice(0, MOST_PAIRS).map((one) => (
        <div key={one.of} class="month-of-pair">
          <p>
            <b lang="zh-CN">{nameOfPair(one)}</b>・{formats.date(one.day)}
          </p>
          <div class="month-pair">
            {[one.before, one.after].map((hash, index) => (
              <figure key={hash}>
                <Photo hash={hash} alt={`${nameOfPair(one)}・${labels[index]}`} />
                <figcaption class="caption">{labels[index]}</figcaption>
              </figure>
            ))}
          </div>
        </div>
      ))}
      {may('proposeWall') && (
        <Key
          wide
          look="quiet"
          icon={Images}
          label={wall.choose.pick}
          href={monthAddress('/month/wall', pack.month)}
        />
      )}
    </Card>
  )
}
