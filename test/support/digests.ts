import { addDays } from '#domain/workingDays.ts'
import { dayDigest } from '#queries/digest.ts'
import { formatsIn } from '#ui/formats.ts'
import { digestText } from '#ui/screens/month/digestText.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import type { Volunteer } from './aVolunteer.ts'

const SPOKEN = [
  { words: zh, formats: formatsIn('zh', zh.common.dates) },
  { words: en, formats: formatsIn('en', en.common.dates) },
]

/** The messages of a week from its Monday on, in both languages, as one person's device makes them. */
export function digestsOf(who: Volunteer, monday: string) {
  const { view, tenant, compound, clock: now } = who
  const reader = who.reader()
  const name = reader.tree.get(compound)?.label ?? ''
  return [0, 1, 2, 3, 4, 5, 6].map((nth) => {
    const digest = dayDigest({ view, tenant, compound, now }, reader, addDays(monday, nth))
    return { ...digest, texts: SPOKEN.map((spoken) => digestText(digest, name, spoken)) }
  })
}
