import { type BagRate } from '#domain/bins/bag.ts'
import { type Words, useFormats, useWords } from '#ui/words.ts'

/** 开袋合格率 in one line, never without its base; below ten bags no rate at all. */
export function BagLine({ rate }: { rate: BagRate }) {
  const { bags } = useWords()
  const { number } = useFormats()
  return (
    <p>
      <b>{bags.name}</b> {bagRateText(rate, bags, number)}
    </p>
  )
}

export function bagRateText(
  { good, checked, perMille }: BagRate,
  words: Words['bags'],
  number: (value: number) => string,
): string {
  if (checked === 0) return words.none
  if (perMille === undefined) return words.few(number(checked), number(good))
  return words.rate(number(checked), number(good), String(perMille / 10))
}
